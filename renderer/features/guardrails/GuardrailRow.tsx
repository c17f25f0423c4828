import { ChevronDown, ChevronRight, MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { MenuTrigger, Switch } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { ruleOf } from '../../../shared/guardrails/rules.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { deleteGuardrail, editGuardrail, moveGuardrail } from '../../state/guardrailActions.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { InlineField } from '../../ui/InlineField.tsx';
import { ActionItem, MenuLine, MenuPopover } from '../../ui/Menu.tsx';
import { readName } from '../../ui/readers.ts';
import { GuardrailDetail } from './GuardrailDetail.tsx';
import { type GuardrailLine, lineState } from './guardrailLines.ts';
import css from './guardrails.module.css';
import { LimitField } from './LimitField.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { guardrailName, isProposedName, limitOf, ruleWords, withLimit } from './ruleWords.ts';
import { StateMark } from './StateMark.tsx';
import { useRuleSpeech } from './useRuleSpeech.ts';
import { WaiveDialog } from './WaiveDialog.tsx';

/** One guardrail: what it says now, its number, its switch, and the records behind it when it is opened. */
export function GuardrailRow({
  line,
  records,
  comparing,
  readOnly,
  first,
  last,
}: {
  readonly line: GuardrailLine;
  readonly records: PortfolioRecords;
  /** True while something else than the plan is shown. */
  readonly comparing: boolean;
  readonly readOnly: boolean;
  readonly first: boolean;
  readonly last: boolean;
}) {
  const { t } = useTranslation('guardrails');
  const speech = useRuleSpeech(records);
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<'rename' | 'edit' | 'waive' | 'delete' | null>(null);
  const { guardrail, now } = line;
  const rule = ruleOf(guardrail);
  const name = guardrailName(guardrail, speech);
  const limit = rule ? limitOf(rule) : null;
  const waivers = Object.values(records.waiver).filter(({ guardrailId }) => guardrailId === guardrail.id);
  const detailId = `guardrail-${guardrail.id}`;
  return (
    <li className={css.row} data-state={lineState(line)}>
      <div className={css.line}>
        <button
          type="button"
          className={css.expand}
          aria-expanded={open}
          aria-controls={detailId}
          aria-label={t('open.label', { name })}
          onClick={() => setOpen(!open)}
        >
          {open ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
        </button>
        <StateMark state={lineState(line)} />
        <div className={css.name}>
          {asked === 'rename' ? (
            <InlineField
              label={t('rename.label')}
              labelAt="hidden"
              look="title"
              value={name}
              show={(value) => value}
              read={readName}
              onCommit={(next) => {
                setAsked(null);
                void editGuardrail(guardrail, { name: next });
              }}
            />
          ) : (
            <button type="button" className={css.title} tabIndex={-1} onClick={() => setOpen(!open)}>
              {name}
            </button>
          )}
          <Counts line={line} />
        </div>
        {comparing && <Before line={line} />}
        <span className={css.limitCell}>
          {rule && limit && (
            <LimitField
              name={name}
              unit={limit.unit}
              value={limit.value}
              speech={speech}
              readOnly={readOnly}
              onCommit={(value) => {
                const next = withLimit(rule, value);
                // A name that says what the rule says goes on saying it.
                const named = isProposedName(guardrail, rule, speech)
                  ? { name: ruleWords(next, speech) }
                  : {};
                void editGuardrail(guardrail, { rule: { ...next }, ...named });
              }}
            />
          )}
        </span>
        <Switch
          className={css.switch ?? ''}
          aria-label={t('active.label', { name })}
          isSelected={guardrail.active}
          isDisabled={readOnly}
          onChange={(active) => void editGuardrail(guardrail, { active })}
        >
          <span className={css.track} aria-hidden />
        </Switch>
        <MenuTrigger>
          <Button look="quiet" icon aria-label={t('menu.label', { name })} isDisabled={readOnly}>
            <MoreHorizontal size={16} aria-hidden />
          </Button>
          <MenuPopover label={t('menu.label', { name })}>
            <ActionItem id="rename" text={t('menu.rename')} onAction={() => setAsked('rename')} />
            {rule && !isProposedName(guardrail, rule, speech) && (
              <ActionItem
                id="default"
                text={t('menu.defaultName')}
                onAction={() => void editGuardrail(guardrail, { name: ruleWords(rule, speech) })}
              />
            )}
            {rule?.kind === 'own' && (
              <ActionItem id="edit" text={t('menu.edit')} onAction={() => setAsked('edit')} />
            )}
            <ActionItem
              id="waive"
              text={t('menu.waiveAll')}
              disabled={!now || now.breaches.length === 0}
              onAction={() => setAsked('waive')}
            />
            <MenuLine />
            <ActionItem
              id="up"
              text={t('menu.up')}
              disabled={first}
              onAction={() => void moveGuardrail(guardrail, -1)}
            />
            <ActionItem
              id="down"
              text={t('menu.down')}
              disabled={last}
              onAction={() => void moveGuardrail(guardrail, 1)}
            />
            <ActionItem
              id="delete"
              text={t('menu.delete')}
              onAction={() => (waivers.length > 0 ? setAsked('delete') : void deleteGuardrail(guardrail))}
            />
          </MenuPopover>
        </MenuTrigger>
      </div>
      {asked === 'edit' && rule?.kind === 'own' && (
        <RuleEditor
          records={records}
          rule={rule}
          name={isProposedName(guardrail, rule, speech) ? null : guardrail.name}
          onSave={(next, called) => editGuardrail(guardrail, { rule: { ...next }, name: called })}
          onCancel={() => setAsked(null)}
        />
      )}
      {open && (
        <div id={detailId}>
          <GuardrailDetail line={line} records={records} readOnly={readOnly} />
        </div>
      )}
      {asked === 'waive' && (
        <WaiveDialog guardrail={guardrail} rule={name} subject={null} onClose={() => setAsked(null)} />
      )}
      {asked === 'delete' && (
        <ConfirmDialog
          title={t('delete.title', { name })}
          body={t('delete.body', { count: waivers.length })}
          action={t('delete.do')}
          danger
          onConfirm={async () => {
            await deleteGuardrail(guardrail);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </li>
  );
}

/** How many records break it, have leave to, hold, or cannot be told. */
function Counts({ line: { now } }: { readonly line: GuardrailLine }) {
  const { t, i18n } = useTranslation('guardrails');
  if (!now) return null;
  const waived = now.breaches.filter(({ waiver }) => waiver !== null).length;
  const counts = [
    ['breaks', now.breaches.length - waived],
    ['waived', waived],
    ['unknown', now.unknown.length],
    ['holding', now.holding],
  ] as const;
  const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
  const said = counts.filter(([, number]) => number > 0);
  return (
    <span className={css.counts}>
      {said.map(([key, number]) => (
        <span key={key} data-count={key}>
          {t(`counts.${key}`, { number: formatNumber(number, language) })}
        </span>
      ))}
    </span>
  );
}

/** How it was in the plan, and what is different here. */
function Before({ line: { guardrail, before, change } }: { readonly line: GuardrailLine }) {
  const { t, i18n } = useTranslation('guardrails');
  if (!before || !change) return <span className={css.before} />;
  const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
  const said = (number: number): string => formatNumber(number, language);
  const moved = [
    ...(change.breaks ? [t('change.breaks')] : []),
    ...(change.mends ? [t('change.mends')] : []),
    ...(change.newly.length > 0 ? [t('change.newly', { number: said(change.newly.length) })] : []),
    ...(change.mended.length > 0 ? [t('change.mended', { number: said(change.mended.length) })] : []),
  ];
  const tone =
    change.breaks || change.newly.length > change.mended.length
      ? 'worse'
      : change.mends || change.mended.length > 0
        ? 'better'
        : 'same';
  return (
    <span className={css.before}>
      <span>{t('was', { state: t(`state.${lineState({ guardrail, now: before })}`) })}</span>
      <span data-tone={tone}>{moved.length === 0 ? t('change.none') : moved.join(' · ')}</span>
    </span>
  );
}

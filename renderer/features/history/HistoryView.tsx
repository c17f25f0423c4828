import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/text/format.ts';
import { isPlace, isText, useKept } from '../../state/kept.ts';
import { usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { ask } from '../../state/service.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import page from '../../ui/Page.module.css';
import start from '../../ui/Start.module.css';
import { Start } from '../../ui/Start.tsx';
import { NameHint } from '../shell/NameHint.tsx';
import { useDescribeLabel } from './describeLabel.ts';
import css from './HistoryView.module.css';
import {
  currentStep,
  filterSteps,
  kindOf,
  type Step,
  type StepFilter,
  useSteps,
  wayTo,
} from './historySteps.ts';
import { StepDetail } from './StepDetail.tsx';
import { StepList } from './StepList.tsx';

const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const isStep = (value: unknown): value is number | null => value === null || isPlace(value);

/** Every step in words, by whom and when; found by words, person and kind; any of them can be gone to at once. */
export function HistoryView() {
  const { t, i18n } = useTranslation('backups');
  const describe = useDescribeLabel();
  const language = usePreferences((state) => state.language);
  const readOnly = useReadOnly();
  const steps = useSteps();
  const [text, setText] = useKept('history.search', '', isText);
  const [by, setBy] = useKept<string | null>('history.person', null, isTextOrNull);
  const [kind, setKind] = useKept<string | null>('history.kind', null, isTextOrNull);
  const [chosenId, setChosenId] = useKept<number | null>('history.step', null, isStep);
  const filter = useMemo((): StepFilter => ({ text, by, kind }), [text, by, kind]);
  const [asked, setAsked] = useState<{ readonly to: Step | null } | null>(null);
  const [said, setSaid] = useState('');
  const fitting = useMemo(
    () =>
      steps &&
      filterSteps(
        steps,
        filter,
        (step) => `${describe(step.label)} ${step.by} ${formatInstant(step.at, language)}`,
      ),
    [steps, filter, describe, language],
  );
  const people = useMemo(() => [...new Set(steps?.map(({ by }) => by))].sort(), [steps]);
  const kinds = useMemo(() => [...new Set(steps?.map(kindOf))].sort(), [steps]);
  const kindWord = (kind: string): string =>
    i18n.exists(`kind.${kind}`, { ns: 'backups' }) ? t(`kind.${kind}` as 'kind.other') : t('kind.other');
  const chosen = steps?.find(({ id }) => id === chosenId) ?? null;
  const jump = async (to: number): Promise<void> => {
    const direction = steps ? wayTo(steps, to).direction : 'back';
    const jumped = await ask('history.jump', { to });
    if (!jumped) return;
    usePortfolio.getState().apply(jumped.changed);
    const sentence = direction === 'back' ? 'history.undoneSteps' : 'history.redoneSteps';
    const passed = jumped.passedOver > 0 ? ` · ${t('history.passedOver', { count: jumped.passedOver })}` : '';
    setSaid(t(sentence, { count: jumped.steps }) + passed);
  };
  return (
    <div className={`${page.page} ${css.page}`}>
      <header className={page.header}>
        <div>
          <h1>{t('history.title')}</h1>
          <p>{t('history.intro')}</p>
        </div>
      </header>
      <NameHint />
      {steps === null && (
        <p role="status" aria-busy>
          {t('history.reading')}
        </p>
      )}
      {steps?.length === 0 && (
        <Start
          title={t('history.what')}
          steps={[
            t('history.what.undo'),
            t('history.what.jump'),
            t('history.what.fields'),
            t('history.what.whole'),
          ]}
        >
          <header className={start.head}>
            <div>
              <h2>{t('history.emptyTitle')}</h2>
              <p>{t('history.empty')}</p>
            </div>
            <Button look="primary" onPress={() => useView.getState().lead('initiatives')}>
              {t('history.begin')}
            </Button>
          </header>
        </Start>
      )}
      {steps && fitting && steps.length > 0 && (
        <>
          <div className={css.tools}>
            <input
              type="search"
              className={css.search}
              aria-label={t('history.search')}
              placeholder={t('history.search')}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <Choice
              label={t('history.person')}
              all={t('history.anyone')}
              value={by}
              choices={people.map((by) => [by, by || t('history.nobody')])}
              onChange={setBy}
            />
            <Choice
              label={t('history.kind')}
              all={t('history.anything')}
              value={kind}
              choices={kinds.map((kind) => [kind, kindWord(kind)])}
              onChange={setKind}
            />
            <span className={css.count} role="status">
              {fitting.length === steps.length
                ? t('history.shown', { count: steps.length })
                : t('history.shownOf', { count: fitting.length, total: steps.length })}
              {said && ` · ${said}`}
            </span>
          </div>
          <div className={css.columns}>
            {fitting.length === 0 ? (
              <p className={page.empty}>{t('history.noneFit')}</p>
            ) : (
              <StepList
                steps={fitting}
                current={currentStep(steps)}
                chosen={chosenId}
                readOnly={readOnly}
                withStart={fitting === steps}
                onChoose={setChosenId}
                onGo={(to) => setAsked({ to })}
              />
            )}
            <StepDetail step={chosen} />
          </div>
        </>
      )}
      {asked && steps && <AskFirst steps={steps} to={asked.to} onGo={jump} onClose={() => setAsked(null)} />}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly choices: readonly (readonly [id: string, text: string])[];
  readonly onChange: (value: string | null) => void;
}

/** Ids may be empty (nobody named), so choices go by their place. */
function Choice({ label, all, value, choices, onChange }: ChoiceProps) {
  const at = choices.findIndex(([id]) => id === value);
  return (
    <label className={css.choice}>
      <span>{label}</span>
      <select value={at} onChange={(event) => onChange(choices[Number(event.target.value)]?.[0] ?? null)}>
        <option value={-1}>{all}</option>
        {choices.map(([id, text], index) => (
          <option key={id} value={index}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

interface AskFirstProps {
  readonly steps: readonly Step[];
  /** Null for the state before the first step. */
  readonly to: Step | null;
  readonly onGo: (to: number) => Promise<void>;
  readonly onClose: () => void;
}

function AskFirst({ steps, to, onGo, onClose }: AskFirstProps) {
  const { t } = useTranslation('backups');
  const describe = useDescribeLabel();
  const id = to?.id ?? 0;
  const { direction, count } = wayTo(steps, id);
  const what = to ? describe(to.label) : '';
  return (
    <ConfirmDialog
      title={to ? t(`history.${direction}Title`, { what }) : t('history.startTitle')}
      body={t(`history.${direction}Body`, { count })}
      action={t(`history.${direction}`)}
      onConfirm={() => onGo(id)}
      onClose={onClose}
    />
  );
}

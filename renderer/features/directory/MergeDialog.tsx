import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partner, PortfolioRecords, Team } from '../../../shared/domain/records.ts';
import { engagementsByPartner, knownMoney, mergePartners } from '../../../shared/planning/mergePartners.ts';
import { mergeTeams, teamCounts } from '../../../shared/planning/mergeTeams.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { useWords } from '../inspector/useWords.ts';
import { countWords } from './countWords.ts';
import css from './directory.module.css';
import { merge, tableOf } from './directoryActions.ts';
import type { DirectoryTab } from './directoryStore.ts';
import { inUseBy } from './rows.ts';

export interface DirectoryDialogProps {
  readonly records: PortfolioRecords;
  readonly tab: DirectoryTab;
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** Merges two or more into one, and shows beforehand what moves and what is lost. */
export function MergeDialog({ records, tab, ids, onClose }: DirectoryDialogProps) {
  const { t } = useTranslation(['directory', 'common']);
  const words = useWords();
  const table: Readonly<Record<string, Team | Partner>> = records[tableOf(tab)];
  const [chosen, setChosen] = useState(() => ids.filter((id) => Object.hasOwn(table, id)));
  const [into, setInto] = useState(() => heaviest(records, tab, chosen));
  const nameOf = (id: string): string => table[id]?.name ?? id;
  const intoId = chosen.includes(into) ? into : (chosen[0] ?? '');
  const from = chosen.filter((id) => id !== intoId);
  const isReady = from.length > 0;
  const about = (id: string): string => {
    if (tab === 'teams') return countWords(teamCounts(records, id), t);
    const own = engagementsByPartner(records).get(id) ?? [];
    return t('merge.engagementsOf', { count: own.length, money: words.moneyShort(knownMoney(own).sum) });
  };
  return (
    <Dialog
      title={t(tab === 'teams' ? 'merge.titleTeams' : 'merge.titlePartners', { count: chosen.length })}
      width="medium"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button
            look="primary"
            isDisabled={!isReady}
            onPress={() => {
              onClose();
              void merge(tab, from, intoId);
            }}
          >
            {t('merge.do')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <fieldset className={css.stays}>
          <legend>{t('merge.stays')}</legend>
          {chosen.map((id) => (
            <div key={id} className={css.candidate}>
              <label>
                <input type="radio" name="stays" checked={id === intoId} onChange={() => setInto(id)} />
                <span>
                  {nameOf(id)}
                  <small>{about(id)}</small>
                </span>
              </label>
              {chosen.length > 1 && (
                <RemoveButton
                  label={t('merge.remove', { name: nameOf(id) })}
                  onPress={() => setChosen(chosen.filter((each) => each !== id))}
                />
              )}
            </div>
          ))}
        </fieldset>
        <RecordPicker
          label={t('merge.with')}
          records={Object.values(inUseBy(records, tab)).filter(({ id }) => !chosen.includes(id))}
          onPick={(id) => setChosen([...chosen, id])}
        />
        {isReady ? (
          <Preview records={records} tab={tab} from={from} into={intoId} />
        ) : (
          <p className={css.note}>{t('merge.choose')}</p>
        )}
      </div>
    </Dialog>
  );
}

/** The one that has the most is proposed to stay. */
function heaviest(records: PortfolioRecords, tab: DirectoryTab, ids: readonly string[]): string {
  const weight = (id: string): number => {
    if (tab === 'partners') return knownMoney(engagementsByPartner(records).get(id) ?? []).sum;
    return Object.values(teamCounts(records, id)).reduce((sum, count) => sum + count, 0);
  };
  return [...ids].sort((a, b) => weight(b) - weight(a))[0] ?? '';
}

interface PreviewProps {
  readonly records: PortfolioRecords;
  readonly tab: DirectoryTab;
  readonly from: readonly string[];
  readonly into: string;
}

function Preview({ records, tab, from, into }: PreviewProps) {
  const { t } = useTranslation('directory');
  const words = useWords();
  const lines: { readonly text: string; readonly isLoss?: boolean }[] = [];
  if (tab === 'teams') {
    const planned = mergeTeams(records, from, into);
    const what = planned.ok ? countWords(planned.moved, t) : '';
    lines.push({
      text:
        what === '' ? t('merge.nothing') : t('merge.moves', { what, into: records.team[into]?.name ?? '' }),
    });
    if (planned.ok && planned.mission) lines.push({ text: t('merge.mission') });
  } else {
    const planned = mergePartners(records, from, into);
    if (planned.ok) {
      const name = records.partner[into]?.name ?? '';
      const field = (id: keyof Partner): string =>
        id === 'relationship' || id === 'exitReadiness' || id === 'contractEnd' || id === 'description'
          ? t(`column.${id}`)
          : id;
      lines.push({
        text:
          planned.engagements === 0
            ? t('merge.nothing')
            : t('merge.engagements', {
                count: planned.engagements,
                money: words.moneyShort(planned.money),
                into: name,
              }),
      });
      if (planned.filled.length > 0)
        lines.push({
          text: t('merge.filled', { into: name, fields: planned.filled.map(field).join(' · ') }),
        });
      for (const each of planned.lost)
        lines.push({
          isLoss: true,
          text: t('merge.lost', {
            name: records.partner[each.id]?.name ?? each.id,
            field: field(each.field),
            into: name,
          }),
        });
    }
  }
  lines.push({ text: t('merge.gone') });
  return (
    <ul className={css.consequences}>
      {lines.map(({ text, isLoss }) => (
        <li key={text} className={isLoss ? css.loss : undefined}>
          {text}
        </li>
      ))}
    </ul>
  );
}

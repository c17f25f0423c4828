import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import type { CutShare, MergedInitiatives } from '../../../shared/planning/initiativesMerge.ts';
import { nameWords, partWords } from '../../state/partWords.ts';
import { useWords } from '../inspector/useWords.ts';
import css from './planning.module.css';
import { useFieldWords } from './useFieldWords.ts';

const tableOf = { contribution: 'capability', outcomeLink: 'outcome', segmentLink: 'segment' } as const;

/** What a merge does, in words: what is learned, added, moved, cut and gone. */
export function MergeResult({
  records,
  merged,
  staysId,
  gone,
}: {
  readonly records: PortfolioRecords;
  readonly merged: MergedInitiatives;
  readonly staysId: string;
  readonly gone: readonly string[];
}) {
  const { t } = useTranslation('planning');
  const words = useWords();
  const fields = useFieldWords();
  const nameOf = (id: string): string => records.initiative[id]?.name ?? id;
  const target = ({ table, targetId }: CutShare): string =>
    records[tableOf[table]][targetId]?.name ?? targetId;
  const moved = partWords(merged.moved, t);
  const dropped = partWords(merged.dropped, t);
  const lines: { readonly text: string; readonly isLoss?: boolean }[] = [
    ...merged.added.map(({ field, unknown }) => {
      const sum = fields.value(records, merged.merged, field);
      return unknown.length === 0
        ? { text: t('merge.added', { field: fields.name(field), sum }) }
        : {
            isLoss: true,
            text: t('merge.addedUnknown', {
              field: fields.name(field),
              sum,
              unknown: nameWords(unknown.map(nameOf), t),
            }),
          };
    }),
    ...(merged.filled.length > 0
      ? [
          {
            text: t('merge.filled', {
              name: nameOf(staysId),
              fields: merged.filled.map(fields.name).join(t('list.join')),
            }),
          },
        ]
      : []),
    ...(moved === '' ? [] : [{ text: t('merge.moved', { parts: moved }) }]),
    ...(dropped === '' ? [] : [{ isLoss: true, text: t('merge.dropped', { parts: dropped }) }]),
    ...merged.cut.map((cut) => ({
      isLoss: true,
      text: t('merge.cut', {
        target: target(cut),
        asked: words.share(cut.asked),
        given: words.share(cut.given),
      }),
    })),
    { text: t('merge.gone', { names: nameWords(gone, t) }) },
  ];
  return (
    <section>
      <h3 className={css.subhead}>{t('merge.result')}</h3>
      <ul className={css.items}>
        {lines.map(({ text, isLoss }) => (
          <li key={text} className={isLoss ? css.loss : undefined}>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

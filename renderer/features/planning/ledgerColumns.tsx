import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { LedgerRow } from '../../../shared/analysis/handoffLedger.ts';
import { handoffKinds } from '../../../shared/domain/planningRecords.ts';
import type { Handoff, Phase, PortfolioRecords } from '../../../shared/domain/records.ts';
import { endNamed, handoffEnd } from '../../../shared/planning/handoffs.ts';
import { keptText, readKept } from '../../../shared/planning/keptText.ts';
import { cellEdits, choicesOf } from '../../ui/editGrid/cellEdits.ts';
import { textCell, unknown } from '../../ui/editGrid/cells.tsx';
import type { GridColumn } from '../../ui/editGrid/gridTypes.ts';
import type { Parsed } from '../../ui/parse.ts';
import { readPersonDays, readText } from '../../ui/readers.ts';
import type { SayValues } from '../inspector/sayValues.ts';
import { HandoffEndName } from './HandoffEndName.tsx';
import { HandoffKind } from './HandoffKind.tsx';
import { readDays, readKeptText } from './handoffActions.ts';
import css from './planning.module.css';
import type { useLedgerWords } from './useLedgerWords.ts';

const edits = cellEdits<LedgerRow, Handoff>('handoff', ({ handoff }) => handoff);

interface ColumnContext {
  readonly records: PortfolioRecords;
  readonly phases: readonly Phase[];
  readonly suggestions: readonly string[];
  readonly words: SayValues;
  readonly say: ReturnType<typeof useLedgerWords>;
}

/** The columns of the wide ledger: what was recorded, and beside it what the model makes of it. */
export function ledgerColumns(
  t: TFunction<'planning'>,
  { records, phases, suggestions, words, say }: ColumnContext,
): readonly GridColumn<LedgerRow>[] {
  const end = (which: 'from' | 'to'): GridColumn<LedgerRow> => ({
    id: which,
    title: t(`handoff.${which}`),
    width: 140,
    cell: ({ handoff }) => <HandoffEndName end={handoffEnd(records, handoff, which)} />,
    hint: ({ handoff }) => handoffEnd(records, handoff, which).name || undefined,
    edit: edits.edit(
      (handoff) => handoffEnd(records, handoff, which).name,
      readText(),
      (name) => endNamed(records, which, name ?? ''),
      { suggestions },
    ),
  });
  const number = (
    field: 'waitDays' | 'relearningDays',
    title: string,
    read: (text: string) => Parsed<number | null>,
  ): GridColumn<LedgerRow> => ({
    id: field,
    title,
    width: 132,
    numeric: true,
    cell: (row) =>
      beside(
        row.handoff[field] === null ? unknown : words.number(row.handoff[field]),
        row,
        field === 'waitDays' ? 'wait' : 'relearning',
      ),
    edit: edits.number(field, words.numberText, read),
  });
  /** What was recorded, and beside it what the model makes of it. */
  const beside = (recorded: ReactNode, row: LedgerRow, id: 'wait' | 'kept' | 'relearning') => (
    <span className={css.beside}>
      {recorded}
      {row.modelled && <span className={css.modelled}>{say.modelled(row.modelled)[id]}</span>}
    </span>
  );
  return [
    end('from'),
    end('to'),
    {
      id: 'kind',
      title: t('handoff.kind'),
      width: 108,
      cell: ({ handoff }) => <HandoffKind kind={handoff.kind} />,
      edit: edits.choice(
        'kind',
        choicesOf('planning', handoffKinds, (id) => `kind.${id}`),
      ),
    },
    {
      id: 'passes',
      title: t('handoff.passes'),
      width: 140,
      cell: ({ handoff }) => textCell(handoff.passes),
      hint: ({ handoff }) => handoff.passes || undefined,
      edit: edits.prose('passes'),
    },
    number('waitDays', t('handoff.wait'), readDays),
    {
      id: 'kept',
      title: t('handoff.kept'),
      width: 170,
      numeric: true,
      cell: (row) => beside(say.kept(row.handoff) || unknown, row, 'kept'),
      hint: () => t('handoff.keptHint'),
      edit: edits.edit(keptText, readKeptText, (text) => {
        const range = readKept(text);
        return typeof range === 'string' ? {} : range;
      }),
    },
    number('relearningDays', t('handoff.relearning'), readPersonDays),
    {
      id: 'phase',
      title: t('handoff.phase'),
      width: 120,
      cell: ({ phaseId, phaseNamed }) => {
        const phase = phases.find(({ id }) => id === phaseId);
        if (!phase) return unknown;
        return <span className={phaseNamed ? css.text : css.derived}>{phase.name}</span>;
      },
      hint: ({ phaseNamed }) => (phaseNamed ? undefined : t('handoff.noPhase')),
      edit: edits.choice('phaseId', [
        { id: '', text: t('handoff.noPhase') },
        ...phases.map(({ id, name }) => ({ id, text: name })),
      ]),
    },
  ];
}

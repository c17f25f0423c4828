import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { LedgerRow } from '../../../shared/analysis/handoffLedger.ts';
import { handoffKinds } from '../../../shared/domain/planningRecords.ts';
import type { Initiative, Phase } from '../../../shared/domain/records.ts';
import { keptText, readKept } from '../../../shared/planning/keptText.ts';
import type { GridColumn } from '../../ui/editGrid/gridTypes.ts';
import type { Parsed } from '../../ui/parse.ts';
import { readPersonDays, readText } from '../../ui/readers.ts';
import type { SayValues } from '../inspector/useWords.ts';
import { HandoffKind } from './HandoffKind.tsx';
import { editHandoff, endNamed, readDays, readKeptText } from './handoffActions.ts';
import css from './planning.module.css';
import type { useLedgerWords } from './useLedgerWords.ts';

const unknown = <span className={css.unknown}>–</span>;

interface ColumnContext {
  readonly initiative: Initiative;
  readonly phases: readonly Phase[];
  readonly suggestions: readonly string[];
  readonly words: SayValues;
  readonly say: ReturnType<typeof useLedgerWords>;
}

/** The columns of the wide ledger: what was recorded, and beside it what the model makes of it. */
export function ledgerColumns(
  t: TFunction<'planning'>,
  { initiative, phases, suggestions, words, say }: ColumnContext,
): readonly GridColumn<LedgerRow>[] {
  const end = (which: 'from' | 'to'): GridColumn<LedgerRow> => ({
    id: which,
    title: t(`handoff.${which}`),
    width: 140,
    cell: ({ handoff }) => {
      const name = handoff[`${which}Name`];
      return name === '' ? unknown : <span className={css.text}>{name}</span>;
    },
    hint: ({ handoff }) => handoff[`${which}Name`] || undefined,
    edit: {
      start: ({ handoff }) => handoff[`${which}Name`],
      suggestions,
      commit: ({ handoff }, text) => {
        const name = readText()(text);
        if (!name.ok) return name.reason;
        editHandoff(initiative, handoff, endNamed(which, name.value));
        return null;
      },
    },
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
    edit: {
      start: ({ handoff }) => words.numberText(handoff[field]),
      commit: ({ handoff }, text) => {
        const value = read(text);
        if (!value.ok) return value.reason;
        editHandoff(initiative, handoff, { [field]: value.value });
        return null;
      },
    },
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
      edit: {
        start: ({ handoff }) => handoff.kind,
        choices: handoffKinds.map((id) => ({ id, text: t(`kind.${id}`) })),
        commit: ({ handoff }, text) => {
          const kind = handoffKinds.find((each) => each === text);
          if (!kind) return 'invalid.choice';
          editHandoff(initiative, handoff, { kind });
          return null;
        },
      },
    },
    {
      id: 'passes',
      title: t('handoff.passes'),
      width: 140,
      cell: ({ handoff }) =>
        handoff.passes === '' ? unknown : <span className={css.text}>{handoff.passes}</span>,
      hint: ({ handoff }) => handoff.passes || undefined,
      edit: {
        start: ({ handoff }) => handoff.passes,
        commit: ({ handoff }, text) => {
          editHandoff(initiative, handoff, { passes: text.trim() });
          return null;
        },
      },
    },
    number('waitDays', t('handoff.wait'), readDays),
    {
      id: 'kept',
      title: t('handoff.kept'),
      width: 170,
      numeric: true,
      cell: (row) => beside(say.kept(row.handoff) || unknown, row, 'kept'),
      hint: () => t('handoff.keptHint'),
      edit: {
        start: ({ handoff }) => keptText(handoff),
        commit: ({ handoff }, text) => {
          const read = readKeptText(text);
          if (!read.ok) return read.reason;
          const range = readKept(text);
          if (typeof range !== 'string') editHandoff(initiative, handoff, range);
          return null;
        },
      },
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
      edit: {
        start: ({ handoff }) => handoff.phaseId ?? '',
        choices: [
          { id: '', text: t('handoff.noPhase') },
          ...phases.map(({ id, name }) => ({ id, text: name })),
        ],
        commit: ({ handoff }, text) => {
          editHandoff(initiative, handoff, { phaseId: text === '' ? null : text });
          return null;
        },
      },
    },
  ];
}

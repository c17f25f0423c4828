import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { handoffLedger, type LedgerRow } from '../../../shared/analysis/handoffLedger.ts';
import { portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import type { Initiative, PortfolioRecords } from '../../../shared/domain/records.ts';
import { effectiveParameter } from '../../../shared/planning/modelParameter.ts';
import { usePlanReadOnly, usePortfolio } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EditGrid } from '../../ui/editGrid/EditGrid.tsx';
import { ENTRY, takeEntry } from '../../ui/editGrid/entryLine.ts';
import { GridRowMenu } from '../../ui/editGrid/GridRowMenu.tsx';
import type { GridLine, Then } from '../../ui/editGrid/gridTypes.ts';
import { useGridCursor } from '../../ui/editGrid/useGridCursor.ts';
import { ActionItem, MenuLine } from '../../ui/Menu.tsx';
import type { InvalidKey } from '../../ui/parse.ts';
import { useWords } from '../inspector/useWords.ts';
import { addHandoff, endSuggestions, fillHandoffs, moveHandoff, removeHandoff } from './handoffActions.ts';
import { ledgerColumns } from './ledgerColumns.tsx';
import css from './planning.module.css';
import { useLedgerWords } from './useLedgerWords.ts';

export interface LedgerDialogProps {
  readonly initiativeId: string;
  /** The row that the keyboard starts in; the first where absent. */
  readonly handoffId?: string | undefined;
  readonly onClose: () => void;
}

/** The whole ledger of an initiative as a table: edited cell by cell, with the model's figures beside. */
export function LedgerDialog(props: LedgerDialogProps) {
  const records = usePortfolio((state) => state.records);
  const initiative = records?.initiative[props.initiativeId];
  return records && initiative ? <Ledger {...props} records={records} initiative={initiative} /> : null;
}

function Ledger({
  records,
  initiative,
  handoffId,
  onClose,
}: LedgerDialogProps & { readonly records: PortfolioRecords; readonly initiative: Initiative }) {
  const { t } = useTranslation('planning');
  const words = useWords();
  const say = useLedgerWords(records);
  const cursor = useGridCursor();
  const readOnly = usePlanReadOnly();
  const ledger = useMemo(() => handoffLedger(records, initiative.id), [records, initiative.id]);
  const columns = useMemo(
    () =>
      ledgerColumns(t, {
        records,
        phases: portfolioIndex(records).phases.get(initiative.id) ?? [],
        suggestions: endSuggestions(records),
        words,
        say,
      }),
    [t, initiative, records, words, say],
  );
  const lines = useMemo(() => {
    const list: GridLine<LedgerRow>[] = ledger.rows.map((row) => ({
      kind: 'row',
      key: row.handoff.id,
      row,
    }));
    if (!readOnly) list.push({ kind: 'entry', key: ENTRY, placeholder: t('handoff.entry') });
    return list;
  }, [ledger, readOnly, t]);
  const { move } = cursor;
  useEffect(() => {
    if (handoffId !== undefined) move(handoffId, 0);
  }, [handoffId, move]);
  const { totals, text } = say.totals(ledger.rows.map(({ handoff }) => handoff));
  const modelled = ledger.rows.flatMap((row) => row.modelled ?? []);
  const sum = (of: 'waitDays' | 'relearningDays'): string | null =>
    modelled.length === 0
      ? null
      : words.number(Math.round(modelled.reduce((total, row) => total + row[of], 0)));

  const entry = (_key: string, typed: string, then: Then): InvalidKey | null =>
    takeEntry(cursor, typed, then, (from) => addHandoff(initiative, from));
  const onKey = (event: React.KeyboardEvent, key: string): boolean => {
    const at = ledger.rows.findIndex(({ handoff }) => handoff.id === key);
    if (at < 0 || readOnly) return false;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      moveHandoff(initiative, key, at + (event.key === 'ArrowUp' ? -1 : 1));
      return true;
    }
    if (event.key === 'Delete') {
      void removeHandoff(initiative, key);
      return true;
    }
    return false;
  };
  return (
    <Dialog
      title={t('handoff.title', { name: initiative.name })}
      width="wide"
      onClose={onClose}
      footer={
        <Button look="primary" onPress={onClose}>
          {t('handoff.done')}
        </Button>
      }
    >
      <div className={css.ledger}>
        <p className={css.summary} role="status">
          {totals.rows === 0 ? t('handoff.none') : `${text}. ${t('handoff.legend')}`}
        </p>
        <div
          className={css.ledgerGrid}
          style={{ '--lines': Math.max(4, lines.length) } as React.CSSProperties}
        >
          <EditGrid<LedgerRow>
            label={t('handoff.title', { name: initiative.name })}
            role="grid"
            columns={columns}
            lines={lines}
            cursor={cursor}
            selectedKey={cursor.key}
            readOnly={readOnly}
            fieldLabel={(column, row) =>
              row ? t('handoff.field', { column, ...say.ends(row.handoff) }) : t('handoff.fieldNew')
            }
            editLabel={() => ({ key: 'handoff.edit', params: { name: initiative.name } })}
            onEntry={entry}
            onKey={onKey}
            actions={(row) =>
              readOnly ? null : (
                <RowMenu row={row} initiative={initiative} records={records} ledger={ledger.rows} />
              )
            }
            footer={[
              t('handoff.total'),
              null,
              null,
              null,
              <Sum
                key="wait"
                recorded={totals.unknownWait < totals.rows ? words.number(totals.waitDays) : '–'}
                modelled={sum('waitDays')}
              />,
              null,
              <Sum
                key="relearning"
                recorded={totals.unknownRelearning < totals.rows ? words.number(totals.relearningDays) : '–'}
                modelled={sum('relearningDays')}
              />,
              null,
            ]}
          />
        </div>
        {ledger.unrecorded.length > 0 && initiative.mode === 'project' && (
          <p className={css.summary}>
            {t('handoff.unrecorded', {
              count: ledger.unrecorded.length,
              phases: ledger.unrecorded.map(({ phaseName }) => phaseName).join(t('list.join')),
            })}{' '}
            {!readOnly && (
              <button type="button" className={css.link} onClick={() => void fillHandoffs(initiative)}>
                {t('handoff.record')}
              </button>
            )}
          </p>
        )}
        <p className={css.assumption}>
          {ledger.computed
            ? t('handoff.assumption', {
                share: words.share(effectiveParameter(records, initiative.id, 'handoff_retention')),
              })
            : t('handoff.notModelled')}
        </p>
      </div>
    </Dialog>
  );
}

function Sum({ recorded, modelled }: { readonly recorded: string; readonly modelled: string | null }) {
  return (
    <span className={css.beside}>
      {recorded}
      {modelled !== null && <span className={css.modelled}>{modelled}</span>}
    </span>
  );
}

function RowMenu({
  row,
  initiative,
  records,
  ledger,
}: {
  readonly row: LedgerRow;
  readonly initiative: Initiative;
  readonly records: PortfolioRecords;
  readonly ledger: readonly LedgerRow[];
}) {
  const { t } = useTranslation('planning');
  const say = useLedgerWords(records);
  const { id } = row.handoff;
  const at = ledger.findIndex(({ handoff }) => handoff.id === id);
  const label = t('handoff.menu', say.ends(row.handoff));
  return (
    <GridRowMenu label={label}>
      <ActionItem
        id="up"
        text={t('handoff.up')}
        disabled={at === 0}
        onAction={() => moveHandoff(initiative, id, at - 1)}
      />
      <ActionItem
        id="down"
        text={t('handoff.down')}
        disabled={at === ledger.length - 1}
        onAction={() => moveHandoff(initiative, id, at + 1)}
      />
      <MenuLine />
      <ActionItem
        id="remove"
        text={t('handoff.remove')}
        onAction={() => void removeHandoff(initiative, id)}
      />
    </GridRowMenu>
  );
}

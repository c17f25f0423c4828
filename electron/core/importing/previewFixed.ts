import type { Initiative, Portfolio, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { ImportPlan, ImportPreview } from '../../../shared/exchange/contract.ts';
import { readExchange } from '../../../shared/exchange/json.ts';
import { ownChanges } from '../../../shared/exchange/own/ownChanges.ts';
import type { OwnTable } from '../../../shared/exchange/own/ownTables.ts';
import { planOutcome } from '../../../shared/exchange/projects/planRecords.ts';
import type { ImportOutcome } from '../../../shared/exchange/records/mapTable.ts';
import { mergeExchange } from '../../../shared/exchange/records/mergeExchange.ts';
import { heldTables } from '../../../shared/exchange/sources.ts';
import { toMajor } from '../../../shared/text/format.ts';
import type { Source } from './openSource.ts';

interface FixedRequest {
  readonly fileName: string;
  readonly portfolio: Portfolio;
  readonly records: PortfolioRecords;
}

/** Ids that nobody keeps. */
export function createCounter(): () => string {
  let n = 0;
  return () => {
    n += 1;
    return `preview-${n}`;
  };
}

/** The plan of a file that has no columns to match. */
function fixedPlan(
  kind: 'throughline' | 'ownTables' | 'msProject',
  encoding: string,
  currency: string,
): ImportPlan {
  return {
    kind,
    encoding,
    delimiter: '',
    headerRow: 0,
    columns: {},
    currency,
    units: {},
    dateOrders: {},
    listSeparator: ';',
    defaultMode: 'project',
  };
}

/** The preview of a file that needs no matching: how many initiatives it holds, and the first of them. */
function previewFixed(
  plan: ImportPlan,
  outcome: ImportOutcome,
  sample: readonly Initiative[],
): ImportPreview {
  const { report } = outcome;
  const { currency } = plan;
  const amount = (minor: number): string => `${toMajor(minor, currency)} ${currency}`;
  return {
    fileName: report.fileName,
    plan,
    prose: [],
    rows: report.rows,
    columns: [],
    notes: report.notes ?? [],
    holds: heldTables.flatMap((table) => {
      const count = (outcome.changes.add[table]?.length ?? 0) + (outcome.changes.update[table]?.length ?? 0);
      return count > 0 ? [{ table, count }] : [];
    }),
    sample: sample.slice(0, 8).map((initiative, index) => ({
      row: index + 1,
      values: {
        name: initiative.name,
        mode: initiative.mode,
        ...(initiative.startDate === null ? {} : { startDate: initiative.startDate }),
        ...(initiative.endDate === null ? {} : { endDate: initiative.endDate }),
        ...(initiative.budget === null ? {} : { budget: amount(initiative.budget) }),
        ...(initiative.spent === null ? {} : { spent: amount(initiative.spent) }),
      },
      problems: {},
    })),
    expected: {
      created: report.created,
      updated: report.updated,
      unchanged: report.unchanged,
      skipped: report.skipped.length,
      refused: report.refused.length,
    },
  };
}

/** The preview of a portfolio in our own JSON. */
export function previewDocument(text: string, encoding: string, request: FixedRequest): ImportPreview {
  const document = readExchange(text, request.fileName);
  const outcome = mergeExchange(document, request.records, request.fileName);
  return previewFixed(
    fixedPlan('throughline', encoding, document.portfolio.currency),
    outcome,
    document.initiative,
  );
}

/** The preview of tables of the portfolio that come back: what they change, and in which records. */
export function previewOwn(tables: readonly OwnTable[], request: FixedRequest): ImportPreview {
  const { fileName, records, portfolio } = request;
  const { outcome, refresh } = ownChanges(tables, records, fileName, createCounter());
  const { add } = outcome.changes;
  const { refused, unreadable } = outcome.report;
  const problems = [...refused, ...unreadable].map(({ row, column, reason }) => ({
    ...{ column, reason, count: 1, rows: [row] },
  }));
  return {
    ...previewFixed(fixedPlan('ownTables', '', portfolio.currency), outcome, add.initiative ?? []),
    kinds: ['ownTables', 'table'],
    tables: outcome.report.tables ?? [],
    problems,
    refresh,
  };
}

/** The preview of a project plan. */
export function previewProject(
  source: Extract<Source, { kind: 'msProject' }>,
  request: FixedRequest,
): ImportPreview {
  const { fileName, records, portfolio } = request;
  const plan = source.read(portfolio.currency);
  const outcome = planOutcome(plan, fileName, records, createCounter());
  const { add, update } = outcome.changes;
  const known = Object.values(records.initiative).filter((each) => each.name === plan.name);
  const shown = [...(add.initiative ?? []), ...(update.initiative ?? []), ...known];
  const preview = previewFixed(
    {
      ...fixedPlan('msProject', source.encoding, plan.currency ?? portfolio.currency),
      ...source.table?.choices,
    },
    outcome,
    shown.slice(0, 1),
  );
  if (!source.table) return preview;
  return { ...preview, kinds: [...source.table.kinds], sheets: [...source.table.sheets] };
}

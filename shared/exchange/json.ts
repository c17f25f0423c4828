import { z } from 'zod';
import { Failure } from '../contract/result.ts';
import { emptyRecords } from '../domain/defaults.ts';
import { withLaterFields } from '../domain/laterFields.ts';
import { instantSchema } from '../domain/primitives.ts';
import {
  type AnyRecord,
  type PortfolioRecords,
  recordSchemas,
  type TableName,
  tableNames,
} from '../domain/records.ts';
import { references, referredId } from '../domain/references.ts';

/** The name that every file in our JSON format carries, and the version written by this program. */
export const EXCHANGE_FORMAT = 'throughline-portfolio';
export const EXCHANGE_VERSION = 3;

const lists = Object.fromEntries(
  tableNames.filter((name) => name !== 'portfolio').map((name) => [name, z.array(recordSchemas[name])]),
) as unknown as { [T in Exclude<TableName, 'portfolio'>]: z.ZodArray<(typeof recordSchemas)[T]> };

/** A whole portfolio as one JSON document: its settings, and a list of records for each table in order of writing. */
export const exchangeSchema = z.strictObject({
  format: z.literal(EXCHANGE_FORMAT),
  version: z.literal(EXCHANGE_VERSION),
  /** When it was written; absent in files that must be the same each time they are made. */
  exportedAt: instantSchema.optional(),
  portfolio: recordSchemas.portfolio,
  ...lists,
});
export type ExchangeDocument = Readonly<z.infer<typeof exchangeSchema>>;

/** Steps from each older version to the next; the index is the version it starts from. */
const upgrades: Readonly<Record<number, (document: Record<string, unknown>) => Record<string, unknown>>> = {
  1: (document) => ({ ...withLaterTables(document, firstTables), version: 2 }),
  2: (document) => ({ ...withLaterTables(document, secondTables), version: 3 }),
};

/** What a document of an older version does not say is not known, or not so; tables that came later are empty. */
function withLaterTables(
  document: Record<string, unknown>,
  needed: ReadonlySet<TableName>,
): Record<string, unknown> {
  const lists = tableNames.flatMap((table): [string, unknown][] => {
    if (table === 'portfolio') return [];
    if (!Object.hasOwn(document, table)) return needed.has(table) ? [] : [[table, []]];
    const list = document[table];
    return [
      [table, Array.isArray(list) ? list.map((record: unknown) => withLaterFields(table, record)) : list],
    ];
  });
  return { ...document, ...Object.fromEntries(lists) };
}

/** The tables that a document of version 1 must have. */
const firstTables: ReadonlySet<TableName> = new Set([
  'team',
  'partner',
  'capability',
  'initiative',
  'phase',
  'release',
  'scopeItem',
  'contribution',
  'engagement',
  'dependency',
]);

/** Those that a document of version 2 must have. */
const secondTables: ReadonlySet<TableName> = new Set<TableName>([
  ...firstTables,
  'teamMember',
  'segment',
  'outcome',
  'outcomeReading',
  'outcomeLink',
  'segmentLink',
  'allocation',
  'handoff',
  'tranche',
  'overheadWork',
  'savedView',
]);

/** A document with settings and no records. */
export function emptyExchange(portfolio: ExchangeDocument['portfolio']): ExchangeDocument {
  return toExchange({ ...emptyRecords(), portfolio: { portfolio } });
}

/** The document of all records; `exportedAt` only when given. */
export function toExchange(records: PortfolioRecords, exportedAt?: string): ExchangeDocument {
  const portfolio = records.portfolio.portfolio;
  if (!portfolio)
    throw new Failure('invalid_record', 'the portfolio has no settings record', {
      place: { field: 'portfolio' },
    });
  const tables = Object.fromEntries(
    tableNames.filter((name) => name !== 'portfolio').map((name) => [name, Object.values(records[name])]),
  );
  return {
    format: EXCHANGE_FORMAT,
    version: EXCHANGE_VERSION,
    ...(exportedAt === undefined ? {} : { exportedAt }),
    portfolio,
    ...tables,
  } as ExchangeDocument;
}

/**
 * The document as text: two spaces of indentation, keys in the order of the schemas, a line feed at the end. The same
 * records always give the same bytes.
 */
export function writeExchange(document: ExchangeDocument): string {
  return `${JSON.stringify(normalise(document), null, 2)}\n`;
}

function normalise(document: ExchangeDocument): unknown {
  const ordered: Record<string, unknown> = { format: document.format, version: document.version };
  if (document.exportedAt !== undefined) ordered.exportedAt = document.exportedAt;
  ordered.portfolio = inSchemaOrder('portfolio', document.portfolio);
  for (const name of tableNames) {
    if (name === 'portfolio') continue;
    ordered[name] = document[name].map((record) => inSchemaOrder(name, record as AnyRecord));
  }
  return ordered;
}

function inSchemaOrder(table: TableName, record: AnyRecord): unknown {
  const source = record as unknown as Record<string, unknown>;
  return Object.fromEntries(Object.keys(recordSchemas[table].shape).map((key) => [key, source[key]]));
}

const path = (parts: readonly PropertyKey[]): string =>
  parts
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');

/**
 * Reads and checks a document. Fails with unsupported_format (not ours), newer_version, invalid_record with the path
 * of the first wrong value, or broken_reference when a record refers to one that is not there.
 */
export function readExchange(text: string, fileName: string): ExchangeDocument {
  const raw = parseJson(text, fileName);
  if (typeof raw !== 'object' || raw === null || (raw as { format?: unknown }).format !== EXCHANGE_FORMAT)
    throw new Failure('unsupported_format', `${fileName} is JSON, but not a ${EXCHANGE_FORMAT} document`, {
      place: { file: fileName, field: 'format' },
    });
  let document = raw as Record<string, unknown>;
  if (typeof document.version === 'number' && document.version > EXCHANGE_VERSION)
    throw new Failure(
      'newer_version',
      `${fileName} has version ${document.version}; this program reads up to ${EXCHANGE_VERSION}`,
      {
        params: { version: document.version, supported: EXCHANGE_VERSION },
        place: { file: fileName, field: 'version' },
      },
    );
  for (
    let upgrade = upgrades[Number(document.version)];
    upgrade;
    upgrade = upgrades[Number(document.version)]
  )
    document = upgrade(document);
  const result = exchangeSchema.safeParse(document);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new Failure(
      'invalid_record',
      `${fileName}: ${path(issue?.path ?? [])}: ${issue?.message ?? 'not valid'}`,
      {
        params: { problems: result.error.issues.length, reason: issue?.message ?? '' },
        place: { file: fileName, field: path(issue?.path ?? []) },
      },
    );
  }
  checkReferences(result.data, fileName);
  return result.data;
}

function parseJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Failure(
      'unsupported_format',
      `${fileName} is not valid JSON: ${cause instanceof Error ? cause.message : cause}`,
      {
        place: { file: fileName },
        cause,
      },
    );
  }
}

function checkReferences(document: ExchangeDocument, fileName: string): void {
  const ids = new Map<TableName, Set<string>>();
  const problem = (code: 'broken_reference' | 'invalid_record', field: string, message: string): Failure =>
    new Failure(code, `${fileName}: ${field}: ${message}`, { place: { file: fileName, field } });
  for (const table of tableNames) {
    if (table === 'portfolio') continue;
    const seen = new Set<string>();
    for (const [index, record] of document[table].entries()) {
      if (seen.has(record.id))
        throw problem('invalid_record', `${table}[${index}].id`, `the id ${record.id} occurs twice`);
      seen.add(record.id);
    }
    ids.set(table, seen);
  }
  for (const table of tableNames) {
    if (table === 'portfolio' || references[table].length === 0) continue;
    for (const [index, record] of (document[table] as readonly AnyRecord[]).entries()) {
      for (const reference of references[table]) {
        const id = referredId(record, reference);
        if (id !== null && !ids.get(reference.to)?.has(id))
          throw problem(
            'broken_reference',
            `${table}[${index}].${reference.field}`,
            `there is no ${reference.to} ${id}`,
          );
      }
    }
  }
}

/** The document's records as maps by id, in its order. */
export function fromExchange(document: ExchangeDocument): PortfolioRecords {
  const records = emptyRecords() as unknown as Record<TableName, Record<string, AnyRecord>>;
  records.portfolio.portfolio = document.portfolio;
  for (const table of tableNames) {
    if (table === 'portfolio') continue;
    for (const record of document[table]) records[table][record.id] = record as AnyRecord;
  }
  return records as unknown as PortfolioRecords;
}

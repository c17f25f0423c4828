import { z } from 'zod';
import { currencySchema, instantSchema } from '../domain/primitives.ts';
import { dateOrders, type ImportPlan, moneyUnits, type TableReport } from './contract.ts';
import { type ImportField, importFields, levelFields, rowSubjects } from './importFields.ts';
import { type FurtherTable, tableRoles } from './sources.ts';
import { translationsSchema } from './translation.ts';

const headerSchema = z.string().max(200);
export const presetNameSchema = z.string().trim().min(1).max(100);

/** How a table that came together with the list was taken, with its columns by name. */
const presetTableSchema = z.strictObject({
  headers: z.array(headerSchema).max(2_000),
  role: z.enum(tableRoles),
  /** The column that names the initiative of a row; null for a list of its own, and for a table that was left out. */
  join: headerSchema.nullable(),
  /** False for a list of its own that was left out. */
  taken: z.boolean().optional(),
  columns: z.record(z.string().max(40), headerSchema),
  /** Words of theirs and ours for them; absent where there are none. */
  translations: translationsSchema.optional(),
});
type PresetTable = Readonly<z.infer<typeof presetTableSchema>>;

/** How lists of one sort are read, with their columns by name, kept for the next time. */
export const importPresetSchema = z.strictObject({
  name: presetNameSchema,
  savedAt: instantSchema,
  /** All column names of the list that it was made for: by them the next one is recognised. */
  headers: z.array(headerSchema).max(2_000),
  columns: z.partialRecord(z.enum(importFields), headerSchema),
  /** What a row is; absent for initiatives. */
  rows: z.enum(rowSubjects).optional(),
  /** Columns of readings by their days; absent where there are none. */
  readings: z.array(headerSchema).max(500).optional(),
  currency: currencySchema,
  units: z.record(headerSchema, z.enum(moneyUnits)),
  dateOrders: z.record(headerSchema, z.enum(dateOrders)),
  separators: z.record(headerSchema, z.string().max(5)),
  listSeparator: z.string().max(5),
  defaultMode: z.enum(['project', 'product']),
  translations: translationsSchema,
  unknownWords: z.array(z.string().min(1).max(200)).max(500),
  zeroUnknown: z.array(headerSchema).max(2_000),
  emptyClears: z.boolean(),
  /** Tables that came together with the list; absent where there were none. */
  tables: z.array(presetTableSchema).max(20).optional(),
});
export type ImportPreset = Readonly<z.infer<typeof importPresetSchema>>;

/** A preset that fits a list: how much of both their headers is common, 0 to 1, and which of its columns are not there. */
export interface RecognisedPreset {
  readonly preset: ImportPreset;
  readonly likeness: number;
  readonly missing: readonly string[];
}

/** Share of the headers of both that must be common for a preset to be offered. */
const OFFERED = 0.5;
const key = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();

function indexed<T>(values: Readonly<Record<string, T>>, at: (header: string) => number | undefined) {
  return Object.fromEntries(
    Object.entries(values).flatMap(([header, value]) => {
      const index = at(header);
      return index === undefined ? [] : [[String(index), value] as const];
    }),
  );
}

function named<T>(
  values: Readonly<Record<string, T>> | undefined,
  headers: readonly string[],
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([index, value]) => {
      const header = headers[Number(index)];
      return header === undefined ? [] : [[header, value] as const];
    }),
  );
}

/** The place of a column by its name, the first of several. */
function finder(headers: readonly string[]): (header: string) => number | undefined {
  const places = new Map<string, number>();
  for (const [index, header] of headers.entries())
    if (!places.has(key(header))) places.set(key(header), index);
  return (header) => places.get(key(header));
}

/** Share of the column names of two tables that both have, 0 to 1. */
function likenessOf(ours: readonly string[], theirs: readonly string[]): number {
  const [here, there] = [new Set(ours.map(key)), new Set(theirs.map(key))];
  const common = [...there].filter((header) => here.has(header)).length;
  return common / Math.max(1, here.size + there.size - common);
}

function presetTables(plan: ImportPlan, further: readonly TableReport[]): readonly PresetTable[] {
  return further.flatMap((report) => {
    const choice = plan.tables?.find(({ file }) => file === report.file);
    const { headers = [] } = report;
    if (choice === undefined || headers.length === 0) return [];
    return [
      {
        headers: [...headers],
        role: choice.role,
        join: headers[choice.join ?? -1] ?? null,
        ...(choice.taken === undefined ? {} : { taken: choice.taken }),
        columns: Object.fromEntries(
          Object.entries(choice.columns ?? report.columns ?? {}).flatMap(([field, column]) => {
            const header = headers[column];
            return header === undefined ? [] : [[field, header] as const];
          }),
        ),
        ...wordsOf(choice),
      },
    ];
  });
}

/** The value translations of a table; nothing where it has none. */
const wordsOf = ({ translations = [] }: Pick<FurtherTable, 'translations'>) =>
  translations.length === 0 ? {} : { translations: [...translations] };

/** How a preset takes the tables that came together with a list: each as the kept one that is most like it, if any is. */
function tablesFromPreset(
  kept: readonly PresetTable[],
  further: readonly TableReport[],
): readonly FurtherTable[] {
  const left = [...kept];
  return further.flatMap(({ file, headers = [] }) => {
    const likeness = left.map((table) => likenessOf(headers, table.headers));
    const best = likeness.indexOf(Math.max(...likeness));
    const table = left[best];
    if (file === undefined || table === undefined || (likeness[best] ?? 0) < OFFERED) return [];
    const at = finder(headers);
    const join = table.join === null ? null : at(table.join);
    // Without the column that named its initiatives, it is found anew what the table is.
    if (join === undefined) return [];
    left.splice(best, 1);
    const columns = Object.fromEntries(
      Object.entries(table.columns).flatMap(([field, header]) => {
        const index = at(header);
        return index === undefined ? [] : [[field, index] as const];
      }),
    );
    return [
      {
        file,
        role: table.role,
        join,
        columns,
        ...(table.taken === undefined ? {} : { taken: table.taken }),
        ...wordsOf(table),
      },
    ];
  });
}

/**
 * A plan under a name, with the columns by their headers; what belongs to one file only is left out. `further` are the
 * tables that came together with the list, as they were reported.
 */
export function presetOf(
  name: string,
  plan: ImportPlan,
  headers: readonly string[],
  savedAt: string,
  further: readonly TableReport[] = [],
): ImportPreset {
  const tables = presetTables(plan, further);
  return {
    name,
    savedAt,
    headers: [...headers],
    ...(plan.rows === undefined ? {} : { rows: plan.rows }),
    ...(plan.readings === undefined
      ? {}
      : { readings: plan.readings.flatMap((column) => headers[column] ?? []) }),
    columns: Object.fromEntries(
      Object.entries(plan.columns).flatMap(([field, column]) => {
        const header = headers[column];
        return header === undefined ? [] : [[field as ImportField, header] as const];
      }),
    ),
    currency: plan.currency,
    units: named(plan.units, headers),
    dateOrders: named(plan.dateOrders, headers),
    separators: named(plan.separators, headers),
    listSeparator: plan.listSeparator,
    defaultMode: plan.defaultMode,
    translations: [...(plan.translations ?? [])],
    unknownWords: [...(plan.unknownWords ?? [])],
    zeroUnknown: (plan.zeroUnknown ?? []).flatMap((column) => headers[column] ?? []),
    emptyClears: plan.emptyClears ?? false,
    ...(tables.length === 0 ? {} : { tables: [...tables] }),
  };
}

/**
 * What a preset says of a list with these columns, and of the tables that came together with it; fields whose column is
 * not there are not filled.
 */
export function planFromPreset(
  preset: ImportPreset,
  headers: readonly string[],
  further: readonly TableReport[] = [],
): Omit<Partial<ImportPlan>, 'columns'> & { readonly columns: ImportPlan['columns'] } {
  const at = finder(headers);
  const tables = tablesFromPreset(preset.tables ?? [], further);
  return {
    rows: preset.rows ?? 'initiatives',
    ...(preset.readings === undefined
      ? {}
      : { readings: preset.readings.flatMap((header) => at(header) ?? []) }),
    columns: Object.fromEntries(
      Object.entries(preset.columns).flatMap(([field, header]) => {
        const index = at(header);
        return index === undefined ? [] : [[field as ImportField, index] as const];
      }),
    ),
    currency: preset.currency,
    units: indexed(preset.units, at),
    dateOrders: indexed(preset.dateOrders, at),
    separators: indexed(preset.separators, at),
    listSeparator: preset.listSeparator,
    defaultMode: preset.defaultMode,
    translations: [...preset.translations],
    unknownWords: [...preset.unknownWords],
    zeroUnknown: preset.zeroUnknown.flatMap((header) => at(header) ?? []),
    emptyClears: preset.emptyClears,
    ...(tables.length === 0 ? {} : { tables: [...tables] }),
  };
}

/** The presets that fit a list with these columns and have its column of names, the one most alike first. */
export function recognisePresets(
  presets: readonly ImportPreset[],
  headers: readonly string[],
): readonly RecognisedPreset[] {
  const here = new Set(headers.map(key));
  return presets
    .flatMap((preset) => {
      const likeness = likenessOf(headers, preset.headers);
      const missing = Object.values(preset.columns).filter((header) => !here.has(key(header)));
      const hasName = (['name', ...levelFields] as const).some((field) => {
        const header = preset.columns[field];
        return header !== undefined && here.has(key(header));
      });
      return likeness >= OFFERED && hasName ? [{ preset, likeness, missing }] : [];
    })
    .sort((a, b) => b.likeness - a.likeness || b.preset.savedAt.localeCompare(a.preset.savedAt));
}

const sorted = (value: object): string =>
  JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** Whether a preset would have a list read in another way than this plan does. */
export function changesPlan(
  preset: ImportPreset,
  plan: ImportPlan,
  headers: readonly string[],
  further: readonly TableReport[] = [],
): boolean {
  const next = planFromPreset(preset, headers, further);
  const others = (plan.tables ?? []).filter(({ file }) => !next.tables?.some((each) => each.file === file));
  const tables = [...others, ...(next.tables ?? [])];
  const here = presetOf(preset.name, plan, headers, preset.savedAt, further);
  const there = presetOf(preset.name, { ...plan, ...next, tables }, headers, preset.savedAt, further);
  const maps = ['columns', 'units', 'dateOrders', 'separators'] as const;
  const rest = [
    'translations',
    'unknownWords',
    'zeroUnknown',
    'emptyClears',
    'currency',
    'defaultMode',
    'readings',
  ] as const;
  const sameTables = (a: readonly PresetTable[] = [], b: readonly PresetTable[] = []): boolean =>
    a.every(
      (table, index) =>
        JSON.stringify({ ...table, columns: sorted(table.columns) }) ===
        JSON.stringify({ ...b[index], columns: sorted(b[index]?.columns ?? {}) }),
    );
  return (
    !sameTables(here.tables, there.tables) ||
    (here.rows ?? 'initiatives') !== (there.rows ?? 'initiatives') ||
    maps.some((map) => sorted(here[map]) !== sorted(there[map])) ||
    rest.some((field) => JSON.stringify(here[field]) !== JSON.stringify(there[field]))
  );
}

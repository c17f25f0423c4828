import { z } from 'zod';
import { currencySchema, instantSchema } from '../domain/primitives.ts';
import { dateOrders, type ImportPlan, moneyUnits, translationSchema } from './contract.ts';
import { type ImportField, importFields, levelFields, rowSubjects } from './importFields.ts';

const headerSchema = z.string().max(200);
export const presetNameSchema = z.string().trim().min(1).max(100);

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
  translations: z.array(translationSchema).max(5_000),
  unknownWords: z.array(z.string().min(1).max(200)).max(500),
  zeroUnknown: z.array(headerSchema).max(2_000),
  emptyClears: z.boolean(),
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

/** A plan under a name, with the columns by their headers; what belongs to one file only is left out. */
export function presetOf(
  name: string,
  plan: ImportPlan,
  headers: readonly string[],
  savedAt: string,
): ImportPreset {
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
  };
}

/** What a preset says of a list with these columns; fields whose column is not there are not filled. */
export function planFromPreset(
  preset: ImportPreset,
  headers: readonly string[],
): Omit<Partial<ImportPlan>, 'columns'> & { readonly columns: ImportPlan['columns'] } {
  const places = new Map<string, number>();
  for (const [index, header] of headers.entries())
    if (!places.has(key(header))) places.set(key(header), index);
  const at = (header: string): number | undefined => places.get(key(header));
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
      const theirs = new Set(preset.headers.map(key));
      const common = [...theirs].filter((header) => here.has(header)).length;
      const likeness = common / Math.max(1, here.size + theirs.size - common);
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
export function changesPlan(preset: ImportPreset, plan: ImportPlan, headers: readonly string[]): boolean {
  const next = planFromPreset(preset, headers);
  const here = presetOf(preset.name, plan, headers, preset.savedAt);
  const there = presetOf(preset.name, { ...plan, ...next }, headers, preset.savedAt);
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
  return (
    (here.rows ?? 'initiatives') !== (there.rows ?? 'initiatives') ||
    maps.some((map) => sorted(here[map]) !== sorted(there[map])) ||
    rest.some((field) => JSON.stringify(here[field]) !== JSON.stringify(there[field]))
  );
}

import type { Phase, PortfolioRecords } from '../domain/records.ts';

/** What stands in place of names. */
export interface NumberWords {
  readonly initiative: (number: number) => string;
  readonly phase: (kind: Phase['kind']) => string;
  readonly release: (number: number) => string;
}

/**
 * The records with initiatives numbered in their order, and their phases and releases with them; what describes or
 * names them otherwise, and who owns them, is left out. Ids stay, so that everything computed from the full records
 * still fits.
 */
export function withoutNames(records: PortfolioRecords, words: NumberWords): PortfolioRecords {
  const renamed = <T extends { readonly id: string }>(
    table: Readonly<Record<string, T>>,
    change: (record: T, at: number) => Partial<T>,
  ): Record<string, T> =>
    Object.fromEntries(
      Object.values(table).map((record, at) => [record.id, { ...record, ...change(record, at) }]),
    );
  return {
    ...records,
    initiative: renamed(records.initiative, (_, at) => ({
      name: words.initiative(at + 1),
      description: '',
      externalId: null,
      owner: null,
      status: null,
      extra: {},
    })),
    phase: renamed(records.phase, ({ kind }) => ({ name: words.phase(kind), externalId: null })),
    handoff: renamed(records.handoff, () => ({ passes: '' })),
    release: renamed(records.release, (_, at) => ({
      name: words.release(at + 1),
      hypothesis: '',
      learned: '',
      externalId: null,
    })),
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type Changed, mutate } from '../../db/changes.ts';
import type { WriteDb } from '../../db/open.ts';
import { createPortfolioFile, openPortfolioFile, type PortfolioFile } from '../../db/portfolioFile.ts';
import type { RecordWriter } from '../../db/recordWriter.ts';
import { readRecords } from '../../db/repositories/records.ts';
import {
  newCapability,
  newInitiative,
  newPhase,
  newPortfolio,
  newTeam,
} from '../../shared/domain/defaults.ts';
import type { Capability, Contribution, PortfolioRecords, Team } from '../../shared/domain/records.ts';

/** A folder for each test that asks, gone afterwards; files left open in it are closed first. */
export function temporaryFolders(): {
  folder(): string;
  keep<T extends { close(): unknown }>(closable: T): T;
} {
  const folders: string[] = [];
  const closables: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const closable of closables.splice(0)) await closable.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder() {
      const folder = mkdtempSync(join(tmpdir(), 'throughline-test-'));
      folders.push(folder);
      return folder;
    },
    keep(closable) {
      closables.push(closable);
      return closable;
    },
  };
}

export type WritablePortfolio = Extract<PortfolioFile, { readOnly: null }>;

/** The file, which must have come open for writing. */
function writable(file: PortfolioFile): WritablePortfolio {
  if (file.readOnly !== null) throw new Error(`open for reading only: ${file.readOnly}`);
  return file;
}

export const create = (path: string): WritablePortfolio =>
  writable(createPortfolioFile(path, newPortfolio('Test 组合', 'CNY')));
export const reopen = async (path: string): Promise<WritablePortfolio> =>
  writable(await openPortfolioFile(path));

const at = '2026-03-04T05:06:07.890Z';

/** One change by a named person at a fixed instant. */
export const change = (db: WriteDb, key: string, fn: (writer: RecordWriter) => void): Changed =>
  mutate(db, { label: { key, params: {} }, by: 'Ada', at }, fn);

export const team = (id: string): Team => newTeam(id, `Team ${id}`);
export const initiative = (id: string, values: Partial<ReturnType<typeof newInitiative>> = {}) => ({
  ...newInitiative(id, `Initiative ${id} 举措`),
  ...values,
});
export const phase = (
  id: string,
  initiativeId: string,
  values: Partial<ReturnType<typeof newPhase>> = {},
) => ({
  ...newPhase(id, initiativeId, 0, 'build', `Phase ${id}`),
  ...values,
});
export const capability = (id: string, parentId: string | null = null): Capability => ({
  ...newCapability(id, `Capability ${id}`, parentId),
});
export const contribution = (
  id: string,
  initiativeId: string,
  capabilityId: string,
  weight = 0.5,
): Contribution => ({ id, initiativeId, capabilityId, weight });

/** All records as text, order included: two equal texts are the same bytes. */
export const bytesOf = (db: WriteDb): string => JSON.stringify(readRecords(db));
export const textOf = (records: PortfolioRecords): string => JSON.stringify(records);

import type { WriteDb } from '../open.ts';
import { first } from './010-first.ts';
import { planning } from './020-planning.ts';
import { room } from './030-room.ts';

/** One step of the schema. `up` runs in its own transaction, together with the new `user_version`. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (db: WriteDb) => void;
}

/**
 * Every schema ever released, oldest first. Versions leave gaps of ten for a repair between two releases; a released
 * step is never changed, a new one is added below, with its test and its golden file.
 */
export const migrations: readonly Migration[] = [
  { version: 10, name: 'first', up: (db) => db.exec(first) },
  { version: 20, name: 'planning', up: (db) => db.exec(planning) },
  { version: 30, name: 'room', up: (db) => db.exec(room) },
];

/** The schema this program writes. */
export const schemaVersion: number = migrations[migrations.length - 1]!.version;

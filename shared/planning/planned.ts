import type { Change } from '../contract/changes.ts';
import type { AnyRecord, TableName } from '../domain/records.ts';

/** Why a planned operation cannot be done; the page holds a sentence for each. */
export type Refusal =
  | 'missing'
  | 'ownDescendant'
  | 'alreadyThere'
  | 'firstChild'
  | 'topLevel'
  | 'sameRecord'
  | 'noShareLeft'
  | 'nothingNew';

/** What an operation would write, or why it would not. */
export type Planned<Detail = unknown> =
  | ({ readonly ok: true; readonly changes: readonly Change[] } & Detail)
  | { readonly ok: false; readonly reason: Refusal };

/** Makes ids for new records. */
export type NewId = () => string;

export const refuse = (reason: Refusal): { readonly ok: false; readonly reason: Refusal } => ({
  ok: false,
  reason,
});

/** The change that writes a whole record. */
export const put = (table: TableName, record: AnyRecord): Change => ({
  op: 'put',
  table,
  record: { ...record },
});

/** The change of some fields of a record. */
export const patch = (table: TableName, id: string, values: Readonly<Record<string, unknown>>): Change => ({
  op: 'patch',
  table,
  id,
  values: { ...values },
});

/** The change that removes a record. */
export const remove = (table: TableName, id: string): Change => ({ op: 'remove', table, id });

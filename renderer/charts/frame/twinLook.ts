import { useCallback } from 'react';
import { useKept } from '../../state/kept.ts';
import type { TwinSort } from './twinTable.ts';

/** Whether a picture is shown as its table, and how that table is read. */
export interface TwinLook {
  readonly asTable: boolean;
  readonly sort: TwinSort | null;
  /** True once all rows of a long table were asked for. */
  readonly all: boolean;
}

const first: TwinLook = { asTable: false, sort: null, all: false };

const isSort = (value: unknown): value is TwinSort =>
  typeof value === 'object' &&
  value !== null &&
  'column' in value &&
  typeof value.column === 'string' &&
  'direction' in value &&
  (value.direction === 'ascending' || value.direction === 'descending');

/** A check that what was kept says how a picture's table is shown. */
export const isTwinLook = (value: unknown): value is TwinLook =>
  typeof value === 'object' &&
  value !== null &&
  'asTable' in value &&
  typeof value.asTable === 'boolean' &&
  'all' in value &&
  typeof value.all === 'boolean' &&
  'sort' in value &&
  (value.sort === null || isSort(value.sort));

/** Where it is kept how the table of that picture is shown. */
export const twinKey = (name: string): string => `twin.${name}`;

/** How the picture of that name is shown: kept with the view, so that a page of a storyboard shows the same. */
export function useTwinLook(name: string): readonly [TwinLook, (values: Partial<TwinLook>) => void] {
  const [look, setLook] = useKept(twinKey(name), first, isTwinLook);
  const set = useCallback((values: Partial<TwinLook>) => setLook({ ...look, ...values }), [look, setLook]);
  return [look, set];
}

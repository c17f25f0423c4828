import { useCallback } from 'react';
import { create } from 'zustand';
import { remember } from './viewMemory.ts';

type Values = Readonly<Record<string, unknown>>;

const useKeptValues = create<{ readonly values: Values }>()(() => ({ values: {} }));

remember('kept', {
  memory: () => useKeptValues.getState().values,
  recall: (memory) => useKeptValues.setState({ values: { ...memory } }),
  reset: () => useKeptValues.setState({ values: {} }),
  subscribe: (heard) => useKeptValues.subscribe(heard),
});

/** Everything that is kept, by its name, as it was written, perhaps long ago. */
export const keptValues = (): Values => useKeptValues.getState().values;

/** Keeps a value that JSON can hold under a name. */
export const keep = (name: string, value: unknown): void =>
  useKeptValues.setState(({ values }) => ({ values: { ...values, [name]: value } }));

/**
 * A `useState` that is remembered per portfolio and captured with the view, under a name of its own. What `isValid`
 * refuses (a value of an older version) is the first value again.
 */
export function useKept<T>(
  name: string,
  first: T,
  isValid: (value: unknown) => value is T,
): readonly [T, (value: T) => void] {
  const stored = useKeptValues((state) => state.values[name]);
  const set = useCallback((value: T) => keep(name, value), [name]);
  return [isValid(stored) ? stored : first, set];
}

/** A check that a stored value is one of a few words. */
export const oneOf =
  <const T extends string>(...words: readonly T[]) =>
  (value: unknown): value is T =>
    words.some((word) => word === value);

/** A check that a stored value is a yes or a no. */
export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

/** A check that a stored value is a place in a list, 0 first. */
export const isPlace = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

/** A check that a stored value is a text. */
export const isText = (value: unknown): value is string => typeof value === 'string';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/contract/result.ts';
import type { ImportPlan, ImportPreview, RowDecision } from '../../../shared/exchange/contract.ts';
import type { ImportField } from '../../../shared/exchange/importFields.ts';
import { type SaidWord, withWords } from '../../../shared/exchange/translation.ts';
import { call } from '../../state/service.ts';

/** What the person chose so far; what is undefined is found again. */
export type Choices = { readonly [K in keyof ImportPlan]?: ImportPlan[K] | undefined };

export interface PreviewState {
  /** The last preview that could be made; null before the first. */
  readonly preview: ImportPreview | null;
  readonly error: AppError | null;
  readonly loading: boolean;
  /** Changes how the file is read; what followed from the old reading is found anew. */
  readonly readAs: (
    choices: Pick<Choices, 'encoding' | 'delimiter' | 'headerRow' | 'kind' | 'sheet' | 'turned' | 'addTimes'>,
  ) => void;
  /** Changes what is made of what was read. */
  readonly takeAs: (choices: Choices) => void;
  /** Has a field filled by a column, or by none. */
  readonly fill: (field: ImportField, column: number | null) => void;
  /** Gives words of theirs ours: of the list, or of the list of its own in that further file. */
  readonly translate: (words: readonly SaidWord[], file?: number) => void;
  /** Says what rows are; `undefined` takes a decision back. */
  readonly decide: (
    rows: readonly { readonly row: number; readonly id: string | null | undefined }[],
  ) => void;
  readonly retire: (ids: readonly string[], on: boolean) => void;
}

/**
 * The preview of a chosen file, made again whenever a choice changes: one at a time, and after it the one for the
 * newest choices, so that quick changes never pile up behind a long file.
 */
export function useImportPreview(token: string, others: readonly string[]): PreviewState {
  const [choices, setChoices] = useState<Choices>({});
  const [state, setState] = useState<{
    readonly preview: ImportPreview | null;
    readonly error: AppError | null;
    readonly loading: boolean;
  }>({ preview: null, error: null, loading: true });
  // Tokens by their text: a list of the same ones is no other list.
  const together = others.join('\n');
  const newest = useRef({ choices, together });
  const asking = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  useEffect(() => {
    newest.current = { choices, together };
    setState((old) => ({ ...old, loading: true }));
    if (asking.current) return;
    asking.current = true;
    void (async () => {
      for (;;) {
        const asked = newest.current;
        const result = await call('import.preview', {
          file: token,
          plan: asked.choices,
          ...(asked.together === '' ? {} : { others: asked.together.split('\n') }),
        });
        if (gone.current) break;
        if (asked !== newest.current) continue;
        setState((old) =>
          result.ok
            ? { preview: result.value, error: null, loading: false }
            : { preview: old.preview, error: result.error, loading: false },
        );
        break;
      }
      asking.current = false;
    })();
  }, [token, choices, together]);
  const readAs = useCallback<PreviewState['readAs']>(
    (next) =>
      setChoices(
        ({
          columns: _columns,
          units: _units,
          dateOrders: _orders,
          separators: _separators,
          zeroUnknown: _zeros,
          decisions: _decisions,
          // A line number only means the same line while the file is cut in the same way.
          headerRow: _headerRow,
          // Another table has other years.
          addTimes: _times,
          ...kept
        }) => ({
          ...kept,
          ...next,
        }),
      ),
    [],
  );
  const takeAs = useCallback((next: Choices) => setChoices((old) => ({ ...old, ...next })), []);
  const planned = state.preview?.plan.columns;
  const tables = state.preview?.plan.tables;
  const fill = useCallback<PreviewState['fill']>(
    (field, column) =>
      setChoices((old) => {
        const { [field]: _old, ...others } = old.columns ?? planned ?? {};
        return { ...old, columns: column === null ? others : { ...others, [field]: column } };
      }),
    [planned],
  );
  const translate = useCallback<PreviewState['translate']>(
    (words, file) =>
      setChoices((old) =>
        file === undefined
          ? { ...old, translations: [...withWords(old.translations, words)] }
          : {
              ...old,
              tables: (old.tables ?? tables ?? []).map((table) =>
                table.file === file
                  ? { ...table, translations: [...withWords(table.translations, words)] }
                  : table,
              ),
            },
      ),
    [tables],
  );
  const decide = useCallback<PreviewState['decide']>(
    (rows) =>
      setChoices((old) => {
        const changed = new Map(rows.map(({ row, id }) => [row, id]));
        const claimed = new Set(rows.flatMap(({ id }) => id ?? []));
        // One record is one row: deciding for it takes it away from the row that had it.
        const kept = (old.decisions ?? []).filter(
          ({ row, id }) => !changed.has(row) && (id === null || !claimed.has(id)),
        );
        const said = [...changed].flatMap(([row, id]): RowDecision[] =>
          id === undefined ? [] : [{ row, id }],
        );
        return { ...old, decisions: [...kept, ...said] };
      }),
    [],
  );
  const retire = useCallback<PreviewState['retire']>(
    (ids, on) =>
      setChoices((old) => {
        const changed = new Set(ids);
        const others = (old.retire ?? []).filter((id) => !changed.has(id));
        return { ...old, retire: on ? [...others, ...ids] : others };
      }),
    [],
  );
  return { ...state, readAs, takeAs, fill, translate, decide, retire };
}

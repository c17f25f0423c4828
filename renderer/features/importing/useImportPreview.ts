import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/contract/result.ts';
import type { ImportField, ImportPlan, ImportPreview } from '../../../shared/exchange/contract.ts';
import { call } from '../../state/service.ts';

type Choices = Partial<ImportPlan>;

export interface PreviewState {
  /** The last preview that could be made; null before the first. */
  readonly preview: ImportPreview | null;
  readonly error: AppError | null;
  readonly loading: boolean;
  /** Changes how the file is read; what followed from the old reading is found anew. */
  readonly readAs: (choices: Pick<Choices, 'encoding' | 'delimiter' | 'headerRow'>) => void;
  /** Changes what is made of what was read. */
  readonly takeAs: (choices: Choices) => void;
  /** Has a field filled by a column, or by none. */
  readonly fill: (field: ImportField, column: number | null) => void;
}

/** The preview of a chosen file, made again whenever a choice changes. */
export function useImportPreview(token: string): PreviewState {
  const [choices, setChoices] = useState<Choices>({});
  const [state, setState] = useState<{
    readonly preview: ImportPreview | null;
    readonly error: AppError | null;
    readonly loading: boolean;
  }>({ preview: null, error: null, loading: true });
  const asked = useRef(0);
  useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    setState((old) => ({ ...old, loading: true }));
    void call('import.preview', { file: token, plan: choices }).then((result) => {
      // Choices may change faster than a large file is read: only the answer to the last question counts.
      if (mine !== asked.current) return;
      setState((old) =>
        result.ok
          ? { preview: result.value, error: null, loading: false }
          : { preview: old.preview, error: result.error, loading: false },
      );
    });
  }, [token, choices]);
  const readAs = useCallback(
    (next: Choices) =>
      setChoices(({ columns: _columns, units: _units, dateOrders: _orders, headerRow, ...kept }) => ({
        ...kept,
        // A line number only means the same line while the file is cut in the same way.
        ...(next.delimiter === undefined && next.encoding === undefined && headerRow !== undefined
          ? { headerRow }
          : {}),
        ...next,
      })),
    [],
  );
  const takeAs = useCallback((next: Choices) => setChoices((old) => ({ ...old, ...next })), []);
  const planned = state.preview?.plan.columns;
  const fill = useCallback(
    (field: ImportField, column: number | null) => {
      const { [field]: _old, ...others } = planned ?? {};
      setChoices((old) => ({ ...old, columns: column === null ? others : { ...others, [field]: column } }));
    },
    [planned],
  );
  return { ...state, readAs, takeAs, fill };
}

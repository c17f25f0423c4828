import { jump, type Place } from '../../ui/editGrid/cellRange.ts';

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

export interface GridSize {
  /** The header included. */
  readonly lines: number;
  /** The column of ticks included. */
  readonly columns: number;
  /** Lines that a page key passes. */
  readonly page: number;
  /** Whether a cell holds something: Control with an arrow stops where that changes. */
  readonly isFilled: (line: number, column: number) => boolean;
}

/** Where the cursor goes from a key; null when the key is not for moving. */
export function moved(event: Pressed, at: Place, size: GridSize): Place | null {
  const far = event.ctrlKey || event.metaKey;
  const [lastLine, lastColumn] = [size.lines - 1, size.columns - 1];
  const line = (to: number): Place => ({ ...at, line: Math.max(0, Math.min(lastLine, to)) });
  const column = (to: number): Place => ({ ...at, column: Math.max(0, Math.min(lastColumn, to)) });
  const alongColumns = (step: 1 | -1): Place =>
    column(far ? jump(at.column, step, lastColumn, (to) => size.isFilled(at.line, to)) : at.column + step);
  const alongLines = (step: 1 | -1): Place =>
    line(far ? jump(at.line, step, lastLine, (to) => size.isFilled(to, at.column)) : at.line + step);
  switch (event.key) {
    case 'ArrowDown':
      return alongLines(1);
    case 'ArrowUp':
      return alongLines(-1);
    case 'ArrowRight':
      return alongColumns(1);
    case 'ArrowLeft':
      return alongColumns(-1);
    case 'PageDown':
      return line(at.line + size.page);
    case 'PageUp':
      return line(at.line - size.page);
    case 'Home':
      return far ? { line: Math.min(1, lastLine), column: 1 } : column(1);
    case 'End':
      return far ? { line: lastLine, column: lastColumn } : column(lastColumn);
    default:
      return null;
  }
}

/** True when the key writes a character, so that it may start editing. */
export function writes(event: Pressed & { readonly altKey: boolean }): boolean {
  return (
    [...event.key].length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
  );
}

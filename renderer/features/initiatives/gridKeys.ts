/** Where the cursor goes from a key; null when the key is not for moving. */
export function moved(
  event: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean },
  at: { readonly line: number; readonly column: number },
  size: { readonly lines: number; readonly columns: number; readonly page: number },
): { readonly line: number; readonly column: number } | null {
  const far = event.ctrlKey || event.metaKey;
  const line = (to: number) => ({ ...at, line: Math.max(0, Math.min(size.lines - 1, to)) });
  const column = (to: number) => ({ ...at, column: Math.max(0, Math.min(size.columns - 1, to)) });
  switch (event.key) {
    case 'ArrowDown':
      return line(far ? size.lines - 1 : at.line + 1);
    case 'ArrowUp':
      return line(far ? 0 : at.line - 1);
    case 'ArrowRight':
      return column(far ? size.columns - 1 : at.column + 1);
    case 'ArrowLeft':
      return column(far ? 0 : at.column - 1);
    case 'PageDown':
      return line(at.line + size.page);
    case 'PageUp':
      return line(at.line - size.page);
    case 'Home':
      return far ? { line: 0, column: 0 } : column(0);
    case 'End':
      return far ? { line: size.lines - 1, column: size.columns - 1 } : column(size.columns - 1);
    default:
      return null;
  }
}

/** True when the key writes a character, so that it may start editing. */
export function writes(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}): boolean {
  return (
    [...event.key].length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
  );
}

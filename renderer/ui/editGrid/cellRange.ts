/** A cell by its place: line 0 is the header, column 0 the ticks. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A rectangle of cells, all four edges inside. */
export interface Rect {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The rectangle between two cells, whichever of them comes first. */
export const rectOf = (a: Place, b: Place): Rect => ({
  top: Math.min(a.line, b.line),
  bottom: Math.max(a.line, b.line),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
});

/** True when it holds more than one cell. */
export const isMany = (rect: Rect): boolean => rect.bottom > rect.top || rect.right > rect.left;

/**
 * The next cell inside the rectangle, going on in the next line or column at an edge and from the last cell to the
 * first, as Tab and Enter do in a spreadsheet. Lines for which `isRow` is false are passed over.
 */
export function nextWithin(
  rect: Rect,
  at: Place,
  by: { readonly along: 'line' | 'column'; readonly back: boolean },
  isRow: (line: number) => boolean,
): Place {
  const width = rect.right - rect.left + 1;
  const height = rect.bottom - rect.top + 1;
  const count = width * height;
  const [x, y] = [at.column - rect.left, at.line - rect.top];
  let index = by.along === 'column' ? y * width + x : x * height + y;
  for (let step = 0; step < count; step += 1) {
    index = (index + (by.back ? count - 1 : 1)) % count;
    const place =
      by.along === 'column'
        ? { line: rect.top + Math.floor(index / width), column: rect.left + (index % width) }
        : { line: rect.top + (index % height), column: rect.left + Math.floor(index / height) };
    if (isRow(place.line)) return place;
  }
  return at;
}

/**
 * Where Control with an arrow goes: to the end of what is filled, or over what is empty to the next filled cell, or to
 * the edge. `step` is the direction, `last` the highest index.
 */
export function jump(from: number, step: 1 | -1, last: number, isFilled: (index: number) => boolean): number {
  const edge = step === 1 ? last : 0;
  if (from === edge) return from;
  let at = from + step;
  if (isFilled(from) && isFilled(at)) {
    while (at !== edge && isFilled(at + step)) at += step;
    return at;
  }
  while (at !== edge && !isFilled(at)) at += step;
  return at;
}

/**
 * A copied sheet as it goes into the marked cells: repeated where they are a multiple of its size (one value fills them
 * all), else as it is, from the first marked cell on. Rows of the answer may differ in length as the sheet's do.
 */
export function spread(sheet: readonly (readonly string[])[], rect: Rect): readonly (readonly string[])[] {
  const height = rect.bottom - rect.top + 1;
  const width = rect.right - rect.left + 1;
  const sheetWidth = Math.max(1, ...sheet.map((line) => line.length));
  if (sheet.length === 0 || height % sheet.length > 0 || width % sheetWidth > 0) return sheet;
  return Array.from({ length: height }, (_line, y) =>
    Array.from({ length: width }, (_cell, x) => sheet[y % sheet.length]?.[x % sheetWidth] ?? ''),
  );
}

/** 1, 1.2, 1.2.3, P1.2, 2-1: a number of which another is the beginning. */
const OUTLINE = /^([A-Z]{0,5}[-.]?)?(\d{1,4}(?:[.-]\d{1,3}){0,7})\.?$/i;

/** The parts of an outline number, as a text in which those above it are the beginnings; null for anything else. */
export function outlinePath(cell: string): string | null {
  const match = OUTLINE.exec(cell.trim());
  return match ? `${match[1] ?? ''}${(match[2] ?? '').replaceAll('-', '.')}` : null;
}

/** The outline number above one; null for one without. */
export const pathAbove = (path: string): string | null => {
  const dot = path.lastIndexOf('.');
  return dot <= 0 ? null : path.slice(0, dot);
};

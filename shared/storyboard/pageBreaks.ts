/** Something that must not be cut: from its upper to its lower edge, px. */
export type Span = readonly [top: number, bottom: number];

/** A part of a tall picture that is shown at once, px from its top. */
export interface Screenful {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Cuts something tall into screenfuls of at most `room` px, each cut where it goes through none of the spans, as low as
 * possible. What is taller than the room itself is cut all the same. Answers one screenful where everything fits.
 */
export function pageBreaks(height: number, room: number, spans: readonly Span[]): readonly Screenful[] {
  if (room <= 0 || height <= room) return [{ top: 0, bottom: Math.max(0, height) }];
  const screenfuls: Screenful[] = [];
  let top = 0;
  while (height - top > room) {
    let cut = top + room;
    // A span that is cut pushes the cut up to its own beginning, which may cut another.
    for (let moved = true; moved; ) {
      moved = false;
      for (const [from, to] of spans) {
        if (from < cut && to > cut && from > top && to - from <= room) {
          cut = from;
          moved = true;
        }
      }
    }
    screenfuls.push({ top, bottom: cut });
    top = cut;
  }
  screenfuls.push({ top, bottom: height });
  return screenfuls;
}

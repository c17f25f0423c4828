import type { Change } from '../contract/changes.ts';
import type { StoryboardPage } from '../domain/records.ts';

/** The changes that put a page to another place among its pages (0 first); none where it stands there already. */
export function movePage(pages: readonly StoryboardPage[], id: string, to: number): readonly Change[] {
  const moved = pages.find((page) => page.id === id);
  if (!moved) return [];
  const others = pages.filter((page) => page.id !== id);
  const place = Math.max(0, Math.min(others.length, to));
  return renumbered([...others.slice(0, place), moved, ...others.slice(place)]);
}

/** The changes that number pages in the order given; those that have their number already are not touched. */
export function renumbered(pages: readonly StoryboardPage[]): readonly Change[] {
  return pages.flatMap((page, position): Change[] =>
    page.position === position
      ? []
      : [{ op: 'patch', table: 'storyboardPage', id: page.id, values: { position } }],
  );
}

/** The changes that put a page after another one, or at the end for null; the pages after it move on. */
export function insertPage(
  pages: readonly StoryboardPage[],
  page: StoryboardPage,
  after: string | null,
): readonly Change[] {
  const index = after === null ? -1 : pages.findIndex((each) => each.id === after);
  const place = index < 0 ? pages.length : index + 1;
  return [
    { op: 'put', table: 'storyboardPage', record: { ...page, position: place } },
    ...pages.slice(place).map(
      (each, k): Change => ({
        op: 'patch',
        table: 'storyboardPage',
        id: each.id,
        values: { position: place + 1 + k },
      }),
    ),
  ];
}

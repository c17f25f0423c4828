import { Failure } from '../../shared/contract/result.ts';
import type { PortfolioRecords, Storyboard } from '../../shared/domain/records.ts';
import { storyboardsOf } from '../../shared/storyboard/pages.ts';

/** The storyboard of that id or name. Throws `not_found` naming those there are, `invalid_input` where several bear the name. */
export function findStoryboard(records: PortfolioRecords, nameOrId: string): Storyboard {
  const boards = storyboardsOf(records);
  const [found, another] = boards.filter(({ id, name }) => id === nameOrId || name === nameOrId);
  if (another)
    throw new Failure('invalid_input', `there is more than one storyboard "${nameOrId}"; name it by its id`);
  if (found) return found;
  const names = boards.map(({ name }) => `"${name}"`).join(', ') || 'none';
  throw new Failure('not_found', `there is no storyboard "${nameOrId}"; there are: ${names}`, {
    params: { what: 'storyboard', id: nameOrId },
  });
}

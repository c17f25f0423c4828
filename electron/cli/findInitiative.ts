import { Failure } from '../../shared/contract/result.ts';
import type { Initiative, PortfolioRecords } from '../../shared/domain/records.ts';

/** The initiative of that id or name. Throws `not_found`, and `invalid_input` where several bear the name. */
export function findInitiative({ initiative }: PortfolioRecords, nameOrId: string): Initiative {
  const byId = Object.hasOwn(initiative, nameOrId) ? initiative[nameOrId] : undefined;
  if (byId) return byId;
  const [found, another] = Object.values(initiative).filter(({ name }) => name === nameOrId);
  if (another)
    throw new Failure('invalid_input', `there is more than one initiative "${nameOrId}"; name it by its id`);
  if (!found)
    throw new Failure(
      'not_found',
      `there is no initiative "${nameOrId}"; names and ids stand in the table of initiatives: export --format csv`,
      { params: { what: 'initiative', id: nameOrId } },
    );
  return found;
}

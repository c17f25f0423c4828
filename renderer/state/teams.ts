import type { Change } from '../../shared/contract/changes.ts';
import { newTeam } from '../../shared/domain/defaults.ts';
import { newId } from './initiativeActions.ts';
import { usePortfolio } from './portfolioStore.ts';

/** The id of the team of that name (whatever its case), and the change that makes it where there is none. */
export function teamByName(name: string): { readonly id: string; readonly changes: readonly Change[] } {
  const teams = usePortfolio.getState().records?.team ?? {};
  const wanted = name.trim().toLowerCase();
  const known = Object.values(teams).find((team) => team.name.trim().toLowerCase() === wanted);
  if (known) return { id: known.id, changes: [] };
  const id = newId();
  return {
    id,
    changes: [{ op: 'put', table: 'team', record: newTeam(id, name.trim()) }],
  };
}

import i18next from 'i18next';
import type { Change } from '../../shared/contract/changes.ts';
import type { Ranking } from '../../shared/domain/records.ts';
import { newRanking } from '../../shared/domain/roomDefaults.ts';
import { roomOrder } from '../../shared/ranking/order.ts';
import { newId } from './initiativeActions.ts';
import { usePortfolio } from './portfolioStore.ts';
import { useRankings } from './rankingStore.ts';
import { change } from './service.ts';

const put = (ranking: Ranking): Change => ({ op: 'put', table: 'ranking', record: { ...ranking } });

const patch = (key: string, ranking: Ranking, values: Partial<Ranking>): Promise<boolean> =>
  change(key, { name: ranking.name }, [{ op: 'patch', table: 'ranking', id: ranking.id, values }]);

const nextPosition = (): number =>
  Object.values(usePortfolio.getState().plan?.ranking ?? {}).reduce(
    (most, { position }) => Math.max(most, position + 1),
    0,
  );

/** Begins a ranking of these records, in the order in which they come, and shows it. */
export async function createRanking(
  name: string,
  of: Ranking['of'],
  items: readonly string[],
  decisionId: string | null = null,
): Promise<void> {
  const ranking: Ranking = {
    ...newRanking(newId(), name.trim(), nextPosition(), of),
    decisionId,
    items: [...items],
  };
  if (await change('ranking.create', { name: ranking.name }, [put(ranking)]))
    useRankings.setState({ rankingId: ranking.id });
}

/** Copies a ranking with its votes; the copy is not agreed on. */
export async function duplicateRanking(ranking: Ranking): Promise<void> {
  const name = i18next.t('name.copy', { ns: 'rankings', name: ranking.name });
  const copy: Ranking = {
    ...ranking,
    id: newId(),
    name: name.slice(0, 500),
    position: nextPosition(),
    agreedBy: '',
    agreedOn: null,
  };
  if (await change('ranking.duplicate', { name: ranking.name }, [put(copy)]))
    useRankings.setState({ rankingId: copy.id });
}

/** Changes its name, method or note. */
export const editRanking = (
  ranking: Ranking,
  values: Partial<Pick<Ranking, 'name' | 'method' | 'note'>>,
): Promise<boolean> => patch('ranking.edit', ranking, values);

/** Puts more records at the end; those that are in it already stay where they are. */
export function addItems(ranking: Ranking, ids: readonly string[]): Promise<boolean> {
  const more = ids.filter((id) => !ranking.items.includes(id));
  return more.length === 0
    ? Promise.resolve(true)
    : patch('ranking.items', ranking, { items: [...ranking.items, ...more] });
}

/** Takes a record out; votes for it are kept, and count again when it comes back. */
export const removeItem = (ranking: Ranking, id: string): Promise<boolean> =>
  patch('ranking.items', ranking, { items: ranking.items.filter((each) => each !== id) });

/** Moves a record of an order by hand to a place, 0 being the first. */
export function moveItem(ranking: Ranking, id: string, to: number): Promise<boolean> {
  const rest = ranking.items.filter((each) => each !== id);
  const at = Math.min(Math.max(0, to), rest.length);
  const items = [...rest.slice(0, at), id, ...rest.slice(at)];
  return items.every((each, k) => each === ranking.items[k])
    ? Promise.resolve(true)
    : patch('ranking.order', ranking, { items });
}

/** Keeps the order that votes gave as the order by hand, to be moved from there. */
export const takeOrder = (ranking: Ranking): Promise<boolean> =>
  patch('ranking.order', ranking, { method: 'drag', items: roomOrder(ranking).map(({ id }) => id) });

/** Says which of two comes first. */
export const choosePair = (ranking: Ranking, winner: string, loser: string): Promise<boolean> =>
  patch('ranking.choose', ranking, { pairs: [...ranking.pairs, { winner, loser }] });

/** Takes the last choice between two back. */
export const takeBackPair = (ranking: Ranking): Promise<boolean> =>
  ranking.pairs.length === 0
    ? Promise.resolve(true)
    : patch('ranking.choose', ranking, { pairs: ranking.pairs.slice(0, -1) });

/** Dots that one voter gives one item, at most. */
export const MOST_DOTS = 1000;
/** Whose dots are a count of raised hands, not one person's. */
export const HANDS = '';

/** Sets how many dots a voter gives to an item. */
export function giveDots(ranking: Ranking, voter: string, item: string, dots: number): Promise<boolean> {
  const others = ranking.dots.filter((each) => each.voter !== voter || each.item !== item);
  return patch('ranking.dots', ranking, { dots: [...others, { voter, item, dots }] });
}

let giving: Promise<unknown> = Promise.resolve();

/**
 * Gives an item a dot of that voter more or less, never less than none. Keys come faster than the file answers, so one
 * waits for the other, and each counts from what the file then says. An agreed ranking, or one that is gone, stays.
 */
export function addDot(rankingId: string, voter: string, item: string, by: 1 | -1): Promise<boolean> {
  const next = giving.then(() => {
    const ranking = usePortfolio.getState().plan?.ranking[rankingId];
    if (!ranking || ranking.agreedOn !== null) return false;
    const has = ranking.dots.find((each) => each.voter === voter && each.item === item)?.dots ?? 0;
    const dots = Math.min(MOST_DOTS, Math.max(0, has + by));
    return dots === has ? true : giveDots(ranking, voter, item, dots);
  });
  giving = next;
  return next;
}

/** Adds a voter who has given nothing yet; one of that name is there only once. */
export function addVoter(ranking: Ranking, name: string): Promise<boolean> {
  const voter = name.trim().slice(0, 200);
  const [first] = ranking.items;
  if (voter === '' || first === undefined || ranking.dots.some((each) => each.voter === voter))
    return Promise.resolve(true);
  return giveDots(ranking, voter, first, 0);
}

/** Removes a voter with all dots. */
export const removeVoter = (ranking: Ranking, voter: string): Promise<boolean> =>
  patch('ranking.dots', ranking, { dots: ranking.dots.filter((each) => each.voter !== voter) });

/** Forgets the votes of the method that is in use; those of the others stay. */
export const clearVotes = (ranking: Ranking): Promise<boolean> =>
  ranking.method === 'pairs'
    ? patch('ranking.choose', ranking, { pairs: [] })
    : patch('ranking.dots', ranking, { dots: [] });

/** Writes down who agreed on a day; an agreed ranking is not changed until it is opened again. */
export const agreeRanking = (ranking: Ranking, agreedBy: string, agreedOn: string): Promise<boolean> =>
  patch('ranking.agree', ranking, { agreedBy: agreedBy.trim().slice(0, 500), agreedOn });

/** Opens an agreed ranking again. */
export const reopenRanking = (ranking: Ranking): Promise<boolean> =>
  patch('ranking.reopen', ranking, { agreedOn: null });

/** Deletes a ranking with its votes. */
export const deleteRanking = (ranking: Ranking): Promise<boolean> =>
  change('ranking.delete', { name: ranking.name }, [{ op: 'remove', table: 'ranking', id: ranking.id }]);

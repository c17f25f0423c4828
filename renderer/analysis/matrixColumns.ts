import { settingsOf } from '../../shared/analysis/initiativeInput.ts';
import { portfolioIndex } from '../../shared/analysis/portfolioIndex.ts';
import { type Quarter, type Spell, shareAtWork } from '../../shared/coverage/quarters.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { toMajor } from '../../shared/text/format.ts';
import type { MatrixCell, MatrixColumn } from '../charts/matrix/matrixData.ts';
import type { MatrixColumns } from '../state/coverageStore.ts';

/** Ids of the columns for money that nobody is named for; no record has an id with a space in front. */
export const restColumns = {
  teams: ' noTeam',
  ownPeople: ' ownPeople',
  unknownShare: ' unknownShare',
  outcomes: ' noOutcome',
} as const;

/** The column of what one partner gets and nobody said how much of: `partnerOf` takes the partner's id out again. */
const unknownShareOf = (partner: string): string => `${restColumns.unknownShare}:${partner}`;
const partnerOf = (column: string): string | null =>
  column.startsWith(`${restColumns.unknownShare}:`)
    ? column.slice(restColumns.unknownShare.length + 1)
    : null;

/** A share of an initiative's money that goes to a column. */
export type Part = readonly [column: string, share: number];

/**
 * Says to which columns the money of an initiative goes; all time, or in one quarter (then the shares add to what is at
 * work there, 1 = all its money).
 * - initiatives: all of it, to itself;
 * - teams: all of it, to its team;
 * - partners: what an engagement says a partner gets, until the contract ends; the rest to our own people, or, where an
 *   engagement has no amount, to "share not known" of that partner, or of several;
 * - outcomes: by the weights of its links, scaled down to 1 where they add to more; the rest to "no outcome".
 */
export type Attribution = (initiative: string, quarter: Quarter | null) => readonly Part[];

/** The attribution of one kind of columns; `money` is what initiatives have in all, `spells` when it is at work. */
export function attribution(
  kind: MatrixColumns,
  records: PortfolioRecords,
  money: Readonly<Record<string, number>>,
  spells: Readonly<Record<string, readonly Spell[]>> | null,
): Attribution {
  const atWork = (id: string, quarter: Quarter | null): number =>
    quarter === null ? 1 : shareAtWork(spells?.[id] ?? [], quarter);
  switch (kind) {
    case 'initiatives':
      return (id, quarter) => [[id, atWork(id, quarter)]];
    case 'teams':
      return (id, quarter) => {
        const team = records.initiative[id]?.teamId ?? null;
        const known = team !== null && Object.hasOwn(records.team, team);
        return [[known ? team : restColumns.teams, atWork(id, quarter)]];
      };
    case 'outcomes': {
      const links = portfolioIndex(records).outcomeLinks;
      return (id, quarter) => {
        const own = (links.get(id) ?? []).filter(({ weight }) => weight > 0);
        const sum = own.reduce((total, { weight }) => total + weight, 0);
        const scale = atWork(id, quarter) / Math.max(1, sum);
        const parts = own.map(({ outcomeId, weight }): Part => [outcomeId, weight * scale]);
        return sum < 1 ? [...parts, [restColumns.outcomes, (1 - sum) * scale]] : parts;
      };
    }
    case 'partners':
      return partnerAttribution(records, money, spells ?? {});
  }
}

function partnerAttribution(
  records: PortfolioRecords,
  money: Readonly<Record<string, number>>,
  spells: Readonly<Record<string, readonly Spell[]>>,
): Attribution {
  const { engagements } = portfolioIndex(records);
  const { currency } = settingsOf(records);
  return (id, quarter) => {
    const whole = money[id] ?? 0;
    const own = engagements.get(id) ?? [];
    const paid = own.map(({ amount }) =>
      amount === null || whole <= 0 ? 0 : toMajor(amount, currency) / whole,
    );
    // Engagements worth more than the initiative pay for all of it.
    const scale = Math.max(
      1,
      paid.reduce((sum, part) => sum + part, 0),
    );
    const sums = new Map<string, number>();
    const add = (column: string, share: number): void => {
      if (share > 0) sums.set(column, (sums.get(column) ?? 0) + share);
    };
    const mine = spells[id] ?? [];
    const ending = new Map<string, number>();
    let endingAll = 0;
    let endingAtWork = 0;
    for (const spell of mine) {
      if (spell.vendor === null) continue;
      const share = quarter === null ? spell.share : shareAtWork([spell], quarter);
      ending.set(spell.vendor, (ending.get(spell.vendor) ?? 0) + spell.share);
      endingAll += spell.share;
      endingAtWork += share;
      add(spell.vendor, share);
    }
    const atWork = quarter === null ? 1 : shareAtWork(mine, quarter);
    // What is left of the whole, and of it what is at work: contracts without an end go on like our own people.
    const rest = 1 - endingAll;
    const running = rest > 0 ? (atWork - endingAtWork) / rest : 0;
    let left = rest;
    own.forEach(({ partnerId }, k) => {
      const known = ending.get(partnerId) ?? 0;
      const part = Math.max(0, Math.min(left, paid[k]! / scale - known));
      ending.set(partnerId, Math.max(0, known - paid[k]! / scale));
      left -= part;
      add(partnerId, part * running);
    });
    const unknown = [
      ...new Set(own.flatMap(({ amount, partnerId }) => (amount === null ? [partnerId] : []))),
    ];
    const [first] = unknown;
    const leftTo =
      first === undefined
        ? restColumns.ownPeople
        : unknown.length === 1
          ? unknownShareOf(first)
          : restColumns.unknownShare;
    // Rounding may leave a trace of money that is not there.
    if (left > 1e-9) add(leftTo, left * running);
    return [...sums];
  };
}

/** The cells of initiatives as cells of the columns that they belong to, equal ones added up. */
export function attributeCells(
  cells: readonly MatrixCell[],
  parts: Attribution,
  quarter: Quarter | null,
): readonly MatrixCell[] {
  const known = new Map<string, readonly Part[]>();
  const sums = new Map<string, { row: string; column: string; money: number }>();
  for (const { row, column, money } of cells) {
    let own = known.get(column);
    if (!own) {
      own = parts(column, quarter);
      known.set(column, own);
    }
    for (const [to, share] of own) {
      if (!(share * money > 0)) continue;
      const key = `${row}\n${to}`;
      const sum = sums.get(key);
      if (sum) sum.money += share * money;
      else sums.set(key, { row, column: to, money: share * money });
    }
  }
  return [...sums.values()];
}

/** The initiatives that cells name; `money` is what each has in all, of the analysis that the cells are of. */
export function initiativeColumns(
  records: PortfolioRecords,
  cells: readonly MatrixCell[],
  money: Readonly<Record<string, number>>,
): readonly MatrixColumn[] {
  return [...new Set(cells.map((cell) => cell.column))].map((id): MatrixColumn => {
    const { name, mode } = records.initiative[id]!;
    return { id, name, mode, total: money[id]! };
  });
}

/**
 * The teams, partners or outcomes that cells name, with their names; `restName` says those of money that nobody is named
 * for, with the partner's name where its share is not known.
 */
export function columnsOf(
  kind: Exclude<MatrixColumns, 'initiatives'>,
  records: PortfolioRecords,
  cells: readonly MatrixCell[],
  restName: (id: string, partner: string | null) => string,
): readonly MatrixColumn[] {
  const totals = new Map<string, number>();
  for (const { column, money: part } of cells) totals.set(column, (totals.get(column) ?? 0) + part);
  const table = { teams: records.team, partners: records.partner, outcomes: records.outcome }[kind];
  return [...totals].map(([id, total]): MatrixColumn => {
    const record = table[id];
    const partner = partnerOf(id);
    return record
      ? { id, name: record.name, mode: null, total }
      : {
          id,
          name: restName(id, partner === null ? null : (records.partner[partner]?.name ?? partner)),
          mode: null,
          total,
          rest: true,
        };
  });
}

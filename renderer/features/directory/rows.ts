import type { Partner, PortfolioRecords, Team } from '../../../shared/domain/records.ts';
import { inUse, teamsOn } from '../../../shared/planning/inUse.ts';
import { engagementsByPartner, knownMoney } from '../../../shared/planning/mergePartners.ts';
import { teamCounts } from '../../../shared/planning/mergeTeams.ts';
import type { Language } from '../../../shared/text/area.ts';
import { plain } from '../../ui/fuzzy.ts';
import { planDay } from '../planning/today.ts';
import type { DirectoryTab, Sort } from './directoryStore.ts';

export interface TeamRow {
  readonly id: string;
  readonly record: Team;
  readonly initiatives: number;
  readonly phases: number;
  readonly capabilities: number;
  /** Nothing in the portfolio points at it. */
  readonly idle: boolean;
}

export interface PartnerRow {
  readonly id: string;
  readonly record: Partner;
  readonly engagements: number;
  /** In minor units, of the engagements whose amount is known; null where none is. */
  readonly money: number | null;
  readonly known: number;
  /** Of all known money in engagements of partners in use, 0..1; null where nothing is known, and for retired ones. */
  readonly share: number | null;
}

/** Teams with how much there is of each kind. */
export function teamRows(records: PortfolioRecords): readonly TeamRow[] {
  return Object.values(records.team).map((record) => {
    const counts = teamCounts(records, record.id);
    return {
      id: record.id,
      record,
      initiatives: counts.initiative ?? 0,
      phases: counts.phase ?? 0,
      capabilities: counts.capability ?? 0,
      idle: Object.keys(counts).length === 0,
    };
  });
}

/** Partners with their engagements and what those are worth. */
export function partnerRows(records: PortfolioRecords): readonly PartnerRow[] {
  const byPartner = engagementsByPartner(records);
  const total = knownMoney(
    Object.values(records.engagement).filter(
      ({ partnerId }) => records.partner[partnerId]?.retired === false,
    ),
  ).sum;
  return Object.values(records.partner).map((record) => {
    const own = byPartner.get(record.id) ?? [];
    const { sum, known } = knownMoney(own);
    const money = known === 0 ? null : sum;
    const share = money === null || total === 0 || record.retired ? null : money / total;
    return { id: record.id, record, engagements: own.length, money, known, share };
  });
}

/** The row of a team that nothing points at yet. */
export const newTeamRow = (record: Team): TeamRow => ({
  id: record.id,
  record,
  initiatives: 0,
  phases: 0,
  capabilities: 0,
  idle: true,
});

/** The row of a partner without engagements. */
export const newPartnerRow = (record: Partner): PartnerRow => ({
  id: record.id,
  record,
  engagements: 0,
  money: null,
  known: 0,
  share: null,
});

type AnyRow = TeamRow | PartnerRow;

/** True for what is kept for the record only: a retired partner, a team that has disbanded. */
export const isRetired = ({ record }: AnyRow, today: string): boolean =>
  'mission' in record ? record.disbandsOn !== null && record.disbandsOn <= today : record.retired;

/** The teams or partners that are still there, by id. */
export const inUseBy = (
  records: PortfolioRecords,
  tab: DirectoryTab,
): Readonly<Record<string, Team | Partner>> =>
  Object.fromEntries(
    (tab === 'teams' ? teamsOn(records.team, planDay(records)) : inUse(records.partner)).map((each) => [
      each.id,
      each,
    ]),
  );

/** How many of a list are kept for the record only. */
export const retiredCount = (records: PortfolioRecords, tab: DirectoryTab): number =>
  tab === 'teams'
    ? Object.keys(records.team).length - teamsOn(records.team, planDay(records)).length
    : Object.keys(records.partner).length - inUse(records.partner).length;

function sortValue(row: AnyRow, column: string): string | number | null {
  const own = { ...row, ...row.record } as unknown as Readonly<Record<string, string | number | null>>;
  const value = own[column] ?? null;
  return value === '' ? null : value;
}

/** Rows whose name or text holds the search, in order; what is not known stands last either way. */
export function shownRows<Row extends AnyRow>(
  all: readonly Row[],
  search: string,
  sort: Sort,
  language: Language,
  retired: { readonly shown: boolean; readonly today: string },
): readonly Row[] {
  const rows = retired.shown ? all : all.filter((row) => !isRetired(row, retired.today));
  const wanted = plain(search.trim());
  const found =
    wanted === ''
      ? [...rows]
      : rows.filter(({ record }) =>
          plain(`${record.name}\n${'mission' in record ? record.mission : record.description}`).includes(
            wanted,
          ),
        );
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return found.sort((a, b) => {
    const [left, right] = [sortValue(a, sort.column), sortValue(b, sort.column)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * collator.compare(String(left), String(right));
  });
}

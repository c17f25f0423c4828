import type {
  PartnerCell,
  PartnerMoney,
  PartnerRow,
  PartnerTotal,
} from '../../../shared/analysis/partnerMoney.ts';
import { HELD_TOO_MUCH } from '../../../shared/analysis/partnerMoney.ts';

/** What the pictures of partners draw; money in minor units, days since 1970-01-01. */
export interface PartnersData extends PartnerMoney {
  /** The day of the data. */
  readonly now: number;
  readonly nameOf: (kind: 'partner' | 'capability' | 'initiative', id: string) => string;
}

/** A share, at least and at most, 0..1; `high` is null where nobody can say. */
export interface ShareRange {
  readonly low: number;
  readonly high: number | null;
}

/** Some cells' share of their capability together; null where its money is not known. */
export function shareOf(cells: readonly PartnerCell[], row: PartnerRow): ShareRange | null {
  if (row.money <= 0 || cells.length === 0) return null;
  const low = cells.reduce((sum, { money }) => sum + money, 0);
  const most = cells.reduce<number | null>(
    (sum, each) => (sum === null || each.most === null ? null : sum + each.most),
    0,
  );
  return { low: low / row.money, high: most === null ? null : Math.min(1, most / row.money) };
}

/** Whether one partner holds more of a capability than is good: surely, perhaps, or not. */
export function heldBy(share: ShareRange | null): 'held' | 'maybe' | 'no' {
  if (share === null) return 'no';
  if (share.low > HELD_TOO_MUCH) return 'held';
  return share.high === null || share.high > HELD_TOO_MUCH ? 'maybe' : 'no';
}

/** A year in days: what ends within it has to be talked about now. */
export const SOON_DAYS = 365;

/** Whether a contract has ended, ends within a year, ends later, or nobody knows. */
export function contractState(end: number | null, now: number): 'ended' | 'soon' | 'later' | 'unknown' {
  if (end === null) return 'unknown';
  if (end < now) return 'ended';
  return end <= now + SOON_DAYS ? 'soon' : 'later';
}

/** Partners that work on something, or whose contract has an end. */
export const atWork = ({ partners }: PartnerMoney): readonly PartnerTotal[] =>
  partners.filter(({ engagements, partner }) => engagements > 0 || partner.contractEnd !== null);

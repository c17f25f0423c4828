import { builtOnce } from '../builtOnce.ts';
import type { Change } from '../contract/changes.ts';
import type { Engagement, Partner, PortfolioRecords } from '../domain/records.ts';
import { type NewId, type Planned, patch, put, refuse, remove } from './planned.ts';

/** Engagements of each partner; computed once for each state of the table. */
export const engagementsByPartner = ({ engagement }: PortfolioRecords) => byPartner(engagement);
const byPartner = builtOnce(
  (table: PortfolioRecords['engagement']): ReadonlyMap<string, readonly Engagement[]> =>
    Map.groupBy(Object.values(table), ({ partnerId }) => partnerId),
);

/** The known amounts of engagements, and how many of them are known. */
export function knownMoney(engagements: readonly Engagement[]): {
  readonly sum: number;
  readonly known: number;
} {
  let [sum, known] = [0, 0];
  for (const { amount } of engagements) {
    if (amount === null) continue;
    sum += amount;
    known += 1;
  }
  return { sum, known };
}

export interface MergedPartners {
  readonly engagements: number;
  /** In minor units, of the engagements whose amount is known. */
  readonly money: number;
  readonly filled: readonly (keyof Partner)[];
  /** Fields in which one that goes said something else than the one that stays; its value is lost. */
  readonly lost: readonly { readonly field: keyof Partner; readonly id: string }[];
}

const fillable = [
  'relationship',
  'exitReadiness',
  'contractEnd',
] as const satisfies readonly (keyof Partner)[];

/**
 * Merges partners into one of them, which stays with its name: every engagement points at it and keeps its own amount,
 * and what it did not know it learns from the first that knows.
 */
export function mergePartners(
  records: PortfolioRecords,
  fromIds: readonly string[],
  intoId: string,
): Planned<MergedPartners> {
  const into = Object.hasOwn(records.partner, intoId) ? records.partner[intoId] : undefined;
  const from = fromIds.flatMap((id) => (Object.hasOwn(records.partner, id) ? records.partner[id]! : []));
  if (!into || from.length !== fromIds.length) return refuse('missing');
  if (from.length === 0 || from.some(({ id }) => id === intoId)) return refuse('sameRecord');
  const values: Record<string, unknown> = {};
  const filled: (keyof Partner)[] = [];
  const lost: { field: keyof Partner; id: string }[] = [];
  for (const field of fillable) {
    let kept: unknown = into[field];
    for (const each of from) {
      if (each[field] === null) continue;
      if (kept === null) {
        kept = each[field];
        values[field] = kept;
        filled.push(field);
      } else if (each[field] !== kept) lost.push({ field, id: each.id });
    }
  }
  const descriptions = [into, ...from].map(({ description }) => description.trim()).filter(Boolean);
  const description = [...new Set(descriptions)].join('\n');
  if (description !== into.description.trim()) {
    values.description = description;
    filled.push('description');
  }
  const byPartner = engagementsByPartner(records);
  const moved = from.flatMap(({ id }) => byPartner.get(id) ?? []);
  const changes: Change[] = [
    ...moved.map(({ id }) => patch('engagement', id, { partnerId: intoId })),
    ...(Object.keys(values).length > 0 ? [patch('partner', intoId, values)] : []),
    ...from.map(({ id }) => remove('partner', id)),
  ];
  return { ok: true, changes, engagements: moved.length, money: knownMoney(moved).sum, filled, lost };
}

/** Deletes partners with their engagements, and says how many those are and what they are worth. */
export function deletePartners(
  records: PortfolioRecords,
  ids: readonly string[],
): Planned<{ readonly engagements: number; readonly money: number; readonly initiatives: number }> {
  const known = ids.filter((id) => Object.hasOwn(records.partner, id));
  if (known.length === 0) return refuse('missing');
  const byPartner = engagementsByPartner(records);
  const gone = known.flatMap((id) => byPartner.get(id) ?? []);
  return {
    ok: true,
    changes: known.map((id) => remove('partner', id)),
    engagements: gone.length,
    money: knownMoney(gone).sum,
    initiatives: new Set(gone.map(({ initiativeId }) => initiativeId)).size,
  };
}

/** Copies a partner without its engagements: those are contracts, and there is one of each. */
export function duplicatePartner(
  records: PortfolioRecords,
  id: string,
  nameOfCopy: (name: string) => string,
  newId: NewId,
): Planned<{ readonly id: string }> {
  const original = Object.hasOwn(records.partner, id) ? records.partner[id] : undefined;
  if (!original) return refuse('missing');
  const copy = { ...original, id: newId(), name: nameOfCopy(original.name) };
  return { ok: true, changes: [put('partner', copy)], id: copy.id };
}

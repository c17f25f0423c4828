import { portfolioIndex } from '../analysis/portfolioIndex.ts';
import type { Change } from '../contract/changes.ts';
import type { Contribution, PortfolioRecords } from '../domain/records.ts';
import { capabilityOf } from './capabilityTree.ts';
import { type NewId, type Planned, patch, put, refuse, remove } from './planned.ts';

/** Shares come in millionths, so that ten tenths are exactly the whole. */
const STEPS = 1_000_000;
const none: readonly Contribution[] = [];

/** A share rounded to millionths, between 0 and 1. */
export const tidyShare = (share: number): number =>
  Math.max(0, Math.min(STEPS, Math.round(share * STEPS))) / STEPS;

/** The contributions of an initiative. */
export const contributionsOf = (records: PortfolioRecords, initiativeId: string): readonly Contribution[] =>
  portfolioIndex(records).contributions.get(initiativeId) ?? none;

/** The sum of shares in millionths, without the noise of adding decimals. */
export const sumShares = (shares: readonly number[]): number =>
  shares.reduce((sum, share) => sum + Math.round(share * STEPS), 0) / STEPS;

/** What of an initiative's effort serves no capability yet, leaving out what it gives to `except`; never below 0. */
export function freeShare(records: PortfolioRecords, initiativeId: string, except?: string): number {
  const given = contributionsOf(records, initiativeId)
    .filter(({ capabilityId }) => capabilityId !== except)
    .map(({ weight }) => weight);
  return tidyShare(1 - sumShares(given));
}

/** How much was asked for an initiative, and how much of it fits beside its other shares. */
export interface CappedShare {
  readonly initiativeId: string;
  readonly asked: number;
  readonly given: number;
}

/**
 * Lets an initiative serve a capability with a share of its effort; null takes what is still free. A share that does
 * not fit beside the others is cut to what is free, and `capped` says so. Refuses when nothing is free.
 */
export function setContribution(
  records: PortfolioRecords,
  initiativeId: string,
  capabilityId: string,
  weight: number | null,
  newId: NewId,
): Planned<{ readonly weight: number; readonly capped: CappedShare | null }> {
  if (!Object.hasOwn(records.initiative, initiativeId) || !capabilityOf(records, capabilityId))
    return refuse('missing');
  const free = freeShare(records, initiativeId, capabilityId);
  const asked = weight === null ? free : tidyShare(weight);
  const given = Math.min(asked, free);
  if (given === 0 && asked !== 0) return refuse('noShareLeft');
  if (weight === null && free === 0) return refuse('noShareLeft');
  const [own, ...surplus] = contributionsOf(records, initiativeId).filter(
    (each) => each.capabilityId === capabilityId,
  );
  const capped = given < asked ? { initiativeId, asked, given } : null;
  const changes: Change[] = surplus.map(({ id }) => remove('contribution', id));
  if (!own) changes.push(put('contribution', { id: newId(), initiativeId, capabilityId, weight: given }));
  else if (own.weight !== given) changes.push(patch('contribution', own.id, { weight: given }));
  return changes.length === 0 ? refuse('alreadyThere') : { ok: true, changes, weight: given, capped };
}

/** Lets an initiative no longer serve a capability. */
export function clearContribution(
  records: PortfolioRecords,
  initiativeId: string,
  capabilityId: string,
): Planned {
  const own = contributionsOf(records, initiativeId).filter((each) => each.capabilityId === capabilityId);
  if (own.length === 0) return refuse('missing');
  return { ok: true, changes: own.map(({ id }) => remove('contribution', id)) };
}

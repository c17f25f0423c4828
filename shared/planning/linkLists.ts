import { portfolioIndex } from '../analysis/portfolioIndex.ts';
import type { Change } from '../contract/changes.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { contributionsOf, sumShares, tidyShare } from './contributions.ts';
import { type NewId, type Planned, put, refuse, remove } from './planned.ts';

/** Stands between names in a cell that holds several. */
export const NAME_SEPARATOR = '; ';

/**
 * The names that a cell holds, each once: parted at semicolons, line ends and 、, and at commas where the whole piece
 * is not a known name.
 */
export function namesIn(text: string, isKnown: (name: string) => boolean): readonly string[] {
  const pieces = text
    .split(/[;；、\n]/)
    .flatMap((piece) => (isKnown(piece.trim()) ? [piece] : piece.split(/[,，]/)))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const once = new Map(pieces.map((piece) => [piece.toLowerCase(), piece]));
  return [...once.values()];
}

/**
 * Lets an initiative serve just these capabilities: what it serves already keeps its share, others go, and new ones
 * share evenly what is then free. Refuses when nothing is free for them.
 */
export function setCapabilities(
  records: PortfolioRecords,
  initiativeId: string,
  wanted: readonly string[],
  newId: NewId,
): Planned {
  const own = contributionsOf(records, initiativeId);
  const kept = own.filter(({ capabilityId }) => wanted.includes(capabilityId));
  const served = new Set(kept.map(({ capabilityId }) => capabilityId));
  const added = wanted.filter((id) => !served.has(id));
  const changes: Change[] = own
    .filter((each) => !kept.includes(each))
    .map(({ id }) => remove('contribution', id));
  const free = tidyShare(1 - sumShares(kept.map(({ weight }) => weight)));
  // Cut down, so that the shares together are never more than the whole.
  const weight = added.length === 0 ? 0 : Math.floor((free / added.length) * 1e6) / 1e6;
  if (added.length > 0 && weight === 0) return refuse('noShareLeft');
  for (const capabilityId of added)
    changes.push(put('contribution', { id: newId(), initiativeId, capabilityId, weight }));
  return changes.length === 0 ? refuse('alreadyThere') : { ok: true, changes };
}

/** Lets just these partners work on an initiative: engagements that are there stay as they are, others go. */
export function setPartners(
  records: PortfolioRecords,
  initiativeId: string,
  wanted: readonly string[],
  newId: NewId,
): Planned {
  const own = portfolioIndex(records).engagements.get(initiativeId) ?? [];
  const there = new Set(own.map(({ partnerId }) => partnerId));
  const changes: Change[] = own
    .filter(({ partnerId }) => !wanted.includes(partnerId))
    .map(({ id }) => remove('engagement', id));
  for (const partnerId of wanted) {
    if (there.has(partnerId)) continue;
    const record = { id: newId(), initiativeId, partnerId, description: '', amount: null, externalId: null };
    changes.push(put('engagement', record));
  }
  return changes.length === 0 ? refuse('alreadyThere') : { ok: true, changes };
}

import type { Handoff, PortfolioRecords } from '../domain/records.ts';
import { handoffEnd } from '../planning/handoffs.ts';

/** Who stands at an end of a handoff between companies: a partner of the directory, a name, or own people. */
export type Company =
  | { readonly kind: 'partner'; readonly id: string }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'own' };

/** All handoffs from one company to another. */
export interface CompanyHandoffs {
  readonly from: Company;
  readonly to: Company;
  readonly handoffs: number;
  /** Calendar days of waiting, of those that are known, added; null where none is. */
  readonly waitDays: number | null;
  /** The waits that are known, in calendar days. */
  readonly waits: readonly { readonly initiativeId: string; readonly days: number }[];
  /** Handoffs whose waiting nobody entered. */
  readonly unknownWaits: number;
  /** Mean share of knowledge that is kept, 0..1, of those that are known; null where none is. */
  readonly kept: number | null;
  readonly initiativeIds: readonly string[];
}

const keyOf = (company: Company): string =>
  company.kind === 'own' ? 'own' : company.kind === 'partner' ? `p:${company.id}` : `n:${company.name}`;

function companyAt(handoff: Handoff, end: 'from' | 'to', records: PortfolioRecords): Company {
  const { kind, id, name } = handoffEnd(records, handoff, end);
  if (kind === 'partner' && id !== null) return { kind, id };
  // A name alone is a company only where the ledger says that a partner takes part.
  return kind === 'text' && name.trim() !== '' && handoff.kind === 'partner'
    ? { kind: 'named', name: name.trim() }
    : { kind: 'own' };
}

/** The handoffs of initiatives in use that cross from one company to another, the longest waiting first. */
export function partnerHandoffs(records: PortfolioRecords): readonly CompanyHandoffs[] {
  const groups = new Map<string, { from: Company; to: Company; all: Handoff[] }>();
  for (const handoff of Object.values(records.handoff)) {
    if (records.initiative[handoff.initiativeId]?.retired !== false) continue;
    const [from, to] = [companyAt(handoff, 'from', records), companyAt(handoff, 'to', records)];
    const key = `${keyOf(from)}\n${keyOf(to)}`;
    if (keyOf(from) === keyOf(to)) continue;
    const group = groups.get(key);
    if (group) group.all.push(handoff);
    else groups.set(key, { from, to, all: [handoff] });
  }
  return [...groups]
    .map(([key, { from, to, all }]) => {
      const waits = all.flatMap(({ initiativeId, waitDays }) =>
        waitDays === null ? [] : [{ initiativeId, days: waitDays }],
      );
      const kept = all.flatMap(({ keptLikely }) => (keptLikely === null ? [] : [keptLikely]));
      return {
        key,
        from,
        to,
        handoffs: all.length,
        waitDays: waits.length === 0 ? null : waits.reduce((sum, { days }) => sum + days, 0),
        waits,
        unknownWaits: all.length - waits.length,
        kept: kept.length === 0 ? null : kept.reduce((sum, each) => sum + each, 0) / kept.length,
        initiativeIds: [...new Set(all.map(({ initiativeId }) => initiativeId))],
      };
    })
    .sort(
      (a, b) =>
        (b.waitDays ?? -1) - (a.waitDays ?? -1) || b.handoffs - a.handoffs || (a.key < b.key ? -1 : 1),
    )
    .map(({ key: _, ...group }) => group);
}

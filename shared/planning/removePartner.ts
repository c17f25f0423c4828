import { contractPart } from '../analysis/partnerMoney.ts';
import { portfolioIndex } from '../analysis/portfolioIndex.ts';
import type { Change } from '../contract/changes.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { engagementsByPartner } from './mergePartners.ts';
import { type Planned, patch, refuse, remove } from './planned.ts';

export interface RemovedPartner {
  readonly engagements: number;
  /** What the budgets lose, in minor units. */
  readonly money: number;
  /** Initiatives whose budget loses something. */
  readonly initiatives: number;
  /** Engagements whose part of the budget nobody knows: their budgets stay as they are. */
  readonly unknown: number;
}

/**
 * The portfolio without a partner: its engagements and the facts of its contract go, and with them the part of each
 * budget that its contract takes. Handoffs that it took part in stay on record under its name, since somebody still
 * has to pass the work on.
 */
export function removePartner(records: PortfolioRecords, partnerId: string): Planned<RemovedPartner> {
  const partner = Object.hasOwn(records.partner, partnerId) ? records.partner[partnerId] : undefined;
  if (!partner) return refuse('missing');
  const own = engagementsByPartner(records).get(partnerId) ?? [];
  const { engagements } = portfolioIndex(records);
  const losses = new Map<string, number>();
  let unknown = 0;
  for (const { initiativeId, amount } of own) {
    const budget = records.initiative[initiativeId]?.budget ?? null;
    if (amount === null || budget === null) {
      unknown += 1;
      continue;
    }
    const part = contractPart(budget, amount, engagements.get(initiativeId) ?? []);
    losses.set(initiativeId, (losses.get(initiativeId) ?? 0) + part);
  }
  const changes: Change[] = [];
  let [money, initiatives] = [0, 0];
  for (const [id, loss] of losses) {
    const before = records.initiative[id]?.budget ?? 0;
    const budget = Math.max(0, before - Math.round(loss));
    if (budget === before) continue;
    money += before - budget;
    initiatives += 1;
    changes.push(patch('initiative', id, { budget }));
  }
  for (const handoff of Object.values(records.handoff)) {
    const values: Record<string, string> = {};
    if (handoff.fromPartnerId === partnerId && handoff.fromName !== partner.name)
      values.fromName = partner.name;
    if (handoff.toPartnerId === partnerId && handoff.toName !== partner.name) values.toName = partner.name;
    if (Object.keys(values).length > 0) changes.push(patch('handoff', handoff.id, values));
  }
  changes.push(remove('partner', partnerId));
  return { ok: true, changes, engagements: own.length, money, initiatives, unknown };
}

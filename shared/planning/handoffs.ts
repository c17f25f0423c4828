import { portfolioIndex } from '../analysis/portfolioIndex.ts';
import type { Change } from '../contract/changes.ts';
import { newHandoff } from '../domain/planningDefaults.ts';
import type { Handoff, Phase, PhaseKind, PortfolioRecords } from '../domain/records.ts';
import { DAYS_PER_CALENDAR_MONTH, dayNumber } from '../domain/time.ts';
import { type NewId, type Planned, patch, put, refuse } from './planned.ts';

const none: readonly Handoff[] = [];

/** The ledger of an initiative, in its order. */
export const handoffsOf = (records: PortfolioRecords, initiativeId: string): readonly Handoff[] =>
  portfolioIndex(records).handoffs.get(initiativeId) ?? none;

/** Who stands at one end of a handoff. */
export interface HandoffEnd {
  readonly kind: 'team' | 'partner' | 'text';
  /** Of the team or partner; null for text. */
  readonly id: string | null;
  /** Empty where nobody said who. */
  readonly name: string;
}

/** An end of a handoff: the team or partner that it points at, by its present name, else what was typed. */
export function handoffEnd(
  { team, partner }: Pick<PortfolioRecords, 'team' | 'partner'>,
  handoff: Handoff,
  end: 'from' | 'to',
): HandoffEnd {
  const teamId = handoff[`${end}TeamId`];
  const partnerId = handoff[`${end}PartnerId`];
  const ownTeam = teamId === null ? undefined : team[teamId];
  if (ownTeam) return { kind: 'team', id: ownTeam.id, name: ownTeam.name };
  const ownPartner = partnerId === null ? undefined : partner[partnerId];
  if (ownPartner) return { kind: 'partner', id: ownPartner.id, name: ownPartner.name };
  return { kind: 'text', id: null, name: handoff[`${end}Name`] };
}

/**
 * An end by what somebody typed: the team of that name, else the partner, whatever the case; any other name is kept
 * as text.
 */
export function endNamed(
  { team, partner }: Pick<PortfolioRecords, 'team' | 'partner'>,
  end: 'from' | 'to',
  typed: string,
): Partial<Handoff> {
  const name = typed.trim();
  const wanted = name.toLowerCase();
  const called = <R extends { readonly name: string }>(table: Readonly<Record<string, R>>): R | undefined =>
    name === '' ? undefined : Object.values(table).find((each) => each.name.trim().toLowerCase() === wanted);
  const ownTeam = called(team);
  const ownPartner = ownTeam ? undefined : called(partner);
  return {
    [`${end}Name`]: ownTeam?.name ?? ownPartner?.name ?? name,
    [`${end}TeamId`]: ownTeam?.id ?? null,
    [`${end}PartnerId`]: ownPartner?.id ?? null,
  };
}

/** What kind of handoff usually leads into a phase. */
const kindInto: Partial<Record<PhaseKind, Handoff['kind']>> = {
  funding: 'funding',
  businessCase: 'approval',
  prioritisation: 'approval',
};

/** Words for what a proposal cannot name by a team. */
export interface HandoffNames {
  /** Says that a phase's people are meant where no team is recorded. */
  readonly ofPhase: (phase: Phase) => string;
}

/**
 * The handoffs that the order of phases implies: from each phase to the next unless one known team does both. Days
 * waiting are those recorded or shown by the dates, what is kept stays unknown. A phase that a row leads into already
 * gets none, so that asking twice adds nothing.
 */
export function proposeHandoffs(
  records: PortfolioRecords,
  initiativeId: string,
  names: HandoffNames,
  newId: NewId,
): Planned<{ readonly rows: readonly Handoff[] }> {
  if (!Object.hasOwn(records.initiative, initiativeId)) return refuse('missing');
  const phases = portfolioIndex(records).phases.get(initiativeId) ?? [];
  const ledger = handoffsOf(records, initiativeId);
  const covered = new Set(ledger.map(({ phaseId }) => phaseId));
  let position = nextPosition(ledger);
  const rows: Handoff[] = [];
  phases.forEach((phase, index) => {
    const before = phases[index - 1];
    if (!before || covered.has(phase.id)) return;
    if (phase.teamId !== null && phase.teamId === before.teamId) return;
    // The people stay: nothing passes from one to another.
    if (phase.carryOver === 1) return;
    const teamName = (each: Phase): string =>
      (each.teamId === null ? undefined : records.team[each.teamId]?.name) ?? names.ofPhase(each);
    rows.push({
      ...newHandoff(newId(), initiativeId, position, kindInto[phase.kind] ?? 'team'),
      fromName: teamName(before),
      toName: teamName(phase),
      fromTeamId: before.teamId,
      toTeamId: phase.teamId,
      waitDays: waitOf(before, phase),
      phaseId: phase.id,
    });
    position += 1;
  });
  if (rows.length === 0) return refuse('nothingNew');
  return { ok: true, changes: rows.map((row) => put('handoff', row)), rows };
}

/** Calendar days that are recorded or shown by the dates of two phases; null when neither says. */
function waitOf(before: Phase, phase: Phase): number | null {
  if (phase.waitMonths !== null) return Math.round(phase.waitMonths * DAYS_PER_CALENDAR_MONTH);
  const end = before.actualEndDate ?? before.endDate;
  const start = phase.actualStartDate ?? phase.startDate;
  if (end === null || start === null) return null;
  const gap = dayNumber(start) - dayNumber(end) - 1;
  return gap > 0 ? gap : null;
}

/** The place after the last row. */
export const nextPosition = (ledger: readonly { readonly position: number }[]): number =>
  ledger.reduce((last, { position }) => Math.max(last, position), -1) + 1;

/** Moves a row to a place of its list (0 the first) and numbers the list anew; refuses where it stands already. */
export function moveRow(
  table: 'handoff' | 'tranche',
  ordered: readonly { readonly id: string; readonly position: number }[],
  id: string,
  to: number,
): Planned {
  const moved = ordered.find((row) => row.id === id);
  if (!moved) return refuse('missing');
  const others = ordered.filter((row) => row.id !== id);
  const place = Math.max(0, Math.min(to, others.length));
  if (ordered[place]?.id === id) return refuse('alreadyThere');
  const next = [...others.slice(0, place), moved, ...others.slice(place)];
  const changes = next.flatMap((row, position): Change[] =>
    row.position === position ? [] : [patch(table, row.id, { position })],
  );
  return { ok: true, changes };
}

/** What the recorded rows add up to; unknown ones are counted beside the sums. */
export interface LedgerTotals {
  readonly rows: number;
  /** Calendar days. */
  readonly waitDays: number;
  readonly unknownWait: number;
  /** Person-days. */
  readonly relearningDays: number;
  readonly unknownRelearning: number;
  readonly unknownKept: number;
}

/** Adds up a ledger. */
export function ledgerTotals(ledger: readonly Handoff[]): LedgerTotals {
  let [waitDays, unknownWait, relearningDays, unknownRelearning, unknownKept] = [0, 0, 0, 0, 0];
  for (const row of ledger) {
    if (row.waitDays === null) unknownWait += 1;
    if (row.relearningDays === null) unknownRelearning += 1;
    if (row.keptLow === null && row.keptLikely === null && row.keptHigh === null) unknownKept += 1;
    waitDays += row.waitDays ?? 0;
    relearningDays += row.relearningDays ?? 0;
  }
  return { rows: ledger.length, waitDays, unknownWait, relearningDays, unknownRelearning, unknownKept };
}

/** A share of knowledge kept, as low, likely and high; each may be unknown. */
export interface KeptRange {
  readonly keptLow: number | null;
  readonly keptLikely: number | null;
  readonly keptHigh: number | null;
}

/** True when the known ones rise from low over likely to high. */
export function isOrderedRange({ keptLow, keptLikely, keptHigh }: KeptRange): boolean {
  const known = [keptLow, keptLikely, keptHigh].filter((share) => share !== null);
  return known.every((share, index) => index === 0 || known[index - 1]! <= share);
}

import { newHandoff } from '../../../shared/domain/planningDefaults.ts';
import type { Handoff, Initiative, PortfolioRecords } from '../../../shared/domain/records.ts';
import {
  endNamed,
  handoffsOf,
  isOrderedRange,
  moveRow,
  nextPosition,
  proposeHandoffs,
} from '../../../shared/planning/handoffs.ts';
import { inUse, teamsOn } from '../../../shared/planning/inUse.ts';
import { readKept } from '../../../shared/planning/keptText.ts';
import { newId } from '../../state/initiativeActions.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { change } from '../../state/service.ts';
import { type InvalidKey, type Parsed, parseNumber } from '../../ui/parse.ts';
import { planDay } from './today.ts';

function records(): PortfolioRecords {
  const open = usePortfolio.getState().records;
  if (!open) throw new Error('no portfolio is open');
  return open;
}

/** Names of teams and partners, for typing an end of a handoff. */
export const endSuggestions = (records: PortfolioRecords): readonly string[] => [
  ...new Set([...teamsOn(records.team, planDay(records)), ...inUse(records.partner)].map(({ name }) => name)),
];

/** Changes a row of the ledger; what is the same already writes nothing. */
export function editHandoff(
  initiative: Pick<Initiative, 'name'>,
  handoff: Handoff,
  values: Partial<Handoff>,
): void {
  const changed = Object.entries(values).some(([key, value]) => handoff[key as keyof Handoff] !== value);
  if (!changed) return;
  void change('handoff.edit', { name: initiative.name }, [
    { op: 'patch', table: 'handoff', id: handoff.id, values },
  ]);
}

/** Adds a row at the end of the ledger; answers its id, or null when it was refused. */
export async function addHandoff(initiative: Initiative, from: string | null): Promise<string | null> {
  const ledger = handoffsOf(records(), initiative.id);
  const record = {
    ...newHandoff(newId(), initiative.id, nextPosition(ledger)),
    ...(from === null ? {} : endNamed(records(), 'from', from)),
  };
  const done = await change('handoff.add', { name: initiative.name }, [
    { op: 'put', table: 'handoff', record },
  ]);
  return done ? record.id : null;
}

/** Adds the handoffs that the phases imply; answers how many, 0 where there were none to add. */
export async function fillHandoffs(initiative: Initiative): Promise<number> {
  // Where no team is recorded, the phase says who is meant.
  const planned = proposeHandoffs(records(), initiative.id, { ofPhase: ({ name }) => name }, newId);
  if (!planned.ok) return 0;
  const count = planned.rows.length;
  return (await change('handoff.fill', { name: initiative.name, count }, planned.changes)) ? count : 0;
}

/** Moves a row to another place of the ledger, 0 the first. */
export function moveHandoff(initiative: Initiative, id: string, to: number): void {
  const planned = moveRow('handoff', handoffsOf(records(), initiative.id), id, to);
  if (planned.ok) void change('handoff.move', { name: initiative.name }, planned.changes);
}

/** Removes a row of the ledger. */
export const removeHandoff = (initiative: Initiative, id: string): Promise<boolean> =>
  change('handoff.remove', { name: initiative.name }, [{ op: 'remove', table: 'handoff', id }]);

const keptReason: Readonly<Record<'form' | 'share' | 'order', InvalidKey>> = {
  form: 'invalid.kept',
  share: 'invalid.share',
  order: 'invalid.keptOrder',
};

/** Reads a typed range of knowledge kept; the text itself is the value, so that equal ranges are equal. */
export function readKeptText(text: string): Parsed<string> {
  const range = readKept(text);
  if (typeof range === 'string') return { ok: false, reason: keptReason[range] };
  return isOrderedRange(range) ? { ok: true, value: text } : { ok: false, reason: 'invalid.keptOrder' };
}

/** Days of waiting, or unknown. */
export function readDays(text: string): Parsed<number | null> {
  const number = parseNumber(text);
  if (!number.ok || number.value === null) return number;
  return number.value > 36_500 ? { ok: false, reason: 'invalid.days' } : number;
}

import i18next from 'i18next';
import { newCapability } from '../../../shared/domain/defaults.ts';
import type { Capability, PortfolioRecords } from '../../../shared/domain/records.ts';
import {
  addCapability,
  capabilityOf,
  childrenOf,
  indentCapabilities,
  moveCapabilities,
  outdentCapabilities,
  reorderCapabilities,
  retireCapabilities,
  topmost,
} from '../../../shared/planning/capabilityTree.ts';
import { clearContribution, setContribution } from '../../../shared/planning/contributions.ts';
import { duplicateCapability } from '../../../shared/planning/copyCapability.ts';
import { deleteCapabilities } from '../../../shared/planning/deleteCapability.ts';
import { mergeCapabilities } from '../../../shared/planning/mergeCapabilities.ts';
import type { Planned } from '../../../shared/planning/planned.ts';
import { insertTemplate, type Template } from '../../../shared/planning/template.ts';
import { formatPercent } from '../../../shared/text/format.ts';
import { canWrite, newId } from '../../state/initiativeActions.ts';
import { tell } from '../../state/noticeStore.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { change } from '../../state/service.ts';
import { useView } from '../../state/viewStore.ts';
import { type Draft, type SaidKey, useTree } from './treeStore.ts';

/** Says what was done (or why it was not) in the line that screen readers hear. */
export function say(key: SaidKey, params: Record<string, string | number> = {}): void {
  useTree.getState().set({ said: { key, params } });
}

function open(): PortfolioRecords | null {
  return canWrite() ? usePortfolio.getState().records : null;
}

const share = (value: number): string => formatPercent(value, usePreferences.getState().language, 1);

/** Writes what was planned as one step; a refusal is said and nothing is written. */
async function run(key: string, params: Record<string, string | number>, planned: Planned): Promise<boolean> {
  if (planned.ok) return change(key, params, planned.changes);
  say(`refusal.${planned.reason}`);
  return false;
}

/** Where a move goes: under a parent, or one step in a direction. */
export type Move =
  | { readonly to: 'place'; readonly parentId: string | null; readonly at: number }
  | { readonly to: 'up' | 'down' | 'in' | 'out' };

function planMove(records: PortfolioRecords, ids: readonly string[], move: Move): Planned {
  switch (move.to) {
    case 'place':
      return moveCapabilities(records, ids, move.parentId, move.at);
    case 'up':
      return reorderCapabilities(records, ids, -1);
    case 'down':
      return reorderCapabilities(records, ids, 1);
    case 'in':
      return indentCapabilities(records, ids);
    case 'out':
      return outdentCapabilities(records, ids);
  }
}

/** What the history says of one or several: the name of the first, and how many. */
const several = (records: PortfolioRecords, ids: readonly string[]) => {
  const meant = topmost(records, ids);
  return { capability: meant[0]?.name ?? '', count: meant.length };
};

/** Moves capabilities with all below them, opens their new parent, and says where they are now. */
export async function move(ids: readonly string[], to: Move): Promise<boolean> {
  const records = open();
  if (!records) return false;
  const label = several(records, ids);
  if (
    !(await run(
      label.count > 1 ? 'capability.moveMany' : 'capability.move',
      label,
      planMove(records, ids, to),
    ))
  )
    return false;
  const after = usePortfolio.getState().records;
  const moved = after && topmost(after, ids)[0];
  if (!after || !moved) return true;
  const parent = moved.parentId === null ? undefined : capabilityOf(after, moved.parentId);
  if (parent) useTree.getState().toggle(parent.id, true);
  if (label.count > 1) {
    say('said.movedMany', { count: label.count });
    return true;
  }
  const siblings = childrenOf(after, moved.parentId);
  const told = { name: moved.name, place: moved.position + 1, count: siblings.length };
  if (parent) say('said.moved', { ...told, parent: parent.name });
  else say('said.movedTop', told);
  return true;
}

/** Changes fields of a capability. */
export function edit(capability: Capability, values: Partial<Capability>): void {
  const changed = Object.entries(values).some(
    ([key, value]) => capability[key as keyof Capability] !== value,
  );
  if (!changed) return;
  void change('capability.edit', { capability: values.name ?? capability.name }, [
    { op: 'patch', table: 'capability', id: capability.id, values },
  ]);
}

/** Takes capabilities with all below them out of maps, pickers and sums but keeps them, or brings them back. */
export async function retire(ids: readonly string[], retired: boolean): Promise<void> {
  const records = open();
  if (!records) return;
  const planned = retireCapabilities(records, ids, retired);
  const count = planned.ok ? planned.count : 0;
  const label = { ...several(records, ids), count };
  if (!(await run(retired ? 'capability.retire' : 'capability.unretire', label, planned))) return;
  useTree.getState().set({ ticked: new Set() });
  tell({
    kind: 'done',
    key: retired ? 'notice.keptAway' : 'notice.broughtBack',
    params: { count },
    undoable: true,
  });
}

let adding: Promise<unknown> = Promise.resolve();

/** Adds a capability where it was typed, selects it, and answers its id; names typed in a row are added in their order. */
export function add(name: string, draft: Draft): Promise<string | null> {
  const added = adding.then(() => addNow(name, draft));
  adding = added;
  return added;
}

async function addNow(name: string, { parentId, at }: Draft): Promise<string | null> {
  const records = open();
  if (!records) return null;
  const capability = newCapability(newId(), name.trim(), parentId);
  const done = await run(
    'capability.create',
    { capability: capability.name },
    addCapability(records, capability, at),
  );
  if (!done) return null;
  useView.getState().select({ kind: 'capability', id: capability.id });
  return capability.id;
}

/** Copies a capability to the place after it, and selects the copy. */
export async function duplicate(id: string, deep: boolean): Promise<void> {
  const records = open();
  if (!records) return;
  const name = (of: string): string => i18next.t('copyOf', { ns: 'capabilities', name: of }).slice(0, 500);
  const planned = duplicateCapability(records, id, deep, name, newId);
  const params = { capability: capabilityOf(records, id)?.name ?? '', count: deep ? 2 : 1 };
  if ((await run('capability.duplicate', params, planned)) && planned.ok)
    useView.getState().select({ kind: 'capability', id: planned.id });
}

/** Deletes capabilities with all below them; what goes along was shown before. */
export async function remove(ids: readonly string[]): Promise<void> {
  const records = open();
  if (!records) return;
  const planned = deleteCapabilities(records, ids);
  const count = planned.ok ? planned.capabilities : 0;
  const label = several(records, ids);
  const key = label.count > 1 ? 'capability.deleteMany' : 'capability.delete';
  if (!(await run(key, { capability: label.capability, count }, planned))) return;
  const { selection, select } = useView.getState();
  const after = usePortfolio.getState().records;
  if (selection?.kind === 'capability' && after && !capabilityOf(after, selection.id)) select(null);
  useTree.getState().tick(ids, false);
  say('said.deleted', { count });
}

/** Deletes at once what nothing else hangs on; asks first where something would go along. */
export function askToRemove(ids: readonly string[]): void {
  const records = open();
  if (!records) return;
  const planned = deleteCapabilities(records, ids);
  if (planned.ok && planned.capabilities === 1 && planned.links === 0) void remove(ids);
  else useTree.getState().set({ dialog: { kind: 'delete', ids } });
}

/** Merges a capability into another, and selects the one that stays. */
export async function merge(fromId: string, intoId: string): Promise<void> {
  const records = open();
  if (!records) return;
  const [from, into] = [capabilityOf(records, fromId)?.name ?? '', capabilityOf(records, intoId)?.name ?? ''];
  const planned = mergeCapabilities(records, fromId, intoId);
  if (!(await run('capability.merge', { capability: from, into }, planned))) return;
  useView.getState().select({ kind: 'capability', id: intoId });
  say('said.merged', { name: into });
}

/** Adds a template's tree in the page's language, and selects its first capability. */
export async function addTemplate(template: Template, under: string | null): Promise<boolean> {
  const records = open();
  if (!records) return false;
  const planned = insertTemplate(records, template, usePreferences.getState().language, under, newId);
  const count = planned.ok ? planned.count : 0;
  if (!(await run('capability.template', { count }, planned)) || !planned.ok) return false;
  if (under) useTree.getState().toggle(under, true);
  useView.getState().select({ kind: 'capability', id: planned.first });
  say('said.template', { count });
  return true;
}

/** Lets an initiative serve a capability; a null weight takes what is free of its effort. */
export async function link(
  initiativeId: string,
  capabilityId: string,
  weight: number | null,
): Promise<boolean> {
  const records = open();
  const capability = records && capabilityOf(records, capabilityId);
  const initiative = records?.initiative[initiativeId];
  if (!records || !capability || !initiative) return false;
  const names = { initiative: initiative.name, capability: capability.name };
  const planned = setContribution(records, initiativeId, capabilityId, weight, newId);
  const isNew = planned.ok && planned.changes.some(({ op }) => op === 'put');
  const params = { name: initiative.name, capability: capability.name };
  if (!(await run(isNew ? 'capability.link' : 'capability.weight', params, planned)) || !planned.ok)
    return false;
  if (planned.capped)
    say('said.capped', { ...names, given: share(planned.capped.given), asked: share(planned.capped.asked) });
  else say('said.linked', { ...names, share: share(planned.weight) });
  return true;
}

/** Lets an initiative no longer serve a capability. */
export async function unlink(initiativeId: string, capabilityId: string): Promise<void> {
  const records = open();
  const capability = records && capabilityOf(records, capabilityId);
  const initiative = records?.initiative[initiativeId];
  if (!records || !capability || !initiative) return;
  const params = { name: initiative.name, capability: capability.name };
  if (await run('capability.unlink', params, clearContribution(records, initiativeId, capabilityId)))
    say('said.unlinked', { initiative: initiative.name, capability: capability.name });
}

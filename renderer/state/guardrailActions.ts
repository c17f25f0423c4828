import type { Change } from '../../shared/contract/changes.ts';
import type { Guardrail, Waiver } from '../../shared/domain/records.ts';
import type { Rule } from '../../shared/guardrails/rules.ts';
import { newId } from './initiativeActions.ts';
import { usePortfolio } from './portfolioStore.ts';
import { change } from './service.ts';

const put = (table: 'guardrail' | 'waiver', record: object): Change => ({
  op: 'put',
  table,
  record: { ...record },
});

const all = (): readonly Guardrail[] =>
  Object.values(usePortfolio.getState().plan?.guardrail ?? {}).sort((a, b) => a.position - b.position);

/** Longest name of a guardrail that the file takes. */
const MOST_NAME = 500;
const shorten = (name: string): string => name.trim().slice(0, MOST_NAME);

/** Adds guardrails under these names after those that are there, in one step. */
export function addGuardrails(
  list: readonly { readonly rule: Rule; readonly name: string }[],
): Promise<boolean> {
  const first = (all().at(-1)?.position ?? -1) + 1;
  const changes = list.map(({ rule, name }, at) =>
    put('guardrail', { id: newId(), position: first + at, name: shorten(name), rule, active: true }),
  );
  const key = list.length === 1 ? 'guardrail.create' : 'guardrail.start';
  return change(key, { name: shorten(list[0]?.name ?? ''), count: list.length }, changes);
}

/** Changes a guardrail. */
export function editGuardrail(
  guardrail: Guardrail,
  values: Partial<Pick<Guardrail, 'name' | 'rule' | 'active'>>,
): Promise<boolean> {
  const key =
    values.active === undefined ? 'guardrail.edit' : values.active ? 'guardrail.on' : 'guardrail.off';
  return change(key, { name: values.name ?? guardrail.name }, [
    { op: 'patch', table: 'guardrail', id: guardrail.id, values },
  ]);
}

/** Moves a guardrail one place up or down. */
export function moveGuardrail(guardrail: Guardrail, by: 1 | -1): Promise<boolean> {
  const list = [...all()];
  const from = list.findIndex(({ id }) => id === guardrail.id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return Promise.resolve(true);
  list.splice(to, 0, ...list.splice(from, 1));
  const changes = list.flatMap(({ id, position }, at): Change[] =>
    position === at ? [] : [{ op: 'patch', table: 'guardrail', id, values: { position: at } }],
  );
  return change('guardrail.move', { name: guardrail.name }, changes);
}

/** Deletes a guardrail with its waivers. */
export function deleteGuardrail(guardrail: Guardrail): Promise<boolean> {
  return change('guardrail.delete', { name: guardrail.name }, [
    { op: 'remove', table: 'guardrail', id: guardrail.id },
  ]);
}

/** Gives leave to break a guardrail: for one record, or with null for all that break it. */
export function grantWaiver(
  guardrail: Guardrail,
  values: Pick<Waiver, 'subject' | 'owner' | 'reason' | 'grantedOn' | 'until'>,
): Promise<boolean> {
  return change('waiver.grant', { name: guardrail.name, owner: values.owner }, [
    put('waiver', { id: newId(), guardrailId: guardrail.id, ...values }),
  ]);
}

/** Changes a waiver. */
export function editWaiver(
  waiver: Waiver,
  guardrail: Guardrail,
  values: Partial<Pick<Waiver, 'owner' | 'reason' | 'until'>>,
): Promise<boolean> {
  return change('waiver.edit', { name: guardrail.name }, [
    { op: 'patch', table: 'waiver', id: waiver.id, values },
  ]);
}

/** Takes the leave back. */
export function withdrawWaiver(waiver: Waiver, guardrail: Guardrail): Promise<boolean> {
  return change('waiver.withdraw', { name: guardrail.name }, [
    { op: 'remove', table: 'waiver', id: waiver.id },
  ]);
}

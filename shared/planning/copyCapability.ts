import type { Change } from '../contract/changes.ts';
import type { Capability, PortfolioRecords } from '../domain/records.ts';
import { addCapability, capabilityOf, childrenOf } from './capabilityTree.ts';
import { type NewId, type Planned, put, refuse } from './planned.ts';

/**
 * Copies a capability, with all under it when `withChildren`, to the place right after it. What it needs comes along;
 * the initiatives that serve it do not, since their effort is not there twice.
 */
export function duplicateCapability(
  records: PortfolioRecords,
  id: string,
  withChildren: boolean,
  nameOfCopy: (name: string) => string,
  newId: NewId,
): Planned<{ readonly id: string; readonly count: number }> {
  const original = capabilityOf(records, id);
  if (!original) return refuse('missing');
  const at = childrenOf(records, original.parentId).findIndex((each) => each.id === id);
  const copy: Capability = { ...original, id: newId(), name: nameOfCopy(original.name) };
  const added = addCapability(records, copy, at + 1);
  if (!added.ok) return added;
  const below: Change[] = [];
  const copyUnder = (from: string, to: string): void => {
    childrenOf(records, from).forEach((child, position) => {
      const childCopy = { ...child, id: newId(), parentId: to, position };
      below.push(put('capability', childCopy));
      copyUnder(child.id, childCopy.id);
    });
  };
  if (withChildren) copyUnder(id, copy.id);
  return { ok: true, changes: [...added.changes, ...below], id: copy.id, count: 1 + below.length };
}

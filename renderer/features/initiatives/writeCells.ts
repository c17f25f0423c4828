import { create } from 'zustand';
import type { Label } from '../../../shared/domain/label.ts';
import { type NoticeKey, tell } from '../../state/noticeStore.ts';
import { change } from '../../state/service.ts';
import type { CellPlan } from './cellPlan.ts';

/** Why many cells are written at once: says which sentence the history and the message take. */
export type WriteKind = 'paste' | 'fill' | 'clear' | 'edit';

const sentences = {
  paste: { history: 'initiative.paste', notice: 'notice.pasted' },
  fill: { history: 'initiative.fill', notice: 'notice.filled' },
  clear: { history: 'initiative.clear', notice: 'notice.cleared' },
  edit: { history: 'initiative.edit', notice: 'notice.filled' },
} as const satisfies Record<WriteKind, { readonly history: string; readonly notice: NoticeKey }>;

/** A plan with cells that cannot take what was meant for them, until the person has decided. */
interface RefusalState {
  readonly asked: {
    readonly plan: CellPlan;
    readonly kind: WriteKind;
    readonly label: Label['params'];
  } | null;
}
export const useRefusals = create<RefusalState>()(() => ({ asked: null }));

/**
 * Writes a plan as one undoable step; where a cell was refused, or a capability or partner would be made, nothing is
 * written before the person has seen it. `label` says more to the history than the number of cells.
 */
export async function carryOut(
  plan: CellPlan,
  kind: WriteKind,
  label: Label['params'] = {},
): Promise<boolean> {
  if (plan.refused.length > 0 || plan.made.length > 0) {
    useRefusals.setState({ asked: { plan, kind, label } });
    return false;
  }
  return writePlan(plan, kind, label);
}

/** Writes what fits of a plan as one undoable step. */
export async function writePlan(
  plan: CellPlan,
  kind: WriteKind,
  label: Label['params'] = {},
): Promise<boolean> {
  if (plan.changes.length === 0) return true;
  const { history, notice } = sentences[kind];
  if (!(await change(history, { ...label, count: plan.cells }, plan.changes))) return false;
  if (plan.cells > 1 || kind === 'paste')
    tell({ kind: 'done', key: notice, params: { count: plan.cells }, undoable: true });
  return true;
}

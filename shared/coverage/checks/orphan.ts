import { type Check, forEachElement } from '../context.ts';
import { scored } from '../findings.ts';

/** Elements that matter less may be left alone. */
export const LEAST_IMPORTANCE = 3;

/** ORPHAN: everybody who works on the element leaves, and no team owns it. */
export const checkOrphan: Check = (context) =>
  forEachElement(context, (element) => {
    const orphan = context.orphans[element]!;
    const { id, importance } = context.matrix.elements[element]!;
    if (orphan === null || (importance ?? 0) < LEAST_IMPORTANCE) return null;
    const { facts } = context;
    const knowledge = orphan.last.flatMap((index) => {
      const run = facts.runOf(index);
      return run === null ? [] : [[facts.initiatives[index]!.id, run.knowledge] as const];
    });
    return scored<'ORPHAN'>({
      type: 'ORPHAN',
      subject: id,
      money: context.matrix.supply[element]!,
      confidence: 0.9,
      importance: importance ?? 0,
      evidence: {
        from_month: orphan.from_month,
        last_initiatives: orphan.last.map((index) => facts.initiatives[index]!.id),
        owner_team: null,
        knowledge_at_horizon: Object.fromEntries(knowledge),
      },
      detail: null,
      healthy: ['set_owner_team', 'keep_open_ended_team'],
    });
  });

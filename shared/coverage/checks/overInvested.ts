import { type Check, forEachElement, needEvidence } from '../context.ts';
import { isOver } from '../demand.ts';
import { scored } from '../findings.ts';

/** OVER_INVESTED: there is demand, and supply is over one and a half times the need; money = what is over the need. */
export const checkOverInvested: Check = (context) =>
  forEachElement(context, (element) => {
    const { demand, supply, need, coverage } = context.demand[element]!;
    if (!(demand > 0 && isOver(supply, need))) return null;
    const evidence = { ...needEvidence(context, element), coverage };
    return scored<'OVER_INVESTED'>({
      type: 'OVER_INVESTED',
      subject: context.matrix.elements[element]!.id,
      money: supply - need,
      confidence: 0.5,
      importance: evidence.importance,
      evidence,
      detail: null,
      healthy: ['set_needed_money', 'raise_target'],
    });
  });

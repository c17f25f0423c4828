import { type Check, forEachElement, needEvidence } from '../context.ts';
import { scored } from '../findings.ts';

/** GAP_NONE: there is demand and nobody works on it. */
export const checkGapNone: Check = (context) =>
  forEachElement(context, (element) => {
    const { demand, supply, gap_money, gap_score } = context.demand[element]!;
    if (!(demand > 0) || supply > 0) return null;
    const evidence = { ...needEvidence(context, element), gap_score };
    return scored<'GAP_NONE'>({
      type: 'GAP_NONE',
      subject: context.matrix.elements[element]!.id,
      money: gap_money,
      confidence: 1,
      importance: evidence.importance,
      evidence,
      detail: null,
      healthy: ['add_contribution', 'lower_target', 'set_needed_money'],
    });
  });

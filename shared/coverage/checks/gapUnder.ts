import { type Check, forEachElement, needEvidence } from '../context.ts';
import { isUnder } from '../demand.ts';
import { scored } from '../findings.ts';

/** GAP_UNDER: there is demand, and supply is under half of the need. */
export const checkGapUnder: Check = (context) =>
  forEachElement(context, (element) => {
    const { demand, supply, need, coverage, gap_money, gap_score } = context.demand[element]!;
    if (!(demand > 0 && supply > 0 && isUnder(supply, need))) return null;
    const evidence = { ...needEvidence(context, element), gap_score, coverage };
    return scored<'GAP_UNDER'>({
      type: 'GAP_UNDER',
      subject: context.matrix.elements[element]!.id,
      money: gap_money,
      confidence: 0.8,
      importance: evidence.importance,
      evidence,
      detail: null,
      healthy: ['add_contribution', 'lower_target', 'set_needed_money'],
    });
  });

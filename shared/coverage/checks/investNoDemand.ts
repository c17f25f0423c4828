import { type Check, forEachElement, needEvidence } from '../context.ts';
import { scored } from '../findings.ts';

/** INVEST_NO_DEMAND: money flows although the target is reached. An element that nobody rated is not reported. */
export const checkInvestNoDemand: Check = (context) =>
  forEachElement(context, (element) => {
    const { rated, demand, supply } = context.demand[element]!;
    if (!rated || demand > 0 || !(supply > 0)) return null;
    const evidence = needEvidence(context, element);
    return scored<'INVEST_NO_DEMAND'>({
      type: 'INVEST_NO_DEMAND',
      subject: context.matrix.elements[element]!.id,
      money: supply,
      confidence: 0.7,
      importance: evidence.importance,
      evidence,
      detail: null,
      healthy: ['raise_target'],
    });
  });

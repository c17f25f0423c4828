import { type Check, forEachElement } from '../context.ts';
import { scored } from '../findings.ts';

/** OVERLAP: several groups spend on one element, and texts, time and outcomes say that they partly do the same. */
export const checkOverlap: Check = (context) =>
  forEachElement(context, (element) => {
    const { contested, redundant, pairs } = context.overlap[element]!;
    if (!(redundant > 0)) return null;
    const { elements } = context.matrix;
    const { teams, vendors } = context.concentration[element]!;
    const idOf = (index: number): string => context.facts.initiatives[index]!.id;
    return scored<'OVERLAP'>({
      type: 'OVERLAP',
      subject: elements[element]!.id,
      money: contested,
      confidence: redundant / contested,
      importance: elements[element]!.importance ?? 0,
      evidence: {
        contested,
        redundant,
        pairs: pairs.map(({ lead, other, money, kappa, redundant: part }) => ({
          lead: idOf(lead),
          other: idOf(other),
          money,
          kappa,
          redundant: part,
        })),
        teams: Object.fromEntries(teams),
        vendors: Object.fromEntries(vendors),
      },
      detail: {
        pairs: pairs.map(({ lead, other, lead_money, k0, shared_element, cosine, time_overlap }) => ({
          lead: idOf(lead),
          other: idOf(other),
          lead_money,
          k0,
          shared_element: shared_element === null ? null : elements[shared_element]!.id,
          cosine,
          time_overlap,
        })),
      },
      healthy: ['set_collaboration_group', 'declare_dependency'],
    });
  });

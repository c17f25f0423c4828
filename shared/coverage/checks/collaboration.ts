import type { Check } from '../context.ts';
import { scored } from '../findings.ts';

/** COLLABORATION: a declared group works on one element together; shown as healthy, no money at stake. */
export const checkCollaboration: Check = ({ facts, matrix, overlap }) =>
  overlap.flatMap(({ collaborations }, element) =>
    collaborations.map(({ group, members, money }) =>
      scored<'COLLABORATION'>({
        type: 'COLLABORATION',
        subject: matrix.elements[element]!.id,
        money: 0,
        confidence: 1,
        importance: matrix.elements[element]!.importance ?? 0,
        evidence: { group, members: members.map((index) => facts.initiatives[index]!.id), money },
        detail: null,
        healthy: ['nothing_to_do'],
      }),
    ),
  );

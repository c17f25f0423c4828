import type { Check } from '../context.ts';
import { IMPORTANCE_OF_INITIATIVE, scored } from '../findings.ts';

/** UNMAPPED: an initiative has money and serves no element of the list. */
export const checkUnmapped: Check = ({ facts, matrix }) =>
  facts.initiatives
    .filter(({ index, money }) => money > 0 && !matrix.mapped[index])
    .map(({ id, money }) =>
      scored<'UNMAPPED'>({
        type: 'UNMAPPED',
        subject: id,
        money,
        confidence: 0.5,
        importance: IMPORTANCE_OF_INITIATIVE,
        // The vectors write this sentence; a page goes by `type`.
        evidence: { reason: 'no contribution to any listed capability' },
        detail: null,
        healthy: ['add_contribution'],
      }),
    );

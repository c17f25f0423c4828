import { type Check, forEachElement } from '../context.ts';
import { scored } from '../findings.ts';

// One supplier always has an HHI of 10,000, so only elements that matter count (MODEL.md 3.3).
const LEAST_IMPORTANCE = 4;

/** LOCK_IN: an important element rests on a single, external vendor that could not be left at once. */
export const checkLockIn: Check = (context) =>
  forEachElement(context, (element) => {
    const { vendors, largest, hhi_vendor, lock_in } = context.concentration[element]!;
    const { id, importance } = context.matrix.elements[element]!;
    if (largest === null || vendors.size !== 1 || !(lock_in > 0)) return null;
    if ((importance ?? 0) < LEAST_IMPORTANCE) return null;
    return scored<'LOCK_IN'>({
      type: 'LOCK_IN',
      subject: id,
      money: context.matrix.supply[element]! * lock_in,
      confidence: 0.6,
      importance: importance ?? 0,
      evidence: {
        vendor: largest.vendor,
        share: largest.share,
        exit_readiness: largest.exit_readiness,
        hhi: hhi_vendor,
      },
      detail: null,
      healthy: ['set_exit_readiness', 'add_second_vendor'],
    });
  });

import { herfindahl, largestExternal } from '../concentration.ts';
import type { Check } from '../context.ts';
import { IMPORTANCE_OF_PORTFOLIO, scored } from '../findings.ts';

const LEAST_HHI = 2500;
/** Largest share of the portfolio's money that one external vendor should have (MODEL.md 3.3). */
export const VENDOR_SHARE_LIMIT = 0.4;

/** CONCENTRATION: one external vendor holds 40 % or more of a concentrated portfolio; money = what is over 40 %. */
export const checkConcentration: Check = ({ portfolioVendors, totalMoney }) => {
  const hhi = herfindahl(portfolioVendors);
  const largest = largestExternal(portfolioVendors);
  if (largest === null || hhi < LEAST_HHI || largest.share < VENDOR_SHARE_LIMIT) return [];
  return [
    scored<'CONCENTRATION'>({
      type: 'CONCENTRATION',
      subject: largest.vendor,
      money: (largest.share - VENDOR_SHARE_LIMIT) * totalMoney,
      confidence: 0.6,
      importance: IMPORTANCE_OF_PORTFOLIO,
      evidence: { hhi, shares: Object.fromEntries(portfolioVendors) },
      detail: { share: largest.share, limit: VENDOR_SHARE_LIMIT },
      healthy: ['shift_vendor_share'],
    }),
  ];
};

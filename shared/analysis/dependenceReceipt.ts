import type { CoverageAnalysis, ElementRow } from '../coverage/analyse.ts';
import { VENDOR_SHARE_LIMIT } from '../coverage/checks/concentration.ts';
import { herfindahl, largestExternal, type Shares, sharesOf } from '../coverage/concentration.ts';
import { INTERNAL_VENDOR } from '../coverage/types.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { mainPartner } from './coverageInput.ts';
import type { ElementFigure, ElementPart, ElementReceipt } from './elementReceiptTypes.ts';
import { portfolioIndex } from './portfolioIndex.ts';

const HHI = 'HHI = Σ_vendors (100 share)²';

/** On whom an element rests: concentration, its largest share, lock-in, and the money that is locked in (MODEL.md 3.3). */
export function dependenceReceipt(
  records: PortfolioRecords,
  row: ElementRow,
  figure: 'concentration' | 'largestShare' | 'lockIn' | 'locked',
): ElementReceipt {
  const { contributors, supply_money, lock_in } = row;
  const { engagements } = portfolioIndex(records);
  const shares = sharesOf(
    contributors.map(
      ({ initiative, money }) =>
        [mainPartner(records, engagements.get(initiative) ?? []) ?? INTERNAL_VENDOR, money] as const,
    ),
  );
  if (figure === 'concentration') return indexReceipt(shares, supply_money);
  const largest = largestExternal(shares);
  if (figure === 'largestShare') {
    return shareReceipt(largest, { kind: 'figure', figure: 'supply', value: supply_money });
  }
  const readiness = largest && (records.partner[largest.vendor]?.exitReadiness ?? null);
  if (figure === 'locked') {
    return {
      figure,
      unit: 'money',
      value: supply_money * lock_in,
      formula: 'S_c · lock-in_c',
      facts: [],
      operation: 'product',
      parts: [
        { kind: 'figure', figure: 'supply', value: supply_money },
        { kind: 'figure', figure: 'lockIn', value: lock_in },
      ],
    };
  }
  return {
    figure,
    unit: 'share',
    value: lock_in,
    formula: 'largest external share · (1 - exit readiness)',
    facts: largest ? [{ id: 'exitReadiness', value: readiness, unit: 'share' }] : [],
    operation: largest ? 'product' : 'given',
    parts: largest
      ? [
          { kind: 'figure', figure: 'largestShare', value: largest.share, vendor: largest.vendor },
          { kind: 'term', id: 'notReady', value: 1 - (readiness ?? 0), unit: 'share' },
        ]
      : [],
  };
}

/**
 * On whom the whole portfolio rests: its concentration index, its largest share, and the money that one partner holds
 * beyond the limit; null where no partner holds more.
 */
export function portfolioReceipt(analysis: CoverageAnalysis, figure: ElementFigure): ElementReceipt | null {
  const shares: Shares = new Map(Object.entries(analysis.vendor_shares));
  if (figure === 'concentration') return indexReceipt(shares, analysis.total_money);
  const largest = largestExternal(shares);
  if (figure === 'largestShare')
    return shareReceipt(largest, {
      kind: 'term',
      id: 'allMoney',
      value: analysis.total_money,
      unit: 'money',
    });
  if (figure !== 'held' || !largest) return null;
  const over = largest.share - VENDOR_SHARE_LIMIT;
  if (over <= 0) return null;
  return {
    figure,
    unit: 'money',
    value: over * analysis.total_money,
    formula: `(share - ${VENDOR_SHARE_LIMIT}) Σ B`,
    facts: [],
    operation: 'product',
    parts: [
      { kind: 'term', id: 'overLimit', value: over, unit: 'share', vendor: largest.vendor },
      { kind: 'term', id: 'allMoney', value: analysis.total_money, unit: 'money' },
    ],
  };
}

/** The money of the partner that has most of some money, divided by all of it; no partner has a share of none. */
function shareReceipt(
  largest: ReturnType<typeof largestExternal>,
  money: Extract<ElementPart, { readonly kind: 'figure' | 'term' }>,
): ElementReceipt {
  return {
    figure: 'largestShare',
    unit: 'share',
    value: largest?.share ?? 0,
    formula: 'max_vendors share',
    facts: [],
    operation: largest ? 'ratio' : 'given',
    parts: largest
      ? [
          {
            kind: 'term',
            id: 'partnerMoney',
            value: largest.share * money.value,
            unit: 'money',
            vendor: largest.vendor,
          },
          money,
        ]
      : [],
  };
}

/** The index of the shares of some money: each partner with its square. */
export function indexReceipt(shares: Shares, money: number): ElementReceipt {
  return {
    figure: 'concentration',
    unit: 'index',
    value: herfindahl(shares),
    formula: HHI,
    facts: [],
    operation: 'sum',
    parts: [...shares].map(
      ([vendor, share]): ElementPart => ({
        kind: 'vendor',
        vendor,
        value: (100 * share) ** 2,
        whole: money,
        share,
      }),
    ),
  };
}

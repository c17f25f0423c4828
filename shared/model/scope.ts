/** Explicit scope items and measured releases (MODEL.md 2.1); both replace assumptions of 2.2. */
import { compareCodePoints } from '../text/compareCodePoints.ts';
import type { ItemOrderEntry, ModelActualRelease, ModelScopeItem } from './types.ts';

/** F(u) as corner points behind (0, 0). */
export interface ScopeCurve {
  readonly scope: readonly number[];
  readonly value: readonly number[];
}

/** What the scope items say in place of extra_share, mlp_share and value_front. */
export interface ScopeFigures {
  readonly extraShare: number;
  readonly mlpShare: number;
  /** Null when no item is useful. */
  readonly curve: ScopeCurve | null;
  readonly order: readonly ItemOrderEntry[];
}

/** Order, shares and value curve of the items; `perMonth` is v0. Null without items. */
export function scopeFigures(
  items: readonly ModelScopeItem[] | null | undefined,
  perMonth: number,
): ScopeFigures | null {
  if (!items || items.length === 0) return null;
  let all = 0;
  let extra = 0;
  let mlp = 0;
  for (const item of items) {
    all += item.pd;
    if (item.useful === false) extra += item.pd;
    else if (item.mlp === true) mlp += item.pd;
  }
  const useful = items.filter((item) => item.useful !== false);
  const usefulPd = useful.reduce((sum, item) => sum + item.pd, 0);
  const totalValue = useful.reduce((sum, item) => sum + (item.value_share ?? 0), 0);
  const density = (item: ModelScopeItem): number => (item.value_share ?? 0) / item.pd;
  useful.sort(
    (a, b) =>
      Number(b.mlp === true) - Number(a.mlp === true) ||
      density(b) - density(a) ||
      compareCodePoints(a.id, b.id),
  );
  let scopeSum = 0;
  let valueSum = 0;
  const order = useful.map((item): ItemOrderEntry => {
    scopeSum += item.pd;
    valueSum += item.value_share ?? 0;
    const cumScope = scopeSum / usefulPd;
    return {
      id: item.id,
      pd: item.pd,
      value_per_pd: density(item) * perMonth,
      cum_scope: cumScope,
      // Items without any value: nothing tells them apart, so value follows scope and still adds to 1. The sum in
      // this order may come out a bit above the total, and more than all value would look like a loss still to come.
      cum_value: totalValue > 0 ? Math.min(1, valueSum / totalValue) : cumScope,
    };
  });
  return {
    extraShare: extra / all,
    mlpShare: usefulPd > 0 ? mlp / usefulPd : 0,
    curve:
      order.length > 0
        ? { scope: order.map((o) => o.cum_scope), value: order.map((o) => o.cum_value) }
        : null,
    order,
  };
}

/** Measured money per month and v0 dF of the same releases, over releases that were measured. */
export function measuredTerms(
  releases: readonly ModelActualRelease[] | null | undefined,
  perMonth: number,
  share: (u: number) => number,
): { readonly measured: number; readonly planned: number } {
  const sorted = [...(releases ?? [])].sort((a, b) => a.month - b.month);
  let before = 0;
  let measured = 0;
  let planned = 0;
  for (const release of sorted) {
    const now = share(release.scope_share);
    if (release.measured_per_month != null) {
      measured += release.measured_per_month;
      planned += perMonth * (now - before);
    }
    before = now;
  }
  return { measured, planned };
}

/**
 * Measured ratio q; null without a measurement or when no value was planned for the measured releases.
 * The plan's own value_realisation stays in force (vector E10): a forecast that trusts the measurement passes this
 * number as that parameter.
 */
export function measuredRatio(measured: number, planned: number): number | null {
  const ratio = measured / planned;
  return planned > 0 && Number.isFinite(ratio) ? ratio : null;
}

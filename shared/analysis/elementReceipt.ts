import type { CoverageAnalysis, ElementRow } from '../coverage/analyse.ts';
import { collaborationGroups } from '../coverage/overlap.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { dependenceReceipt, portfolioReceipt } from './dependenceReceipt.ts';
import { elementLookup, neededElements } from './elementLookup.ts';
import type { ElementFact, ElementFigure, ElementPart, ElementReceipt } from './elementReceiptTypes.ts';

/**
 * Opens a figure of one element (its id as the analysis has it; null for the whole portfolio) to its arithmetic; null for
 * an element that is not there and for a figure that it does not have.
 */
export function elementReceipt(
  records: PortfolioRecords,
  analysis: CoverageAnalysis,
  elementId: string | null,
  figure: ElementFigure,
): ElementReceipt | null {
  if (elementId === null) return portfolioReceipt(analysis, figure);
  const row = elementLookup(analysis).rows.get(elementId);
  if (!row) return null;
  const needKnown = isNeedKnown(analysis, row);
  const [supply, need] = [row.supply_money, row.need_money];
  const own = (of: ElementFigure, value: number): ElementPart => ({ kind: 'figure', figure: of, value });
  switch (figure) {
    case 'need':
      return needReceipt(records, analysis, row);
    case 'supply':
      return {
        figure,
        unit: 'money',
        value: supply,
        formula: 'S_c = Σ_i w_ic B_i',
        facts: [],
        operation: 'sum',
        parts: row.contributors.map(({ initiative, money }) => {
          const whole = analysis.money[initiative] ?? 0;
          return { kind: 'weight', initiative, value: money, whole, share: whole > 0 ? money / whole : 0 };
        }),
      };
    case 'coverage':
      return {
        figure,
        unit: 'share',
        value: needKnown && need > 0 ? supply / need : null,
        formula: 'S_c / N_c',
        facts: [],
        operation: 'ratio',
        parts: needKnown && need > 0 ? [own('supply', supply), own('need', need)] : [],
      };
    case 'gap':
      return {
        figure,
        unit: 'money',
        value: needKnown ? row.gap_money : null,
        formula: row.demand > 0 ? 'max(0, N_c - S_c)' : 'd_c = 0: 0',
        facts: [],
        operation: row.demand > 0 ? 'sum' : 'given',
        parts:
          row.demand > 0
            ? [own('need', need), own('supply', -supply), ...(supply > need ? [surplus(supply - need)] : [])]
            : [],
      };
    case 'excess':
      return {
        figure,
        unit: 'money',
        value: needKnown ? supply - need : null,
        formula: 'S_c - N_c',
        facts: [],
        operation: 'sum',
        parts: needKnown ? [own('supply', supply), own('need', -need)] : [],
      };
    case 'contested':
      return contestedReceipt(records, row);
    case 'redundant':
      return redundantReceipt(analysis, row);
    case 'concentration':
    case 'largestShare':
    case 'lockIn':
    case 'locked':
      return dependenceReceipt(records, row, figure);
    case 'held':
      return null;
  }
}

const surplus = (value: number): ElementPart => ({ kind: 'term', id: 'surplus', value, unit: 'money' });

/** Whether anybody rated the element: what it needs is then a share of the money, or what was entered. */
const isNeedKnown = (analysis: CoverageAnalysis, { id, demand, need_money }: ElementRow): boolean =>
  demand > 0 || need_money > 0 || !elementLookup(analysis).unrated.has(id);

function needReceipt(
  records: PortfolioRecords,
  analysis: CoverageAnalysis,
  { id, kind, demand, need_money }: ElementRow,
): ElementReceipt {
  const element = neededElements(records).get(id);
  const level = (name: 'importance' | 'current' | 'target'): ElementFact => ({
    id: name,
    value: element?.[name] ?? null,
    unit: 'level',
  });
  const needed = element?.needed_money ?? null;
  const facts: ElementFact[] = [level('importance'), level('current'), level('target')];
  if (needed !== null) {
    return {
      figure: 'need',
      unit: 'money',
      value: need_money,
      formula: 'N_c = needed_money',
      facts: [...facts, { id: 'needed', value: needed, unit: 'money' }],
      operation: 'given',
      parts: [],
    };
  }
  const { unrated, sums } = elementLookup(analysis);
  const isUnrated = unrated.has(id);
  const all = sums.get(kind);
  return {
    figure: 'need',
    unit: 'money',
    value: isUnrated ? null : need_money,
    formula: 'd_c = importance / 5 · max(0, target - current) / 4;  N_c = d_c / Σ d · Σ S',
    facts: [
      ...facts,
      { id: 'demand', value: isUnrated ? null : demand, unit: 'number' },
      { id: 'allDemand', value: all?.demand ?? 0, unit: 'number' },
      { id: 'allSupply', value: all?.supplyMoney ?? 0, unit: 'money' },
    ],
    operation: 'given',
    parts: [],
  };
}

function redundantReceipt(analysis: CoverageAnalysis, row: ElementRow): ElementReceipt {
  const found = elementLookup(analysis).overlaps.get(row.id);
  return {
    figure: 'redundant',
    unit: 'money',
    value: row.redundant_money,
    formula: 'Σ_others m_ic · max κ;  κ = (k0 + (1 - k0) cosine) · time overlap',
    facts: [],
    operation: 'sum',
    parts: (found?.evidence.pairs ?? []).map(({ lead, other, money, kappa, redundant }) => ({
      kind: 'repeated',
      initiative: other,
      lead,
      value: redundant,
      whole: money,
      kappa,
    })),
  };
}

/** Money of everybody but the group with most; initiatives of one declared group stand together (MODEL.md 3.2). */
function contestedReceipt(
  records: PortfolioRecords,
  { contributors, contested_money }: ElementRow,
): ElementReceipt {
  const [, ...others] = collaborationGroups(contributors, ({ initiative: id }) => ({
    id,
    group: records.initiative[id]?.collaborationGroup ?? null,
  }));
  return {
    figure: 'contested',
    unit: 'money',
    value: contested_money,
    formula: 'Σ_(groups after the first) m_gc',
    facts: [],
    operation: 'sum',
    parts: others.map(({ cells, money }) => ({
      kind: 'group',
      initiatives: cells.map(({ initiative }) => initiative),
      value: money,
    })),
  };
}

import type { CoverageAnalysis, ElementRow } from '../coverage/analyse.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { minorDigits } from '../text/format.ts';
import { coverageElements } from './coverageElements.ts';
import { settingsOf } from './initiativeInput.ts';

/** Figures of what the portfolio needs: money needed, money that serves it, money missing, money spent more than once. */
export type ElementFigure = 'need' | 'supply' | 'gap' | 'redundant';

/** A fact or an intermediate result that a figure is worked out from; null where nobody entered it. */
export interface ElementFact {
  readonly id: 'importance' | 'current' | 'target' | 'needed' | 'demand' | 'allDemand' | 'allSupply';
  readonly value: number | null;
  readonly unit: 'level' | 'number' | 'money';
}

/** A part of a figure, whole currency units: another figure of the element, or an initiative's money. */
export type ElementPart =
  | { readonly kind: 'figure'; readonly figure: ElementFigure; readonly value: number }
  /** `share` 0..1 of the initiative's `whole` money. */
  | {
      readonly kind: 'weight';
      readonly initiative: string;
      readonly value: number;
      readonly whole: number;
      readonly share: number;
    }
  /** The part `kappa`, 0..1, of its `whole` money that does what `lead` does already. */
  | {
      readonly kind: 'repeated';
      readonly initiative: string;
      readonly lead: string;
      readonly value: number;
      readonly whole: number;
      readonly kappa: number;
    };

/** The arithmetic of one figure of MODEL.md 3.1 and 3.2. */
export interface ElementReceipt {
  readonly figure: ElementFigure;
  /** Whole currency units; null where nobody entered what it takes to know it. */
  readonly value: number | null;
  /** In the symbols of MODEL.md. */
  readonly formula: string;
  readonly facts: readonly ElementFact[];
  /** They add up to the value, except where `sum` is false. */
  readonly parts: readonly ElementPart[];
  readonly sum: boolean;
}

/** Opens a figure of one element (its id as the analysis has it) to its arithmetic; null for an element that is not there. */
export function elementReceipt(
  records: PortfolioRecords,
  analysis: CoverageAnalysis,
  elementId: string,
  figure: ElementFigure,
): ElementReceipt | null {
  const row = analysis.elements.find(({ id }) => id === elementId);
  if (!row) return null;
  switch (figure) {
    case 'need':
      return needReceipt(records, analysis, row);
    case 'supply':
      return {
        figure,
        value: row.supply_money,
        formula: 'S_c = Σ_i w_ic B_i',
        facts: [],
        parts: row.contributors.map(({ initiative, money }) => {
          const whole = analysis.money[initiative] ?? 0;
          return { kind: 'weight', initiative, value: money, whole, share: whole > 0 ? money / whole : 0 };
        }),
        sum: true,
      };
    case 'gap':
      return {
        figure,
        value: row.demand > 0 || !analysis.unrated.includes(row.id) ? row.gap_money : null,
        formula: row.demand > 0 ? 'max(0, N_c - S_c)' : 'd_c = 0: 0',
        facts: [],
        parts: [
          { kind: 'figure', figure: 'need', value: row.need_money },
          { kind: 'figure', figure: 'supply', value: -row.supply_money },
        ],
        sum: row.gap_money > 0,
      };
    case 'redundant':
      return redundantReceipt(analysis, row);
  }
}

function needReceipt(
  records: PortfolioRecords,
  analysis: CoverageAnalysis,
  { id, kind, demand, need_money }: ElementRow,
): ElementReceipt {
  const minor = 10 ** minorDigits(settingsOf(records).currency);
  const element = coverageElements(records, (amount) => (amount === null ? null : amount / minor)).find(
    (each) => each.id === id,
  );
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
      value: need_money,
      formula: 'N_c = needed_money',
      facts: [...facts, { id: 'needed', value: needed, unit: 'money' }],
      parts: [],
      sum: false,
    };
  }
  const ofKind = analysis.elements.filter((each) => each.kind === kind);
  const all = (of: (row: ElementRow) => number): number => ofKind.reduce((sum, row) => sum + of(row), 0);
  return {
    figure: 'need',
    value: analysis.unrated.includes(id) ? null : need_money,
    formula: 'd_c = importance / 5 · max(0, target - current) / 4;  N_c = d_c / Σ d · Σ S',
    facts: [
      ...facts,
      { id: 'demand', value: analysis.unrated.includes(id) ? null : demand, unit: 'number' },
      { id: 'allDemand', value: all((row) => row.demand), unit: 'number' },
      { id: 'allSupply', value: all((row) => row.supply_money), unit: 'money' },
    ],
    parts: [],
    sum: false,
  };
}

function redundantReceipt(analysis: CoverageAnalysis, row: ElementRow): ElementReceipt {
  const finding = analysis.findings.find(({ type, subject }) => type === 'OVERLAP' && subject === row.id);
  return {
    figure: 'redundant',
    value: row.redundant_money,
    formula: 'Σ_others m_ic · max κ;  κ = (k0 + (1 - k0) cosine) · time overlap',
    facts: [],
    parts:
      finding?.type === 'OVERLAP'
        ? finding.evidence.pairs.map(({ lead, other, money, kappa, redundant }) => ({
            kind: 'repeated',
            initiative: other,
            lead,
            value: redundant,
            whole: money,
            kappa,
          }))
        : [],
    sum: true,
  };
}

import { describe, expect, it } from 'vitest';
import { compareInitiative } from '../../../renderer/analysis/useComparison.ts';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { inputValue } from '../../../renderer/features/receipts/parameterWords.ts';
import { receiptOf } from '../../../renderer/features/receipts/receiptOf.ts';
import { sevenWastesFigure } from '../../../renderer/features/receipts/receiptStore.ts';
import {
  figureName,
  inputName,
  partName,
  unitText,
} from '../../../renderer/features/receipts/receiptWords.ts';
import { speak } from '../../../renderer/i18n.ts';
import { sevenWastesPd } from '../../../shared/analysis/figures.ts';
import { shownParts } from '../../../shared/analysis/shownParts.ts';
import { emptyRecords, newInitiative, newPhase, newPortfolio } from '../../../shared/domain/defaults.ts';
import { explain } from '../../../shared/model/receipts.ts';
import { sample } from '../../../shared/model/simulate.ts';

const initiative = {
  ...newInitiative('a', 'Portal'),
  startDate: '2026-01-01',
  valuePerMonth: 60_000_00,
  parameters: { cr_per_year: { value: 3, by: 'Ada', at: '2026-02-03T04:05:06.789Z' } },
};
const phases = (['analysis', 'design', 'build', 'test', 'release'] as const).map((kind, k) => ({
  ...newPhase(`p${k}`, 'a', k, kind, kind),
  months: 2,
  people: 4,
  parallel: 2,
  dayRate: 70_000,
}));
const records = {
  ...emptyRecords(),
  portfolio: { portfolio: newPortfolio('Test') },
  initiative: { a: initiative },
  phase: Object.fromEntries(phases.map((phase) => [phase.id, phase])),
};
const comparison = compareInitiative(records, 'a');
if (comparison.status !== 'ready') throw new Error('the initiative of the test can be computed');
const samples = sample(comparison.input, { iterations: 10, seed: 1 });
const explained = explain(comparison.input, { ...(samples ? { samples } : {}) }).receipts;
const figures = [...explain(comparison.input).receipts.keys()];

describe('receipts', () => {
  it('exist for every figure of the model', () => {
    expect(figures.length).toBeGreaterThan(100);
    for (const figure of figures) expect(receiptOf(comparison, figure, null)?.figure).toBe(figure);
    expect(receiptOf(comparison, 'project.nothing', null)).toBeNull();
  });

  it('of sums add up to their figure exactly, part by part', () => {
    for (const figure of [
      ...figures,
      sevenWastesFigure('project', 'pd'),
      sevenWastesFigure('product', 'pd'),
    ]) {
      const receipt = receiptOf(comparison, figure, null)!;
      if (receipt.operation !== 'sum' || receipt.value === null) continue;
      expect(
        receipt.parts.reduce((sum, part) => sum + part.value, 0),
        figure,
      ).toBe(receipt.value);
      const { parts, rest } = shownParts(receipt.parts, receipt.operation, 6);
      const shown = parts.reduce((sum, part) => sum + part.value, 0) + (rest?.value ?? 0);
      expect(shown, figure).toBeCloseTo(receipt.value, 6);
      expect(parts.length).toBeLessThanOrEqual(6);
    }
  });

  it('of the seven wastes is the sum that the headline shows', () => {
    for (const mode of ['project', 'product'] as const) {
      expect(receiptOf(comparison, sevenWastesFigure(mode, 'pd'), null)?.value).toBe(
        sevenWastesPd(comparison.result[mode]),
      );
    }
  });

  it('say who set a parameter and when', () => {
    const receipt = receiptOf(comparison, 'project.waste.relearning.pd', null)!;
    expect(receipt.inputs.find((input) => input.id === 'cr_per_year')).toMatchObject({
      value: 3,
      source: 'initiative',
      set_by: 'Ada',
      set_at: '2026-02-03T04:05:06.789Z',
    });
    expect(receipt.inputs.find((input) => input.id === 'learn_rate')?.source).toBe('default');
    const handoffs = receiptOf(comparison, 'project.waste.handoffs.pd', null)!;
    expect(handoffs.inputs.find((input) => input.id === 'handoff_retention')?.disputed).toBe(
      'assumption_not_measurement',
    );
  });

  for (const language of ['en', 'zh-CN'] as const) {
    it(`name every part and input in words: ${language}`, () => {
      speak(language);
      const words = figureWords(language, 'USD');
      const raw = /_|\{\{|undefined|\bNaN\b/;
      for (const [figure, receipt] of explained) {
        const said = [
          ...receipt.parts.map(partName),
          ...receipt.inputs.map((input) => inputName(input.id)),
          ...receipt.inputs.map((input) => inputValue(input, words, 'USD')),
          ...(receipt.value === null ? [] : [unitText(receipt.value, receipt.unit, words)]),
        ];
        for (const text of said) expect(text, `${figure}: ${text}`).not.toMatch(raw);
        expect(figureName(figure)).not.toMatch(raw);
        // Chinese never falls back to an English id: parts and inputs hold Chinese unless they are a phase's own name.
        if (language === 'zh-CN') {
          for (const input of receipt.inputs)
            expect(inputName(input.id), input.id).toMatch(/\p{Script=Han}/u);
          for (const part of receipt.parts)
            expect(partName(part), JSON.stringify(part)).toMatch(/\p{Script=Han}/u);
        }
      }
    });
  }
});

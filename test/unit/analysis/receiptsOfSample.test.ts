import { expect, it } from 'vitest';
import { coverageInput, portfolioRun } from '../../../shared/analysis/coverageInput.ts';
import { elementReceipt } from '../../../shared/analysis/elementReceipt.ts';
import type { ElementReceipt } from '../../../shared/analysis/elementReceiptTypes.ts';
import {
  initiativeInput,
  portfolioParameters,
  settingsOf,
} from '../../../shared/analysis/initiativeInput.ts';
import { ownReceipt } from '../../../shared/analysis/ownFigures.ts';
import { analyseCoverage } from '../../../shared/coverage/analyse.ts';
import { ModelInputError } from '../../../shared/model/evaluate.ts';
import { explain } from '../../../shared/model/receipts.ts';
import type { Receipt } from '../../../shared/model/receiptTypes.ts';
import { languages } from '../../../shared/text/area.ts';
import { figureNameIn } from '../../../shared/text/figureName.ts';
import { inputNameIn, inputSourceIn, inputValueIn, partNameIn } from '../../../shared/text/receiptText.ts';
import { sampleRecords } from '../../helpers/listedSample.ts';

const records = sampleRecords();
const OWN = (['project', 'product'] as const).flatMap((mode) =>
  ['seven_wastes_pd', 'seven_wastes_money', 'seven_wastes_share', 'months_between_releases'].map(
    (name) => `${mode}.${name}`,
  ),
);

/** What the parts make by the receipt's own operation; undefined where they make nothing. */
function remade({
  operation,
  parts,
}: Pick<Receipt, 'operation'> & { readonly parts: readonly { readonly value: number }[] }) {
  const values = parts.map(({ value }) => value);
  const [first = 0, second = 0] = values;
  switch (operation) {
    case 'sum':
      return values.reduce((sum, value) => sum + value, 0);
    case 'ratio':
      return first / second;
    case 'product':
      return first * second;
    case 'max':
      return Math.max(...values);
    case 'root':
      return Math.sqrt((2 * first) / second);
    case 'median': {
      const sorted = [...values].sort((a, b) => a - b);
      const middle = (sorted.length - 1) / 2;
      return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
    }
    default:
      return undefined;
  }
}

it('every receipt of every initiative adds up exactly, and says in words where each input comes from', () => {
  const defaults = portfolioParameters(settingsOf(records));
  const wrong: string[] = [];
  const said = new Set<string>();
  let explainedOnes = 0;
  for (const id of Object.keys(records.initiative)) {
    const { input, provenance } = initiativeInput(records, id);
    if (!input) continue;
    let explained: ReturnType<typeof explain>;
    try {
      explained = explain(input, { defaults, provenance });
    } catch (error) {
      if (error instanceof ModelInputError) continue;
      throw error;
    }
    explainedOnes += 1;
    const own = OWN.map((figure) => ownReceipt(explained.receipts, explained.result, figure)!);
    for (const receipt of [...explained.receipts.values(), ...own]) {
      const { figure, value, inputs, parts } = receipt;
      const made = value === null ? undefined : remade(receipt);
      if (made !== undefined && made !== value) wrong.push(`${id} ${figure}: ${made} is not ${value}`);
      for (const given of inputs) {
        if (given.source === undefined) wrong.push(`${id} ${figure} ${given.id} has no source`);
        if (!provenance['value.per_month']?.unknown || given.id !== 'value.per_month') continue;
        if (given.value !== null)
          wrong.push(`${id} ${figure}: a value that nobody entered is ${given.value}`);
      }
      // Words are the same for all initiatives: each is asked for once.
      for (const language of languages) {
        for (const given of inputs) {
          const key = `${given.id} ${given.source} ${language}`;
          if (said.has(key)) continue;
          said.add(key);
          const text = `${inputNameIn(given.id, language)} = ${inputValueIn(given, language, 'USD')}, ${inputSourceIn(given, language)}`;
          if (/_|undefined|NaN|\{\{|, $/.test(text)) wrong.push(text);
        }
        if (said.has(`${figure} ${language}`)) continue;
        said.add(`${figure} ${language}`);
        const names = [figureNameIn(figure, language), ...parts.map((part) => partNameIn(part, language))];
        for (const name of names) if (/_|undefined|\{\{/.test(name)) wrong.push(`${figure}: ${name}`);
      }
    }
  }
  expect(explainedOnes).toBeGreaterThan(150);
  expect(wrong).toEqual([]);
});

it('every receipt of what the portfolio needs adds up to what the analysis says', () => {
  const analysis = analyseCoverage(coverageInput(records).input, { runDeclared: portfolioRun(records) })!;
  const wrong: string[] = [];
  const hold = (of: string, receipt: ElementReceipt | null, value: number | null): void => {
    if (!receipt) return void wrong.push(`${of} has no receipt`);
    if (value !== null && receipt.value !== value) wrong.push(`${of}: ${receipt.value} is not ${value}`);
    const made = receipt.value === null || receipt.parts.length === 0 ? undefined : remade(receipt);
    if (made !== undefined && made !== receipt.value)
      wrong.push(`${of}: parts make ${made}, not ${receipt.value}`);
  };
  for (const row of analysis.elements) {
    const of = (figure: Parameters<typeof elementReceipt>[3], value: number | null) =>
      hold(`${row.id} ${figure}`, elementReceipt(records, analysis, row.id, figure), value);
    of('supply', row.supply_money);
    of('contested', row.contested_money);
    of('redundant', row.redundant_money);
    of('concentration', row.hhi_vendor);
    of('lockIn', row.lock_in);
    of('locked', row.supply_money * row.lock_in);
    for (const figure of ['need', 'coverage', 'gap', 'excess'] as const) of(figure, null);
  }
  hold('portfolio', elementReceipt(records, analysis, null, 'concentration'), analysis.hhi_portfolio);
  expect(analysis.elements.length).toBeGreaterThan(30);
  expect(wrong).toEqual([]);
});

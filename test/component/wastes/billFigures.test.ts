import { expect, it } from 'vitest';
import { wasteBill } from '../../../renderer/analysis/wasteBill.ts';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { billFigures } from '../../../renderer/features/wastes/billFigures.ts';
import { headlineOf } from '../../../shared/analysis/headline.ts';
import type { WasteCategory } from '../../../shared/model/types.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { madeOf } from '../../helpers/madeOf.ts';
import { sayOf } from '../../helpers/sayOf.ts';
import { syntheticRecords } from '../../helpers/syntheticRecords.ts';

const records = syntheticRecords({ initiatives: 60, capabilities: 4, seed: 3 });
const initiatives = Object.values(records.initiative).map(({ id, name, mode }) => ({
  id,
  name,
  mode,
  headline: headlineOf(records, id),
}));
const bill = wasteBill(initiatives, [], () => undefined);
const figures = figureWords('en', 'USD');
const plain = {
  say: sayOf('wastes', 'en'),
  receipts: sayOf('receipts', 'en'),
  waste: (category: WasteCategory) => catalogue.common.en[`waste.${category}`],
  figures,
};

it('opens two wastes that are told as one share to both, and each to its initiatives', () => {
  const [two, all] = madeOf(billFigures(bill, initiatives, plain)['finding.all.share']?.opens).parts;
  const largest = madeOf(two!.opens);
  expect(two!.name).toBe(largest.title);
  expect(largest.parts).toHaveLength(2);
  expect(largest.parts.reduce((sum, { value }) => sum + value, 0)).toBe(two!.value);
  for (const { opens, value } of largest.parts) expect(madeOf(opens).value).toBe(value);
  expect(madeOf(all!.opens).value).toBe(bill.total.today.pd);
});

it('writes what a sum is made of when it is opened, and not for each that is only shown', () => {
  expect(bill.counted).toBeGreaterThan(30);
  let written = 0;
  const words = {
    ...plain,
    figures: {
      ...figures,
      number: (value: number, digits?: number) => {
        written += 1;
        return figures.number(value, digits);
      },
    },
  };
  const opens = billFigures(bill, initiatives, words)['finding.all.percent']?.opens;
  const ratio = typeof opens === 'function' ? opens() : opens;
  expect(written).toBeLessThan(10);
  const opensLost = ratio?.kind === 'made' ? ratio.made.parts[0]?.opens : null;
  if (typeof opensLost !== 'function') throw new Error('the days are written before somebody opens them');
  const before = written;
  const lost = opensLost();
  if (lost.kind !== 'made') throw new Error('the share does not open to its days');
  const { of, parts } = lost.made;
  expect(of).toContain(String(bill.counted));
  expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(bill.total.today.pd, 6);
  expect(parts).toHaveLength(bill.counted);
  expect(written - before).toBeGreaterThanOrEqual(bill.counted);
});

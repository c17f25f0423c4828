import { describe, expect, it } from 'vitest';
import { futuresSteps } from '../../../renderer/analysis/futures.ts';
import { figureRangeSteps } from '../../../shared/analysis/figureRanges.ts';
import {
  initiativeInput,
  portfolioParameters,
  settingsOf,
} from '../../../shared/analysis/initiativeInput.ts';
import { monteCarlo } from '../../../shared/model/simulate.ts';
import { WASTE_CATEGORIES } from '../../../shared/model/types.ts';
import { runSteps } from '../../../shared/steps.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const DRAWS = 120;
const records = recordsOf(
  {
    initiative: [
      initiative('project', { startDate: '2026-01-01', valuePerMonth: 60_000_00 }),
      initiative('unknown'),
      initiative('late', { startDate: '2026-01-01', valuePerMonth: 1_000_000_00 }),
    ],
    phase: [
      ...(['design', 'build'] as const).map((kind, at) =>
        phase(kind, 'project', at, {
          kind,
          months: 4,
          people: 5,
          parallel: 2,
          dayRate: 700_00,
          carryOver: 0.3,
        }),
      ),
      phase('slow', 'late', 0, { months: 35, people: 2, parallel: 3, dayRate: 700_00 }),
    ],
  },
  { seed: 7 },
);
const found = new Map(runSteps(futuresSteps(records, ['project', 'unknown', 'late'], DRAWS)));

describe('the futures behind the pictures', () => {
  const settings = settingsOf(records);
  const defaults = portfolioParameters(settings);
  const options = { iterations: DRAWS, seed: settings.seed };

  it.each(['project', 'late'])(
    'have the ranges of the receipts, and the share of the simulation: %s',
    (id) => {
      const { input } = initiativeInput(records, id);
      const own = found.get(id)!;
      const ranges = runSteps(figureRangeSteps(input!, options, defaults));
      for (const mode of ['project', 'product'] as const) {
        const kept = own[mode];
        const expected = (figure: string) => {
          const { p10, p90 } = ranges[`${mode}.${figure}`]!;
          return { low: p10, high: p90 };
        };
        // Figures that both add up, in an order of their own.
        const near = (range: { low: number; high: number }, figure: string) => {
          expect(range.low, figure).toBeCloseTo(expected(figure).low, 6);
          expect(range.high, figure).toBeCloseTo(expected(figure).high, 6);
        };
        for (const [at, category] of WASTE_CATEGORIES.entries()) {
          near(kept.pd[at]!, `waste.${category}.pd`);
          near(kept.money[at]!, `waste.${category}.money`);
        }
        near(kept.sevenPd, 'seven_wastes_pd');
        near(kept.sevenMoney, 'seven_wastes_money');
        near(kept.wasteShare, 'seven_wastes_share');
        near(kept.betweenReleases, 'months_between_releases');
        near(kept.firstValue, 'time_to_first_value');
        expect(kept.pd).toHaveLength(WASTE_CATEGORIES.length);
      }
      expect(own.productAhead).toBe(monteCarlo(input!, options, {}, defaults)!.delta.p_product_better);
      expect(own.draws).toBe(DRAWS);
    },
  );

  it('count a release that never comes as one month after the horizon', () => {
    expect(found.get('late')!.project.firstValue.high).toBe(37);
    expect(found.get('late')!.project.betweenReleases.high).toBe(37);
  });

  it('price what a disbanding costs by the day rate, and leave out who lacks facts', () => {
    const { pd, money } = found.get('project')!.disbanding;
    expect(pd.high).toBeGreaterThan(pd.low);
    expect(money.high).toBeCloseTo(pd.high * 700, 3);
    expect(found.get('unknown')).toBeNull();
  });
});

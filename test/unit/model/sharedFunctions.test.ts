/** The shared functions of MODEL.md 2.4 at the values of its section 4.0, and at the ends of their ranges. */
import { describe, expect, it } from 'vitest';
import { Pert } from '../../../shared/model/distributions.ts';
import { forgetting, knowledgeAfter, learning, rampLoss } from '../../../shared/model/knowledge.ts';
import { resolveParameters } from '../../../shared/model/parameters.ts';
import { queueWait, switchLoss } from '../../../shared/model/queue.ts';
import type { ModelParameterOverrides } from '../../../shared/model/types.ts';

const defaults = resolveParameters();
const withDefaults = (own: ModelParameterOverrides) => resolveParameters(undefined, own);

describe('queue wait in months', () => {
  it('is that of MODEL.md 4.0 for one server and for four', () => {
    expect(queueWait(defaults)).toBeCloseTo(1, 12);
    expect(queueWait(withDefaults({ queue_servers: 4 }))).toBeCloseTo(0.1929, 4);
  });

  it('stays finite where nobody has time left: utilisation counts up to 0.99', () => {
    // (0.5 + 0.5) / 2 x 0.99 / 0.01 x 0.5
    expect(queueWait(withDefaults({ queue_util: 1 }))).toBeCloseTo(24.75, 9);
  });
});

describe('share of time lost to task switching', () => {
  it.each([
    [1, 0],
    [2, 0.17],
    [2.5, 0.185],
    [4.5, 0.23],
    [5, 0.24],
    [9, 0.24],
  ])('with %d initiatives at once is %d', (parallel, loss) => {
    expect(switchLoss(defaults, parallel)).toBeCloseTo(loss, 12);
  });

  it('is scaled, up to 0.9', () => {
    expect(switchLoss(withDefaults({ switch_scale: 1.5 }), 2)).toBeCloseTo(0.255, 12);
    expect(switchLoss(withDefaults({ switch_scale: 10 }), 2)).toBe(0.9);
  });

  it('is the same for any number where the table has one entry', () => {
    const one = withDefaults({ switch_table: [0.1] });
    expect([1, 2, 7].map((parallel) => switchLoss(one, parallel))).toEqual([0.1, 0.1, 0.1]);
  });
});

describe('knowledge and ramp-up', () => {
  it('K from 0.2 after 2 months at activity 0.5 is 0.41986', () => {
    const after = knowledgeAfter(0.2, learning(defaults, 0.5), forgetting(defaults, 0.5), 2);
    expect(after).toBeCloseTo(0.41986, 5);
  });

  it('a newcomer loses 6.6373 pd in the first month and 10.5 pd in all', () => {
    expect(rampLoss(defaults, 1)).toBeCloseTo(6.6373, 4);
    expect(rampLoss(defaults, Number.POSITIVE_INFINITY)).toBe(10.5);
    expect(rampLoss(withDefaults({ ramp_months: 0 }), 0)).toBe(0);
  });
});

describe('a PERT quantile', () => {
  it('reaches both ends', () => {
    const pert = new Pert(0.5, 1, 4);
    expect(pert.quantile(0)).toBe(0.5);
    expect(pert.quantile(1)).toBe(4);
  });
});

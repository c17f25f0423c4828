/** The shared functions of MODEL.md 2.4 at the values of its section 4.0, and at the ends of their ranges. */
import { describe, expect, it } from 'vitest';
import { Pert } from '../../../shared/model/distributions.ts';
import { forgetting, knowledgeAfter, learning, rampLoss } from '../../../shared/model/knowledge.ts';
import { resolveParameters } from '../../../shared/model/parameters.ts';
import { queueWait, switchLoss } from '../../../shared/model/queue.ts';
import { scopeFigures } from '../../../shared/model/scope.ts';
import type { ModelParameterOverrides } from '../../../shared/model/types.ts';
import { valueShare } from '../../../shared/model/value.ts';

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

describe('the share of value reached with a share of the useful scope', () => {
  it('is 1 - (1 - u)^value_front, from none to all', () => {
    const at = (own: ModelParameterOverrides, u: number) => valueShare(withDefaults(own), null, u);
    expect(at({ value_front: 2 }, 0.5)).toBeCloseTo(0.75, 12);
    expect([0, 1].map((u) => at({ value_front: 1.5 }, u))).toEqual([0, 1]);
    // Value that comes only when all is there.
    expect([0, 0.5, 1].map((u) => at({ value_front: 0 }, u))).toEqual([0, 0, 1]);
  });

  it('runs straight from item to item', () => {
    const items = [
      { id: 'most', pd: 10, value_share: 0.6 },
      { id: 'rest', pd: 30, value_share: 0.2 },
    ];
    const { curve } = scopeFigures(items, 1000)!;
    const shares = [0, 0.125, 0.25, 0.625, 1].map((u) => valueShare(defaults, curve, u));
    [0, 0.375, 0.75, 0.875, 1].forEach((wanted, i) => {
      expect(shares[i]).toBeCloseTo(wanted, 12);
    });
  });
});

it('scope items of equal worth stand in the order of the code points of their ids', () => {
  const ids = ['\u{1f600}', 'b', '\uff5e', 'ab', 'a', 'B'];
  const items = ids.map((id) => ({ id, pd: 5, value_share: 0.1 }));
  const order = ['B', 'a', 'ab', 'b', '\uff5e', '\u{1f600}'];
  for (const list of [items, items.toReversed()]) {
    expect(scopeFigures(list, 1000)!.order.map(({ id }) => id)).toEqual(order);
  }
});

describe('a PERT quantile', () => {
  it('reaches both ends', () => {
    const pert = new Pert(0.5, 1, 4);
    expect(pert.quantile(0)).toBe(0.5);
    expect(pert.quantile(1)).toBe(4);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseCoverage } from '../../../shared/coverage/analyse.ts';
import { portfolioCommand } from '../../../shared/coverage/commands.ts';
import { declaredRunBy } from '../../../shared/coverage/declaredRun.ts';
import { compare } from '../../../shared/model/compare.ts';
import { analyse, element, findingsOf, initiative } from './helpers.ts';

describe('empty portfolios', () => {
  it('nothing at all', () => {
    expect(analyse([], [])).toMatchObject({
      state: 'no_capabilities',
      findings: [],
      elements: [],
      hhi_portfolio: 0,
    });
  });

  it('tells "no capabilities entered" from "no gaps"', () => {
    const covered = analyse([initiative('I', ['A'])], [element('A', { owner_team: 'T' })]);
    const empty = analyse([initiative('I', ['A'])], []);
    expect(covered).toMatchObject({ state: 'complete', findings: [] });
    expect(empty.state).toBe('no_capabilities');
    expect(findingsOf(empty, 'UNMAPPED')).toHaveLength(1);
  });

  it('demand without any money is a full gap without a price', () => {
    const analysis = analyse([], [element('A')]);
    expect(analysis.state).toBe('no_initiatives');
    expect(analysis.elements[0]).toMatchObject({
      gap_score: 0.5,
      gap_money: 0,
      coverage: null,
      orphan_from_month: null,
    });
    expect(findingsOf(analysis, 'GAP_NONE')).toHaveLength(1);
  });

  it('the command takes a portfolio without capabilities', () => {
    expect(portfolioCommand({ initiatives: [initiative('I', [])] })).toMatchObject({
      capabilities: [],
      money: { I: 100 },
      total_money: 100,
    });
  });
});

describe('money', () => {
  const noBudget = { budget: null } as const;

  it('unknown is not zero: it is listed', () => {
    const analysis = analyse(
      [initiative('I', ['A'], noBudget), initiative('J', ['A'], { budget: 0 })],
      [element('A')],
    );
    expect(analysis.unknown_money).toEqual(['I']);
    expect(analysis.money).toEqual({ I: 0, J: 0 });
  });

  it('not funded is zero, also with a budget, and asks no model', () => {
    const analysis = analyse([initiative('I', ['A'], { funded: false })], [element('A')], {
      runDeclared: () => {
        throw new Error('asked');
      },
    });
    expect(analysis).toMatchObject({ unknown_money: [], total_money: 0, money: { I: 0 } });
    expect(analysis.elements[0]!.contributors).toEqual([]);
  });

  it('without a budget is C(H) in the declared mode', () => {
    const { input } = JSON.parse(
      readFileSync(new URL('../../fixtures/vectors/E2-typical_compare.json', import.meta.url), 'utf8'),
    );
    const [plan] = input.initiatives;
    const links = { contributions: [{ capability: 'A' }] };
    const result = portfolioCommand({ initiatives: [{ ...plan, ...links }], capabilities: [element('A')] });
    expect(result.money['E2-typical']).toBeCloseTo(716201.0606, 3);
    expect(result.capabilities[0]!.orphan_from_month).toBeCloseTo(15.853415, 5);
    const orphan = [...result.findings].find(({ type }) => type === 'ORPHAN');
    expect(orphan?.evidence).toMatchObject({
      knowledge_at_horizon: { 'E2-typical': expect.closeTo(0.5357545, 6) },
    });
    const product = portfolioCommand({
      initiatives: [{ ...plan, ...links, mode: 'product' }],
      capabilities: [],
    });
    expect(product.money['E2-typical']).toBeCloseTo(657940.9398, 3);
  });

  it('a plan that the model refuses is unknown; another failure is not swallowed', () => {
    const plan = initiative('I', [], {
      ...noBudget,
      end_month: null,
      product: { people: 0, rate: 1, scope_pd: 10 },
    });
    const run = declaredRunBy(() => {
      throw new TypeError('bug');
    });
    expect(() => run(plan)).toThrow('bug');
    expect(declaredRunBy(compare)({ ...plan, product: null })).toBeNull();
  });

  it('shares over 100 % are scaled down per kind; links to one element are added', () => {
    const weights = [
      { capability: 'A', weight: 0.5 },
      { capability: 'A', weight: 0.5 },
      { capability: 'B', weight: 1 },
      { capability: 'O', weight: 0.25 },
      { capability: 'gone', weight: 9 },
    ];
    const analysis = analyse(
      [initiative('I', [], { contributions: weights })],
      [element('A'), element('B'), element('O', { kind: 'outcome' })],
    );
    expect(analysis.elements.map(({ supply_money }) => supply_money)).toEqual([50, 50, 25]);
    expect(analysis.elements[0]!.contributors).toHaveLength(1);
  });

  it('needs are relative to the money of the same kind', () => {
    const analysis = analyse(
      [initiative('I', ['A', 'O'])],
      [element('A'), element('B', { importance: 2 }), element('O', { kind: 'outcome', target: 3 })],
    );
    const needs = analysis.elements.map(({ need_money }) => need_money);
    expect(needs[0]).toBeCloseTo(100 / 1.4, 9);
    expect(needs[1]).toBeCloseTo(40 / 1.4, 9);
    expect(needs[2]).toBe(100);
  });
});

describe('ids that are words of the language', () => {
  it('keeps an initiative or vendor called __proto__', () => {
    const analysis = analyse([initiative('__proto__', [], { vendor: '__proto__' })], []);
    expect(Object.keys(analysis.money)).toEqual(['__proto__']);
    expect(Object.entries(analysis.vendor_shares)).toEqual([['__proto__', 1]]);
  });
});

describe('a portfolio of 10,000 initiatives', () => {
  const names = ['客户开户', 'Payments', '数据平台', 'Claims 理赔', 'Identity'];
  const initiatives = Array.from({ length: 10_000 }, (_, at) =>
    initiative(`I${at}`, [`C${(at * 7) % 2000}`, `C${(at * 11) % 1900}`], {
      name: `${names[at % names.length]} ${(at * 7919) % 10_007} ${String.fromCodePoint(0x4e00 + ((at * 31) % 5000))}`,
      team: `T${at % 300}`,
    }),
  );
  const capabilities = Array.from({ length: 2000 }, (_, at) => element(`C${at}`));

  it('runs through, reports rising progress and keeps all money', () => {
    const shares: number[] = [];
    const analysis = analyse(initiatives, capabilities, { onProgress: (share) => shares.push(share) });
    const supplied = analysis.elements.reduce((sum, { supply_money }) => sum + supply_money, 0);
    expect(supplied).toBeCloseTo(1_000_000, 3);
    expect(analysis.findings.length).toBeGreaterThan(1000);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(50);
  });

  it('stops wherever it is cancelled', () => {
    for (const stopAt of [0, 0.02, 0.3, 0.8, 0.85]) {
      let reached = 0;
      const analysis = analyseCoverage(
        { initiatives: initiatives.slice(0, 1000), capabilities },
        {
          onProgress: (share) => {
            reached = share;
          },
          isCancelled: () => reached >= stopAt,
        },
      );
      expect(analysis).toBeNull();
    }
  });
});

import { describe, expect, it } from 'vitest';
import { analyse, element, findingsOf, initiative } from './helpers.ts';

describe('gaps', () => {
  it('GAP_NONE: demand and nobody at work', () => {
    // d = 0.5 each, S = 100, so each needs 50.
    const analysis = analyse([initiative('I', ['A'])], [element('A'), element('B')]);
    const [gap, ...more] = findingsOf(analysis, 'GAP_NONE');
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ subject: 'B', money: 50, confidence: 1, score: 50 });
    expect(gap!.evidence).toEqual({
      importance: 5,
      current: 2,
      target: 4,
      need: 50,
      supply: 0,
      gap_score: 0.5,
      contributors: [],
    });
    expect(gap!.healthy).toContain('lower_target');
  });

  it('GAP_UNDER: less than half of the need, not at exactly half', () => {
    const under = (needed_money: number) =>
      findingsOf(analyse([initiative('I', ['A'])], [element('A', { needed_money })]), 'GAP_UNDER');
    expect(under(200)).toEqual([]);
    expect(under(400)[0]).toMatchObject({ subject: 'A', money: 300, confidence: 0.8, score: 240 });
    expect(under(400)[0]!.evidence).toMatchObject({
      coverage: 0.25,
      gap_score: 0.375,
      need: 400,
      supply: 100,
    });
  });

  it('OVER_INVESTED: more than one and a half times the need', () => {
    const over = (needed_money: number) =>
      findingsOf(
        analyse([initiative('I', ['A'])], [element('A', { needed_money, importance: 4 })]),
        'OVER_INVESTED',
      );
    expect(over(80)).toEqual([]);
    expect(over(50)[0]).toMatchObject({ money: 50, confidence: 0.5, score: 20 });
    expect(over(50)[0]!.evidence.coverage).toBe(2);
  });

  it('INVEST_NO_DEMAND: the target is reached; not for an element that nobody rated', () => {
    const analysis = analyse(
      [initiative('I', ['A']), initiative('J', ['B'])],
      [element('A', { current: 4, importance: 2 }), { id: 'B' }],
    );
    expect(findingsOf(analysis, 'INVEST_NO_DEMAND')).toHaveLength(1);
    expect(findingsOf(analysis, 'INVEST_NO_DEMAND')[0]).toMatchObject({
      subject: 'A',
      money: 100,
      score: 28,
    });
    expect(analysis.elements[0]).toMatchObject({ coverage: null, coverage_note: 'supply without demand' });
    expect(analysis.unrated).toEqual(['B']);
  });

  it('UNMAPPED: money and no listed element; no money, no finding', () => {
    const analysis = analyse(
      [initiative('I', ['gone']), initiative('J', [], { budget: 0 }), initiative('K', [], { funded: false })],
      [element('A')],
    );
    expect(findingsOf(analysis, 'UNMAPPED')).toMatchObject([{ subject: 'I', money: 100, score: 30 }]);
  });
});

describe('overlap', () => {
  const text = { name: '客户开户' };

  it('OVERLAP: the smaller group contests; kappa = k0 without shared text', () => {
    const analysis = analyse(
      [
        initiative('I', ['A'], { team: 'T1', vendor: 'V' }),
        initiative('J', ['A'], { budget: 60, team: 'T2' }),
      ],
      [element('A')],
    );
    expect(analysis.elements[0]).toMatchObject({
      contested_money: 60,
      redundant_money: 6,
      supply_money: 160,
    });
    const [overlap] = findingsOf(analysis, 'OVERLAP');
    expect(overlap).toMatchObject({ subject: 'A', money: 60, confidence: 0.1, score: 6 });
    expect(overlap!.evidence).toEqual({
      contested: 60,
      redundant: 6,
      pairs: [{ lead: 'I', other: 'J', money: 60, kappa: 0.1, redundant: 6 }],
      teams: { T1: 0.625, T2: 0.375 },
      vendors: { V: 0.625, internal: 0.375 },
    });
    expect(overlap!.detail.pairs).toEqual([
      { lead: 'I', other: 'J', lead_money: 100, k0: 0.1, shared_element: null, cosine: 0, time_overlap: 1 },
    ]);
    expect(overlap!.healthy).toEqual(['set_collaboration_group', 'declare_dependency']);
  });

  it('kappa rises to 1 for equal texts at the same time, with a shared outcome as the reason of k0', () => {
    const analysis = analyse(
      [initiative('I', ['A', 'O'], text), initiative('J', ['A', 'O'], text)],
      [element('A'), element('O', { kind: 'outcome' })],
    );
    expect(analysis.elements[0]!.redundant_money).toBeCloseTo(100, 9);
    expect(findingsOf(analysis, 'OVERLAP')[0]!.detail.pairs[0]).toMatchObject({
      k0: 0.3,
      shared_element: 'O',
    });
    expect(analysis.totals.redundant_money).toBeCloseTo(100, 9);
  });

  it.each([
    ['a collaboration group', { collaboration_group: 'g' }, { collaboration_group: 'g' }],
    ['a dependency', {}, { depends_on: ['I'] }],
    ['a dependency the other way', { depends_on: ['J'] }, {}],
    ['work in sequence', { end_month: 6 }, { start_month: 6 }],
  ])('disappears with %s', (_, first, second) => {
    const analysis = analyse([initiative('I', ['A'], first), initiative('J', ['A'], second)], [element('A')]);
    expect(findingsOf(analysis, 'OVERLAP')).toEqual([]);
    expect(analysis.elements[0]!.redundant_money).toBe(0);
  });

  it('time overlap is common months / shorter duration; open teams overlap fully', () => {
    const kappa = (first: object, second: object) =>
      findingsOf(
        analyse([initiative('I', ['A'], first), initiative('J', ['A'], second)], [element('A')]),
        'OVERLAP',
      )[0]?.confidence;
    expect(kappa({ end_month: 24 }, { start_month: 9, end_month: 12 })).toBeCloseTo(0.1, 12);
    expect(kappa({ end_month: 12 }, { start_month: 6, end_month: 18 })).toBeCloseTo(0.05, 12);
    expect(kappa({ end_month: 12 }, { start_month: 9, end_month: 21 })).toBeCloseTo(0.025, 12);
    const open = { mode: 'product', end_month: null } as const;
    expect(kappa(open, { ...open, start_month: 30 })).toBeCloseTo(0.1, 12);
    expect(kappa(open, { end_month: 4 })).toBeCloseTo(0.1, 12);
    expect(kappa({ end_month: 0 }, {})).toBeUndefined();
  });

  it('a shared outcome can outweigh a likeness that is a bit greater', () => {
    const analysis = analyse(
      [
        initiative('alike', ['A'], { budget: 300, name: 'portal of customer claims' }),
        initiative('serves', ['A', 'O'], { budget: 200, name: '仓库' }),
        initiative('last', ['A', 'O'], { budget: 100, name: 'portal for supplier bills' }),
      ],
      [element('A'), element('O', { kind: 'outcome' })],
      { threshold: 0.01 },
    );
    // Without an outcome in common 0.1 + 0.9 * likeness: more than the 0.1 of nothing in common, less than 0.3.
    expect(analysis.pairs).toEqual([
      { a: 'alike', b: 'last', similarity: expect.closeTo(0.21, 2), declared: false },
    ]);
    expect(analysis.pairs[0]!.similarity).toBeLessThan(0.2 / 0.9);
    const { pairs } = findingsOf(analysis, 'OVERLAP').find(({ subject }) => subject === 'A')!.detail;
    expect(pairs.find(({ other }) => other === 'last')).toMatchObject({ lead: 'serves', k0: 0.3, cosine: 0 });
  });

  it('takes the strongest earlier initiative, and groups as one', () => {
    const analysis = analyse(
      [
        initiative('lead', ['A'], { budget: 300, name: 'warehouse' }),
        initiative('g1', ['A'], { budget: 90, collaboration_group: 'g', name: 'x' }),
        initiative('g2', ['A'], { budget: 110, collaboration_group: 'g', ...text }),
        initiative('last', ['A'], { budget: 50, ...text }),
      ],
      [element('A')],
    );
    expect(analysis.elements[0]!.contested_money).toBe(250);
    const pairs = findingsOf(analysis, 'OVERLAP')[0]!.evidence.pairs;
    expect(pairs.map(({ lead, other, money }) => [lead, other, money])).toEqual([
      ['lead', 'g1', 200],
      ['g2', 'last', 50],
    ]);
    expect(pairs[1]!.kappa).toBeCloseTo(1, 9);
  });

  it('COLLABORATION: two of one group on one element are shown as healthy', () => {
    const group = { collaboration_group: 'g' };
    const analysis = analyse(
      [initiative('I', ['A', 'B'], group), initiative('J', ['A'], group)],
      [element('A'), element('B', { kind: 'segment' })],
    );
    expect(findingsOf(analysis, 'COLLABORATION')).toMatchObject([
      {
        subject: 'A',
        money: 0,
        score: 0,
        confidence: 1,
        evidence: { group: 'g', members: ['I', 'J'], money: 200 },
      },
    ]);
  });
});

describe('vendors', () => {
  it('CONCENTRATION: one external vendor over 40 % of a concentrated portfolio', () => {
    const run = (vendorMoney: number, vendor = 'V') =>
      findingsOf(
        analyse(
          [
            initiative('I', [], { budget: vendorMoney, vendor }),
            initiative('J', [], { budget: 100 - vendorMoney }),
          ],
          [],
        ),
        'CONCENTRATION',
      );
    expect(run(39)).toEqual([]);
    expect(run(60, 'internal')).toEqual([]);
    const [found] = run(60);
    expect(found).toMatchObject({ subject: 'V', confidence: 0.6, detail: { share: 0.6, limit: 0.4 } });
    expect(found!.money).toBeCloseTo(20, 9);
    expect(found!.score).toBeCloseTo(20 * 0.6 * 0.8, 9);
    expect(found!.evidence.hhi).toBeCloseTo(5200, 9);
  });

  it('CONCENTRATION needs an HHI of 2500 and names the first of equal vendors', () => {
    const thirds = ['B', 'A', 'C', 'D', 'E'].map((vendor) => initiative(vendor, [], { vendor, budget: 20 }));
    expect(findingsOf(analyse(thirds, []), 'CONCENTRATION')).toEqual([]);
    const halves = ['B', 'A'].map((vendor) => initiative(vendor, [], { vendor }));
    expect(findingsOf(analyse(halves, []), 'CONCENTRATION')[0]!.subject).toBe('A');
  });

  it('LOCK_IN: important and one external vendor, less what exit readiness takes off', () => {
    const run = (importance: number, more: object, extra: object = {}) =>
      findingsOf(
        analyse([initiative('I', ['A'], { vendor: 'V', ...more })], [element('A', { importance, ...extra })]),
        'LOCK_IN',
      );
    expect(run(3, {})).toEqual([]);
    expect(run(5, { vendor: null })).toEqual([]);
    expect(run(5, { exit_readiness: 1 })).toEqual([]);
    expect(run(5, {})[0]).toMatchObject({ money: 100, score: 60 });
    expect(run(5, { exit_readiness: 0.25 })[0]).toMatchObject({
      money: 75,
      evidence: { exit_readiness: 0.25, share: 1 },
    });
    expect(run(5, { exit_readiness: 0.25 }, { exit_readiness: 0.5 })[0]!.money).toBe(50);
  });

  it('effective numbers show fragmentation', () => {
    const four = ['I', 'J', 'K', 'L'].map((id) => initiative(id, ['A'], { team: id, vendor: 'V' }));
    expect(analyse(four, [element('A')]).elements[0]).toMatchObject({
      n_eff_initiatives: 4,
      n_eff_teams: 4,
      n_eff_vendors: 1,
      hhi_vendor: 10000,
      lock_in: 1,
    });
  });
});

describe('ORPHAN', () => {
  const orphans = (more: object, elementMore: object = {}, second: object = { end_month: 8 }) =>
    findingsOf(
      analyse([initiative('I', ['A'], more), initiative('J', ['A'], second)], [element('A', elementMore)], {
        runDeclared: ({ id }) => (id === 'I' ? { cost: 1, end_month: 20, knowledge: 0.25 } : null),
      }),
      'ORPHAN',
    );

  it('from the month in which the last temporary team ends, with what it still knows', () => {
    const [orphan] = orphans({});
    expect(orphan).toMatchObject({ subject: 'A', money: 200, confidence: 0.9 });
    expect(orphan!.evidence).toEqual({
      from_month: 12,
      last_initiatives: ['I'],
      owner_team: null,
      knowledge_at_horizon: { I: 0.25 },
    });
    expect(orphans({}, {}, {})[0]!.evidence.last_initiatives).toEqual(['I', 'J']);
    expect(orphans({}, {}, { end_month: 11.5 })[0]!.evidence.last_initiatives).toEqual(['I']);
  });

  it('uses the modelled end, counted from the start, where the plan has none', () => {
    expect(orphans({ end_month: null, start_month: 3 })[0]!.evidence.from_month).toBe(23);
  });

  it.each([
    ['an owner', {}, { owner_team: 'T' }],
    ['an open-ended team', { mode: 'product', end_month: null }, {}],
    ['an importance of 2', {}, { importance: 2 }],
  ])('not with %s', (_, more, elementMore) => {
    expect(orphans(more, elementMore)).toEqual([]);
  });

  it('is not claimed when an end is unknown', () => {
    const analysis = analyse([initiative('I', ['A'], { end_month: null })], [element('A')]);
    expect(findingsOf(analysis, 'ORPHAN')).toEqual([]);
    expect(analysis.unknown_end).toEqual(['I']);
  });
});

describe('DUPLICATE_TEXT', () => {
  const text = { name: '客户开户流程' };

  it('two initiatives that read alike; money = smaller budget * time overlap', () => {
    const analysis = analyse(
      [
        initiative('I', [], { ...text, vendor: 'V', team: 'T' }),
        initiative('J', [], { ...text, budget: 40, start_month: 6 }),
      ],
      [],
    );
    const [duplicate] = findingsOf(analysis, 'DUPLICATE_TEXT');
    expect(duplicate).toMatchObject({ subject: 'I|J', money: 40, importance: 3 });
    expect(duplicate!.evidence.teams).toEqual(['T', null]);
    expect(duplicate!.evidence.vendors).toEqual(['V', 'internal']);
    expect(duplicate!.evidence.shared_ngrams).toHaveLength(8);
    expect(duplicate!.detail).toMatchObject({ initiatives: ['I', 'J'], money: [100, 40], time_overlap: 1 });
    const { gram_parts } = duplicate!.detail as { readonly gram_parts: readonly number[] };
    expect(gram_parts).toHaveLength(8);
    expect(gram_parts).toEqual([...gram_parts].sort((a, b) => b - a));
    expect(analysis.pairs).toMatchObject([{ a: 'I', b: 'J', declared: false }]);
  });

  it('keeps the weightiest pairs where there are too many to read, and says how many there are', () => {
    const alike = [10, 500, 30, 200].map((budget, i) => initiative(`I${i}`, [], { ...text, budget }));
    const analysis = analyse(alike, [], { pairLimit: 2 });
    expect(analysis.pairs_found).toBe(6);
    expect(analysis.pairs.map(({ a, b }) => `${a}|${b}`)).toEqual(['I1|I2', 'I1|I3']);
    expect(findingsOf(analysis, 'DUPLICATE_TEXT').map(({ money }) => money)).toEqual([200, 30]);
    expect(analyse(alike, []).pairs).toHaveLength(6);
  });

  it('is not looked for where nobody wants pairs; what texts weigh in overlaps stays', () => {
    const alike = [10, 500].map((budget, i) => initiative(`I${i}`, ['C'], { ...text, budget }));
    const wanted = analyse(alike, [element('C')]);
    const without = analyse(alike, [element('C')], { pairLimit: 0 });
    expect([wanted.pairs_found, without.pairs_found, without.pairs]).toEqual([1, 0, []]);
    expect(wanted.elements[0]?.redundant_money).toBeGreaterThan(0);
    expect(without.elements).toEqual(wanted.elements);
  });

  it('is listed as declared, without a finding, once people linked the two', () => {
    const analysis = analyse(
      [initiative('I', [], text), initiative('J', [], { ...text, depends_on: ['I'] })],
      [],
    );
    expect(findingsOf(analysis, 'DUPLICATE_TEXT')).toEqual([]);
    expect(analysis.pairs).toMatchObject([{ declared: true }]);
  });
});

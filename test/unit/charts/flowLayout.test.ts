import { describe, expect, it } from 'vitest';
import { flowCard } from '../../../renderer/charts/flow/describe.ts';
import type { FlowData, FlowMode, FlowPhase } from '../../../renderer/charts/flow/flowData.ts';
import type { FlowWords } from '../../../renderer/charts/flow/flowFrame.ts';
import { axisTicks, type FlowLayout, layoutFlow } from '../../../renderer/charts/flow/layout.ts';
import { flowTable } from '../../../renderer/charts/flow/table.ts';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { LEAST_WIDTH } from '../../../renderer/charts/frame/leastWidth.ts';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { type Label, labelRect, overlaps } from '../../../renderer/charts/frame/rects.ts';
import { sayOf } from '../../helpers/sayOf.ts';

const words: FlowWords = {
  projectTitle: 'Project',
  projectNote: '4 handoffs, 3.5 mo waiting, team disbanded at month 16',
  productTitle: 'Product team',
  productNote: 'one team, a release every 1.0 mo, funded in steps of 3 mo',
  knowledgeTitle: 'Knowledge kept',
  knowledgeNote: 'share of what the team learned that whoever works on it still has',
  valueTitle: 'Value and money',
  valueNote: 'cumulative value (line, band P10–P90) and spend (dashed), USD',
  recordedTitle: 'On record',
  month: (month) => `Month ${month}`,
  year: (year) => `Year ${year}`,
  phaseName: (phase) => phase.name,
  support: 'Support',
  changeNeedsTeam: 'a change needs a new team: relearning first',
  stopped: 'stopped at the funding gate',
  mlp: 'MLP',
  handoffLoss: (lost) => `handoff −${Math.round(lost * 100)}%`,
  handedToSupport: 'handed to support, team disbanded',
  knowledgeCompounds: 'knowledge compounds',
  spentBefore: (money) => `$${Math.round(money / 1000)}K spent before anyone used it`,
  money: (amount) => `$${Math.round(amount / 1000)}K`,
  moneyTick: (amount) => `$${Math.round(amount / 1000)}K`,
  percent: (share) => `${Math.round(share * 100)}%`,
  valueUnknown: 'value not entered',
  handoffLetter: 'T',
  decisionLetter: { continue: 'C', change: 'Ch', stop: 'S', pending: '?' },
  trancheAmount: (amount) => (amount === null ? 'amount?' : `$${Math.round(amount / 1000)}K`),
  releaseValue: ({ measured, planned }) => `${measured ?? '?'} of ${planned ?? '?'}`,
};

const line = (months: number, to: number): readonly number[] =>
  Array.from({ length: months + 1 }, (_, month) => (to * month) / months);

function flow(
  phaseCount: number,
  options: {
    horizon?: number;
    changes?: number;
    valued?: boolean;
    tranches?: FlowData['recordedTranches'];
  } = {},
): FlowData {
  const { horizon = 36, changes = 3, valued = true } = options;
  const step = 16 / Math.max(1, phaseCount);
  const phases = Array.from(
    { length: phaseCount },
    (_, k): FlowPhase => ({
      name: `Phase number ${k + 1}`,
      kind: 'build',
      start: k * step + 0.2 * step,
      end: (k + 1) * step,
      waitMonths: 0.2 * step,
      lost: k === 0 ? 0 : 0.4,
      personDays: 10,
      recorded: k % 2 === 1,
    }),
  );
  const band = { low: line(horizon, 500_000), high: line(horizon, 1_500_000) };
  return {
    horizon,
    mode: 'project',
    project: {
      phases,
      releaseMonth: phaseCount === 0 ? null : 16,
      stoppedAt: null,
      changes: Array.from({ length: changes }, (_, k) => ({
        arrive: 17 + 3 * k,
        start: 18.5 + 3 * k,
        relearnMonths: 0.4,
        workMonths: 0.5,
        relearnPersonDays: 16,
        knowledge: 0.3,
      })),
      handoverLoss: 0.4,
      spentBeforeFeedback: 500_000,
      spend: line(horizon, 700_000),
      value: valued ? line(horizon, 1_200_000) : null,
      band: valued ? band : null,
      knowledge: phaseCount === 0 ? [] : [{ from: 0, to: horizon, k0: 0.2, a: 0.1, b: 0.2 }],
    },
    product: {
      start: 0,
      releases: Array.from({ length: 8 }, (_, k) => ({
        month: k + 2,
        valueShare: 0.3 / (k + 1),
        scopeShare: (k + 1) / 8,
      })),
      tranches: Array.from({ length: Math.ceil(horizon / 3) }, (_, k) => ({
        from: 3 * k,
        to: 3 * k + 3,
        money: 130_000,
      })),
      stoppedAt: null,
      completeAt: 9,
      cadenceMonths: 1,
      spentBeforeFeedback: 87_000,
      spend: line(horizon, 650_000),
      value: valued ? line(horizon, 1_900_000) : null,
      band: valued ? band : null,
      knowledge: [{ from: 0, to: horizon, k0: 0.2, a: 0.35, b: 0.36 }],
    },
    recorded: [
      { id: 'r1', name: 'First', month: 3, out: true, measured: 20_000, planned: 40_000 },
      { id: 'r2', name: 'Second', month: 8, out: false, measured: null, planned: null },
      { id: 'r3', name: 'Before the start', month: -2, out: true, measured: null, planned: null },
    ],
    recordedTranches: options.tranches ?? [],
  };
}

function labelsOf(layout: FlowLayout): readonly Label[] {
  return [
    ...layout.ticks.flatMap((tick) => tick.label ?? []),
    ...layout.gutters.flatMap((gutter) => [gutter.title, ...gutter.lines]),
    ...(layout.swimlane?.labels ?? []),
    ...(layout.cadence?.labels ?? []),
    ...layout.recorded.flatMap(({ label }) => label ?? []),
    ...(layout.cadence?.tranches.flatMap((tranche) => tranche.label ?? []) ?? []),
    ...layout.knowledge.ticks.map((tick) => tick.label),
    ...layout.knowledge.labels,
    ...layout.knowledge.markers.flatMap((marker) => marker.label ?? []),
    ...layout.curves.ticks.map((tick) => tick.label),
    ...(layout.curves.before?.label ? [layout.curves.before.label] : []),
    ...[layout.curves.project, layout.curves.product].flatMap((curves) => curves?.endLabel ?? []),
    ...(layout.curves.unknown ? [layout.curves.unknown] : []),
  ];
}

const decided: FlowData['recordedTranches'] = (['continue', 'change', 'stop', 'pending'] as const).map(
  (decision, k) => ({
    id: `t${k}`,
    name: `Tranche ${k}`,
    from: 6 * k,
    to: 6 * k + 6,
    amount: k === 2 ? null : 250_000,
    decision,
  }),
);

const widths = [300, 640, 772, 1010, 1500];
const modes: readonly FlowMode[] = ['project', 'product', 'compare'];

describe('the flow layout', () => {
  it('puts phases, releases and months where their numbers say', () => {
    const { swimlane, cadence, recorded, curves, knowledge, plot } = layoutFlow(
      flow(4),
      'compare',
      938,
      words,
      estimateWidth,
    );
    expect(plot.left).toBe(212);
    expect(plot.right).toBe(912);
    const x = (month: number): number => 212 + (700 * month) / 36;
    expect(
      swimlane?.bars.map((bar) => [bar.row, bar.wait.x, bar.work.x, bar.work.x + bar.work.width]),
    ).toEqual(
      [0, 1, 2, 3].map((k) =>
        [k, x(4 * k), x(4 * k + 0.8), x(4 * k + 4)].map((value) => expect.closeTo(value, 6)),
      ),
    );
    expect(cadence?.dots.map((dot) => dot.cx)).toEqual(
      [2, 3, 4, 5, 6, 7, 8, 9].map((m) => expect.closeTo(x(m), 6)),
    );
    expect(cadence?.dots[0]?.r).toBe(9.5);
    expect(cadence!.dots.at(-1)!.r).toBeLessThan(cadence!.dots[0]!.r);
    expect(recorded.map((mark) => [mark.id, mark.out])).toEqual([
      ['recorded:r1', true],
      ['recorded:r2', false],
    ]);
    expect(curves.before?.x).toBeCloseTo(x(16), 6);
    expect(knowledge.markers.map((marker) => marker.id)).toEqual([
      'handoff:1',
      'handoff:2',
      'handoff:3',
      'handover',
    ]);
  });

  it.each([
    [0, 0],
    [1, 1],
    [9, 9],
    [10, 9],
    [3000, 9],
  ])('gives %d phases %d rows', (phases, rows) => {
    const { swimlane } = layoutFlow(flow(phases), 'project', 900, words, estimateWidth);
    expect(swimlane?.rows).toBe(rows);
    expect(swimlane?.bars).toHaveLength(phases);
    for (const bar of swimlane!.bars) {
      expect(bar.row).toBeLessThan(Math.max(1, rows));
      expect(Number.isFinite(bar.work.width)).toBe(true);
    }
  });

  it('cuts the long name of a phase where most of it fits', () => {
    const long = 'Work with users and partners to develop data exchange procedures for every region';
    const { swimlane, plot } = layoutFlow(
      flow(2),
      'project',
      640,
      { ...words, phaseName: () => long },
      estimateWidth,
    );
    const [first] = swimlane!.bars;
    const label = swimlane!.labels.find(({ text }) => text.startsWith('Work'))!;
    expect(label.text).toMatch(/^Work with users.+…$/);
    expect(label.anchor).toBe('start');
    expect(label.x).toBe(first!.work.x + first!.work.width + 6);
    expect(label.x + label.width).toBeLessThanOrEqual(plot.right);
  });

  it('clips what lies behind the horizon', () => {
    const { swimlane, cadence, plot } = layoutFlow(
      flow(5, { horizon: 6 }),
      'compare',
      900,
      words,
      estimateWidth,
    );
    for (const bar of swimlane!.bars) {
      expect(bar.work.x + bar.work.width).toBeLessThanOrEqual(plot.right + 1.5);
    }
    expect(swimlane!.bars.at(-1)!.work.width).toBe(0);
    // Rows are for what is drawn: the other three phases begin after the horizon.
    expect(swimlane!.rows).toBe(2);
    expect(cadence!.dots.every((dot) => dot.cx <= plot.right)).toBe(true);
    expect(swimlane!.changes).toHaveLength(0);
  });

  it('claims nothing of a change that is not begun by the horizon', () => {
    const data = flow(4, { horizon: 36, changes: 2 });
    const [done, waiting] = data.project.changes;
    const changes = [
      done!,
      { ...waiting!, start: 40, relearnMonths: 0, workMonths: 0, relearnPersonDays: null, knowledge: null },
    ];
    const shown = { ...data, project: { ...data.project, changes } };
    const speech = {
      ...{ say: sayOf('flow', 'en'), figures: figureWords('en', 'USD'), currency: 'USD', name: 'A' },
      ...{ draws: 0, trancheMonths: 3, startDate: null, phaseKind: String },
    };
    const names = ['change:0', 'change:1'].map((id) =>
      flowCard(id, shown, speech).rows.map(([name]) => name),
    );
    expect(names[0]).toHaveLength(4);
    expect(names[1]).toEqual(names[0]!.slice(0, 2));
    const { columns, rows } = flowTable(shown, 'compare', speech);
    const row = (id: string) => rows.find((each) => each.id === id)!.cells.map(({ value }) => value);
    // 16 days of learning and a knowledge of 30 %; of the other only when it comes, and how long it waits.
    expect(row('change:0').filter((value) => typeof value === 'number')).toEqual([17, 19.4, 1.5, 16, 0.3]);
    expect(row('change:1').filter((value) => typeof value === 'number')).toEqual([20, 20]);
    expect(row('change:1')).toHaveLength(columns.length);
  });

  it('lets each handoff of the swimlane be picked, where the work leaves the phase before', () => {
    const { swimlane, marks } = layoutFlow(flow(4), 'compare', 938, words, estimateWidth);
    expect(swimlane!.passes.map(({ id, recorded }) => [id, recorded])).toEqual([
      ['pass:1', true],
      ['pass:2', false],
      ['pass:3', true],
    ]);
    swimlane!.passes.forEach((pass, k) => {
      const before = swimlane!.bars[k]!.work;
      expect(pass.x).toBeCloseTo(before.x + before.width, 6);
      expect(marks.find(({ id }) => id === pass.id)!.rect).toEqual(pass.hit);
      for (const label of swimlane!.labels) expect(overlaps(labelRect(label), pass.hit)).toBe(false);
    });
  });

  it('draws tranches on record in place of modelled ones, each decision where its tranche ends', () => {
    const layout = layoutFlow(flow(4, { tranches: decided }), 'compare', 938, words, estimateWidth);
    const { tranches } = layout.cadence!;
    const x = (month: number): number => 212 + (700 * month) / 36;
    expect(tranches.map(({ id, label, decision }) => [id, label?.text, decision?.kind])).toEqual([
      ['recordedTranche:t0', '$250K', 'continue'],
      ['recordedTranche:t1', '$250K', 'change'],
      ['recordedTranche:t2', 'amount?', 'stop'],
      ['recordedTranche:t3', '$250K', 'pending'],
    ]);
    expect(tranches.map(({ line, decision }) => [line.x, decision!.x])).toEqual(
      [0, 6, 12, 18].map((month) => [expect.closeTo(x(month), 6), expect.closeTo(x(month + 6), 6)]),
    );
    expect(layoutFlow(flow(4), 'compare', 938, words, estimateWidth).cadence!.tranches[0]).toMatchObject({
      id: 'tranche:0',
      decision: null,
    });
  });

  it('shows a release’s measured value beside the planned one, area for value', () => {
    const { recorded } = layoutFlow(flow(4), 'compare', 938, words, estimateWidth);
    expect(recorded[0]!.plannedR).toBe(9.5);
    expect(recorded[0]!.r).toBeCloseTo(3 + 6.5 * Math.sqrt(0.5), 6);
    expect(recorded[0]!.label?.text).toBe('20000 of 40000');
  });

  it('keeps the amounts at the ends of the curves clearly apart', () => {
    const data = flow(4);
    const near = {
      ...data,
      project: { ...data.project, value: line(36, 4_200_000) },
      product: { ...data.product, value: line(36, 4_150_000) },
    };
    const { curves } = layoutFlow(near, 'compare', 938, words, estimateWidth);
    const [a, b] = [labelRect(curves.project!.endLabel!), labelRect(curves.product!.endLabel!)];
    expect(Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height)).toBeGreaterThanOrEqual(8);
  });

  it('shows only what its mode has', () => {
    const project = layoutFlow(flow(3), 'project', 900, words, estimateWidth);
    expect(project.cadence).toBeNull();
    expect(project.curves.product).toBeNull();
    expect(project.knowledge.productPath).toBeNull();
    const product = layoutFlow(flow(3), 'product', 900, words, estimateWidth);
    expect(product.swimlane).toBeNull();
    expect(product.curves.before).toBeNull();
    expect(product.knowledge.markers).toHaveLength(0);
  });

  it('draws no value where nobody entered one, and says so', () => {
    const { curves } = layoutFlow(flow(3, { valued: false }), 'compare', 900, words, estimateWidth);
    expect(curves.project?.value).toBeNull();
    expect(curves.project?.band).toBeNull();
    expect(curves.product?.endLabel).toBeNull();
    expect(curves.unknown?.text).toBe('value not entered');
  });

  it('survives no room, no money and no months', () => {
    const empty: FlowData = { ...flow(0, { changes: 0 }), recorded: [] };
    const flat = {
      ...empty,
      horizon: 0,
      project: { ...empty.project, spend: [0], value: [0], band: null },
      product: { ...empty.product, spend: [0], value: [0], band: null, releases: [], tranches: [] },
    };
    for (const width of [0, -5, 1]) {
      const layout = layoutFlow(flat, 'compare', width, words, estimateWidth);
      expect(layout.width).toBe(LEAST_WIDTH);
      expect(JSON.stringify(layout)).not.toMatch(/NaN|null,null/);
      for (const mark of layout.marks) expect(Object.values(mark.rect).every(Number.isFinite)).toBe(true);
    }
  });

  it.each(widths.flatMap((width) => modes.map((mode) => [width, mode] as const)))(
    'keeps labels apart and inside at %d px, %s',
    (width, mode) => {
      for (const data of [
        flow(5),
        flow(12),
        flow(5, { tranches: decided }),
        flow(3, { valued: false }),
        flow(4, { horizon: 120, changes: 30 }),
      ]) {
        const layout = layoutFlow(data, mode, width, words, estimateWidth);
        const boxes = labelsOf(layout).map((label) => ({ label, box: labelRect(label) }));
        for (const { label, box } of boxes) {
          expect(box.x, label.text).toBeGreaterThanOrEqual(-0.5);
          expect(box.x + box.width, label.text).toBeLessThanOrEqual(layout.width + 0.5);
          expect(box.y + box.height, label.text).toBeLessThanOrEqual(layout.height);
        }
        boxes.forEach(({ label, box }, k) => {
          for (const other of boxes.slice(k + 1)) {
            expect(overlaps(box, other.box), `“${label.text}” covers “${other.label.text}”`).toBe(false);
          }
        });
      }
    },
  );

  it('keeps words beside each other so far apart that they are not read as one', () => {
    const data = flow(4, { horizon: 600, changes: 150 });
    for (let letters = 5; letters < 60; letters += 1) {
      const long = { ...words, phaseName: () => 'n'.repeat(letters) };
      const { swimlane } = layoutFlow(data, 'compare', 1000, long, estimateWidth);
      const boxes = swimlane!.labels.map(labelRect);
      boxes.forEach((box, k) => {
        const wide = { ...box, x: box.x - 5, width: box.width + 10 };
        for (const other of boxes.slice(k + 1)) expect(overlaps(wide, other), `${letters}`).toBe(false);
      });
    }
  });
});

describe('the time axis', () => {
  it.each([
    [36, 700, 'Month 0|3|6|9|Year 1|15|18|21|Year 2|27|30|33|Year 3'],
    [36, 300, 'Month 0|Year 1|Year 2|Year 3'],
    [6, 700, 'Month 0|1|2|3|4|5|6'],
    [120, 700, 'Month 0|Year 1|Year 2|Year 3|Year 4|Year 5|Year 6|Year 7|Year 8|Year 9|Year 10'],
  ])('of %d months in %d px reads %s', (horizon, room, expected) => {
    const frame = {
      left: 0,
      right: room,
      horizon,
      x: (m: number) => (m * room) / horizon,
      measure: estimateWidth,
    };
    expect(
      axisTicks(frame, words)
        .flatMap((tick) => tick.label?.text ?? [])
        .join('|'),
    ).toBe(expected);
  });
});

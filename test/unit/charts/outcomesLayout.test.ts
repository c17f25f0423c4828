import { describe, expect, it } from 'vitest';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { type Label, labelRect, overlaps } from '../../../renderer/charts/frame/rects.ts';
import { layoutOutcomes, OUTCOME_ROW, type OutcomeTrack } from '../../../renderer/charts/outcomes/layout.ts';

const words = { baseline: 'Baseline', target: 'Target' };
const track = (id: string, values: Partial<OutcomeTrack> = {}): OutcomeTrack => ({
  id,
  name: `Outcome ${id}`,
  about: 'Days to settle a claim (days)',
  baseline: '40',
  target: '12',
  now: '24 · 57%',
  share: 0.57,
  missing: '',
  earlier: [],
  due: '30 Jun 2013',
  late: false,
  ...values,
});
const lay = (tracks: readonly OutcomeTrack[], width = 1000) =>
  layoutOutcomes(tracks, width, words, estimateWidth);

/** Every label of a layout, with what it is. */
const labelsOf = (layout: ReturnType<typeof lay>): readonly Label[] => [
  ...layout.heads,
  ...layout.tracks.flatMap((each) =>
    [...each.name, each.about, each.baseline, each.target, each.now, ...each.due].filter(
      (label) => label !== null,
    ),
  ),
];

describe('the layout of outcomes', () => {
  it('puts baselines under one another, targets too, and each reading where it stands between them', () => {
    const { baselineX, targetX, railLeft, railRight, tracks, height } = lay([
      track('a', { earlier: [0.1, 0.4] }),
      track('b', { share: 0 }),
      track('c', { share: 1 }),
    ]);
    // Names take 320 px, dates 176; 48 px stand free on each side of the rail.
    expect([railLeft, railRight]).toEqual([368, 776]);
    expect([baselineX, targetX]).toEqual([368, 776]);
    expect(tracks.map(({ at }) => at)).toEqual([368 + 0.57 * 408, 368, 776]);
    expect(tracks[0]?.earlier).toEqual([368 + 0.1 * 408, 368 + 0.4 * 408]);
    expect(tracks.map(({ y }) => y)).toEqual([54, 54 + OUTCOME_ROW, 54 + 2 * OUTCOME_ROW]);
    expect(height).toBe(26 + 3 * OUTCOME_ROW);
  });

  it('makes room for what went the wrong way or further than wanted, as far as half the way; beyond is an arrow', () => {
    const { baselineX, targetX, tracks } = lay([track('a', { share: -0.25 }), track('b', { share: 1.25 })]);
    const unit = (776 - 368) / 1.5;
    expect(baselineX).toBeCloseTo(368 + 0.25 * unit, 6);
    expect(targetX).toBeCloseTo(368 + 1.25 * unit, 6);
    expect(tracks.map(({ at, beyond }) => [at, beyond])).toEqual([
      [368, null],
      [776, null],
    ]);
    const far = lay([track('a', { share: -7 }), track('b', { share: 30 })]);
    expect(far.tracks.map(({ at, beyond }) => [at, beyond])).toEqual([
      [368, 'left'],
      [776, 'right'],
    ]);
    expect(far.targetX - far.baselineX).toBeCloseTo((776 - 368) / 2, 6);
  });

  it('draws no reading where the share is not known, and says what is missing', () => {
    const [placed] = lay([
      track('a', { share: null, baseline: null, now: '24', missing: 'no baseline' }),
    ]).tracks;
    expect(placed).toMatchObject({ at: null, beyond: null, baseline: null, earlier: [] });
    expect(placed?.now?.text).toBe('24 · no baseline');
    const [nothing] = lay([track('b', { share: null, now: null, missing: 'no reading', due: '' })]).tracks;
    expect(nothing?.now?.text).toBe('no reading');
    expect(nothing?.due).toEqual([]);
  });

  it.each([640, 800, 1000, 1400])('never lets words overlap or leave, %d px wide', (width) => {
    const long = 'An outcome whose name is far longer than any line of the left column can hold, as some are';
    const shares = [-9, -0.5, -0.01, 0, 0.02, 0.5, 0.98, 1, 1.5, 44, null];
    const layout = lay(
      shares.map((share, at) =>
        track(String(at), {
          share,
          name: at % 2 === 0 ? long : '客户投诉在两天之内得到解决并且不再重复发生，所有门店均如此执行',
          about: long,
          baseline: '1,234,567,890.25',
          target: '9,876,543,210.75',
          now: '1,234,567,890.25 · 124%',
          missing: share === null ? 'target is the baseline' : '',
          due: '31 December 2011, past its date',
          late: at % 3 === 0,
        }),
      ),
      width,
    );
    const labels = labelsOf(layout);
    for (const [at, label] of labels.entries()) {
      const box = labelRect(label);
      expect(box.x, label.text).toBeGreaterThanOrEqual(-0.5);
      expect(box.x + box.width, label.text).toBeLessThanOrEqual(layout.width + 0.5);
      expect(box.y + box.height, label.text).toBeLessThanOrEqual(layout.height);
      for (const other of labels.slice(at + 1))
        expect(overlaps(box, labelRect(other)), `${label.text} / ${other.text}`).toBe(false);
    }
  });

  it('holds for none', () => {
    expect(lay([])).toMatchObject({ tracks: [], height: 26, baselineX: 368, targetX: 776 });
  });
});

import { describe, expect, it } from 'vitest';
import {
  monthsBetweenReleases,
  parallelKnown,
  releasesOf,
  timesBetweenReleases,
} from '../../../shared/analysis/headline.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

describe('releases', () => {
  it('of a run are those up to the horizon, in their order', () => {
    // The run made three; what stands behind them is of an earlier one.
    const run = { releases: 3, releaseAt: Float64Array.of(9, 2, 12.5, 5) };
    expect(releasesOf(run, 12)).toEqual([2, 9]);
    expect(releasesOf(run, 12.5)).toEqual([2, 9, 12.5]);
  });

  it.each([
    [[], null],
    [[4], 4],
    // 5, 1 and 10 months: the middle one.
    [[5, 6, 16], 5],
    // 2 and 6 months, and 3, 1, 10 and 2: the mean of the two in the middle.
    [[2, 8], 4],
    [[3, 4, 14, 16], 2.5],
  ])('at %j come every %s months, the first counted from the start', (releases, months) => {
    expect(monthsBetweenReleases(releases)).toBe(months);
    expect(timesBetweenReleases(releases).reduce((sum, each) => sum + each, 0)).toBe(releases.at(-1) ?? 0);
  });
});

describe('on how many initiatives people work at once', () => {
  const known = (teamParallel: number | null, ...phases: readonly (number | null)[]) =>
    parallelKnown(
      recordsOf({
        initiative: [initiative('i', { teamParallel }), initiative('other', { teamParallel: 2 })],
        phase: phases.map((parallel, at) => phase(`p${at}`, 'i', at, { parallel })),
      }),
      'i',
    );
  it('is known where the team or a phase says so', () => {
    expect([known(2), known(null, null, 3), known(null), known(null, null)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(parallelKnown(recordsOf({}), 'gone')).toBe(false);
  });
});

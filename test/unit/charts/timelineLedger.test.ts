import { describe, expect, test } from 'vitest';
import { itemOf, subjectOf } from '../../../renderer/charts/timeline/timelineData.ts';
import { edgeSpeed } from '../../../renderer/features/timeline/useEdgePan.ts';
import { portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import { newHandoff } from '../../../shared/domain/planningDefaults.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

describe('handoffs on the timeline', () => {
  const handoffs = [
    { ...newHandoff('x', 'i', 2), phaseId: 'p' },
    { ...newHandoff('y', 'i', 1), fromName: 'Business' },
    { ...newHandoff('z', 'i', 0), phaseId: 'q' },
  ];
  const itemFor = (mode: 'project' | 'product') => {
    const records = recordsOf({
      initiative: [initiative('i', { mode, startDate: '2026-01-01' })],
      phase: [
        phase('p', 'i', 0, { startDate: '2026-01-01', endDate: '2026-02-01' }),
        // Neither dates nor a length: nowhere on the calendar.
        phase('q', 'i', 1),
      ],
      handoff: handoffs,
    });
    return itemOf(subjectOf(records.initiative.i!, portfolioIndex(records)));
  };
  test('those that lead into a phase of the calendar stand at it, the others beside, in their order', () => {
    expect(itemFor('project').ledger.map(({ id }) => id)).toEqual(['z', 'y']);
    expect(itemFor('project').handoffs).toBe(3);
  });
  test('a product team has no phases on the calendar: all of its ledger is shown', () => {
    expect(itemFor('product').ledger.map(({ id }) => id)).toEqual(['z', 'y', 'x']);
  });
});

describe('panning while something is held at an edge', () => {
  test.each([
    [300, 0],
    [136, 0],
    [118, -4],
    [100, -8],
    [40, -16],
    [500, 8],
    [482, 4],
    [900, 16],
  ])('at %d px it goes on by %d px a frame', (x, speed) => {
    expect(edgeSpeed(x, 100, 500)).toBe(speed);
  });
});

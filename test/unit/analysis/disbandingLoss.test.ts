import { describe, expect, it } from 'vitest';
import { disbandingLossOf } from '../../../shared/analysis/disbandingLoss.ts';
import { headlineOf } from '../../../shared/analysis/headline.ts';
import { initiativeInput } from '../../../shared/analysis/initiativeInput.ts';
import { compare } from '../../../shared/model/compare.ts';
import { evaluateProject, prepare } from '../../../shared/model/evaluate.ts';
import { trace } from '../../../shared/model/trace.ts';
import type { ModelInitiative } from '../../../shared/model/types.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const records = recordsOf(
  {
    initiative: [initiative('i', { startDate: '2026-01-01', valuePerMonth: 9_000_000 })],
    phase: [
      phase('p1', 'i', 0, { kind: 'design', months: 3, people: 4 }),
      phase('p2', 'i', 1, { kind: 'build', months: 6, people: 5 }),
    ],
  },
  { dayRate: 70_000 },
);
const input = initiativeInput(records, 'i').input!;
const lossOf = (of: ModelInitiative) => {
  const workbench = prepare(of);
  const { params } = workbench.compiled;
  evaluateProject(workbench, params);
  return disbandingLossOf(workbench.project, params.horizon_months);
};
const withParams = (params: ModelInitiative['params']): ModelInitiative => ({
  ...input,
  params: { ...input.params, ...params },
});

describe('what a project loses when it disbands', () => {
  const loss = lossOf(input)!;
  const { project } = trace(input);

  it('is the hand-over and what every later change learns again, as the trace has them', () => {
    const changes = project.changes.filter(({ done }) => done);
    expect(changes.length).toBeGreaterThan(1);
    expect(loss.relearningPd).toBeCloseTo(
      changes.reduce((sum, { relearn_pd }) => sum + relearn_pd!, 0),
      9,
    );
    expect(loss.handoverPd).toBe(10);
    expect(loss.knowledge).toBe(project.k_segments.at(-1)![2]);
    // 700 a day: money is days at the project's rate.
    expect(loss.handoverMoney / loss.handoverPd).toBeCloseTo(700, 9);
    expect(loss.relearningMoney / loss.relearningPd).toBeCloseTo(700, 9);
    expect(headlineOf(records, 'i')!.disbanding).toEqual(loss);
  });

  it('is a part of the two wastes that it belongs to, never more', () => {
    const { waste } = compare(input).project;
    expect(loss.handoverPd).toBeLessThanOrEqual(waste.handoffs.pd);
    expect(loss.relearningPd).toBeLessThan(waste.relearning.pd);
  });

  it('grows with what is handed over and with what the newcomers do not know', () => {
    expect(lossOf(withParams({ handover_pd: 40 }))!.handoverPd).toBe(40);
    expect(lossOf(withParams({ handover_carry_over: 1 }))!.handoverPd).toBe(0);
    expect(lossOf(withParams({ cr_new_team_share: 1 }))!.relearningPd).toBeGreaterThan(loss.relearningPd);
    expect(lossOf(withParams({ handover_carry_over: 1 }))!.knowledge).toBeGreaterThan(loss.knowledge);
  });

  it('is not known where nothing is handed over by the horizon', () => {
    expect(lossOf(withParams({ horizon_months: 6 }))).toBeNull();
    const stopped = { ...withParams({ gate_enabled: true }), value: { per_month: 0 } };
    expect(compare(stopped).project.stopped_at).not.toBeNull();
    expect(lossOf(stopped)).toBeNull();
  });
});

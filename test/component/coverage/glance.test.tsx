import { renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { coverageGlanceSteps } from '../../../renderer/analysis/coverageGlance.ts';
import type { ToEngine } from '../../../renderer/analysis/engine.ts';
import { useCoverage, useCoverageAtOnce } from '../../../renderer/analysis/useCoverage.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { syntheticRecords } from '../../helpers/syntheticRecords.ts';

vi.mock('../../../renderer/analysis/coverageGlance.ts', async (load) => {
  const real = await load<typeof import('../../../renderer/analysis/coverageGlance.ts')>();
  return { coverageGlanceSteps: vi.fn(real.coverageGlanceSteps) };
});

const sent: ToEngine[] = [];
/** A worker that is still busy when the test is over. */
class Silent {
  postMessage(message: ToEngine): void {
    sent.push(message);
  }
}

afterEach(() => {
  usePortfolio.setState(usePortfolio.getInitialState());
  vi.unstubAllGlobals();
});

it('looks at the budgets only for a view that shows them, and once for all of those', async () => {
  vi.stubGlobal('Worker', Silent);
  const records = syntheticRecords({ initiatives: 900, capabilities: 20, seed: 3 });
  usePortfolio.setState({ plan: records, records });
  const waits = renderHook(() => useCoverage());
  await waitFor(() =>
    expect(sent).toContainEqual(expect.objectContaining({ type: 'run', job: { kind: 'coverage' } })),
  );
  expect(coverageGlanceSteps).not.toHaveBeenCalled();
  const shows = renderHook(() => [useCoverageAtOnce(), useCoverageAtOnce()] as const);
  await waitFor(() => expect(shows.result.current[0].value).not.toBeNull());
  expect(shows.result.current[0].value?.modelled).toBe(false);
  expect(shows.result.current[1].value).toBe(shows.result.current[0].value);
  expect(waits.result.current).toMatchObject({ status: 'pending', value: null });
  expect(coverageGlanceSteps).toHaveBeenCalledOnce();
});

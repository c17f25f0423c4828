import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { playScenario } from '../../../shared/scenarios/playScenario.ts';
import { forgetWhenMasked } from '../../state/hiding.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { ask } from '../../state/service.ts';
import { useSnapshots } from '../snapshots/snapshotStore.ts';
import type { StateRef } from './compareStore.ts';

/** Frozen states never change: each is read once a page, the last few are kept until other things are hidden. */
const frozen = new Map<string, PortfolioRecords>();
forgetWhenMasked(() => frozen.clear());
const KEPT = 6;
const played = new WeakMap<PortfolioRecords, Map<string, PortfolioRecords>>();

/** The records of a state: null where it is gone or could not be read, which was then told. */
export function useStateRecords(state: StateRef | undefined): PortfolioRecords | null | 'reading' {
  const plan = usePortfolio((own) => own.plan);
  /** The snapshot that was read last, or could not be. */
  const [tried, setTried] = useState<string | null>(null);
  const snapshotId = state?.kind === 'snapshot' ? state.id : null;
  useEffect(() => {
    if (snapshotId === null || frozen.has(snapshotId)) return;
    let gone = false;
    void ask('snapshot.read', { id: snapshotId }).then((found) => {
      if (found) {
        frozen.set(snapshotId, found.records);
        const [oldest] = frozen.keys();
        if (frozen.size > KEPT && oldest !== undefined) frozen.delete(oldest);
      }
      if (!gone) setTried(snapshotId);
    });
    return () => {
      gone = true;
    };
  }, [snapshotId]);
  if (!plan || !state) return null;
  if (state.kind === 'plan') return plan;
  if (state.kind === 'snapshot') return frozen.get(state.id) ?? (tried === state.id ? null : 'reading');
  if (!Object.hasOwn(plan.scenario, state.id)) return null;
  const known = played.get(plan) ?? new Map<string, PortfolioRecords>();
  played.set(plan, known);
  const records = known.get(state.id) ?? playScenario(plan, state.id).records;
  known.set(state.id, records);
  return records;
}

/** What a state is called. */
export function useStateName(): (state: StateRef) => string {
  const { t } = useTranslation('comparison');
  const plan = usePortfolio((own) => own.plan);
  const snapshots = useSnapshots();
  return (state) => {
    if (state.kind === 'plan') return t('state.plan');
    const name =
      state.kind === 'scenario'
        ? plan?.scenario[state.id]?.name
        : snapshots?.find(({ id }) => id === state.id)?.name;
    return name ?? t('state.gone');
  };
}

import type { ComponentType } from 'react';
import type { ViewId } from '../../state/viewStore.ts';
import { InitiativesView } from '../initiatives/InitiativesView.tsx';
import { laterView } from './laterView.tsx';

const later = {
  timeline: laterView(async () => (await import('../timeline/TimelineView.tsx')).TimelineView),
  flow: laterView(async () => (await import('../flow/FlowView.tsx')).FlowView),
  handoffs: laterView(async () => (await import('../handoffs/HandoffsView.tsx')).HandoffsView),
  wastes: laterView(async () => (await import('../wastes/WastesView.tsx')).WastesView),
  map: laterView(async () => (await import('../map/MapView.tsx')).MapView),
  carry: laterView(async () => (await import('../carry/CarryView.tsx')).CarryView),
  partners: laterView(async () => (await import('../partners/PartnersView.tsx')).PartnersView),
  coverage: laterView(async () => (await import('../coverage/CoverageView.tsx')).CoverageView),
  outcomes: laterView(async () => (await import('../outcomes/OutcomesView.tsx')).OutcomesView),
  overhead: laterView(async () => (await import('../overhead/OverheadView.tsx')).OverheadView),
  capabilities: laterView(
    async () => (await import('../capabilities/CapabilitiesView.tsx')).CapabilitiesView,
  ),
  directory: laterView(async () => (await import('../directory/DirectoryView.tsx')).DirectoryView),
  parameters: laterView(async () => (await import('../parameters/ParametersView.tsx')).ParametersView),
  scenarios: laterView(async () => (await import('../scenarios/ScenariosView.tsx')).ScenariosView),
  decisions: laterView(async () => (await import('../decisions/DecisionsView.tsx')).DecisionsView),
  rankings: laterView(async () => (await import('../rankings/RankingsView.tsx')).RankingsView),
  guardrails: laterView(async () => (await import('../guardrails/GuardrailsView.tsx')).GuardrailsView),
  storyboard: laterView(async () => (await import('../storyboard/StoryboardView.tsx')).StoryboardView),
  snapshots: laterView(async () => (await import('../snapshots/SnapshotsView.tsx')).SnapshotsView),
  history: laterView(async () => (await import('../history/HistoryView.tsx')).HistoryView),
};

/** Every view by its id; a presentation shows the same ones. */
export const views: Readonly<Record<ViewId, ComponentType>> = { initiatives: InitiativesView, ...later };

/**
 * Loads the code of all views, one after the other while the page has nothing else to do, so that none is waited for.
 * One that does not come is asked for again, and its fault shown, when it is opened. A browser that does not tell when
 * it is idle loads each view when it is opened. Answers how to stop.
 */
export function preloadViews(): () => void {
  if (!('requestIdleCallback' in globalThis)) return () => undefined;
  const waiting = Object.values(later);
  let handle = 0;
  const next = (): void => {
    const view = waiting.shift();
    if (view) handle = requestIdleCallback(() => void view.preload().then(next, next));
  };
  next();
  return () => {
    waiting.length = 0;
    cancelIdleCallback(handle);
  };
}

import { type ComponentType, lazy } from 'react';
import type { ViewId } from '../../state/viewStore.ts';
import { InitiativesView } from '../initiatives/InitiativesView.tsx';

/** Every view by its id; a presentation shows the same ones. */
export const views = {
  initiatives: InitiativesView,
  timeline: lazy(async () => ({ default: (await import('../timeline/TimelineView.tsx')).TimelineView })),
  flow: lazy(async () => ({ default: (await import('../flow/FlowView.tsx')).FlowView })),
  handoffs: lazy(async () => ({ default: (await import('../handoffs/HandoffsView.tsx')).HandoffsView })),
  wastes: lazy(async () => ({ default: (await import('../wastes/WastesView.tsx')).WastesView })),
  map: lazy(async () => ({ default: (await import('../map/MapView.tsx')).MapView })),
  carry: lazy(async () => ({ default: (await import('../carry/CarryView.tsx')).CarryView })),
  partners: lazy(async () => ({ default: (await import('../partners/PartnersView.tsx')).PartnersView })),
  coverage: lazy(async () => ({ default: (await import('../coverage/CoverageView.tsx')).CoverageView })),
  outcomes: lazy(async () => ({ default: (await import('../outcomes/OutcomesView.tsx')).OutcomesView })),
  overhead: lazy(async () => ({ default: (await import('../overhead/OverheadView.tsx')).OverheadView })),
  capabilities: lazy(async () => ({
    default: (await import('../capabilities/CapabilitiesView.tsx')).CapabilitiesView,
  })),
  directory: lazy(async () => ({ default: (await import('../directory/DirectoryView.tsx')).DirectoryView })),
  parameters: lazy(async () => ({
    default: (await import('../parameters/ParametersView.tsx')).ParametersView,
  })),
  scenarios: lazy(async () => ({ default: (await import('../scenarios/ScenariosView.tsx')).ScenariosView })),
  decisions: lazy(async () => ({ default: (await import('../decisions/DecisionsView.tsx')).DecisionsView })),
  rankings: lazy(async () => ({ default: (await import('../rankings/RankingsView.tsx')).RankingsView })),
  guardrails: lazy(async () => ({
    default: (await import('../guardrails/GuardrailsView.tsx')).GuardrailsView,
  })),
  storyboard: lazy(async () => ({
    default: (await import('../storyboard/StoryboardView.tsx')).StoryboardView,
  })),
  snapshots: lazy(async () => ({ default: (await import('../snapshots/SnapshotsView.tsx')).SnapshotsView })),
  history: lazy(async () => ({ default: (await import('../history/HistoryView.tsx')).HistoryView })),
} as const satisfies Record<ViewId, ComponentType>;

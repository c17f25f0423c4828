import type { PageId } from '../../shared/report/options.ts';
import type { PageContext } from './context.ts';
import type { PageDraft } from './draft.ts';
import { cadencePages } from './pages/cadence.tsx';
import { capabilityPages } from './pages/capabilities.tsx';
import { carryPages } from './pages/carry.tsx';
import { comparisonPages } from './pages/comparison.tsx';
import { coveragePages } from './pages/coverage.tsx';
import { actionPages, decisionPages, minutesPages } from './pages/decisions.ts';
import { directoryPages } from './pages/directory.ts';
import { evidencePages } from './pages/evidence.ts';
import { findingPages } from './pages/findings.ts';
import { flowPages } from './pages/flow.tsx';
import { guardrailPages } from './pages/guardrails.ts';
import { handoffPages } from './pages/handoffs.tsx';
import { historyPages } from './pages/history.ts';
import { initiativePages } from './pages/initiatives.ts';
import { mapPages } from './pages/map.tsx';
import { outcomePages } from './pages/outcomes.tsx';
import { overheadPages } from './pages/overhead.ts';
import { overviewPages } from './pages/overview.tsx';
import { parameterPages } from './pages/parameters.ts';
import { partnerPages } from './pages/partners.tsx';
import { rankingPages } from './pages/rankings.ts';
import { sensitivityPages } from './pages/sensitivity.tsx';
import { snapshotPages } from './pages/snapshots.ts';
import { timelinePages } from './pages/timeline.tsx';
import { wastesPages } from './pages/wastes.tsx';

/** How each page is made; one that has nothing to show makes none. A page without an entry does not compile. */
export const pageMakers: Readonly<Record<PageId, (context: PageContext) => readonly PageDraft[]>> = {
  overview: overviewPages,
  outcomes: outcomePages,
  wastes: wastesPages,
  map: mapPages,
  flow: flowPages,
  handoffs: handoffPages,
  cadence: cadencePages,
  capabilities: capabilityPages,
  coverage: coveragePages,
  findings: findingPages,
  guardrails: guardrailPages,
  carry: carryPages,
  partners: partnerPages,
  timeline: timelinePages,
  initiatives: initiativePages,
  comparison: comparisonPages,
  decisions: decisionPages,
  rankings: rankingPages,
  actions: actionPages,
  minutes: minutesPages,
  directory: directoryPages,
  overhead: overheadPages,
  parameters: parameterPages,
  sensitivity: sensitivityPages,
  evidence: evidencePages,
  snapshots: snapshotPages,
  history: historyPages,
};

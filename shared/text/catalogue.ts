import { backups } from './catalogues/backups.ts';
import { capabilities } from './catalogues/capabilities.ts';
import { carry } from './catalogues/carry.ts';
import { common } from './catalogues/common.ts';
import { comparison } from './catalogues/comparison.ts';
import { coverage } from './catalogues/coverage.ts';
import { decisions } from './catalogues/decisions.ts';
import { directory } from './catalogues/directory.ts';
import { errors } from './catalogues/errors.ts';
import { evidence } from './catalogues/evidence.ts';
import { exporting } from './catalogues/exporting.ts';
import { flow } from './catalogues/flow.ts';
import { guardrails } from './catalogues/guardrails.ts';
import { handoffs } from './catalogues/handoffs.ts';
import { history } from './catalogues/history.ts';
import { hosts } from './catalogues/hosts.ts';
import { importing } from './catalogues/importing.ts';
import { importMapping } from './catalogues/importMapping.ts';
import { importReasons } from './catalogues/importReasons.ts';
import { importSources } from './catalogues/importSources.ts';
import { importSubjects } from './catalogues/importSubjects.ts';
import { initiatives } from './catalogues/initiatives.ts';
import { inspector } from './catalogues/inspector.ts';
import { map } from './catalogues/map.ts';
import { outcomes } from './catalogues/outcomes.ts';
import { overhead } from './catalogues/overhead.ts';
import { parameters } from './catalogues/parameters.ts';
import { partners } from './catalogues/partners.ts';
import { planning } from './catalogues/planning.ts';
import { present } from './catalogues/present.ts';
import { rankings } from './catalogues/rankings.ts';
import { receipts } from './catalogues/receipts.ts';
import { reportPages } from './catalogues/reportPages.ts';
import { reports } from './catalogues/reports.ts';
import { scenarios } from './catalogues/scenarios.ts';
import { shell } from './catalogues/shell.ts';
import { snapshots } from './catalogues/snapshots.ts';
import { storyboard } from './catalogues/storyboard.ts';
import { timeline } from './catalogues/timeline.ts';
import { wastes } from './catalogues/wastes.ts';

/** Every sentence of the program by area (an i18next namespace) and language. */
export const catalogue = {
  backups,
  capabilities,
  carry,
  common,
  comparison,
  coverage,
  decisions,
  directory,
  errors,
  evidence,
  exporting,
  flow,
  guardrails,
  handoffs,
  history,
  hosts,
  importing,
  importMapping,
  importReasons,
  importSources,
  importSubjects,
  initiatives,
  inspector,
  map,
  outcomes,
  overhead,
  parameters,
  partners,
  planning,
  present,
  rankings,
  receipts,
  scenarios,
  reportPages,
  reports,
  shell,
  snapshots,
  storyboard,
  timeline,
  wastes,
} as const;
export type Area = keyof typeof catalogue;

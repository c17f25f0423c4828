import { newPartner, newPortfolio } from '../../../shared/domain/defaults.ts';
import { type ExchangeDocument, emptyExchange } from '../../../shared/exchange/json.ts';
import { makeCapabilities } from './capabilities.ts';
import {
  activitiesByProject,
  contractEngagements,
  investmentId,
  makeCandidate,
  makeContributions,
  makePhases,
  makeProject,
  makeReleases,
  observedReleases,
  projectEngagements,
  projectId,
} from './initiatives.ts';
import { normalisePartners } from './partners.ts';
import { addDays, cell, type HhsSource } from './source.ts';

/** A blended rate for a contractor's day in federal IT: an assumption, in cents. */
const DAY_RATE = 100_000;
const PAYBACK_MONTHS = 24;

/** The last day on which a project of the source was updated: its start, in days after 2000, and the days to its update. */
export function dataDateOf(source: HhsSource): string {
  const days = source.projectNodes.flatMap((row) => {
    const updated = cell(row, 'Updated_Date');
    return updated === '' ? [] : [Number(cell(row, 'Start_days_after_2000')) + Number(updated)];
  });
  return addDays('2000-01-01', Math.max(...days));
}

/** The real 2012 portfolio of the department as a document of our format; the same source always gives the same document. */
export function makeSample(source: HhsSource): ExchangeDocument {
  const dataDate = dataDateOf(source);
  const { partners, partnerOf } = normalisePartners(source);
  const activities = activitiesByProject(source);
  const of = (row: Readonly<Record<string, string>>) => activities.get(cell(row, 'project_id')) ?? [];
  const releases = source.projects.flatMap((row) => makeReleases(row, of(row)));
  const projectsOf = (uii: string) => source.projects.filter((row) => cell(row, 'uii') === uii);
  const cadence = source.investments.flatMap((row) => {
    const uii = cell(row, 'uii');
    const ids = new Set(projectsOf(uii).map(projectId));
    return observedReleases(
      uii,
      releases.filter((release) => ids.has(release.initiativeId)),
    );
  });
  return {
    ...emptyExchange({
      ...newPortfolio('HHS 2012', 'USD'),
      description: [
        'The IT portfolio of the US Department of Health and Human Services in 2012, from the federal IT Dashboard (US federal public data).',
        'Projects, phases, money, suppliers, functions and services are as published; investments stand beside them as candidates for product teams and are not funded, so that no money counts twice.',
        `Assumptions, not data: a person-day costs ${DAY_RATE / 100} US dollars; as no value is published, planned cost is taken to come back in ${PAYBACK_MONTHS} months of use; importance, maturity and targets of capabilities (each says how).`,
        `The data date is the day of the last update of a project, ${dataDate}.`,
      ].join('\n'),
      fiscalYearStartMonth: 10,
      dataDate,
      dayRate: DAY_RATE,
      assumedPaybackMonths: PAYBACK_MONTHS,
    }),
    partner: partners.map(({ id, name, spellings }) => ({
      ...newPartner(id, name),
      description: spellings.length > 1 ? `Spelt in the source: ${spellings.join('; ')}` : '',
    })),
    capability: [...makeCapabilities(source)],
    initiative: [
      ...source.projects.map((row) => makeProject(row, of(row), dataDate)),
      ...source.investments.map((row) => makeCandidate(row, projectsOf(cell(row, 'uii')), DAY_RATE)),
    ],
    phase: source.projects.flatMap((row) => [...makePhases(row, of(row))]),
    release: [...releases, ...cadence],
    contribution: [
      ...source.projects.flatMap((row) => [...makeContributions(projectId(row), row)]),
      ...source.investments.flatMap((row) => [...makeContributions(investmentId(cell(row, 'uii')), row)]),
    ],
    engagement: [
      ...source.projects.flatMap((row) => [...projectEngagements(row, partnerOf)]),
      ...contractEngagements(source, partnerOf),
    ],
  };
}

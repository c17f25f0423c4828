import type { Portfolio } from '../../shared/domain/records.ts';
import type { Looked } from '../../shared/report/states.ts';
import type { Language } from '../../shared/text/area.ts';
import { formatDate, formatNumber } from '../../shared/text/format.ts';
import type { Say } from '../i18n.ts';

/**
 * What the figures of a picture rest on: records alone, what is worked out of records and, where these lack something,
 * of the model, the model's expected figures, or so many simulated futures of each initiative.
 */
export type FootBasis = 'records' | 'derived' | 'expected' | number;

/** What stands at the foot of a picture before how its figures were made: portfolio and state, and the day. */
export interface FootPlace {
  readonly portfolio: string;
  readonly date: string;
}

/**
 * Portfolio, state and day of the data of what is shown, as sentences join them. `name` is that of the scenario or the
 * snapshot; null where it must not be said. `plain` says nothing of the plan, which goes without saying.
 */
export function footPlace(
  settings: Pick<Portfolio, 'name' | 'dataDate'>,
  shown: { readonly kind: Looked['kind']; readonly name: string | null; readonly today: string },
  words: { readonly flow: Say<'flow'>; readonly reports: Say<'reports'>; readonly language: Language },
  plain = false,
): FootPlace {
  const { flow, reports, language } = words;
  const { kind, name, today } = shown;
  const day = formatDate(settings.dataDate ?? today, language);
  if (kind === 'scenario')
    return {
      portfolio: settings.name,
      date:
        name === null
          ? reports('foot.someScenario', { date: day })
          : reports('foot.scenario', { name, date: day }),
    };
  const of =
    kind === 'snapshot'
      ? name === null
        ? reports('foot.someSnapshot')
        : reports('foot.snapshot', { name })
      : plain
        ? ''
        : reports('foot.baseline');
  return {
    portfolio: of === '' ? settings.name : `${settings.name} · ${of}`,
    date: flow(settings.dataDate === null ? 'chart.livePlan' : 'chart.dataAsOf', { date: day }),
  };
}

/** The whole foot of a picture: its place, and how its figures were made. */
export function footLine(
  basis: FootBasis,
  place: FootPlace,
  seed: number,
  { flow, language }: { readonly flow: Say<'flow'>; readonly language: Language },
): string {
  if (basis === 'records' || basis === 'derived') return flow('chart.footerCoverage', { ...place });
  if (basis === 'expected') return flow('chart.footerExpected', { ...place });
  return flow('chart.footer', { ...place, draws: formatNumber(basis, language) ?? '', seed });
}

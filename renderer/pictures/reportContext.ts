import { settingsOf } from '../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { withoutNames } from '../../shared/report/hidden.ts';
import type { PageId, ReportOptions } from '../../shared/report/options.ts';
import type { ReportState } from '../../shared/report/states.ts';
import { footPlace } from '../analysis/footPlace.ts';
import type { Steps } from '../analysis/jobs.ts';
import { figureWords } from '../charts/frame/figureWords.ts';
import type { MeasureText } from '../charts/frame/measureText.ts';
import type { PageContext } from './context.ts';
import { figureSteps } from './figures.ts';
import { withoutMoney } from './hide.ts';
import { pictureTheme } from './theme.ts';
import { sayIn } from './words.ts';

/** What the pictures need of whoever asks for them. */
export interface PictureTools {
  readonly measure: MeasureText;
  /** The day of the clock, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Computes what these pages of one state are made from; yields how far it is, 0 to 1. */
export function* contextSteps(
  state: ReportState,
  plan: PortfolioRecords,
  pages: readonly PageId[],
  options: ReportOptions,
  tools: PictureTools,
): Steps<PageContext> {
  const say: PageContext['say'] = (area) => sayIn(options.language, area);
  const reports = say('reports');
  const { records } = state;
  const results = yield* figureSteps(records, pages);
  const settings = settingsOf(records);
  const shown =
    options.names === 'shown'
      ? records
      : withoutNames(records, {
          initiative: (number) => reports('hidden.initiative', { number }),
          phase: (kind) => say('common')(`phase.${kind}`),
          release: (number) => reports('hidden.release', { number }),
        });
  const words = figureWords(options.language, settings.currency);
  return {
    records: shown,
    state,
    base: state.looked.kind === 'snapshot' ? records : plan,
    settings,
    options,
    results: {
      ...results,
      initiatives: results.initiatives.map((each) => ({
        ...each,
        name: shown.initiative[each.id]?.name ?? each.name,
      })),
    },
    figures: options.amounts === 'shown' ? words : withoutMoney(words),
    colors: pictureTheme(options.theme).colors,
    measure: tools.measure,
    today: tools.today,
    say,
    join: (sentences) =>
      sentences.filter((sentence) => sentence !== '').join(options.language === 'en' ? ' ' : ''),
  };
}

/**
 * Portfolio, scenario or snapshot, day of the data, steps that a scenario does without, and how the figures were made,
 * in one line.
 */
export function footer(modelled: boolean, context: PageContext): string {
  const { settings, options, figures, state, today, say } = context;
  const flow = say('flow');
  const reports = say('reports');
  const { kind } = state.looked;
  // What a scenario is called was typed by people, who may name anybody.
  const name = kind === 'scenario' && options.names === 'hidden' ? null : state.name;
  const place = footPlace(settings, { kind, name, today }, { flow, reports, language: options.language });
  const left = state.leftOut.length;
  const line = modelled
    ? flow('chart.footer', {
        ...place,
        draws: figures.number(settings.draws),
        seed: settings.seed,
      })
    : flow('chart.footerCoverage', { ...place });
  return [
    line,
    left > 0 ? reports('foot.leftOut', { count: left }) : '',
    options.amounts === 'hidden' ? reports('foot.hidden') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

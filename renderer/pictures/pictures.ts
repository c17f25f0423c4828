import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import { settingsOf } from '../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { withoutNames } from '../../shared/report/hidden.ts';
import { type PageId, type ReportOptions, sheetSize } from '../../shared/report/options.ts';
import type { Report, ReportPage } from '../../shared/report/page.ts';
import { formatDate } from '../../shared/text/format.ts';
import { figureWords } from '../charts/frame/figureWords.ts';
import type { MeasureText } from '../charts/frame/measureText.ts';
import { type Composed, composePages, drawPage } from './composePage.tsx';
import type { PageContext } from './context.ts';
import { figureSteps } from './figures.ts';
import { withoutMoney } from './hide.ts';
import { pageMakers } from './pageList.ts';
import { type PlannedPage, plannedPages } from './plannedPages.ts';
import { pictureTheme } from './theme.ts';
import { sayIn } from './words.ts';

/** What the pictures need of whoever asks for them. */
export interface PictureTools {
  readonly measure: MeasureText;
  /** The day of the clock, `YYYY-MM-DD`. */
  readonly today: string;
  /** The snapshot that the records are of; null for the portfolio as it is. */
  readonly snapshot: string | null;
}

/** Makes the pages of a report; yields how far it is, 0 to 1. Needs no page, no window and no clock. */
export function* reportSteps(
  records: PortfolioRecords,
  options: ReportOptions,
  tools: PictureTools,
): Generator<number, Report, void> {
  const say: PageContext['say'] = (area) => sayIn(options.language, area);
  const reports = say('reports');
  const silent = silentPages(options);
  const asked = plannedPages(records, options, silent);
  const pages: readonly PlannedPage[] =
    asked.length > 0 ? asked : [{ id: 'overview', title: null, question: '', initiatives: null }];
  const computing = figureSteps(
    records,
    pages.map(({ id }) => id),
  );
  let results: PageContext['results'];
  for (;;) {
    const step = computing.next();
    if (step.done) {
      results = step.value;
      break;
    }
    yield 0.8 * step.value;
  }
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
  const theme = pictureTheme(options.theme);
  const context: PageContext = {
    records: shown,
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
    colors: theme.colors,
    measure: tools.measure,
    today: tools.today,
    say,
    join: (sentences) =>
      sentences.filter((sentence) => sentence !== '').join(options.language === 'en' ? ' ' : ''),
  };
  const composed: { readonly id: ReportPage['id']; readonly page: Composed }[] = [];
  const footOf = (modelled: boolean): string => footer(modelled, context, tools);
  for (const [at, { id, title, question, initiatives }] of pages.entries()) {
    const own =
      initiatives === null ? context : { ...context, options: { ...options, initiatives: [...initiatives] } };
    for (const made of pageMakers[id](own)) {
      const draft = {
        ...made,
        title: title ?? made.title,
        subtitle: context.join([question, made.subtitle]),
      };
      for (const page of composePages(draft, footOf, context, theme.textScale)) composed.push({ id, page });
    }
    yield 0.8 + (0.15 * (at + 1)) / pages.length;
  }
  // A file without pages would be none: most programs refuse it. The first page always has something to say.
  if (composed.length === 0) {
    const plain = { ...options, pages: ['overview' as const], storyboard: null };
    return yield* reportSteps(records, plain, tools);
  }
  const drawn: ReportPage[] = [];
  // Pages that only slide programs have are not counted where sheets are numbered.
  const sheets = composed.filter(({ page }) => !page.draft.chartOnly).length;
  let sheet = 0;
  const taken = new Map<string, number>();
  for (const [at, { id, page }] of composed.entries()) {
    const count = (taken.get(page.draft.name) ?? 0) + 1;
    taken.set(page.draft.name, count);
    const name = count === 1 ? page.draft.name : `${page.draft.name} ${count}`;
    const number = reports('foot.page', { page: page.draft.chartOnly ? sheet : ++sheet, pages: sheets });
    drawn.push({ id, ...drawPage(page, number, name, context, theme) });
    yield 0.95 + (0.05 * (at + 1)) / composed.length;
  }
  const other = options.theme === 'light' ? 'dark' : 'light';
  return {
    options,
    portfolio: settings.name,
    footer: footOf(true),
    colors: theme.colors,
    other: { theme: other, colors: pictureTheme(other).colors },
    ...sheetSize[options.pageSize],
    pages: drawn,
    font: inter,
  };
}

/**
 * Pages of what people wrote, which nobody can clear of names or amounts: decisions with their reasons and owners,
 * actions, and the minutes, whose lines name both.
 */
function silentPages({ names, amounts }: ReportOptions): ReadonlySet<PageId> {
  if (names === 'hidden') return new Set(['decisions', 'actions', 'minutes']);
  return new Set(amounts === 'hidden' ? ['minutes'] : []);
}

/** Portfolio, scenario or snapshot, day of the data and how the figures were made, in one line. */
function footer(
  modelled: boolean,
  { settings, options, figures, today, say }: PageContext,
  { snapshot }: PictureTools,
): string {
  const flow = say('flow');
  const reports = say('reports');
  const day = formatDate(settings.dataDate ?? today, options.language);
  const date = flow(settings.dataDate === null ? 'chart.livePlan' : 'chart.dataAsOf', { date: day });
  const state = snapshot === null ? reports('foot.baseline') : reports('foot.snapshot', { name: snapshot });
  const portfolio = `${settings.name} · ${state}`;
  const line = modelled
    ? flow('chart.footer', {
        portfolio,
        date,
        draws: figures.number(settings.draws),
        seed: settings.seed,
      })
    : flow('chart.footerCoverage', { portfolio, date });
  return options.amounts === 'hidden' ? `${line} · ${reports('foot.hidden')}` : line;
}

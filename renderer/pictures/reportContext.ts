import { settingsOf } from '../../shared/analysis/initiativeInput.ts';
import { hiddenRecords } from '../../shared/report/hidden.ts';
import type { PageId, ReportOptions } from '../../shared/report/options.ts';
import { LEAST_TEXT } from '../../shared/report/sheetFrame.ts';
import { type Looked, lookedKey, type ReportState, type ReportStates } from '../../shared/report/states.ts';
import type { Steps } from '../../shared/steps.ts';
import { withoutAmounts } from '../../shared/storyboard/amountText.ts';
import { joinSentences } from '../../shared/text/join.ts';
import { type FootBasis, footLine, footPlace } from '../analysis/footPlace.ts';
import { type FigureWords, figureWords } from '../charts/frame/figureWords.ts';
import { ellipsis, type MeasureText } from '../charts/frame/measureText.ts';
import type { PageContext } from './context.ts';
import { figureSteps } from './figures.ts';
import { withoutMoney } from './hide.ts';
import { footRoom } from './legible.ts';
import type { PlannedPage } from './plannedPages.ts';
import { filteredRows, scopedSteps, scopeOf } from './scope.ts';
import { pictureTheme } from './theme.ts';
import { sayIn } from './words.ts';

/** Of a name at the foot at least so much stays, px. */
const LEAST_NAME = 140;

/** What the pictures need of whoever asks for them. */
export interface PictureTools {
  readonly measure: MeasureText;
  /** The day of the clock, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Computes what these pages of one state are made from; yields how far it is, 0 to 1. */
export function* contextSteps(
  state: ReportState,
  { plan, snapshots, steps }: Pick<ReportStates, 'plan' | 'snapshots' | 'steps'>,
  pages: readonly PageId[],
  options: ReportOptions,
  tools: PictureTools,
): Steps<PageContext> {
  const say: PageContext['say'] = (area) => sayIn(options.language, area);
  const { records } = state;
  const results = yield* figureSteps(records, pages);
  const hidden = { names: options.names === 'hidden', amounts: options.amounts === 'hidden' };
  const shown = hiddenRecords(records, hidden, options.language);
  const settings = settingsOf(shown);
  const figuresIn = (currency: string): FigureWords => {
    const words = figureWords(options.language, currency);
    return options.amounts === 'shown' ? words : withoutMoney(words);
  };
  return {
    records: shown,
    state: sayable(state, options),
    look: null,
    compared: null,
    base: state.looked.kind === 'snapshot' ? records : plan,
    plan,
    snapshots,
    steps,
    settings,
    options,
    results: {
      ...results,
      initiatives: results.initiatives.map((each) => ({
        ...each,
        name: shown.initiative[each.id]?.name ?? each.name,
      })),
    },
    figures: figuresIn(settings.currency),
    figuresIn,
    colors: pictureTheme(options.theme).colors,
    measure: tools.measure,
    today: tools.today,
    say,
    join: joinSentences,
  };
}

/** A state whose name holds no amount where these are hidden. */
const sayable = (state: ReportState, { amounts }: ReportOptions): ReportState =>
  amounts === 'hidden' ? { ...state, name: withoutAmounts(state.name) } : state;

/** Pages that are about the initiatives of a scope that is chosen for all of them. */
const scoped: ReadonlySet<PageId> = new Set(['wastes', 'map', 'cadence']);

/** What one page is made from, in the way that it shows its view, and a sentence on what it leaves out. */
export function* pageSteps(
  { id, initiatives, look, compared }: PlannedPage,
  context: PageContext,
  { shown, ofPages }: Pick<ReportStates, 'shown' | 'ofPages'>,
): Steps<{ readonly own: PageContext; readonly note: string }> {
  const stateOf = (looked: Looked): ReportState | null => {
    const key = lookedKey(looked);
    const found = ofPages[key] ?? (lookedKey(shown.looked) === key ? shown : null);
    // One that is gone stands as the plan: compared with that, it would only say that nothing differs.
    return found && lookedKey(found.looked) === key ? found : null;
  };
  const asSaid = (looked: Looked): ReportState | null => {
    const found = stateOf(looked);
    return found && sayable(found, context.options);
  };
  const base = compared && asSaid(compared.base);
  const others = (compared?.others ?? []).flatMap((each) => asSaid(each) ?? []);
  const own: PageContext = {
    ...context,
    look,
    compared: base && others.length > 0 ? { base, others } : null,
    ...(initiatives === null ? {} : { options: { ...context.options, initiatives: [...initiatives] } }),
  };
  const ids = look && scoped.has(id) ? scopeOf(own, look) : null;
  if (ids === null) return { own, note: filterNote(id, own) };
  const narrowed = yield* scopedSteps(own, ids);
  const [only] = narrowed.results.initiatives;
  const reports = context.say('reports');
  const note =
    look?.scope !== 'selected'
      ? filteredOf(ids.size, context)
      : // The bill of one initiative says so in its title.
        id === 'wastes'
        ? ''
        : reports('scope.selected', { name: only?.name ?? '' });
  return { own: narrowed, note };
}

const filteredOf = (shown: number, { say, figures, results }: PageContext): string =>
  say('reports')('scope.filtered', {
    count: results.initiatives.length,
    shown: figures.number(shown),
    all: figures.number(results.initiatives.length),
  });

/** What the table's filters leave out of the pages that they hold for. */
function filterNote(id: PageId, context: PageContext): string {
  const { look, results } = context;
  const holds =
    id === 'initiatives' || id === 'timeline' || (id === 'handoffs' && look?.handoffs === 'filtered');
  if (!look || !holds) return '';
  const shown = filteredRows(context, look).length;
  return shown < results.initiatives.length ? filteredOf(shown, context) : '';
}

/**
 * Portfolio, scenario or snapshot, day of the data, how the figures were made and where they are explained, and steps that
 * a scenario does without, in one line.
 */
export function footer(basis: FootBasis, context: PageContext): string {
  const { settings, options, state, measure } = context;
  const { kind } = state.looked;
  // What a scenario or a snapshot is called was typed by people, who may name anybody.
  const called = kind !== 'plan' && options.names === 'hidden' ? null : state.name;
  const whole = footOf(basis, settings.name, called, context);
  let over = measure(whole, LEAST_TEXT) - footRoom(options.pageSize);
  if (over <= 0) return whole;
  // Names give way, those first that are longest: the date and how figures were made are never cut.
  const shortened = (name: string): string => {
    const width = measure(name, LEAST_TEXT);
    const short = over > 0 ? ellipsis(name, Math.max(LEAST_NAME, width - over), measure, LEAST_TEXT) : name;
    over -= width - measure(short, LEAST_TEXT);
    return short;
  };
  if (called !== null && called.length > settings.name.length) {
    const short = shortened(called);
    return footOf(basis, shortened(settings.name), short, context);
  }
  const portfolio = shortened(settings.name);
  return footOf(basis, portfolio, called === null ? null : shortened(called), context);
}

function footOf(basis: FootBasis, portfolio: string, name: string | null, context: PageContext): string {
  const { settings, options, state, today, say } = context;
  const flow = say('flow');
  const reports = say('reports');
  const { kind } = state.looked;
  const named = { ...settings, name: portfolio };
  const place = footPlace(named, { kind, name, today }, { flow, reports, language: options.language });
  const left = state.leftOut.length;
  const line = footLine(basis, place, settings.seed, { flow, language: options.language });
  return [
    line,
    // A page has room for few ranges and no arithmetic: it says where both stand.
    basis === 'records' ? '' : reports('foot.receipts', { sheet: reports('receipts.title') }),
    left > 0 ? reports('foot.leftOut', { count: left }) : '',
    options.amounts === 'hidden' ? reports('foot.hidden') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

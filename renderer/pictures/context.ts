import type { HistoryEntry, Snapshot } from '../../shared/contract/methods.ts';
import type { Portfolio, PortfolioRecords } from '../../shared/domain/records.ts';
import type { ReportOptions } from '../../shared/report/options.ts';
import type { ThemeColors } from '../../shared/report/page.ts';
import type { ReportState } from '../../shared/report/states.ts';
import type { Area } from '../../shared/text/catalogue.ts';
import type { FigureWords } from '../charts/frame/figureWords.ts';
import type { MeasureText } from '../charts/frame/measureText.ts';
import type { Say } from '../i18n.ts';
import type { ReportFigures } from './figures.ts';
import type { PageLook } from './look.ts';

/** Everything that a page of a report is made from. */
export interface PageContext {
  /** As they are shown: without the names, where these are hidden. */
  readonly records: PortfolioRecords;
  /** Which state they are of. */
  readonly state: ReportState;
  /** How the page shows its view; null for a page that nobody arranged. */
  readonly look: PageLook | null;
  /** The states that the page compares; null where it says nothing of it. */
  readonly compared: { readonly base: ReportState; readonly others: readonly ReportState[] } | null;
  /** What scenarios stand on: the plan, or the snapshot that is shown. */
  readonly base: PortfolioRecords;
  /** The plan without any scenario, whatever the page shows. */
  readonly plan: PortfolioRecords;
  /** The frozen states that the portfolio keeps, oldest first. */
  readonly snapshots: readonly Snapshot[];
  /** The last steps of its history, newest first, those undone among them. */
  readonly steps: readonly HistoryEntry[];
  readonly settings: Portfolio;
  readonly options: ReportOptions;
  readonly results: ReportFigures;
  readonly figures: FigureWords;
  /** The same for amounts of a state that counts money in another currency. */
  readonly figuresIn: (currency: string) => FigureWords;
  readonly colors: ThemeColors;
  readonly measure: MeasureText;
  /** The day of the clock, `YYYY-MM-DD`. */
  readonly today: string;
  readonly say: <A extends Area>(area: A) => Say<A>;
  /** Sentences one after the other, as the language joins them. */
  readonly join: (sentences: readonly string[]) => string;
}

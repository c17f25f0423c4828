import type { LeftOutPages } from './leftOutPage.ts';
import type { PageId, ReportOptions, ReportTheme } from './options.ts';

/** A cell of a report's table: what sorts (`value`, null when not known or hidden) and what a person reads. */
export interface ReportCell {
  readonly value: string | number | null;
  readonly text: string;
}

/** A table behind a page, or on it. */
export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly {
    readonly id: string;
    readonly label: string;
    readonly kind: 'text' | 'number';
  }[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** A drawing as SVG whose colours are tokens such as `var(--ink)`, and where on the page it stands: px of the page. */
export interface PlacedDrawing {
  readonly svg: string;
  /** Size in the drawing's own px. */
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  /** Page px for each px of the drawing. */
  readonly scale: number;
}

/** Rows of a table as they stand on one page, for programs that have tables of their own. */
export interface PlacedTable {
  readonly x: number;
  readonly y: number;
  /** Widths of the columns, px of the page. */
  readonly widths: readonly number[];
  readonly rowHeights: readonly number[];
  readonly headHeight: number;
  readonly size: number;
  readonly columns: ReportTable['columns'];
  readonly rows: readonly (readonly string[])[];
  /** True where the first column says what each row is of, as the head does for the columns. */
  readonly rowHeads: boolean;
}

/** The figures of a page as a chart that slide programs can edit. */
export interface NativeChart {
  readonly kind: 'stackedBars' | 'lines';
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    /** `#rrggbb` */
    readonly color: string;
    readonly dashed: boolean;
    /** Told apart by more than colour, as in our drawings: square and plain, or round and dotted. */
    readonly mode: 'project' | 'product';
    /** In the unit that `format` and `axisFormat` name. */
    readonly values: readonly number[];
  }[];
  readonly valueTitle: string;
  readonly categoryTitle: string;
  /** A number format as spreadsheets write it. */
  readonly format: string;
  /** The same for the ticks of the axis of values. */
  readonly axisFormat: string;
  /** Ids of the columns of the page's table that stand beside the chart. */
  readonly beside: readonly string[];
}

/** One page, whole: every format is written from this. */
export interface ReportPage {
  readonly id: PageId;
  /** Names the page in a folder of pictures, unique in the report. */
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  /** The subtitle without what it says of rows left out, for where the whole table stands. */
  readonly lead: string;
  /** True for the further pages of a table that goes over several. */
  readonly continued: boolean;
  /** Lines that title and subtitle take above what the page shows. */
  readonly headLines: { readonly title: number; readonly subtitle: number };
  /** Portfolio, scenario or snapshot, data date, and how figures were made. */
  readonly footer: string;
  /** The page in words, for people who do not see it and for the speaker's notes. */
  readonly description: string;
  /** The page as one SVG of the page's size. */
  readonly sheet: string;
  readonly picture: PlacedDrawing | null;
  readonly legend: PlacedDrawing | null;
  readonly placedTable: PlacedTable | null;
  /** Every figure of the picture; null where the picture is one of words and few numbers. */
  readonly table: ReportTable | null;
  /** Stands in for the drawing where charts can be edited. */
  readonly chart: NativeChart | null;
  /** True for a page that only makes sense where charts can be edited. */
  readonly chartOnly: boolean;
}

/** Colours of the theme by token name, such as `--ink`, as `#rrggbb`; and shares, such as how strongly a heat fills. */
export type ThemeColors = Readonly<Record<string, string>>;

/** A report of a portfolio, ready to be written in any format. */
export interface Report {
  readonly options: ReportOptions;
  readonly portfolio: string;
  /** `Portfolio, data as of …`, one line. */
  readonly footer: string;
  readonly colors: ThemeColors;
  /** The theme that a reader can switch to where a file can: dark for light, light for the others. */
  readonly other: { readonly theme: ReportTheme; readonly colors: ThemeColors };
  readonly width: number;
  readonly height: number;
  readonly pages: readonly ReportPage[];
  readonly leftOut: LeftOutPages;
  /** Inter for pictures that stand alone: a data address. */
  readonly font: string;
}

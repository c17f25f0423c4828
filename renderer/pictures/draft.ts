import type { NativeChart, ReportTable } from '../../shared/report/page.ts';
import type { FootBasis } from '../analysis/footPlace.ts';
import type { LegendItem } from '../charts/frame/legend.ts';
import type { WholePicture } from '../charts/frame/wholePicture.ts';

/** Room for a drawing, px of the drawing. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** A drawing laid out for some room; it may need more height than it was given. */
export interface Drawn extends WholePicture {
  readonly legend: readonly LegendItem[];
  /** Said under the title, where not everything found room. */
  readonly cut?: string;
}

/** A table that fills pages; its rows are broken into as many as they need. */
export interface TableDraft {
  readonly columns: ReportTable['columns'];
  /** Shares of the width, and how the words stand. */
  readonly shares: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** True where the first column says what each row is of; left out where it is one of the others. */
  readonly rowHeads?: boolean;
  /** Pages at most; what is left over is said by `cut`. */
  readonly mostPages: number;
  readonly cut: (shown: number) => string;
}

/** What a page is about, before it has a size. */
export interface PageDraft {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  /** What its figures rest on, which the foot says. */
  readonly basis: FootBasis;
  readonly drawing?: (room: Room) => Drawn;
  /** How large the drawing is at most on a page of a screen's size; on a larger page, more so. */
  readonly mostZoom?: number;
  /**
   * For a drawing that shows as much as its room takes, and says what it cut: its smallest words, px of the drawing. It
   * is as large as it can be without cutting more than it would in words that just can be read.
   */
  readonly smallestText?: number;
  readonly tablePages?: TableDraft;
  readonly table?: ReportTable;
  /** The picture of the program that this is, by its name: a page may have been kept with its table instead. */
  readonly twin?: string;
  readonly chart?: NativeChart;
  readonly chartOnly?: true;
}

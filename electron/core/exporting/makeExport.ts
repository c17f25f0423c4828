import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { Failure } from '../../../shared/contract/result.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { halosApart } from '../../../shared/report/halosApart.ts';
import { hiddenRecords } from '../../../shared/report/hidden.ts';
import { type LeftOutPages, nothingLeftOut } from '../../../shared/report/leftOutPage.ts';
import { type ExportFormat, pageFormats, type ReportOptions } from '../../../shared/report/options.ts';
import type { Report } from '../../../shared/report/page.ts';
import type { ReportStates } from '../../../shared/report/states.ts';
import { runSteps, type Steps } from '../../../shared/steps.ts';
import { safeFileName } from '../fileNames.ts';
import { type ExportOrder, endings, type OnProgress } from './exportOrder.ts';
import { wholeRecords } from './exportStates.ts';
import type { PictureFonts } from './fonts.ts';

// Each format is loaded when it is asked for: a workbook need not wait for what paints slides.

/** The build of the pictures, as far as exports use it. */
export interface Pictures {
  readonly reportSteps: (
    states: ReportStates,
    options: ReportOptions,
    tools: {
      readonly measure: PictureFonts['measure'];
      readonly today: string;
    },
  ) => Steps<Report>;
}

/** Files that are packed already: packing them again takes time and gains nothing. */
const packed = /\.(pptx|xlsx|pdf|png|zip)$/;

/**
 * Writes an order's formats to its path: one file as it is, several into one zip; answers the pages that these do
 * without. Blocks while it works.
 */
export async function makeExport(order: ExportOrder, onProgress: OnProgress): Promise<LeftOutPages> {
  const { formats, path, stem, at } = order;
  const maker = new Maker(order, onProgress);
  const [only] = formats;
  if (formats.length === 1 && only) {
    await maker.write(only, path);
    return maker.leftOut();
  }
  const files: Zippable = {};
  for (const format of formats) {
    const part = `${path}.part`;
    await maker.write(format, part);
    const name = stem + endings[format];
    files[name] = [readFileSync(part), { level: packed.test(name) ? 0 : 6 }];
    rmSync(part);
  }
  writeFileSync(path, zipSync(files, { mtime: new Date(at) }));
  return maker.leftOut();
}

class Maker {
  readonly #order: ExportOrder;
  readonly #onProgress: OnProgress;
  #fonts: PictureFonts | null = null;
  #report: Report | null = null;

  constructor(order: ExportOrder, onProgress: OnProgress) {
    this.#order = order;
    this.#onProgress = onProgress;
  }

  leftOut(): LeftOutPages {
    return this.#report?.leftOut ?? nothingLeftOut;
  }

  async write(format: ExportFormat, path: string): Promise<void> {
    const { states, options, at } = this.#order;
    const { records } = states.shown;
    if (pageFormats.some((each) => each === format)) return this.#writePages(format, path);
    switch (format) {
      case 'json': {
        const { exportJson } = await import('./exportFile.ts');
        return writeFileSync(path, exportJson(wholeRecords(states, at), { exportedAt: at }));
      }
      case 'csv': {
        const { exportCsvZip } = await import('./exportFile.ts');
        return writeFileSync(
          path,
          exportCsvZip(this.#shown(), {
            language: options.language,
            at: new Date(at),
            hidden: this.#hidden(),
          }),
        );
      }
      case 'analysis': {
        const { writeAnalysis } = await import('./writeAnalysis.ts');
        return writeAnalysis(path, records, (done, total) => this.#onProgress('computing', done, total));
      }
      default: {
        const { writeWorkbook } = await import('./writeWorkbook.ts');
        return writeWorkbook(path, this.#order, this.#shown(), this.#hidden(), this.#onProgress);
      }
    }
  }

  async #writePages(format: ExportFormat, path: string): Promise<void> {
    const { at } = this.#order;
    const report = await this.#pages();
    const fonts = await this.#loadFonts();
    const sheets = { ...report, pages: report.pages.filter(({ chartOnly }) => !chartOnly) };
    const onPage = (done: number): void => this.#onProgress('writing', done, report.pages.length);
    switch (format) {
      case 'pptx': {
        const { writePptx } = await import('./writePptx.ts');
        writeFileSync(path, await writePptx(report, fonts, onPage));
        return;
      }
      case 'pdf': {
        const { writePdf } = await import('./writePdf.ts');
        writeFileSync(path, await writePdf(sheets, fonts, onPage, new Date(at)));
        return;
      }
      case 'html': {
        const { writeHtml } = await import('./writeHtml.ts');
        writeFileSync(path, writeHtml(sheets));
        return;
      }
      case 'svg':
        writeFileSync(
          path,
          zipSync(pictureFiles(sheets, '.svg', (sheet) => strToU8(halosApart(withFont(sheet, report))))),
        );
        return;
      default: {
        const { pngPainter } = await import('./writePng.ts');
        const paint = await pngPainter(sheets, fonts);
        const painted = new Map<string, Uint8Array>();
        for (const [index, { sheet }] of sheets.pages.entries()) {
          painted.set(sheet, await paint(sheet));
          onPage(index + 1);
        }
        const files = pictureFiles(sheets, '.png', (sheet) => painted.get(sheet) ?? new Uint8Array());
        writeFileSync(path, zipSync(files, { level: 0 }));
      }
    }
  }

  readonly #onComputed = (share: number): void => this.#onProgress('computing', Math.floor(100 * share), 100);

  /** The pages, computed once for all formats that are made of them. */
  async #pages(): Promise<Report> {
    if (this.#report) return this.#report;
    const { states, options, at } = this.#order;
    const pictures = createRequire(join(this.#folder(), 'pictures.cjs'))(
      join(this.#folder(), 'pictures.cjs'),
    ) as Pictures;
    const steps = pictures.reportSteps(states, options, {
      measure: (await this.#loadFonts()).measure,
      today: at.slice(0, 10),
    });
    this.#report = runSteps(steps, this.#onComputed);
    return this.#report;
  }

  async #loadFonts(): Promise<PictureFonts> {
    const { readFonts } = await import('./fonts.ts');
    this.#fonts ??= readFonts(this.#folder());
    return this.#fonts;
  }

  #folder(): string {
    const { pictures } = this.#order;
    if (pictures === null)
      throw new Failure(
        'format_unavailable',
        'this program was started without its pictures; build it first',
        {
          params: { format: this.#order.formats.join(', ').toUpperCase() },
        },
      );
    return pictures;
  }

  /** The records as they may be shown. */
  #shown(): PortfolioRecords {
    const { states, options } = this.#order;
    const { records } = states.shown;
    return hiddenRecords(records, this.#hidden(), options.language);
  }

  #hidden() {
    const { amounts, names } = this.#order.options;
    return { amounts: amounts === 'hidden', names: names === 'hidden' };
  }
}

/** One file a page, numbered in their order. */
function pictureFiles(report: Report, ending: string, content: (sheet: string) => Uint8Array): Zippable {
  return Object.fromEntries(
    report.pages.map(({ name, sheet }, at) => [
      `${String(at + 1).padStart(2, '0')} ${safeFileName(name)}${ending}`,
      content(sheet),
    ]),
  );
}

/** A page that looks alike where Inter is not installed. */
const withFont = (sheet: string, { font }: Report): string =>
  sheet.replace(
    '<desc',
    `<style>@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${font}) format('woff2')}</style><desc`,
  );

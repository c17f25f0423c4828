import { copyFileSync, existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { Failure } from '../../../shared/contract/result.ts';
import { emptyRecords } from '../../../shared/domain/defaults.ts';
import { portfolioTables } from '../../../shared/exchange/writing/csvTables.ts';
import {
  type ExportFormat,
  type PageId,
  type PageSize,
  pageFormats,
  type ReportOptions,
  type ReportTheme,
  wholeFormats,
} from '../../../shared/report/options.ts';
import { type Language, languages } from '../../../shared/text/area.ts';
import { portfolioEnding, replaceFile, requireReplaceable } from '../../core/portfolioFiles.ts';
import { findInitiative } from '../findInitiative.ts';
import { findScenario } from '../findScenario.ts';
import { findSnapshot } from '../findSnapshot.ts';
import { findStoryboard } from '../findStoryboard.ts';
import { print, requireFile, requireFolderOf } from '../headless.ts';
import { withReadable } from '../jsonPortfolio.ts';
import { leftOutName, leftOutReason } from '../leftOutText.ts';
import { stepText } from '../stepText.ts';
import { WrongUse } from '../wrongUse.ts';

export interface ExportOptions {
  readonly format: readonly ExportFormat[];
  readonly out: string;
  readonly snapshot?: string;
  readonly scenario?: string;
  readonly language?: Language;
  readonly theme?: ReportTheme;
  readonly hideAmounts?: true;
  readonly hideNames?: true;
  readonly page?: PageSize;
  readonly pages?: readonly PageId[];
  /** Name or id. */
  readonly storyboard?: string;
  /** Names or ids. */
  readonly initiative?: readonly string[];
  readonly json?: true;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Writes a portfolio, one of its snapshots, or the plan with a scenario on top to a file; one that is there is replaced
 * only when the new one is whole. Steps of a scenario that do not fit the plan any more are named, and so are the pages
 * of a storyboard that no file has.
 */
export async function exportPortfolio(file: string, options: ExportOptions): Promise<boolean> {
  const formats = options.format;
  requireFile(resolve(file));
  const out = checkedOut(file, options.out, formats);
  requireReplaceable(out);
  const hides = options.hideAmounts || options.hideNames;
  const whole = formats.filter((format) => wholeFormats.some((each) => each === format));
  if (hides && whole.length > 0)
    throw new WrongUse(`${whole.join(' and ')} holds everything: nothing can be hidden in it`);
  if (options.snapshot !== undefined && options.scenario !== undefined)
    throw new WrongUse('a snapshot holds no scenario of the plan: name one of them');
  const hasPages = formats.some((format) => pageFormats.some((each) => each === format));
  if (options.storyboard !== undefined && options.pages !== undefined)
    throw new WrongUse('a storyboard says which pages there are: name it, or the pages');
  for (const chosen of ['storyboard', 'pages'] as const)
    if (options[chosen] !== undefined && !hasPages)
      throw new WrongUse(
        `${formats.join(' and ')} holds no pages: --${chosen} is for ${pageFormats.join(', ')}`,
      );
  if (hasPages) await buildPictures();
  const { leftOut, pagesLeftOut } = await withReadable(file, async ({ service, opened, call }) => {
    const snapshot = options.snapshot === undefined ? null : (await findSnapshot(call, options.snapshot)).id;
    const scenario =
      options.scenario === undefined ? null : findScenario(opened.records, options.scenario).id;
    const made = await call('export.write', {
      formats: [...formats],
      options: {
        ...reportOptions(options),
        ...(options.storyboard === undefined
          ? {}
          : { storyboard: findStoryboard(opened.records, options.storyboard).id }),
        ...(options.initiative === undefined
          ? {}
          : { initiatives: options.initiative.map((each) => findInitiative(opened.records, each).id) }),
      },
      snapshot,
      scenario,
      job: 'export',
    });
    const { path } = service.files.require(made.file);
    replaceFile(out, (part) => place(path, part, out, formats));
    return made;
  });
  const { size } = statSync(out);
  const steps = leftOut.map(({ scenario, label, error }) => ({
    scenario,
    step: stepText(label),
    reason: error.message,
  }));
  const pages = pagesLeftOut.pages.map((page) => ({
    place: page.place,
    page: leftOutName(page),
    reason: leftOutReason(page),
  }));
  const { standIn } = pagesLeftOut;
  print(
    options.json,
    { format: formats.join(','), out, bytes: size, leftOut: steps, pagesLeftOut: pages, standIn },
    [
      `wrote ${out} (${size} bytes)`,
      ...pages.map(({ place, page, reason }) => `left out: page ${place} "${page}" (${reason})`),
      ...(standIn ? ['no page is left: the portfolio on a page stands in for them'] : []),
      ...steps.map(
        ({ scenario, step, reason }) =>
          `left out, because it does not fit the plan any more: step "${step}" of scenario "${scenario}" (${reason})`,
      ),
    ],
  );
  return true;
}

/** How the file of a format may end, beside the zip that several are. */
const endings: Readonly<Record<ExportFormat, readonly string[]>> = {
  pptx: ['.pptx'],
  pdf: ['.pdf'],
  html: ['.html', '.htm'],
  svg: ['.svg', '.zip'],
  png: ['.png', '.zip'],
  xlsx: ['.xlsx'],
  csv: ['.csv', '.zip'],
  json: ['.json'],
  analysis: ['.json'],
};
const knownEndings: ReadonlySet<string> = new Set([
  ...Object.values(endings).flat(),
  '.zip',
  portfolioEnding,
]);

/**
 * The whole path of what is to be written. Throws for the portfolio itself, which an export would replace, and for the
 * ending of another kind of file, for which programs would take it; any other name is as it was asked for.
 */
function checkedOut(file: string, asked: string, formats: readonly ExportFormat[]): string {
  if (asked === '' || asked === '-') throw new WrongUse('--out names no file');
  const out = resolve(asked);
  requireFolderOf(out);
  const there = existsSync(out) ? statSync(out) : null;
  // A device or a pipe would be replaced by a file of its name.
  if (there && !there.isFile())
    throw new Failure(
      'file_unreadable',
      `${asked}: ${there.isDirectory() ? 'it is a folder, not a file' : 'it is not a file that can be replaced'}`,
      { params: { file: asked } },
    );
  if (there && realpathSync(out) === realpathSync(file))
    throw new WrongUse(`${asked} is the portfolio itself: an export would replace it`);
  const ending = extname(out).toLowerCase();
  const [only] = formats;
  const fitting = formats.length === 1 && only ? endings[only] : ['.zip'];
  if (knownEndings.has(ending) && !fitting.includes(ending))
    throw new WrongUse(`${formats.join(' and ')} is written to a file that ends in ${fitting.join(' or ')}`);
  return out;
}

function reportOptions(options: ExportOptions): Partial<ReportOptions> {
  return {
    ...(options.language === undefined ? {} : { language: options.language }),
    ...(options.theme === undefined ? {} : { theme: options.theme }),
    ...(options.hideAmounts ? { amounts: 'hidden' as const } : {}),
    ...(options.hideNames ? { names: 'hidden' as const } : {}),
    ...(options.page === undefined ? {} : { pageSize: options.page }),
    ...(options.pages === undefined ? {} : { pages: [...options.pages] }),
  };
}

/** The drawings are built from the page's own sources, when they are missing or older than these. */
async function buildPictures(): Promise<void> {
  const { buildPart, isStale } = await import('../../launch/build.ts');
  if (await isStale(root, 'pictures')) await buildPart(root, 'pictures');
}

/** Some formats come as a zip; a name that ends like one file of it asks for that file alone. */
function place(made: string, part: string, out: string, formats: readonly ExportFormat[]): void {
  const [only] = formats;
  const ending = extname(out);
  if (formats.length === 1 && only === 'csv' && ending === '.csv')
    writeFileSync(part, initiativesOf(readFileSync(made)));
  else if (formats.length === 1 && (only === 'svg' || only === 'png') && ending === `.${only}`)
    writeFileSync(part, onlyPicture(readFileSync(made), only));
  else copyFileSync(made, part);
}

/** One CSV file cannot hold all tables: a name that ends in `.csv` asks for the initiatives alone. */
function initiativesOf(zip: Uint8Array): Uint8Array {
  const titles = languages.flatMap((language) =>
    portfolioTables(emptyRecords(), language)
      .filter(({ table }) => table === 'initiative')
      .map(({ title }) => `${title}.csv`),
  );
  const [content] = Object.values(unzipSync(zip, { filter: ({ name }) => titles.includes(name) }));
  if (!content) throw new Error('the export holds no table of initiatives');
  return content;
}

function onlyPicture(zip: Uint8Array, format: 'svg' | 'png'): Uint8Array {
  const pictures = Object.entries(unzipSync(zip));
  const [first] = pictures;
  if (first && pictures.length === 1) return first[1];
  throw new WrongUse(
    `there are ${pictures.length} pictures: name a file that ends in .zip, or one page with --pages, for a .${format} of its own`,
  );
}

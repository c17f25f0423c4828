import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { Failure } from '../../shared/contract/result.ts';
import { rowSubjects } from '../../shared/exchange/importFields.ts';
import { exportFormats, pageIds, pageSizes, reportThemes, usualPages } from '../../shared/report/options.ts';
import { languages } from '../../shared/text/area.ts';
import { WrongUse } from './wrongUse.ts';

/** Exit codes: done, failed, wrong use. */
export const exitCodes = { done: 0, failed: 1, wrongUse: 2 } as const;

// Each command loads what it needs when it runs: `model` must not wait for a database.
const commands = {
  import: () => import('./commands/importLists.ts'),
  analyse: () => import('./commands/analyse.ts'),
  export: () => import('./commands/exportPortfolio.ts'),
  snapshot: () => import('./commands/snapshot.ts'),
  compare: () => import('./commands/compare.ts'),
  check: () => import('./commands/check.ts'),
  sample: () => import('./commands/sample.ts'),
  model: () => import('./commands/model.ts'),
} as const;

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

function oneOf<const T extends string>(...words: readonly T[]): (text: string) => T {
  return (text) => {
    const found = words.find((word) => word === text);
    if (found === undefined) throw new InvalidArgumentError(`It must be one of: ${words.join(', ')}.`);
    return found;
  };
}

function someText(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return text;
}

/** Some of the words, in any order, each once. */
function someOf<const T extends string>(...words: readonly T[]): (text: string) => readonly T[] {
  const one = oneOf(...words);
  return (text) => [...new Set(text.split(',').map((word) => one(word.trim())))];
}

const json = ['--json', 'print JSON for machines'] as const;

function program(done: (ok: boolean) => void): Command {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const root = new Command('throughline')
    .description('Planner for IT portfolios: the same engine as the window, for scripts.')
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) })
    .showHelpAfterError(false);
  const add = (usage: string, description: string): Command =>
    root.command(usage).description(description).exitOverride().allowExcessArguments(false);

  add(
    'import <files...>',
    'read a list (CSV, XLSX, Jira CSV), a project plan (MS Project XML) or a JSON portfolio into a portfolio; several files are one portfolio: lists of capabilities, outcomes, segments or partners beside one of initiatives, and activities, suppliers or releases that name the initiatives; sheets of a workbook likewise; - is standard input',
  )
    .requiredOption('--into <portfolio>', 'portfolio file; made when it is not there')
    .option('--preset <name>', 'a mapping that was kept under this name')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--rows <what>', `what a row of the list is: ${rowSubjects.join(', ')}`, oneOf(...rowSubjects))
    .option('--map <json>', 'how to read the list, where that differs from what is found by itself')
    .option('--dry-run', 'report what would happen, keep nothing')
    .option(...json)
    .action(async (files, options) => done(await (await commands.import()).importLists(files, options)));

  add('analyse <portfolio>', 'waste, cadence, gaps and overlaps of a portfolio file or a JSON portfolio')
    .option('--horizon <months>', 'months looked at', wholeNumber(1, 600))
    .option('--draws <n>', 'simulated futures per initiative; 0 leaves them out', wholeNumber(0, 100_000))
    .option('--seed <n>', 'seed of the simulation', wholeNumber(0, 0xffffffff))
    .option(...json)
    .action(async (file, options) => done(await (await commands.analyse()).analyse(file, options)));

  add(
    'export <portfolio>',
    'write a portfolio file or a JSON portfolio as slides, PDF, web page, pictures, workbook, tables or JSON',
  )
    .requiredOption(
      '--format <formats>',
      `one or more of ${exportFormats.join(', ')}, with commas; several go into one zip`,
      someOf(...exportFormats),
    )
    .requiredOption(
      '--out <path>',
      'file to write; CSV, SVG and PNG make a zip, or one file: a name ending in .csv gets the initiatives alone, one ending in .svg or .png the only picture',
    )
    .option('--snapshot <name>', 'the snapshot of that name or id instead of the present state')
    .option('--scenario <name>', 'the plan with the scenario of that name or id on top')
    .option('--language <language>', 'en or zh-CN; the one that the program speaks', oneOf(...languages))
    .option('--theme <theme>', reportThemes.join(', '), oneOf(...reportThemes))
    .option('--hide-amounts', 'no amount of money anywhere in the file')
    .option(
      '--hide-names',
      'initiatives are numbered; owners and what people wrote are left out; names of teams, partners, customer segments, capabilities and outcomes stay, without the initiatives and owners on record',
    )
    .option('--page <size>', pageSizes.join(', '), oneOf(...pageSizes))
    .option(
      '--pages <pages>',
      `some of ${pageIds.join(', ')}, with commas; else all but ${pageIds.filter((id) => !usualPages.includes(id)).join(', ')}`,
      someOf(...pageIds),
    )
    .option(
      '--storyboard <name>',
      'the pages of the storyboard of that name or id, in its order, each with the scenario, snapshot, quarter and filter that it was added with',
    )
    .option(
      '--initiative <names...>',
      'initiatives, by name or id, with a page of their own; else those to convert first',
    )
    .option(...json)
    .action(async (file, options) => done(await (await commands.export()).exportPortfolio(file, options)));

  add('snapshot <portfolio>', 'freeze the present state under a name')
    .requiredOption('--name <name>', 'its name', someText)
    .option('--note <text>', 'a note', '')
    .option(...json)
    .action(async (file, options) => done(await (await commands.snapshot()).snapshot(file, options)));

  add(
    'compare <portfolio> <before> [after]',
    'what differs between two snapshots or scenarios (name or id), or one of them and "now"',
  )
    .option('--draws <n>', 'simulated futures of what differs; 0 leaves them out', wholeNumber(0, 100_000))
    .option(...json)
    .action(async (file, before, after, options) =>
      done(await (await commands.compare()).compareStates(file, before, after ?? 'now', options)),
    );

  add('check <portfolio>', 'integrity, schema version, history, snapshots and backups of a portfolio')
    .option(...json)
    .action(async (file, options) => done(await (await commands.check()).check(file, options)));

  add('sample', 'make a synthetic portfolio for trials and benchmarks')
    .requiredOption('--initiatives <n>', 'how many initiatives', wholeNumber(1, 100_000))
    .requiredOption('--capabilities <n>', 'how many capabilities', wholeNumber(1, 20_000))
    .option('--seed <n>', 'same seed, same portfolio', wholeNumber(0, 0xffffffff), 1)
    .requiredOption('--out <portfolio>', 'portfolio file to make')
    .option(...json)
    .action(async (options) => done(await (await commands.sample()).sample(options)));

  add('model <command>', 'the bare model: JSON of MODEL.md on standard input, JSON out')
    .option(...json)
    .action(async (command) => done(await (await commands.model()).model(command)));
  return root;
}

/** Runs one command line. Answers the exit code: 0 done, 1 failed, 2 wrong use; errors are one line on stderr. */
export async function main(argv: readonly string[]): Promise<number> {
  let ok = true;
  try {
    await program((value) => {
      ok = value;
    }).parseAsync(argv as string[], { from: 'user' });
    return ok ? exitCodes.done : exitCodes.failed;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
    if (error instanceof WrongUse) {
      process.stderr.write(oneLine(`error: ${error.message}`));
      return exitCodes.wrongUse;
    }
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(oneLine(`error: ${message}`));
    if (!(error instanceof Failure) && process.env.THROUGHLINE_DEBUG) console.error(error);
    return exitCodes.failed;
  }
}

function oneLine(text: string): string {
  const line = text
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? '' : `throughline: ${line}\n`;
}

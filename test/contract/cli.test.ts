import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { schemaVersion } from '../../db/migrations/migrations.ts';
import { openPortfolioFile } from '../../db/portfolioFile.ts';

const entry = fileURLToPath(new URL('../../electron/cli/throughline.mjs', import.meta.url));
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder to work in, and the command line with its own data folder inside it. */
function desk() {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'));
  const temporary = mkdtempSync(join(tmpdir(), 'throughline-cli-temporary-'));
  folders.push(folder, temporary);
  const run = (
    args: readonly string[],
    input = '',
    started: (child: ChildProcess) => void = () => undefined,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [entry, ...args], {
        cwd: folder,
        env: {
          ...process.env,
          ...{ THROUGHLINE_HOME: join(folder, 'home'), TMPDIR: temporary, NODE_ENV: 'production' },
        },
      });
      started(child);
      let [out, err] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out, err }));
      child.stdin.end(input);
    });
  const json = async (args: readonly string[]): Promise<Record<string, unknown>> => {
    const { code, out, err } = await run([...args, '--json']);
    if (code !== 0) throw new Error(`${args.join(' ')}: exit code ${code}: ${err}`);
    expect(err).toBe('');
    return JSON.parse(out) as Record<string, unknown>;
  };
  return { folder, temporary, run, json, at: (name: string) => join(folder, name) };
}

/** One clear line on standard error, nothing on standard output. */
/** A portfolio in the exchange format, as far as these tests break it. */
interface Document {
  readonly portfolio: object;
  readonly capability: readonly { readonly id: string }[];
  readonly initiative: readonly object[];
}

function fails({ code, out, err }: Answer, exitCode: 1 | 2, words: RegExp): void {
  expect({ code, out }).toEqual({ code: exitCode, out: '' });
  expect(err).toMatch(/^throughline: [^\n]+\n$/);
  expect(err).toMatch(words);
}

const list = [
  'Programme list 2026,,,,',
  ',,,,',
  'ID,Name,Start date,Budget (USD m),Capabilities',
  'A1,Payroll 薪酬,2026-01-05,1.5,People',
  'A2,,2026-01-05,2,People',
  'A3,Ledger,2026-30-09,0.25,Finance; People',
  'Total,,,3.75,',
  '',
].join('\r\n');

describe('wrong use', () => {
  it.each([
    [['nope'], /unknown command/],
    [['import'], /missing required argument|into/],
    [['import', 'a.csv'], /--into/],
    [['export', 'a', '--format', 'docx', '--out', 'b'], /csv, json/],
    [['sample', '--initiatives', 'many', '--capabilities', '1', '--out', 'a'], /whole number/],
    [['check', 'a', 'b'], /too many arguments/],
    [['analyse', 'a', '--colour'], /unknown option/],
    [['model', 'guess'], /unknown model command/],
    [['snapshot', 'a', '--name', ' '], /--name.*must not be empty/],
  ])('%j ends with 2 and one line', async (args, words) => {
    fails(await desk().run(args), 2, words);
  });

  it('a folder that is not there is not made', async () => {
    const { at, run } = desk();
    writeFileSync(at('more.csv'), 'id,name\r\nB1,New\r\n');
    for (const args of [
      ['sample', '--initiatives', '1', '--capabilities', '1', '--out', 'gone/b.throughline'],
      ['import', 'more.csv', '--into', 'gone/b.throughline', '--dry-run'],
    ])
      fails(await run(args), 1, /folder .*gone is not there: make it, or name another one/);
  });

  it('help and version are no errors', async () => {
    const { run } = desk();
    expect(await run(['--help'])).toMatchObject({ code: 0, err: '' });
    expect(await run(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe('import', () => {
  it('reports what happened to each row, in the promised keys first, and makes the portfolio', async () => {
    const { json, at, folder, run } = desk();
    writeFileSync(at('list.csv'), list);
    const report = await json(['import', 'list.csv', '--into', 'p.throughline']);
    expect(Object.keys(report).slice(0, 9)).toEqual([
      'rows',
      'created',
      'updated',
      'unchanged',
      'skipped',
      'refused',
      'repaired',
      'sums',
      'unreadable',
    ]);
    expect(report.refused).toEqual(
      expect.arrayContaining([expect.objectContaining({ row: 5, column: 'Name' })]),
    );
    for (const refused of report.refused as object[])
      expect(Object.keys(refused)).toEqual(['row', 'column', 'reason']);
    for (const skipped of report.skipped as object[]) expect(Object.keys(skipped)).toEqual(['row', 'reason']);
    expect(report.sums).toMatchObject({ currency: 'USD' });
    expect(readdirSync(folder).sort()).toEqual(['home', 'list.csv', 'p.throughline']);
    const again = await json(['import', 'list.csv', '--into', 'p.throughline']);
    expect(again).toMatchObject({ created: 0, unchanged: report.created });
    expect((await run(['import', 'list.csv', '--into', 'p.throughline'])).out).toContain('0 created');
  });

  it('tells without doing when asked to', async () => {
    const { json, at, folder } = desk();
    writeFileSync(at('list.csv'), list);
    const would = await json(['import', 'list.csv', '--into', 'p.throughline', '--dry-run']);
    expect(readdirSync(folder)).not.toContain('p.throughline');
    expect(await json(['import', 'list.csv', '--into', 'p.throughline'])).toEqual(would);
    const before = readFileSync(at('p.throughline'));
    writeFileSync(at('more.csv'), 'id,name\r\nB1,New\r\n');
    expect(await json(['import', 'more.csv', '--into', 'p.throughline', '--dry-run'])).toMatchObject({
      created: 1,
    });
    expect(readFileSync(at('p.throughline')).equals(before)).toBe(true);
    // Backups are of portfolios that somebody keeps.
    expect(readdirSync(at('home/Backups'))).toEqual([expect.stringMatching(/^p-/)]);
  });

  it('takes a map with columns by name or number', async () => {
    const { json, at, run } = desk();
    writeFileSync(at('list.csv'), 'what,who\r\nPayroll,Ada\r\n');
    writeFileSync(
      at('map.json'),
      JSON.stringify({ columns: { name: 'what', owner: 1 }, defaultMode: 'product' }),
    );
    expect(await json(['import', 'list.csv', '--into', 'p.throughline', '--map', 'map.json'])).toMatchObject({
      created: 1,
    });
    await json(['export', 'p.throughline', '--format', 'json', '--out', 'p.json']);
    const { initiative } = JSON.parse(readFileSync(at('p.json'), 'utf8')) as { initiative: unknown[] };
    expect(initiative).toMatchObject([{ name: 'Payroll', owner: 'Ada', mode: 'product' }]);
    writeFileSync(at('bad.json'), JSON.stringify({ columns: { name: 'nowhere' } }));
    fails(await run(['import', 'list.csv', '--into', 'q.throughline', '--map', 'bad.json']), 1, /nowhere/);
    writeFileSync(at('bad.json'), JSON.stringify({ colums: {} }));
    fails(await run(['import', 'list.csv', '--into', 'q.throughline', '--map', 'bad.json']), 1, /colums/);
    expect(existsSync(at('q.throughline'))).toBe(false);
  });

  it('refuses what is no list, and leaves no portfolio behind', async () => {
    const { run, at, folder } = desk();
    writeFileSync(at('picture.csv'), Buffer.from('89504e470d0a1a0a0000000d4948445200', 'hex'));
    writeFileSync(at('empty.csv'), '');
    fails(await run(['import', 'picture.csv', '--into', 'p.throughline']), 1, /picture\.csv/);
    fails(await run(['import', 'empty.csv', '--into', 'p.throughline']), 1, /empty/);
    fails(await run(['import', 'none.csv', '--into', 'p.throughline']), 1, /none\.csv is not there/);
    expect(readdirSync(folder)).not.toContain('p.throughline');
    writeFileSync(at('list.csv'), list);
    fails(await run(['import', 'list.csv', '--into', 'picture.csv']), 1, /not a Throughline portfolio/);
  });
});

describe('a synthetic portfolio', () => {
  it('is the same for the same seed, and goes through every other command', async () => {
    const { json, run, at } = desk();
    const sizes = ['--initiatives', '30', '--capabilities', '12'];
    const made = await json(['sample', ...sizes, '--seed', '7', '--out', 'a.throughline']);
    expect(made.counts).toMatchObject({ initiative: 30, capability: 12 });
    await json(['sample', ...sizes, '--seed', '7', '--out', 'b.throughline']);
    await json(['sample', ...sizes, '--seed', '8', '--out', 'c.throughline']);
    fails(await run(['sample', ...sizes, '--out', 'a.throughline']), 1, /there already/);

    const tables = async (name: string) => {
      await json(['export', `${name}.throughline`, '--format', 'json', '--out', `${name}.json`]);
      const { exportedAt, portfolio, ...rest } = JSON.parse(
        readFileSync(at(`${name}.json`), 'utf8'),
      ) as Record<string, unknown>;
      return JSON.stringify(rest);
    };
    expect(await tables('a')).toBe(await tables('b'));
    expect(await tables('a')).not.toBe(await tables('c'));

    const fromFile = await run(['analyse', 'a.throughline', '--draws', '0', '--json']);
    const fromJson = await run(['analyse', 'a.json', '--draws', '0', '--json']);
    expect(fromFile).toMatchObject({ code: 0, err: '' });
    expect(fromJson.out).toBe(fromFile.out);
    const broken = async (change: (document: Document) => void): Promise<Answer> => {
      const document = JSON.parse(readFileSync(at('a.json'), 'utf8')) as Document;
      change(document);
      writeFileSync(at('broken.json'), JSON.stringify(document));
      return run(['analyse', 'broken.json', '--draws', '0', '--json']);
    };
    const itself = ({ capability: [first] }: Document) => Object.assign(first!, { parentId: first!.id });
    fails(await broken(itself), 1, /capability .*ancestor/);
    const backwards = { startDate: '2026-05-01', endDate: '2026-01-01' };
    fails(
      await broken(({ initiative: [first] }) => Object.assign(first!, backwards)),
      1,
      /endDate: .*2026-05-01/,
    );
    fails(
      await broken(({ portfolio }) => Object.assign(portfolio, { currency: 'XYZ' })),
      1,
      /portfolio\.currency/,
    );
    const seeded = await json([
      'analyse',
      'a.throughline',
      '--draws',
      '100',
      '--seed',
      '3',
      '--horizon',
      '24',
    ]);
    expect(seeded.portfolio).toMatchObject({ draws: 100, seed: 3, horizon_months: 24 });
    expect((await run(['analyse', 'a.throughline', '--draws', '0'])).out).toContain('seven wastes');

    const frozen = await json(['snapshot', 'a.throughline', '--name', 'First', '--note', 'why']);
    expect(frozen).toMatchObject({ name: 'First', note: 'why', counts: { initiative: 30 } });
    writeFileSync(at('more.csv'), 'id,name\r\nB1,New\r\n');
    await json(['import', 'more.csv', '--into', 'a.throughline']);
    await json(['export', 'a.throughline', '--format', 'json', '--out', 'first.json', '--snapshot', 'First']);
    const { initiative } = JSON.parse(readFileSync(at('first.json'), 'utf8')) as { initiative: unknown[] };
    expect(initiative).toHaveLength(30);
    fails(
      await run(['export', 'a.throughline', '--format', 'json', '--out', 'x', '--snapshot', 'Second']),
      1,
      /First/,
    );

    await json(['export', 'a.throughline', '--format', 'csv', '--out', 'a.zip']);
    expect(readFileSync(at('a.zip')).subarray(0, 2).toString()).toBe('PK');
    await json(['export', 'a.throughline', '--format', 'csv', '--out', 'a.csv']);
    const csv = readFileSync(at('a.csv'), 'utf8');
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(32);
    fails(
      await run(['export', 'a.throughline', '--format', 'csv', '--out', 'a.csv/below.csv']),
      1,
      /a\.csv|below/,
    );
  });
});

describe('check', () => {
  it('tells how a portfolio is, with its backups, and writes nothing', async () => {
    const { json, run, at } = desk();
    await json(['sample', '--initiatives', '5', '--capabilities', '3', '--out', 'a.throughline']);
    await json(['snapshot', 'a.throughline', '--name', 'S']);
    writeFileSync(at('more.csv'), 'id,name\r\nB1,New\r\n');
    await json(['import', 'more.csv', '--into', 'a.throughline']);
    const before = readFileSync(at('a.throughline'));
    const found = await json(['check', 'a.throughline']);
    expect(found).toMatchObject({
      ok: true,
      error: null,
      schemaVersion,
      newestSchemaVersion: schemaVersion,
      records: { initiative: 6, portfolio: 1 },
      history: { done: 1, undone: 0, damaged: 0 },
      snapshots: [
        { name: 'S', ok: true },
        { name: 'Before importing more.csv', ok: true },
      ],
      problems: [],
    });
    expect((found.backups as { good: unknown[] }).good.length).toBeGreaterThan(0);
    expect(readFileSync(at('a.throughline')).equals(before)).toBe(true);
    expect((await run(['check', 'a.throughline'])).out).toContain('in order');
    // A file in the place of the folder of backups: nobody knows whether there were any.
    rmSync(at('home/Backups'), { recursive: true });
    writeFileSync(at('home/Backups'), '');
    expect(await json(['check', 'a.throughline'])).toMatchObject({
      ok: true,
      backups: { good: [], unreadable: null, problem: expect.stringMatching(/backups .* cannot be read/) },
    });
    expect((await run(['check', 'a.throughline'])).out).toMatch(/in order.*backups: .* cannot be read/s);
  });

  it('ends with 1 for a damaged file and offers its backups', async () => {
    const { json, run, at } = desk();
    await json(['sample', '--initiatives', '40', '--capabilities', '3', '--out', 'a.throughline']);
    await json(['snapshot', 'a.throughline', '--name', 'S']);
    const broken = readFileSync(at('a.throughline'));
    broken.fill(0xa5, 8192, 60_000);
    writeFileSync(at('a.throughline'), broken);
    fails(await run(['check', 'a.throughline']), 1, /damaged.*1 good backups?/);
    const { code, out } = await run(['check', 'a.throughline', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code: 'damaged_file' } });
    expect(readFileSync(at('a.throughline')).equals(broken)).toBe(true);
    fails(await run(['analyse', 'a.throughline']), 1, /damaged/);
  });
});

it('a portfolio that a window has open can be read but not written', async () => {
  const { json, run, at } = desk();
  await json(['sample', '--initiatives', '5', '--capabilities', '3', '--out', 'a.throughline']);
  const open = await openPortfolioFile(at('a.throughline'));
  try {
    expect(open.readOnly).toBeNull();
    await json(['export', 'a.throughline', '--format', 'json', '--out', 'a.json']);
    fails(await run(['snapshot', 'a.throughline', '--name', 'S']), 1, /other_window/);
  } finally {
    open.close();
  }
  await json(['snapshot', 'a.throughline', '--name', 'S']);
});

describe('model', () => {
  it('answers a vector from standard input, and refuses what is no JSON', async () => {
    const { run } = desk();
    const vectors = new URL('../fixtures/vectors/', import.meta.url);
    const name = readdirSync(vectors).find((file) => file.endsWith('_compare.json'))!;
    const { input } = JSON.parse(readFileSync(new URL(name, vectors), 'utf8')) as { input: unknown };
    const answer = await run(['model', 'compare'], JSON.stringify(input));
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(Object.keys(JSON.parse(answer.out) as object).length).toBeGreaterThan(0);
    // As PowerShell pipes it.
    expect(await run(['model', 'compare'], `\ufeff${JSON.stringify(input)}`)).toEqual(answer);
    fails(await run(['model', 'compare'], '{'), 1, /not JSON/);
    fails(await run(['model', 'compare'], '[]'), 1, /./);
  });

  it('says on stderr what is not used as it was given', async () => {
    const input = '{"initiatives":[{"id":"I","mode":"project"}]}';
    expect(await desk().run(['model', 'compare'], input)).toEqual({
      code: 0,
      out: '{}\n',
      err: 'throughline: not used as given: initiatives.0.phases NO_DELIVERY_DATA\n',
    });
  });

  it('draws from seeds of 64 bits without rounding them', async () => {
    const { run } = desk();
    const product = '{"people":1,"rate":1,"scope_pd":50}';
    const answerTo = async (command: string, seed: string): Promise<string> => {
      const initiative = `{"id":"E2-typical","mode":"product","product":${product}}`;
      const input = `{"initiatives":[${initiative}],"montecarlo":{"iterations":1,"seed":${seed}}}`;
      return (await run(['model', command], input)).out;
    };
    const largest = '18446744073709551615';
    const [first] = (
      JSON.parse(await answerTo('draws', largest)) as Record<string, { cr_per_year: number }[]>
    )['E2-typical']!;
    // From a second implementation in Python, which computes with whole numbers of any size.
    expect(first!.cr_per_year).toBeCloseTo(5.641743709092185, 9);
    expect(await answerTo('montecarlo', largest)).toContain(`"seed":${largest}`);
    expect(await answerTo('draws', '9007199254740993')).not.toBe(await answerTo('draws', '9007199254740992'));
  });
});

it('an old Node gets one clear line', async () => {
  const { folder } = desk();
  // The entry only looks at the version it is told.
  const pretend = join(folder, 'old.mjs');
  writeFileSync(
    pretend,
    `Object.defineProperty(process.versions, 'node', { value: '20.9.0' });\nawait import(${JSON.stringify(entry)});\n`,
  );
  const child = spawn(process.execPath, [pretend, 'check', 'x'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(1);
  expect(err).toMatch(/^throughline: needs Node 22\.18[^\n]*npm run -s cli[^\n]*\n$/);
});

it.each(['SIGINT', 'SIGTERM'] as const)('stops long work at %s and leaves nothing behind', async (signal) => {
  const { temporary, run, json, at } = desk();
  const sizes = ['--initiatives', '2000', '--capabilities', '50'];
  await json(['sample', ...sizes, '--out', 'a.throughline']);
  const before = readFileSync(at('a.throughline'));
  const answer = await run(
    ['export', 'a.throughline', '--format', 'xlsx', '--out', 'a.xlsx'],
    '',
    (child) => {
      // The file that is being written is there a second before it is whole.
      const watched = setInterval(() => {
        if (!readdirSync(temporary).some((name) => name.startsWith('throughline-files-'))) return;
        clearInterval(watched);
        child.kill(signal);
      }, 5);
      child.on('close', () => clearInterval(watched));
    },
  );
  fails(answer, 1, /stopped before it was done; nothing was changed/);
  expect(existsSync(at('a.xlsx'))).toBe(false);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readFileSync(at('a.throughline')).equals(before)).toBe(true);
});

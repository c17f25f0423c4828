import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newScenario } from '../../shared/domain/roomDefaults.ts';
import { exportFormats } from '../../shared/report/options.ts';
import { projectRoot } from '../helpers/projectRoot.ts';

const run = promisify(execFile);
let folder: string;

/** Runs one command; answers its code and what it printed. */
async function cli(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const program = join(projectRoot, 'electron', 'cli', 'throughline.mjs');
  const env = { ...process.env, THROUGHLINE_HOME: join(folder, 'home') };
  try {
    const { stdout, stderr } = await run(process.execPath, [program, ...args], { cwd: folder, env });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-export-'));
  const made = await cli('sample', '--initiatives', '12', '--capabilities', '9', '--out', 'p.throughline');
  expect(made).toMatchObject({ code: 0, err: '' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line exports', () => {
  it('every format in one go, in the language and with the pages that were asked for', async () => {
    const { code, out, err } = await cli(
      ...['export', 'p.throughline', '--format', exportFormats.join(','), '--out', 'all.zip'],
      ...['--language', 'zh-CN', '--theme', 'dark', '--page', 'a4', '--pages', 'wastes,timeline', '--json'],
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const files = unzipSync(readFileSync(join(folder, 'all.zip')));
    expect(Object.keys(files)).toEqual([
      'p.pptx',
      'p.pdf',
      'p.html',
      'p SVG.zip',
      'p PNG.zip',
      'p.xlsx',
      'p CSV.zip',
      'p.json',
      'p analysis.json',
    ]);
    expect(JSON.parse(out)).toMatchObject({ format: exportFormats.join(',') });
    expect(Object.keys(unzipSync(files['p SVG.zip']!))).toEqual(['01 七种浪费账单.svg', '02 时间轴.svg']);
    const page = strFromU8(files['p.html']!);
    expect(page).toContain('<html lang="zh-CN" data-theme="dark"');
    expect(page.match(/<section /g)).toHaveLength(2);
    expect(JSON.parse(strFromU8(files['p.json']!))).toMatchObject({ format: 'throughline-portfolio' });
  });

  it('one picture, a snapshot, and without amounts', async () => {
    expect(await cli('snapshot', 'p.throughline', '--name', 'Frozen')).toMatchObject({ code: 0 });
    const made = await cli(
      ...['export', 'p.throughline', '--format', 'svg', '--out', 'map.svg', '--pages', 'map'],
      ...['--snapshot', 'Frozen', '--hide-amounts', '--hide-names'],
    );
    expect(made).toMatchObject({ code: 0, err: '' });
    const svg = readFileSync(join(folder, 'map.svg'), 'utf8');
    expect(svg).toContain(' · a snapshot · ');
    expect(svg).not.toContain('Frozen');
    expect(svg).toContain('amounts hidden');
    expect(svg).not.toMatch(/>[^<]*[$¥€]\s?\d/);
  });

  it('the plan with a scenario on top, and names the steps that do not fit', async () => {
    expect(await cli('export', 'p.throughline', '--format', 'json', '--out', 'p.json')).toMatchObject({
      code: 0,
    });
    const plan = JSON.parse(readFileSync(join(folder, 'p.json'), 'utf8'));
    const [first] = plan.initiative;
    const step = (id: string, position: number, initiativeId: string) => ({
      id,
      scenarioId: 'sc',
      position,
      label: { key: 'initiative.edit', params: { name: `Step ${id}`, field: 'name' } },
      by: '',
      at: '2026-01-01T00:00:00.000Z',
      changes: [{ op: 'patch', table: 'initiative', id: initiativeId, values: { name: 'Named anew' } }],
    });
    plan.scenario = [newScenario('sc', 'What if', 0, '', '2026-01-01T00:00:00.000Z')];
    plan.scenarioStep = [step('one', 0, first.id), step('two', 1, 'gone')];
    writeFileSync(join(folder, 'with.json'), JSON.stringify(plan));
    expect(await cli('import', 'with.json', '--into', 'w.throughline')).toMatchObject({ code: 0 });
    const list = async (...args: readonly string[]) => {
      const made = await cli('export', 'w.throughline', '--format', 'csv', '--out', 'w.csv', ...args);
      return { ...made, text: readFileSync(join(folder, 'w.csv'), 'utf8') };
    };
    const what = await list('--scenario', 'What if');
    expect(what).toMatchObject({ code: 0, err: '' });
    expect(what.text).toContain('Named anew');
    expect(what.out).toMatch(/left out.*step "Change name of “Step two”" of scenario "What if" \(.*gone/);
    const asJson = await list('--scenario', 'sc', '--json');
    expect(JSON.parse(asJson.out).leftOut).toEqual([
      { scenario: 'What if', step: 'Change name of “Step two”', reason: expect.stringContaining('gone') },
    ]);
    expect((await list()).text).not.toContain('Named anew');
    const unknown = await list('--scenario', 'Other');
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.err).toContain('there are: "What if"');
    expect(await list('--scenario', 'What if', '--snapshot', 'x')).toMatchObject({ code: 2 });
  });

  it('a portfolio as JSON like the file that it came from, and writes nothing into it', async () => {
    const written = await cli('export', 'p.throughline', '--format', 'json', '--out', 'as.json');
    expect(written).toMatchObject({ code: 0 });
    const before = readFileSync(join(folder, 'as.json'), 'utf8');
    for (const [from, out] of [
      ['p.throughline', 'a.csv'],
      ['as.json', 'b.csv'],
    ] as const)
      expect(await cli('export', from, '--format', 'csv', '--out', out)).toMatchObject({ code: 0, err: '' });
    const [ours, theirs] = ['a.csv', 'b.csv'].map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(theirs).toBe(ours);
    expect(ours?.split('\n').length).toBeGreaterThan(12);
    const frozen = await cli('snapshot', 'as.json', '--name', 'Q3');
    expect(frozen).toMatchObject({ code: 2, out: '' });
    expect(frozen.err).toMatch(/make a file of it with "import .*as\.json --into NAME\.throughline"/);
    const itself = await cli('export', 'as.json', '--format', 'csv', '--out', './as.json');
    expect(itself).toMatchObject({ code: 2, out: '' });
    expect(itself.err).toContain('as.json is the portfolio itself');
    expect(readFileSync(join(folder, 'as.json'), 'utf8')).toBe(before);
    writeFileSync(join(folder, 'other.json'), '{"a": 1}');
    const other = await cli('export', 'other.json', '--format', 'csv', '--out', 'c.csv');
    expect(other).toMatchObject({ code: 1, out: '' });
    expect(other.err).toContain('other.json is JSON, but not a throughline-portfolio document');
    expect(existsSync(join(folder, 'c.csv'))).toBe(false);
  });

  it('never over the portfolio itself, by whatever name', async () => {
    const before = readFileSync(join(folder, 'p.throughline'));
    symlinkSync('p.throughline', join(folder, 'same.json'));
    for (const out of ['p.throughline', './p.throughline', 'same.json']) {
      const made = await cli('export', 'p.throughline', '--format', 'json', '--out', out);
      expect(made).toMatchObject({ code: 2, out: '' });
      expect(made.err).toContain(`${out} is the portfolio itself`);
    }
    expect(readFileSync(join(folder, 'p.throughline'))).toEqual(before);
  });

  it('to a name of any ending that no other kind of file has', async () => {
    for (const out of ['plan-2026.11', 'tmp.Xk3v9']) {
      expect(await cli('export', 'p.throughline', '--format', 'json', '--out', out)).toMatchObject({
        code: 0,
      });
      expect(readFileSync(join(folder, out), 'utf8')).toMatch(/^\{/);
    }
  });

  it('to no folder that is not there, and to no device, before anything is computed', async () => {
    for (const [out, code, words] of [
      ['gone/x.json', 1, /the folder .*gone is not there: make it, or name another one/],
      ['p.throughline/x.json', 1, /p\.throughline is not a folder/],
      ['-', 2, /--out names no file/],
      ['/dev/null', 1, /\/dev\/null: it is not a file that can be replaced/],
    ] as const) {
      const made = await cli('export', 'p.throughline', '--format', 'json', '--out', out);
      expect(made, out).toMatchObject({ code, out: '' });
      expect(made.err, out).toMatch(words);
    }
    expect(existsSync(join(folder, 'gone'))).toBe(false);
    expect(statSync('/dev/null').isFile()).toBe(false);
  });

  it('not to a folder', async () => {
    const made = await cli('export', 'p.throughline', '--format', 'json', '--out', '.');
    expect(made).toMatchObject({ code: 1, out: '' });
    expect(made.err).toContain('it is a folder, not a file');
  });

  it('says which initiative is not there, rather than leaving its page out', async () => {
    const args = ['--format', 'svg', '--out', 'flow.zip', '--pages', 'flow', '--initiative'];
    const made = await cli('export', 'p.throughline', ...args, 'Nobody knows it');
    expect(made).toMatchObject({ code: 1, out: '' });
    expect(made.err).toContain('there is no initiative "Nobody knows it"; names and ids stand in');
    expect(existsSync(join(folder, 'flow.zip'))).toBe(false);
  });

  it.each([
    [['--format', 'pptx', '--out', 'x.xlsx'], /pptx is written to a file that ends in \.pptx$/],
    [['--format', 'json', '--out', 'other.throughline'], /ends in \.json$/],
    [['--format', 'json,pdf', '--out', 'x.pdf'], /json and pdf is written to a file that ends in \.zip$/],
    [['--format', 'csv', '--out', 'x.json'], /ends in \.csv or \.zip$/],
    [['--format', 'json', '--out', ''], /--out names no file/],
    [['--format', 'xlsx', '--out', 'x.xlsx', '--pages', 'map'], /xlsx holds no pages: --pages is for pptx/],
    [['--format', 'xlsx', '--out', 'x.xlsx', '--storyboard', 'B'], /--storyboard is for pptx/],
    [['--format', 'svg', '--out', 'x.svg'], /pictures: name a file that ends in \.zip/],
    [['--format', 'json', '--out', 'x', '--hide-names'], /json holds everything/],
    [['--format', 'pdf,docx', '--out', 'x'], /pptx, pdf/],
    [['--format', 'pdf', '--out', 'x', '--pages', 'cover'], /overview, outcomes, wastes/],
    [['--format', 'pdf', '--out', 'x', '--page', 'a5'], /16:9, a4, a3, letter/],
  ])('%j ends with 2 and one line', async (args, words) => {
    const { code, out, err } = await cli('export', 'p.throughline', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim()).toMatch(words);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'x.xlsx'))).toBe(false);
  });
});

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { redo, undo } from '../../db/changes.ts';
import { openPortfolioFile } from '../../db/portfolioFile.ts';
import { readRecords } from '../../db/repositories/records.ts';
import { buildPart, isStale } from '../../electron/launch/build.ts';
import { newPhase } from '../../shared/domain/defaults.ts';
import { streamFor } from '../../shared/model/rng.ts';
import { initiative } from '../db/support.ts';
import { projectRoot } from '../helpers/projectRoot.ts';
import { type HostProcess, type StartHost, startBrowserProcess, startDesktopService } from './hosts.ts';

/** All of it in continuous integration; a person who works on something else gets an answer sooner. */
const kills = Number(process.env.KILLS ?? 40);
/** Two at a time: while one starts, the other writes. */
const lanes = 2;
/** Acknowledged writes before a kill, at most; it then comes within the time that a write took. */
const MOST_WRITES = 9;
const seed = 20_260_520;

/** What the portfolio holds, as far as it was acknowledged. */
interface Known {
  /** Name by id of every initiative in force. */
  readonly names: Readonly<Record<string, string>>;
  /** States to undo to, newest last, and to redo to. */
  readonly before: readonly Readonly<Record<string, string>>[];
  readonly after: readonly Readonly<Record<string, string>>[];
}

interface Write {
  readonly run: (host: HostProcess) => Promise<{ readonly ok: boolean }>;
  readonly result: Known;
}

/** The next write of a person who adds, renames, removes, undoes and redoes. */
function nextWrite(known: Known, index: number, random: () => number): Write {
  const { names, before, after } = known;
  const dice = random();
  const last = before.at(-1);
  const next = after.at(-1);
  if (next && dice < 0.5)
    return {
      run: (host) => host.call('history.redo', {}),
      result: { names: next, before: [...before, names], after: after.slice(0, -1) },
    };
  if (last && dice < 0.2)
    return {
      run: (host) => host.call('history.undo', {}),
      result: { names: last, before: before.slice(0, -1), after: [...after, names] },
    };
  const ids = Object.keys(names);
  const step = (
    key: string,
    changes: Parameters<typeof write>[1],
    then: Readonly<Record<string, string>>,
  ): Write => ({
    run: (host) => write({ host, key }, changes),
    result: { names: then, before: [...before, names], after: [] },
  });
  const chosen = ids[Math.floor(random() * ids.length)];
  if (chosen !== undefined && dice < 0.4) {
    const name = `Renamed ${index}`;
    return step('rename', [{ op: 'patch', table: 'initiative', id: chosen, values: { name } }], {
      ...names,
      [chosen]: name,
    });
  }
  if (chosen !== undefined && dice < 0.5) {
    const { [chosen]: _gone, ...left } = names;
    return step('remove', [{ op: 'remove', table: 'initiative', id: chosen }], left);
  }
  const id = `i${index}`;
  const name = `Initiative ${index}`;
  const description = 'x'.repeat(Math.floor(random() * 20_000));
  const phases = [0, 1, 2].map((position) => newPhase(`${id}-${position}`, id, position, 'build', 'Phase'));
  return step(
    'add',
    [
      { op: 'put', table: 'initiative', record: { ...initiative(id, { name, description }) } },
      ...phases.map((record) => ({ op: 'put' as const, table: 'phase' as const, record: { ...record } })),
    ],
    { ...names, [id]: name },
  );
}

function write(
  { host, key }: { readonly host: HostProcess; readonly key: string },
  changes: Parameters<typeof host.call<'records.change'>>[1]['changes'],
) {
  return host.call('records.change', { label: { key, params: {} }, changes });
}

/** Starts a host, has it write, and kills it in the middle; answers what was acknowledged and what was on its way. */
async function writeUntilKilled(
  start: StartHost,
  folder: string,
  known: Known,
  from: number,
  random: () => number,
): Promise<{ readonly known: Known; readonly onItsWay: Known; readonly writes: number }> {
  const host = await start(folder);
  const list = await host.call('portfolio.list', {});
  const ref = list.ok ? list.value.files[0]?.ref : undefined;
  const opened = await host.call('portfolio.open', { ref: ref ?? '' });
  if (!opened.ok) throw new Error(opened.error.message);
  expect(opened.value.readOnly).toBeNull();
  let acknowledged = known;
  let onItsWay = known;
  let writes = 0;
  // Counted in writes and measured in the length of one, so that a busy machine is killed as much in the middle.
  const before = 1 + Math.floor(random() * MOST_WRITES);
  const into = random();
  let killed: Promise<void> | null = null;
  let begun = performance.now();
  try {
    for (;;) {
      const next = nextWrite(acknowledged, from + writes, random);
      onItsWay = next.result;
      const took = performance.now() - begun;
      begun = performance.now();
      if (writes === before) killed = pause(into * took).then(() => host.kill());
      const result = await next.run(host);
      if (!result.ok) throw new TypeError(`refused: ${JSON.stringify(result)}`);
      acknowledged = next.result;
      writes += 1;
    }
  } catch (error) {
    if (error instanceof TypeError || !killed) throw error;
    // The connection broke: the host is dead.
  }
  await killed;
  return { known: acknowledged, onItsWay, writes };
}

/** Opens what is left: whole, with everything acknowledged, and undo works. Answers which state it is. */
async function expectNothingLost(path: string, known: Known, onItsWay: Known): Promise<Known> {
  const file = await openPortfolioFile(path);
  if (file.readOnly !== null) throw new Error(`the dead process still holds the file: ${file.readOnly}`);
  try {
    expect(file.db.pragmaValue('integrity_check')).toBe('ok');
    const records = readRecords(file.db);
    const names = Object.fromEntries(Object.values(records.initiative).map(({ id, name }) => [id, name]));
    // The one write on its way may have come through whole, or not at all.
    expect([known.names, onItsWay.names]).toContainEqual(names);
    expect(Object.keys(records.phase)).toHaveLength(Object.keys(names).length * 3);
    const arrived =
      JSON.stringify(sorted(names)) === JSON.stringify(sorted(onItsWay.names)) ? onItsWay : known;
    if (arrived.before.length > 0) {
      const bytes = JSON.stringify(records);
      undo(file.db);
      const back = readRecords(file.db).initiative;
      expect(Object.fromEntries(Object.values(back).map(({ id, name }) => [id, name]))).toEqual(
        arrived.before.at(-1),
      );
      redo(file.db);
      expect(JSON.stringify(readRecords(file.db))).toBe(bytes);
    }
    return arrived;
  } finally {
    file.close();
  }
}

const sorted = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1));

async function killMany(start: StartHost, count: number, lane: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-kill-'));
  try {
    const first = await start(folder);
    const made = await first.call('portfolio.create', { name: 'Plan', currency: 'USD' });
    if (!made.ok) throw new Error(made.error.message);
    await first.end();
    const path = join(made.value.folder, made.value.fileName);
    expect(readdirSync(made.value.folder)).toEqual([made.value.fileName]);
    const stream = streamFor(seed, `lane ${lane}`);
    const random = () => stream.nextUniform();
    let known: Known = { names: {}, before: [], after: [] };
    let writes = 0;
    for (let round = 0; round < count; round += 1) {
      const left = await writeUntilKilled(start, folder, known, writes, random);
      writes += left.writes + 1;
      known = await expectNothingLost(path, left.known, left.onItsWay);
    }
    return writes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Half of the kills for each host, shared among the lanes. */
const share = (lane: number): number => Math.ceil((kills / 2 - lane) / lanes);

beforeAll(async () => {
  if (await isStale(projectRoot, 'page')) await buildPart(projectRoot, 'page');
}, 300_000);

describe(`over ${kills} kills in the middle of writing, nothing acknowledged is lost`, () => {
  it.each([
    ['on the desktop service', startDesktopService],
    ['through the browser host', startBrowserProcess],
  ] as const)(
    '%s',
    async (where, start) => {
      const begun = performance.now();
      const done = await Promise.all(
        Array.from({ length: lanes }, (_, lane) => killMany(start, share(lane), lane)),
      );
      const writes = done.reduce((sum, each) => sum + each, 0);
      const seconds = Math.round((performance.now() - begun) / 100) / 10;
      console.log(`${kills / 2} kills ${where}: ${writes} writes, ${seconds} s`);
    },
    600_000,
  );
});

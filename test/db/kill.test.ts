import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { redo, undo } from '../../db/changes.ts';
import { readRecords } from '../../db/repositories/records.ts';
import { bytesOf, create, reopen, temporaryFolders } from './support.ts';

const temporary = temporaryFolders();
const writer = fileURLToPath(new URL('children/writer.ts', import.meta.url));
/** The hosts are killed far more often (test/faults); here it is the store alone. */
const kills = 20;

/** Starts a writer, kills it `afterMs` after its first sign of life; answers what it acknowledged. */
async function writeUntilKilled(path: string, start: number, afterMs: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [writer, path, String(start)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reading = createInterface({ input: child.stdout });
  reading.on('line', (line) => lines.push(line));
  const closed = once(reading, 'close');
  await once(reading, 'line');
  await pause(afterMs);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await closed;
  return lines;
}

it(`nothing acknowledged is lost over ${kills} kills in the middle of writing`, async () => {
  const path = join(temporary.folder(), 'p.throughline');
  create(path).close();
  let next = 0;
  let acknowledged = 0;
  const added = new Set<number>();
  for (let round = 0; round < kills; round += 1) {
    const lines = await writeUntilKilled(path, next, (round * 7) % 40);
    expect(lines[0]).toBe('ready');
    for (const line of lines) if (line.startsWith('add ')) added.add(Number(line.slice(4)));
    acknowledged += lines.length - 1;
    // Between an undo and its redo the last one may rightly be missing.
    const undone =
      lines.at(-1) === 'undo' || lines.findLast((line) => line !== 'redo')?.startsWith('add') !== true;
    const last = Math.max(-1, ...added);
    const file = await reopen(path);
    expect(file.db.pragmaValue('integrity_check')).toBe('ok');
    const records = readRecords(file.db);
    const present = new Set(Object.keys(records.initiative).map((id) => Number(id.slice(1))));
    for (const index of added) {
      const mayBeUndone = index === last && (undone || (index % 5 === 4 && !present.has(index)));
      if (!mayBeUndone) expect(present.has(index), `initiative ${index} after kill ${round}`).toBe(true);
    }
    // Never half a change: each initiative has its three phases.
    expect(Object.keys(records.phase)).toHaveLength(present.size * 3);
    if (present.size > 0) {
      const before = bytesOf(file.db);
      undo(file.db);
      expect(bytesOf(file.db)).not.toBe(before);
      redo(file.db);
      expect(bytesOf(file.db)).toBe(before);
    }
    file.close();
    // What was undone when the process died stays undone, and the next writer goes on behind it.
    for (const index of added) if (!present.has(index)) added.delete(index);
    next = Math.max(-1, ...present, ...added) + 1;
  }
  expect(acknowledged).toBeGreaterThan(kills);
}, 180_000);

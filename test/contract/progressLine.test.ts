import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createProgressLine } from '../../electron/cli/progressLine.ts';

/** A terminal of so many columns, and what was written to it. */
function terminal(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY, columns });
  stream.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  let now = 0;
  const line = createProgressLine(stream as never, () => now);
  return { line, written, wait: (ms: number) => (now += ms) };
}

describe('the line of progress', () => {
  it('says how far the work is, at most every tenth of a second, and goes away', () => {
    const { line, written, wait } = terminal(true);
    line.show('reading', 1200, 100_000);
    line.show('reading', 1300, 100_000);
    expect(written.join('')).toBe('reading 1,200 of 100,000 (1%)');
    wait(100);
    line.show('writing', 5, null);
    line.clear();
    const all = written.join('');
    expect(all.endsWith('writing 5\u001b[1G\u001b[0K')).toBe(true);
    line.clear();
    expect(written.join('')).toBe(all);
  });

  it('never wraps', () => {
    const { line, written } = terminal(true, 12);
    line.show('computing', 99_999, 100_000);
    expect(written.join('')).toHaveLength(11);
  });

  it('is not there where nobody looks on', () => {
    const { line, written } = terminal(false);
    line.show('reading', 1, 2);
    line.clear();
    expect(written).toEqual([]);
  });
});

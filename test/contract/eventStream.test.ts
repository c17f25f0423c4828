import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { createEventStream } from '../../electron/browser/eventStream.ts';
import type { EventPayload } from '../../shared/contract/methods.ts';
import type { RecordsDiff } from '../../shared/history/diff.ts';

/** A page that listens, with what it was sent. */
function listener() {
  const sent: string[] = [];
  const response = Object.assign(new EventEmitter(), {
    writableLength: 0,
    writeHead: () => undefined,
    write: (text: string) => sent.push(text),
    end: () => undefined,
    destroy: () => undefined,
  });
  return { sent, response: response as unknown as ServerResponse };
}
const request = { headers: {} } as IncomingMessage;
const changed = (bytes: number): EventPayload<'portfolio.changed'> => ({
  diff: {},
  history: { revision: 1, undo: { key: 'import', params: { file: 'x'.repeat(bytes) } }, redo: null },
});

it('does not write a change of very many records as text to find it too long', () => {
  const stream = createEventStream();
  onTestFinished(() => stream.close());
  const page = listener();
  stream.connect(request, page.response, 'page');
  const added = Object.fromEntries(Array.from({ length: 50_001 }, (_, n) => [`t${n}`, { id: `t${n}` }]));
  Object.defineProperty(added, 'toJSON', {
    value: () => {
      throw new Error('it was written');
    },
  });
  const diff = { team: { added, updated: {}, removed: {} } } as unknown as RecordsDiff;
  stream.send('portfolio.changed', { ...changed(10), diff });
  expect(page.sent.at(-1)).toContain('event: stale');
});

it('tells a change too long to send to the page that asked by its answer, and has the others read anew', async () => {
  const stream = createEventStream();
  onTestFinished(() => stream.close());
  const [asking, other] = [listener(), listener()];
  stream.connect(request, asking.response, 'asking');
  stream.connect(request, other.response, 'other');
  await stream.during('asking', async () => {
    await Promise.resolve();
    stream.send('portfolio.changed', changed(17 * 1024 * 1024));
  });
  expect(asking.sent.join('')).not.toContain('stale');
  expect(asking.sent.join('').length).toBeLessThan(1_000);
  expect(other.sent.at(-1)).toContain('event: stale');
  // What is short goes to everybody, the page that asked included.
  stream.during('asking', () => stream.send('portfolio.changed', changed(10)));
  for (const { sent } of [asking, other]) expect(sent.at(-1)).toContain('event: portfolio.changed');
});

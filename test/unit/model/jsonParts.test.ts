import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonParts } from '../../../electron/cli/jsonParts.ts';
import { MadeAsRead } from '../../../shared/coverage/madeAsRead.ts';

it('is what JSON.stringify writes, of whatever shape, also of fields that are not there', () => {
  const value = fc.oneof(fc.object(), fc.array(fc.object()), fc.jsonValue());
  fc.assert(
    fc.property(value, (each) => {
      expect([...jsonParts(each)].join('')).toBe(JSON.stringify(each));
    }),
  );
});

it('comes in parts, and a list that is made as it is read is a list like any other', () => {
  const entries = Array.from({ length: 20_000 }, (_, at) => ({ at, name: `项目 ${at}` }));
  const parts = [...jsonParts({ list: new MadeAsRead(() => entries) })];
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.join('')).toBe(JSON.stringify({ list: entries }));
});

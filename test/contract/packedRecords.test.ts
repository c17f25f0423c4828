import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenPortfolio } from '../../shared/contract/methods.ts';
import { packRecords, unpackRecords } from '../../shared/contract/packedRecords.ts';
import { emptyRecords } from '../../shared/domain/defaults.ts';
import { type PortfolioRecords, tableNames } from '../../shared/domain/records.ts';
import { send, startTestHost, type TestHost } from '../helpers/browserHost.ts';

let host: TestHost;
let sample: PortfolioRecords;

beforeAll(async () => {
  host = await startTestHost();
  const opened = await host.service.dispatch('portfolio.openSample', {});
  if (!opened.ok) throw new Error(opened.error.message);
  sample = (opened.value as OpenPortfolio).records;
});
afterAll(() => host.close());

const overTheWire = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('records on their way to a page', () => {
  test('come back as they were, in value and in order', () => {
    const back = unpackRecords(overTheWire(packRecords(sample)));
    expect(back).toEqual(sample);
    for (const table of tableNames) expect(Object.keys(back[table])).toEqual(Object.keys(sample[table]));
  });

  test('an empty portfolio too', () => {
    expect(unpackRecords(overTheWire(packRecords(emptyRecords())))).toEqual(emptyRecords());
  });

  test('take a third less than the plain JSON, and less still where texts are short', () => {
    const plain = JSON.stringify(sample).length;
    expect(JSON.stringify(packRecords(sample)).length).toBeLessThan((plain * 2) / 3);
  });

  test.each([
    ['a field too many', { more: 1 }],
    ['a field that is undefined', { name: undefined }],
  ])('a record with %s is an error, never a value lost', (_what, change) => {
    const [first, second] = Object.values(sample.initiative);
    if (!first || !second) throw new Error('The sample has no initiatives');
    const broken = { ...emptyRecords(), initiative: { a: first, b: { ...second, ...change } } };
    expect(() => packRecords(broken as never)).toThrow(/initiative/);
  });

  test('the browser host sends them so, beside the rest of the answer', async () => {
    const answer = await send(host.origin, {
      path: '/rpc/portfolio.current',
      method: 'POST',
      headers: {
        cookie: await host.letIn(),
        origin: host.origin,
        'content-type': 'application/json',
      },
      body: '{}',
    });
    const { ok, value, packedRecords } = JSON.parse(answer.body.toString());
    expect(ok).toBe(true);
    expect(value).toMatchObject({ fileName: expect.any(String), history: { revision: expect.any(Number) } });
    expect(value).not.toHaveProperty('records');
    expect(unpackRecords(packedRecords)).toEqual(sample);
  });
});

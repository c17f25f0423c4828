import { describe, expect, it } from 'vitest';
import { handlers } from '../../electron/core/service.ts';
import { methodNames, methods } from '../../shared/contract/methods.ts';
import { appErrorSchema, errorCodes } from '../../shared/contract/result.ts';
import { errors } from '../../shared/text/catalogues/errors.ts';
import { services } from './support.ts';

const { make } = services();

describe('the door', () => {
  it.each([
    '',
    'nope',
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
    'records',
    'records.change ',
  ])('knows no method %j', async (name) => {
    expect(await make().error(name, {})).toMatchObject({ code: 'unknown_method' });
  });

  it.each([undefined, null, 7, {}, [], Symbol.iterator])('takes no name that is %s', async (name) => {
    expect(await make().error(name as unknown as string, {})).toMatchObject({ code: 'unknown_method' });
  });

  it('has one handler for each method, and none besides', () => {
    expect(Object.keys(handlers).sort()).toEqual([...methodNames].sort());
  });

  it.each(methodNames)('%s refuses what is not its input', async (name) => {
    const test = make();
    const garbage: unknown[] = [
      undefined,
      null,
      0,
      'text',
      [],
      () => 1,
      { unknownKey: 1 },
      { __proto__: null, x: 1 },
    ];
    for (const raw of garbage) {
      const error = await test.error(name, raw);
      expect(error.code).toBe('invalid_input');
      expect(appErrorSchema.safeParse(error).success).toBe(true);
    }
    expect(test.log).toEqual([]);
    expect(test.events).toEqual([]);
  });

  it('refuses an extra key beside good ones, and says which', async () => {
    const test = make();
    const error = await test.error('portfolio.create', { name: 'A', currency: 'USD', path: '/etc/passwd' });
    expect(error).toMatchObject({ code: 'invalid_input' });
    expect(error.message).toContain('path');
    expect(await test.error('portfolio.create', { name: 'A', currency: 'XXQ' })).toMatchObject({
      code: 'invalid_input',
      place: { field: 'currency' },
    });
  });

  it.each([
    [
      'records.change',
      { label: { key: 'x', params: {} }, changes: [{ op: 'remove', table: 'team', id: 'a' }] },
    ],
    ['history.undo', {}],
    ['history.redo', {}],
    ['history.list', { limit: 5 }],
    ['history.origins', { table: 'team', id: 'a' }],
    ['snapshot.list', {}],
    ['snapshot.create', { name: 'a', note: '' }],
    ['snapshot.describe', { id: 's', name: 'a', note: '' }],
    ['portfolio.copy', {}],
    ['export.write', { formats: ['json'], snapshot: null, job: 'j' }],
  ])('%s says so when no portfolio is open', async (name, input) => {
    expect(await make().error(name, input)).toMatchObject({ code: 'no_portfolio' });
  });

  it('turns what nobody expected into a value, and reports it', async () => {
    const test = make({
      now: () => {
        throw new Error('the clock is broken');
      },
    });
    const error = await test.error('portfolio.create', { name: 'A', currency: 'USD' });
    expect(error).toMatchObject({
      code: 'internal',
      message: expect.stringContaining('the clock is broken'),
    });
    expect(test.log.join('\n')).toContain('the clock is broken');
  });

  it('checks its own answers in tests', async () => {
    const test = make({ platform: 7 as unknown as string });
    expect(await test.error('app.info', {})).toMatchObject({ code: 'internal' });
  });
});

it('every error code has a sentence in both languages', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    expect(Object.keys(errors[language]).sort()).toEqual([...errorCodes].sort());
    for (const sentence of Object.values(errors[language])) expect(sentence).toMatch(/[.。]$/);
  }
});

it('every method says whether it writes', () => {
  const kinds = new Set(Object.values(methods).map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['read', 'write']);
});

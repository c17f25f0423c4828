import { describe, expect, it } from 'vitest';
import { newInitiative, newTeam } from '../../../shared/domain/defaults.ts';
import { withLaterFields } from '../../../shared/domain/laterFields.ts';
import {
  newHandoff,
  newOutcome,
  newOverheadWork,
  newSavedView,
  newSegment,
  newTranche,
} from '../../../shared/domain/planningDefaults.ts';
import { VIEW_SETTINGS_LENGTH } from '../../../shared/domain/planningRecords.ts';
import { quarterSchema } from '../../../shared/domain/primitives.ts';
import { type AnyRecord, recordSchemas, type TableName, tableNames } from '../../../shared/domain/records.ts';
import { references } from '../../../shared/domain/references.ts';

describe('new records', () => {
  it.each<[TableName, AnyRecord]>([
    ['team', newTeam('t', 'T')],
    ['initiative', newInitiative('i', 'I')],
    ['segment', newSegment('s', 'S')],
    ['outcome', newOutcome('o', 'O')],
    ['handoff', newHandoff('h', 'i', 0)],
    ['tranche', newTranche('tr', 'i', 0, 'T')],
    ['overheadWork', newOverheadWork('w', 'W')],
    ['savedView', newSavedView('v', 'V', 'timeline')],
  ])('a %s is lawful, with its fields in order and nothing known beyond its name', (table, record) => {
    expect(recordSchemas[table].parse(record)).toEqual(record);
    expect(Object.keys(record)).toEqual(Object.keys(recordSchemas[table].shape));
    const numbers = Object.entries(record).filter(([, value]) => typeof value === 'number');
    expect(numbers.map(([field]) => field).filter((field) => field !== 'position')).toEqual([]);
  });
});

describe('records of earlier versions', () => {
  it('say "not known" or "not so" for what came later, and keep what they say', () => {
    const { overhead: _, retired: __, ...old } = newInitiative('i', 'I');
    expect(withLaterFields('initiative', old)).toEqual(newInitiative('i', 'I'));
    expect(withLaterFields('team', { id: 't', name: 'T', mission: 'm', platforms: ['x'] })).toEqual({
      ...newTeam('t', 'T'),
      mission: 'm',
      platforms: ['x'],
    });
    expect(withLaterFields('initiative', { retired: true })).toMatchObject({
      retired: true,
      overhead: false,
    });
  });

  it('stay the very same object when nothing is missing, or when they are no records', () => {
    const whole = newTeam('t', 'T');
    expect(withLaterFields('team', whole)).toBe(whole);
    const phase = { id: 'p' };
    expect(withLaterFields('phase', phase)).toBe(phase);
    for (const value of [null, 7, 'x']) expect(withLaterFields('team', value)).toBe(value);
  });
});

describe('quarters', () => {
  it.each(['2026-Q1', '1900-Q4', '2199-Q4'])('%s is one', (quarter) => {
    expect(quarterSchema.safeParse(quarter).success).toBe(true);
  });
  it.each(['2026-Q0', '2026-Q5', '1899-Q4', '2200-Q1', '2026Q1', '26-Q1', '2026-q1', '2026-Q1 ', ''])(
    '"%s" is none',
    (quarter) => {
      expect(quarterSchema.safeParse(quarter).success).toBe(false);
    },
  );
});

describe('saved views', () => {
  const sized = (length: number) => newSavedView('v', 'V', 'timeline', { a: 'x'.repeat(length) });

  it('hold any JSON up to a size', () => {
    const overhead = JSON.stringify({ a: '' }).length;
    expect(recordSchemas.savedView.safeParse(sized(VIEW_SETTINGS_LENGTH - overhead)).success).toBe(true);
    expect(recordSchemas.savedView.safeParse(sized(VIEW_SETTINGS_LENGTH - overhead + 1)).success).toBe(false);
    const settings = { a: [1, null, { b: [true, 'x'] }], c: -0.5 };
    expect(recordSchemas.savedView.parse({ ...sized(0), settings })).toMatchObject({ settings });
  });

  it.each([[{ a: undefined }], [{ a: () => 1 }], [{ a: new Date(0) }], [{ a: Number.NaN }], [[1]], [null]])(
    'refuse %j, which no JSON gives back',
    (settings) => {
      expect(recordSchemas.savedView.safeParse({ ...sized(0), settings }).success).toBe(false);
    },
  );
});

it('every field that holds the id of another record is a reference', () => {
  for (const table of tableNames) {
    const fields = Object.keys(recordSchemas[table].shape).filter(
      (field) => field.endsWith('Id') && field !== 'externalId',
    );
    expect(references[table].map(({ field }) => field).sort(), table).toEqual(fields.sort());
  }
});

it('a table comes after those that its records refer to', () => {
  for (const table of tableNames) {
    for (const { to } of references[table]) {
      expect(tableNames.indexOf(to), `${table} → ${to}`).toBeLessThanOrEqual(tableNames.indexOf(table));
    }
  }
});

import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { redo, undo } from '../../db/changes.ts';
import { fieldColumns, sqlTables } from '../../db/columns.ts';
import { applicationId, expectedSchema, fileVersion, migrate, schemaOf } from '../../db/migrate.ts';
import { type Migration, migrations, schemaVersion } from '../../db/migrations/migrations.ts';
import { openInMemory, type WriteDb } from '../../db/open.ts';
import { openPortfolioFile } from '../../db/portfolioFile.ts';
import { historyState } from '../../db/repositories/history.ts';
import { readRecords } from '../../db/repositories/records.ts';
import { listSnapshots, readSnapshot, restoreSnapshot } from '../../db/snapshots.ts';
import { emptyRecords } from '../../shared/domain/defaults.ts';
import { newSegment } from '../../shared/domain/planningDefaults.ts';
import { recordSchemas, tableNames } from '../../shared/domain/records.ts';
import { change, create, initiative, reopen, temporaryFolders } from './support.ts';

const temporary = temporaryFolders();
const golden = fileURLToPath(new URL('../fixtures/golden/', import.meta.url));

/** A database one step short of `version`. */
function before(version: number): WriteDb {
  const db = temporary.keep(openInMemory());
  const earlier = migrations.filter((step) => step.version < version).at(-1);
  if (earlier) migrate(db, earlier.version);
  return db;
}

/** One test for each migration: stop one step short, put awkward rows in, step, compare. */
const stepTests: Readonly<Record<number, () => void>> = {
  10: () => {
    const db = before(10);
    expect(schemaOf(db)).toEqual([]);
    migrate(db, 10);
    expect(fileVersion(db)).toBe(10);
    expect(db.pragmaValue('application_id')).toBe(applicationId);
    expect(db.query('SELECT * FROM file_state').all()).toEqual([{ id: 1, revision: 0, next_seq: 1 }]);
    for (const table of firstTables) {
      expect(db.query(`SELECT count(*) AS n FROM "${table}"`).get()).toEqual({ n: 0 });
    }
  },
  20: () => {
    const db = before(20);
    db.transaction(() => fillFirstSchema(db));
    const rowsOf = (table: string): Record<string, unknown>[] =>
      db.query(`SELECT * FROM "${table}" ORDER BY 1`).all() as Record<string, unknown>[];
    const earlier = Object.fromEntries([...firstTables, 'file_state'].map((table) => [table, rowsOf(table)]));
    migrate(db, 20);
    expect(fileVersion(db)).toBe(20);
    const later: Readonly<Record<string, object>> = {
      team: { stable_since: null, decides_alone: '', platforms: '[]', disbands_on: null },
      initiative: { overhead: 0, retired: 0 },
    };
    for (const [table, rows] of Object.entries(earlier)) {
      expect(rowsOf(table), table).toEqual(rows.map((row) => ({ ...row, ...later[table] })));
    }
    expect(db.query('PRAGMA foreign_key_check').all()).toEqual([]);
    expect(db.query('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    for (const table of secondTables) expect(rowsOf(table), table).toEqual([]);
    // The new constraints hold for the old rows.
    for (const bad of [
      `UPDATE initiative SET retired = 2`,
      `UPDATE initiative SET overhead = NULL`,
      `UPDATE team SET platforms = '{}'`,
      `UPDATE team SET disbands_on = '2023-02-29'`,
    ]) {
      expect(() => db.transaction(() => db.exec(bad)), bad).toThrow(/constraint failed/);
    }
  },
  30: () => {
    const db = before(30);
    db.transaction(() => {
      fillFirstSchema(db);
      fillSecondSchema(db);
    });
    const rowsOf = (table: string): Record<string, unknown>[] =>
      db.query(`SELECT * FROM "${table}" ORDER BY 1`).all() as Record<string, unknown>[];
    const known = [...firstTables, ...secondTables];
    const earlier = Object.fromEntries([...known, 'file_state'].map((table) => [table, rowsOf(table)]));
    migrate(db, 30);
    expect(fileVersion(db)).toBe(30);
    const later: Readonly<Record<string, object>> = {
      capability: { retired: 0 },
      partner: { retired: 0 },
      segment: { importance: null, retired: 0 },
      outcome: { retired: 0 },
      handoff: { from_partner_id: null, to_partner_id: null },
    };
    for (const [table, rows] of Object.entries(earlier)) {
      expect(rowsOf(table), table).toEqual(rows.map((row) => ({ ...row, ...later[table] })));
    }
    expect(db.query('PRAGMA foreign_key_check').all()).toEqual([]);
    expect(db.query('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    const added = tableNames.map((table) => sqlTables[table]).filter((table) => !known.includes(table));
    expect(added).toHaveLength(15);
    for (const table of added) expect(rowsOf(table), table).toEqual([]);
    for (const bad of [
      `UPDATE capability SET retired = 2`,
      `UPDATE partner SET retired = NULL`,
      `UPDATE segment SET importance = 6`,
      `UPDATE outcome SET retired = -1`,
      `UPDATE handoff SET to_partner_id = 'nobody'`,
    ]) {
      expect(() => db.transaction(() => db.exec(bad)), bad).toThrow(/constraint failed/i);
    }
  },
};

/** Rows of schema 20 beside those of schema 10, as awkward. */
function fillSecondSchema(db: WriteDb): void {
  db.exec(`
    INSERT INTO capability (seq, id, position, name, description) VALUES (11, 'valueOf', 0, '能力', '');
    INSERT INTO partner (seq, id, name, description) VALUES (12, '__defineGetter__', 'P', '');
    INSERT INTO segment (seq, id, name, description) VALUES (13, 's', 'S', '');
    INSERT INTO outcome (seq, id, name, description, metric, unit, segment_id, target)
      VALUES (14, 'o', 'O', '', '', '%', 's', -1e15);
    INSERT INTO handoff (seq, id, initiative_id, position, kind, from_name, to_name, passes, kept_low, phase_id)
      VALUES (15, 'h', 'a', 0, 'legal', '', '法务', char(0), 0, '7');
    INSERT INTO saved_view (seq, id, name, area, settings) VALUES (16, 'v', 'V', 'timeline', '{"a":[null]}');
    UPDATE file_state SET next_seq = 17;
  `);
}

/** Rows of schema 10 that a careless step would trip over: nothing known, everything at its limit, strange ids. */
function fillFirstSchema(db: WriteDb): void {
  db.exec(`
    INSERT INTO portfolio VALUES (0, 'portfolio', 'P 组合', '', 'CNY', 7, NULL, NULL, NULL, 100, 4294967295, 0.1, '{}');
    INSERT INTO team (seq, id, name, mission) VALUES (3, 'constructor', 'O''Brien', ''), (9, '队', '队', 'x' || char(10) || 'y');
    INSERT INTO initiative (seq, id, name, description, mode, team_id, start_date, budget, funded, parameters, extra)
      VALUES (2, 'a', 'A', '', 'project', 'constructor', '2024-02-29', 9007199254740991, 0, '{}', '{"retired":"yes"}'),
             (8, 'toString', '举措', char(0), 'product', NULL, NULL, NULL, 1, '{}', '{}');
    INSERT INTO phase (seq, id, initiative_id, position, kind, name) VALUES (5, '7', 'a', 0, 'handOver', '移交');
    UPDATE file_state SET revision = 4, next_seq = 10;
  `);
}

/** The record tables that schema 20 added. */
const secondTables = [
  'team_member',
  'segment',
  'outcome',
  'outcome_reading',
  'outcome_link',
  'segment_link',
  'allocation',
  'handoff',
  'tranche',
  'overhead_work',
  'saved_view',
];

/** The record tables of schema 10. */
const firstTables = [
  'portfolio',
  'team',
  'partner',
  'capability',
  'initiative',
  'phase',
  'release',
  'scope_item',
  'contribution',
  'engagement',
  'dependency',
];

describe('migrations', () => {
  it('rise, and leave gaps of ten', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => (index + 1) * 10));
  });

  it.each(migrations.map(({ version, name }) => [version, name] as const))(
    'step %i (%s) does what it says',
    (version) => {
      const test = stepTests[version];
      if (!test) throw new Error(`migration ${version} has no test`);
      test();
    },
  );

  it.each(migrations.map(({ version }) => version))('schema %i has a golden file', (version) => {
    expect(existsSync(join(golden, `schema-${version}.throughline`))).toBe(true);
  });

  it('stop where a step fails, with that step undone', () => {
    const db = temporary.keep(openInMemory());
    const steps: Migration[] = [
      { version: 10, name: 'good', up: (own) => own.exec('CREATE TABLE one (a TEXT) STRICT') },
      {
        version: 20,
        name: 'bad',
        up: (own) => {
          own.exec('CREATE TABLE two (a TEXT) STRICT');
          throw new Error('half way');
        },
      },
    ];
    expect(() => migrate(db, 20, steps)).toThrow('half way');
    expect(fileVersion(db)).toBe(10);
    expect(schemaOf(db)).toHaveLength(1);
    const repaired = steps.map((step) =>
      step.version === 20
        ? { ...step, up: (own: WriteDb) => own.exec('CREATE TABLE two (a TEXT) STRICT') }
        : step,
    );
    migrate(db, 20, repaired);
    expect(fileVersion(db)).toBe(20);
    expect(schemaOf(db)).toHaveLength(2);
  });

  it('refuse a database from the future', () => {
    const db = temporary.keep(openInMemory());
    db.setPragma('user_version = 4711');
    expect(() => migrate(db)).toThrow(/newer version/);
    expect(schemaOf(db)).toEqual([]);
  });
});

/** What a file of an earlier schema must read as: its own values, and "not known" or "not so" for what came later. */
function inTodaysForm(golden: unknown): unknown {
  const tables = golden as Readonly<Record<string, Readonly<Record<string, object>>>>;
  const complete = (table: string, later: object) =>
    Object.fromEntries(
      Object.entries(tables[table] ?? {}).map(([id, record]) => [id, { ...later, ...record }]),
    );
  return {
    ...emptyRecords(),
    ...tables,
    team: complete('team', { stableSince: null, decidesAlone: '', platforms: [], disbandsOn: null }),
    initiative: complete('initiative', { overhead: false, retired: false }),
    capability: complete('capability', { retired: false }),
    partner: complete('partner', { retired: false }),
    segment: complete('segment', { importance: null, retired: false }),
    outcome: complete('outcome', { retired: false }),
    handoff: complete('handoff', { fromPartnerId: null, toPartnerId: null }),
  };
}

describe('golden files', () => {
  const files = readdirSync(golden).filter((name) => name.endsWith('.throughline'));

  it.each(files)('%s opens with the same contents, history and snapshot', async (name) => {
    const path = join(temporary.folder(), name);
    copyFileSync(join(golden, name), path);
    const { db } = temporary.keep(await reopen(path));
    const expected: unknown = JSON.parse(
      readFileSync(join(golden, name.replace('.throughline', '.json')), 'utf8'),
    );
    expect(readRecords(db)).toEqual(inTodaysForm(expected));
    expect(fileVersion(db)).toBe(schemaVersion);
    const [snapshot] = listSnapshots(db);
    expect(snapshot).toMatchObject({
      name: 'Frozen 快照',
      note: 'a note',
      by: '王芳',
      counts: { initiative: 13 },
    });
    expect(Object.keys(readSnapshot(db, snapshot!.id).records.initiative)).toContain('initiative-000002');
    expect(redo(db).diff.portfolio?.updated.portfolio?.[1].name).toBe('Renamed');
    undo(db);
    expect(Object.keys(undo(db).diff.initiative?.added ?? {})).toEqual(['initiative-000002']);
    while (historyState(db).undo !== null) undo(db);
    expect(readRecords(db)).toEqual({ ...emptyRecords(), portfolio: readRecords(db).portfolio });
  });
});

describe('a snapshot of any schema', () => {
  const files = readdirSync(golden).filter((name) => name.endsWith('.throughline'));

  it.each(files)('%s: can be gone back to, and that can be undone', async (name) => {
    const path = join(temporary.folder(), name);
    copyFileSync(join(golden, name), path);
    const { db } = temporary.keep(await reopen(path));
    const before = readRecords(db);
    const [snapshot] = listSnapshots(db);
    const { records } = readSnapshot(db, snapshot!.id);
    change(db, 'later', (writer) => {
      writer.add('segment', newSegment('later', 'Later'));
      writer.add('segmentLink', { id: 'later', initiativeId: 'constructor', segmentId: 'later', weight: 0 });
    });
    restoreSnapshot(db, snapshot!.id, () => ({
      label: { key: 'r', params: {} },
      by: 'Ada',
      at: snapshot!.createdAt,
    }));
    expect(readRecords(db)).toEqual(records);
    undo(db);
    undo(db);
    expect(readRecords(db)).toEqual(before);
  });
});

describe('the schema', () => {
  it('has a column of the right kind for each field, and no others', () => {
    const db = temporary.keep(openInMemory());
    migrate(db);
    const types = {
      text: 'TEXT',
      json: 'TEXT',
      integer: 'INTEGER',
      boolean: 'INTEGER',
      real: 'REAL',
    } as const;
    for (const table of tableNames) {
      const found = db
        .query(
          `SELECT name, type FROM pragma_table_info('${sqlTables[table]}') WHERE name <> 'seq' ORDER BY cid`,
        )
        .all();
      const wanted = fieldColumns(table).map(({ column, kind }) => ({ name: column, type: types[kind] }));
      expect(found, table).toEqual(wanted);
      expect(fieldColumns(table).map(({ field }) => field)).toEqual(Object.keys(recordSchemas[table].shape));
    }
  });

  it('is strict in every table', () => {
    const db = temporary.keep(openInMemory());
    migrate(db);
    const loose = db
      .query(`SELECT name FROM pragma_table_list WHERE strict = 0 AND name NOT LIKE 'sqlite%'`)
      .all();
    expect(loose).toEqual([]);
    expect(expectedSchema(schemaVersion)).toEqual(schemaOf(db));
  });

  it.each([
    [`UPDATE initiative SET budget = -1`],
    [`UPDATE initiative SET budget = 9007199254740992`],
    [`UPDATE initiative SET mode = 'programme'`],
    [`UPDATE initiative SET stage = ''`],
    [`UPDATE initiative SET start_date = '2023-02-29'`],
    [`UPDATE initiative SET start_date = '2012-30-09'`],
    [`UPDATE initiative SET start_date = '12'`],
    [`UPDATE initiative SET start_date = '1899-12-31'`],
    [`UPDATE initiative SET name = ''`],
    [`UPDATE initiative SET name = ' a '`],
    [`UPDATE initiative SET id = '__proto__'`],
    [`UPDATE initiative SET id = NULL`],
    [`UPDATE initiative SET funded = 2`],
    [`UPDATE initiative SET funded = 'yes'`],
    [`UPDATE initiative SET extra = '[]'`],
    [`UPDATE initiative SET extra = '{'`],
    [`UPDATE initiative SET familiarity = 1.5`],
    [`UPDATE initiative SET team_parallel = 0.5, familiarity = NULL`],
    [`UPDATE initiative SET start_wait_months = -1`],
    [`UPDATE initiative SET team_id = 'nobody'`],
    [`UPDATE portfolio SET currency = 'usd'`],
    [`UPDATE portfolio SET id = 'other'`],
    [`DELETE FROM initiative; INSERT INTO initiative (seq, id) VALUES (1, 'a')`],
    [
      `INSERT INTO portfolio SELECT seq + 1, 'two', name, description, currency, fiscal_year_start_month, data_date, day_rate, assumed_payback_months, draws, seed, duplicate_threshold, parameters FROM portfolio`,
    ],
  ])('refuses %s', (statement) => {
    const { db } = temporary.keep(create(join(temporary.folder(), 'p.throughline')));
    db.transaction(() => {
      const list = fieldColumns('initiative');
      const record = initiative('a') as unknown as Record<string, unknown>;
      db.run(
        `INSERT INTO initiative (seq, ${list.map(({ column }) => column).join(', ')}) VALUES (1${', ?'.repeat(list.length)})`,
        ...list.map(({ field, kind }) =>
          kind === 'json' ? '{}' : kind === 'boolean' ? 1 : (record[field] as string | number | null),
        ),
      );
    });
    expect(() => db.transaction(() => db.exec(statement))).toThrow(/constraint failed|cannot store/i);
  });
});

it('a file that claims a schema which was never released is refused', async () => {
  const path = join(temporary.folder(), 'odd.throughline');
  const file = create(path);
  file.db.setPragma('user_version = 7');
  file.close();
  await expect(openPortfolioFile(path)).rejects.toMatchObject({ error: { code: 'not_a_portfolio' } });
});

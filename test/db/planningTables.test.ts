import { describe, expect, it } from 'vitest';
import { sqlTables } from '../../db/columns.ts';
import { migrate } from '../../db/migrate.ts';
import { openInMemory } from '../../db/open.ts';
import { tableNames } from '../../shared/domain/records.ts';
import { roomRows } from './roomRows.ts';
import { temporaryFolders } from './support.ts';

const temporary = temporaryFolders();
const nameOf = (row: unknown): string => (row as { name: string }).name;

/** What one row of each new table looks like, by column, and values that its table must refuse. */
const planningRows: Readonly<Record<string, readonly [row: object, refused: object]>> = {
  team_member: [
    { team_id: 't', name: 'Test', people: 2.5 },
    { team_id: 'nobody', name: ' a', people: -1 },
  ],
  segment: [
    { name: 'S', description: '', kind: 'internal' },
    { name: '', kind: 'other', description: null, importance: 6, retired: 2 },
  ],
  outcome: [
    { name: 'O', description: '', metric: '', unit: '', segment_id: 's', owner_team_id: 't' },
    {
      metric: 'x'.repeat(501),
      unit: 'x'.repeat(101),
      baseline: 2e15,
      target: -2e15,
      due_date: '2023-02-29',
      direction: 'left',
      business_value: 'money',
      segment_id: 'nobody',
      owner_team_id: 'nobody',
      importance: 6,
      current_maturity: 0,
      target_maturity: 1.5,
      needed_money: -1,
      retired: -1,
    },
  ],
  outcome_reading: [
    { outcome_id: 'outcome', date: '2024-02-29', value: -3, note: '' },
    { outcome_id: null, date: '2023-02-29', value: 1e16, note: null },
  ],
  outcome_link: [
    { initiative_id: 'a', outcome_id: 'outcome', weight: 0.5 },
    { initiative_id: 'nobody', outcome_id: 'nobody', weight: 1.1 },
  ],
  segment_link: [
    { initiative_id: 'a', segment_id: 's', weight: 0.5 },
    { initiative_id: null, segment_id: 'nobody', weight: null },
  ],
  allocation: [
    { team_id: 't', initiative_id: 'a', quarter: '2026-Q1', people: 1 },
    { team_id: 'nobody', initiative_id: 'nobody', quarter: '2026-Q5', people: null },
  ],
  handoff: [
    {
      initiative_id: 'a',
      position: 0,
      kind: 'team',
      from_name: '',
      to_name: '',
      passes: '',
      kept_likely: 0.5,
    },
    {
      initiative_id: 'nobody',
      position: -1,
      kind: 'gift',
      from_name: null,
      to_name: 'x'.repeat(501),
      from_team_id: 'nobody',
      to_team_id: 'nobody',
      passes: null,
      wait_days: -1,
      kept_low: -0.1,
      kept_high: 1.1,
      kept_likely: 1.5,
      relearning_days: -1,
      phase_id: 'nobody',
      from_partner_id: 'nobody',
      to_partner_id: 'nobody',
    },
  ],
  tranche: [
    { initiative_id: 'a', position: 0, name: 'T', evidence: '', decision: 'pending' },
    { start_date: '12', end_date: '2024-13-01', amount: 0.5, evidence: null, decision: null, decided_on: '' },
  ],
  overhead_work: [
    { name: 'W', description: '', manual: 0, stopped: 1, team_id: 't', initiative_id: 'a' },
    {
      person_days_per_month: -1,
      manual: 2,
      stopped: null,
      stop_by: 'soon',
      team_id: 'x',
      initiative_id: 'x',
    },
  ],
  saved_view: [
    { name: 'V', area: 'timeline', settings: '{"a":[1]}' },
    { area: '', settings: '[1]' },
  ],
};

const rows = { ...planningRows, ...roomRows };

describe('the tables that came after the first schema', () => {
  function filled() {
    const db = temporary.keep(openInMemory());
    migrate(db);
    db.transaction(() => {
      db.exec(`INSERT INTO team (seq, id, name, mission) VALUES (1, 't', 'T', '');
        INSERT INTO initiative (seq, id, name, description, mode, funded, parameters, extra)
          VALUES (1, 'a', 'A', '', 'project', 1, '{}', '{}');
        INSERT INTO segment (seq, id, name, description) VALUES (1, 's', 'S', '');
        INSERT INTO outcome (seq, id, name, description, metric, unit) VALUES (1, 'outcome', 'O', '', '', '');
        INSERT INTO scenario (seq, id, position, name, description, by_whom, created_at)
          VALUES (1, 'sc', 0, 'S', '', '', '2026');
        INSERT INTO decision (seq, id, name, state, subject, finding_key, reason, owner, happened, by_whom, created_at)
          VALUES (1, 'd', 'D', 'open', 'free', '', '', '', '', '', '2026');
        INSERT INTO guardrail (seq, id, position, name, rule, active) VALUES (1, 'g', 0, 'G', '{}', 1);
        INSERT INTO storyboard (seq, id, position, name, description) VALUES (1, 'b', 0, 'B', '')`);
    });
    return db;
  }

  it('each has a row here', () => {
    const earlier = temporary.keep(openInMemory());
    migrate(earlier, 10);
    const old = new Set(
      earlier.query(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all().map(nameOf),
    );
    const added = tableNames.map((table) => sqlTables[table]).filter((table) => !old.has(table));
    expect(Object.keys(rows).sort()).toEqual([...added].sort());
  });

  it.each(
    Object.entries(rows).flatMap(([table, [row, refused]]) =>
      Object.entries(refused).map(([column, value]) => [table, column, value as unknown, row] as const),
    ),
  )('%s refuses a wrong %s', (table, column, value, row) => {
    const db = filled();
    const insert = (values: object): void => {
      const columns = Object.keys(values);
      db.run(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        ...(Object.values(values) as (string | number | null)[]),
      );
    };
    db.transaction(() => insert({ seq: 50, id: 'good', ...row }));
    expect(() => db.transaction(() => insert({ seq: 51, id: 'bad', ...row, [column]: value }))).toThrow(
      /constraint failed|cannot store/i,
    );
  });
});

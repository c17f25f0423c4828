import { expect, it } from 'vitest';
import { sqlTables } from '../../db/columns.ts';
import { migrate } from '../../db/migrate.ts';
import { openInMemory, sqliteCode } from '../../db/open.ts';
import { referenceColumns } from '../../db/repositories/records.ts';
import { tableNames } from '../../shared/domain/records.ts';
import { temporaryFolders } from './support.ts';

const temporary = temporaryFolders();
function migrated() {
  const db = temporary.keep(openInMemory());
  migrate(db);
  return db;
}

const hot = [
  ...tableNames.flatMap((table) => [
    `SELECT * FROM "${sqlTables[table]}" WHERE id = ?`,
    `SELECT * FROM "${sqlTables[table]}" WHERE seq BETWEEN ? AND ?`,
    `SELECT id FROM "${sqlTables[table]}" WHERE seq > ? ORDER BY seq LIMIT 1`,
    `DELETE FROM "${sqlTables[table]}" WHERE id = ?`,
  ]),
  ...referenceColumns().map(
    ({ table, column }) => `SELECT * FROM "${table}" WHERE ${column} = ? ORDER BY seq`,
  ),
  `SELECT * FROM history_entry WHERE state = 'done' ORDER BY id DESC LIMIT 1`,
  `SELECT * FROM history_entry WHERE state = 'undone' ORDER BY id LIMIT 1`,
  `SELECT * FROM history_entry ORDER BY id DESC LIMIT ?`,
];

it.each(hot)('%s looks nothing up by reading a whole table', (sql) => {
  const plan = migrated().explain(sql).join('\n');
  expect(plan).not.toMatch(/USE TEMP B-TREE/);
  // Walking the newest entries of the history is a scan by design: it stops at its limit.
  if (!sql.includes('ORDER BY id DESC LIMIT ?')) expect(plan).not.toMatch(/^SCAN/m);
});

it('a reading handle refuses to write, and a full disk has a name', () => {
  const db = migrated();
  expect(() => db.query('DELETE FROM team')).toThrow(/writes/);
  db.setPragma(`max_page_count = ${Number(db.pragmaValue('page_count'))}`);
  let code: string | null = null;
  try {
    db.run(`INSERT INTO team (id, name, mission) VALUES ('a', 'b', ?)`, 'x'.repeat(100_000));
  } catch (error) {
    code = sqliteCode(error);
  }
  expect(code).toBe('SQLITE_FULL');
});

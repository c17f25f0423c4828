/**
 * Changes the portfolio named on the command line for as long as it lives, and prints each change once it is
 * acknowledged: `add N`, `undo`, `redo`.
 */
import { writeSync } from 'node:fs';
import { mutate, redo, undo } from '../../../db/changes.ts';
import { openPortfolioFile } from '../../../db/portfolioFile.ts';
import { newInitiative, newPhase } from '../../../shared/domain/defaults.ts';

const file = await openPortfolioFile(process.argv[2] ?? '');
if (file.readOnly !== null) throw new Error(`open for reading only: ${file.readOnly}`);
const { db } = file;
const start = Number(process.argv[3]);
// Written without a buffer of ours in between: what the parent reads has happened.
const say = (line: string) => writeSync(1, `${line}\n`);
say('ready');
for (let index = start; ; index += 1) {
  const id = `i${index}`;
  mutate(db, { label: { key: 'add', params: { index } }, by: '', at: new Date().toISOString() }, (writer) => {
    writer.add('initiative', {
      ...newInitiative(id, `Initiative ${index}`),
      description: 'x'.repeat((index * 37) % 5000),
    });
    for (let position = 0; position < 3; position += 1) {
      writer.add('phase', newPhase(`${id}-${position}`, id, position, 'build', `Phase ${position}`));
    }
  });
  say(`add ${index}`);
  if (index % 5 === 4) {
    undo(db);
    say('undo');
    redo(db);
    say('redo');
  }
}

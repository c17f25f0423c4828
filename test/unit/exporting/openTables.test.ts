import { describe, expect, it } from 'vitest';
import type { Initiative } from '../../../shared/domain/records.ts';
import { newStoryboardPage } from '../../../shared/domain/roomDefaults.ts';
import type { ReportPage } from '../../../shared/report/page.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';
import { reportOf } from '../../helpers/reportOf.ts';
import { syntheticRecords } from '../../helpers/syntheticRecords.ts';

const listed = (initiatives: readonly Initiative[], arranged = false): ReportPage => {
  const records = recordsOf({
    initiative: initiatives,
    storyboard: [{ id: 'b', position: 0, name: 'B', description: '' }],
    storyboardPage: [{ ...newStoryboardPage('p', 'b', 0, 'initiatives'), state: { table: {} } }],
  });
  return reportOf(records, { pages: ['initiatives'], storyboard: arranged ? 'b' : null }).pages[0]!;
};
const namesOn = ({ placedTable }: ReportPage) => placedTable?.rows.map(([name]) => name);
const columnsOf = ({ placedTable }: ReportPage) => placedTable?.columns.map(({ id }) => id);

describe('the table of initiatives', () => {
  const few = [
    initiative('Small', { budget: 100_00 }),
    initiative('Unknown', { budget: null }),
    initiative('Large', { budget: 900_00, owner: 'Jo' }),
  ];

  it('that nobody arranged begins with the most money, and has no column in which nothing is known', () => {
    expect(namesOn(listed(few))).toEqual(['Large', 'Small', 'Unknown']);
    const columns = columnsOf(listed(few));
    expect(columns).toEqual(expect.arrayContaining(['name', 'mode', 'budget', 'owner']));
    expect(columns).not.toContain('spent');
    expect(columnsOf(listed(few.map((each) => ({ ...each, spent: 1_00 }))))).toContain('spent');
  });

  it('stays in the order and the columns of those who arranged it', () => {
    expect(namesOn(listed(few, true))).toEqual(['Small', 'Unknown', 'Large']);
    expect(columnsOf(listed(few, true))).toContain('spent');
  });

  it('says what the rows have in common where not all find room, as far as anything is known of it', () => {
    const many = (budget: number | null) =>
      Array.from({ length: 90 }, (_, at) =>
        initiative(`Initiative ${at}`, { budget: budget && budget + at }),
      );
    expect(listed(many(100_00)).subtitle).toMatch(/^The \d+ with most money of all 90 are shown\.$/);
    expect(listed(many(null)).subtitle).toMatch(/^The first \d+ of 90 are shown\.$/);
  });
});

describe('the strip of releases', () => {
  it('says on a page how many rows that has, and nothing of what a picture on the screen holds', () => {
    const [page] = reportOf(syntheticRecords({ initiatives: 320, capabilities: 4, seed: 1 }), {
      pages: ['cadence'],
    }).pages;
    expect(page?.subtitle).toMatch(/The first \d+ of 3\d\d are shown\.$/);
    expect(page?.subtitle).not.toMatch(/exported|keys/);
  });
});

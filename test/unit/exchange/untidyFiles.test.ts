import { describe, expect, test } from 'vitest';
import type { Initiative } from '../../../shared/domain/records.ts';
import { importText } from './helpers.ts';
import { lines } from './listCases.ts';

const valuesOf = (list: readonly Initiative[], ...fields: readonly (keyof Initiative)[]): unknown[][] =>
  list.map((each) => fields.map((field) => each[field]));
const noteOf = async (text: string | Uint8Array, what: string) =>
  ((await importText(text)).report.notes ?? []).find((note) => note.what === what);

describe('amounts that several people typed', () => {
  test('are read by the sign that each proves, where that of the column cannot be', async () => {
    const { initiatives } = await importText(
      lines('Projekt;Budget', 'Portal;1.234.567,89 €', 'Netz;1,234,567.89 €', 'Archiv;12,50 €'),
    );
    expect(valuesOf(initiatives, 'name', 'budget')).toEqual([
      ['Portal', 123_456_789],
      ['Netz', 123_456_789],
      ['Archiv', 1_250],
    ]);
  });

  test('that prove nothing follow the column', async () => {
    const { initiatives } = await importText(
      lines('Project;Budget', 'Portal;"1,250.5"', 'Net;"1,250"', 'Archive;"12,5"', 'Wifi;"1,25,0"'),
    );
    expect(valuesOf(initiatives, 'budget')).toEqual([[125_050], [125_000], [1_250], [null]]);
  });

  test('that are only a lower bound are none', async () => {
    const { initiatives, report } = await importText(
      lines('Project,Budget', 'Rail,€1bn+', 'Road,€50m', 'Net,€20m'),
    );
    expect(valuesOf(initiatives, 'budget')).toEqual([[null], [5_000_000_000], [2_000_000_000]]);
    expect(report.unreadable).toMatchObject([{ row: 2, reason: 'amount_range', value: '€1bn+' }]);
  });

  test('in cedis and in shillings of the plural are read', async () => {
    const cedis = await importText(lines('Project,Budget', 'Net,"GH₵1,200.50"', 'Grid,₵ 300'));
    expect([cedis.preview.plan.currency, valuesOf(cedis.initiatives, 'budget')]).toEqual([
      'GHS',
      [[120_050], [30_000]],
    ]);
    const shillings = await importText(lines('Project,Budget (KES)', 'Net,Kshs. 350 million', 'Grid,KSh 2m'));
    expect(valuesOf(shillings.initiatives, 'budget')).toEqual([[35_000_000_000], [200_000_000]]);
  });
});

describe('days written in several ways in one column', () => {
  const rows = (first: string) =>
    lines('Project,Start,End', `Portal,${first},12/31/2025`, 'Net,25.04.2025,06/30/2025', 'Core,03.04.2025,');

  test('with dots begin with their day, and prove nothing of those with strokes', async () => {
    const { initiatives } = await importText(rows('3/4/2025'));
    expect(valuesOf(initiatives, 'startDate', 'endDate')).toEqual([
      ['2025-03-04', '2025-12-31'],
      ['2025-04-25', '2025-06-30'],
      ['2025-04-03', null],
    ]);
  });

  test('that prove nothing are said to be open', async () => {
    const open = lines('Project,Start', 'Portal,3/4/2025', 'Net,25.04.2025');
    expect((await importText(open)).initiatives[0]?.startDate).toBe('2025-04-03');
    expect(await noteOf(open, 'dayOrderOpen')).toBeDefined();
  });

  test.each([
    ['Project,Start,End\nA,2025-01-01,when ready\nB,2025-02-01,after phase 2\n', ['End']],
    ['Task Name,Due Date\nLedger,1767139200000\nFeeds,1759190400000\n', ['Due Date']],
    ['Project,Start date,End date\nA,after summer,2025-12-01\nB,sometime,2025-12-31\n', ['Start date']],
  ])('that nobody can read are said: %#', async (text, examples) => {
    expect(await noteOf(text, 'datesLeft')).toEqual({ what: 'datesLeft', count: 1, examples });
  });

  test('an end column that is empty is not said', async () => {
    expect(await noteOf('Project,Start,End\nA,2025-01-01,\nB,2025-02-01,\n', 'datesLeft')).toBeUndefined();
  });
});

describe('marks that nobody sees', () => {
  test('are taken out of names of columns and out of cells', async () => {
    const { initiatives } = await importText(
      lines(
        '\u200bProject\u00a0Name,Bud\u00adget,Owner',
        '\u200eData\u00adhub\u200f,１２０，０００,\u2067עדי\u2069',
      ).replace('１２０，０００', '"１２０，０００"'),
    );
    expect(valuesOf(initiatives, 'name', 'budget', 'owner')).toEqual([['Datahub', 12_000_000, 'עדי']]);
  });

  test('that join letters and signs stay', async () => {
    const { initiatives } = await importText(lines('Project,Owner', 'می‌خواهم 👩‍💻,Ann'));
    expect(initiatives[0]?.name).toBe('می‌خواهم 👩‍💻');
  });

  test('an apostrophe before a number is none of it, and one before a word is', async () => {
    const { initiatives } = await importText(
      lines('Project ID,Project,Budget,Start date', "'007,'s-Gravenhage,'80000,'2025-05-01"),
    );
    expect(valuesOf(initiatives, 'externalId', 'name', 'budget', 'startDate')).toEqual([
      ['007', "'s-Gravenhage", 8_000_000, '2025-05-01'],
    ]);
  });
});

describe('a file put together badly', () => {
  test('in two encodings has its letters as they were written, and says so', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Project;Owner\nCafé;Zoë\n', 'utf8'),
      Buffer.from('München;Jörg Müller\n', 'latin1'),
    ]);
    const { initiatives } = await importText(bytes);
    expect(valuesOf(initiatives, 'name', 'owner')).toEqual([
      ['Café', 'Zoë'],
      ['München', 'Jörg Müller'],
    ]);
    // A plan that was kept says the encoding, and reads it in the same way.
    const kept = await importText(bytes, { encoding: 'cp1252' });
    expect(kept.initiatives.map(({ name }) => name)).toEqual(['Café', 'München']);
    expect(await noteOf(bytes, 'encodingsMixed')).toEqual({
      what: 'encodingsMixed',
      count: 2,
      examples: ['é', 'ë'],
    });
  });

  test('in cp1252 alone is read as before', async () => {
    const bytes = Buffer.from('Project;Owner\nCaf\xe9 \xabCAF\xc9\xbb;J\xf6rg\n', 'latin1');
    const { initiatives } = await importText(bytes);
    expect(valuesOf(initiatives, 'name', 'owner')).toEqual([['Café «CAFÉ»', 'Jörg']]);
    expect(await noteOf(bytes, 'encodingsMixed')).toBeUndefined();
  });

  test('with each line in a single cell is split into columns, and says so', async () => {
    const text = lines('"Project,Owner,Budget"', '"Portal,""Green, Ann"",120000"', '"Net,,""1,200,000"""');
    const { initiatives } = await importText(text);
    expect(valuesOf(initiatives, 'name', 'owner', 'budget')).toEqual([
      ['Portal', 'Green, Ann', 12_000_000],
      ['Net', null, 120_000_000],
    ]);
    expect(await noteOf(text, 'linesInCells')).toMatchObject({ count: 3 });
  });

  test('with one quoted column whose texts have commas stays one column', async () => {
    const { initiatives } = await importText(lines('"Project"', '"Portal, new"', '"Net, old"', '"Core"'));
    expect(initiatives.map(({ name }) => name)).toEqual(['Portal, new', 'Net, old', 'Core']);
  });

  test('from a calculated column of SharePoint has its values without their types', async () => {
    const { initiatives } = await importText(
      lines(
        'Title,Start,End,Budget',
        'Treasury,datetime;#2024-02-01 00:00:00,datetime;#2025-01-31 00:00:00,float;#450000.00000000',
        'Invoicing,datetime;#2025-03-01 00:00:00,,float;#120000.00000000',
      ),
    );
    expect(valuesOf(initiatives, 'startDate', 'endDate', 'budget')).toEqual([
      ['2024-02-01', '2025-01-31', 45_000_000],
      ['2025-03-01', null, 12_000_000],
    ]);
  });

  test('with the top of each page again, and sums before what they sum, has its rows alone', async () => {
    const { initiatives, report } = await importText(
      lines(
        'Portfolio report,,,,page 1',
        'Project,Owner,Budget (k€),Start,End',
        'Subtotal Finance,,900,,',
        'Ledger,Ann,500,01/02/2025,31/10/2025',
        'Treasury,Bob,400,15/03/2025,30/11/2025',
        'Portfolio report,,,,page 2',
        'Project,Owner,Budget (k€),Start,End',
        'Subtotal HR,,600,,',
        'Payroll,Cat,600,01/05/2025,31/12/2025',
      ),
    );
    expect(valuesOf(initiatives, 'name', 'budget')).toEqual([
      ['Ledger', 50_000_000],
      ['Treasury', 40_000_000],
      ['Payroll', 60_000_000],
    ]);
    expect(report.skipped).toEqual([
      { row: 3, reason: 'total' },
      { row: 6, reason: 'header' },
      { row: 7, reason: 'header' },
      { row: 8, reason: 'total' },
    ]);
  });

  test('of parts that are numbered keeps what each part is called', async () => {
    const { initiatives, report } = await importText(
      lines(
        'Tranche 1,,,',
        'Project,Owner,Budget,Start',
        'Ledger,Ann,500000,01/02/2025',
        'Treasury,Bob,400000,15/03/2025',
        'Tranche 2,,,',
        'Project,Owner,Budget,Start',
        'Payroll,Cat,600000,01/05/2025',
        'Time sheets,Dan,300000,01/06/2025',
      ),
    );
    expect(valuesOf(initiatives, 'name', 'collaborationGroup').slice(2)).toEqual([
      ['Payroll', 'Tranche 2'],
      ['Time sheets', 'Tranche 2'],
    ]);
    expect(report.skipped).toEqual([
      { row: 5, reason: 'group' },
      { row: 6, reason: 'header' },
    ]);
  });
});

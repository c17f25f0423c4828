import { describe, expect, test } from 'vitest';
import { importText } from './helpers.ts';
import { lines } from './listCases.ts';

const partners = async (...cells: readonly string[]) => {
  const { changes, initiatives } = await importText(
    lines('Project,Supplier', ...cells.map((cell, at) => `P${at},"${cell}"`)),
  );
  const nameOf = new Map((changes.add.partner ?? []).map(({ id, name }) => [id, name]));
  return initiatives.map(({ id }) =>
    (changes.add.engagement ?? [])
      .filter(({ initiativeId }) => initiativeId === id)
      .map(({ partnerId }) => nameOf.get(partnerId)),
  );
};

describe('a cell with another sign between its names than the rest of its column', () => {
  test.each([
    [
      'a comma, where each part stands alone elsewhere',
      ['Salesforce', 'SAP; Accenture', 'Salesforce, Accenture'],
      [['Salesforce'], ['SAP', 'Accenture'], ['Salesforce', 'Accenture']],
    ],
    [
      'a stroke and a Chinese comma',
      ['甲公司；乙公司', '乙公司、甲公司', '甲公司/乙公司'],
      [
        ['甲公司', '乙公司'],
        ['乙公司', '甲公司'],
        ['甲公司', '乙公司'],
      ],
    ],
    [
      'none, where a part is not known: it may be one name',
      ['SAP; Accenture', 'Booz, Allen & Hamilton', 'Accenture, Berlin', 'Inc; Ltd', 'Foo, Inc, Bar'],
      [
        ['SAP', 'Accenture'],
        ['Booz, Allen & Hamilton'],
        ['Accenture, Berlin'],
        ['Inc', 'Ltd'],
        ['Foo, Inc, Bar'],
      ],
    ],
  ])('%s', async (_, cells, names) => {
    expect(await partners(...cells)).toEqual(names);
  });
});

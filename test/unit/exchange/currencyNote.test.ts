import { describe, expect, test } from 'vitest';
import { importText, recordsWith } from './helpers.ts';

const open = async (text: string, currency = 'USD', plan = {}) => {
  const { report } = await importText(text, plan, recordsWith({ currency }));
  return (report.notes ?? []).filter(({ what }) => what === 'currencyOpen');
};

describe('a sign that several currencies share', () => {
  test.each([
    ['Nombre del proyecto,Presupuesto\nPortal,"$1.200.000"\nRed,"$900.000"\n', 'MXN', '$ → MXN'],
    ['Project name,Budget\nPortal,"$6,279,429"\n', 'CAD', '$ → CAD'],
    ['Projeto,Orçamento ($)\nPortal,1200\n', 'EUR', '$ → USD'],
    ['Project,Budget\nPortal,¥1200\n', 'CNY', '¥ → CNY'],
    ['Projektnavn,Budsjett\nPortal,1200 kr\n', 'USD', 'kr → NOK'],
    ['Project,Cost (Rs. in crore)\nPortal,1200\n', 'USD', 'Rs → INR'],
    ['Project,Cost (Rs. in million)\nPortal,1200\n', 'PKR', 'Rs → PKR'],
    ['(Rs. in lakh)\n\nProject,Cost\nPortal,1200\n', 'USD', 'Rs → INR'],
    ['Millones de pesos\n\nProyecto,Presupuesto\nPortal,$1200\n', 'USD', 'pesos → MXN'],
    ['Projet,Budget (FCFA)\nPortail,1200\n', 'XAF', 'FCFA → XAF'],
  ])('is said with the currency that was taken: %#', async (text, currency, said) => {
    expect(await open(text, currency)).toEqual([{ what: 'currencyOpen', count: 1, examples: [said] }]);
  });

  test('is said in a list whose decimal sign is a comma, too', async () => {
    expect(await open('Proyecto;Monto\nPortal;$ 1.200.000,00\nRed;$ 900.000,00\n')).toMatchObject([
      { examples: ['$ → USD'] },
    ]);
  });

  test.each([
    ['Project,Budget\nPortal,US$1200\nRed,$900\n'],
    ['Project,Budget (CAD)\nPortal,$1200\n'],
    ['Project,Currency,Budget\nPortal,CAD,$1200\n'],
    ['All amounts in AUD\n\nProject,Budget\nPortal,$1200\n'],
    ['项目名称,预算\n门户,¥1200\n'],
    ['Project,Budget\nPortal,1200\n'],
    ['Project,Owner\nPortal,Ann\n'],
  ])('is not said where the list says what it means, or has none: %#', async (text) => {
    expect(await open(text)).toEqual([]);
  });

  const told = async (text: string, settings: { currency?: string } = {}) => {
    const { report, preview } = await importText(text, {}, recordsWith(settings));
    const notes = (report.notes ?? []).filter(({ what }) => what.startsWith('currency'));
    return [preview.plan.currency, notes.map(({ what, examples }) => `${what} ${examples}`).join()];
  };

  test.each([
    ['Project,Province,Budget\nA,Ontario,$1200\nB,Québec,$900\n', 'CAD', 'Province: Ontario'],
    ['Project,Jurisdiction,Budget\nA,NSW,$1200\nB,Vic,$900\n', 'AUD', 'Jurisdiction: NSW'],
    [
      'Proyecto;Entidad federativa;Presupuesto\nA;Jalisco;$1200\nB;CDMX;$900\n',
      'MXN',
      'Entidad federativa: Jalisco',
    ],
    [
      'Proyecto;Departamento;Presupuesto\nA;Antioquia;$ 1.200.000\nB;Huila;$ 900.000\n',
      'COP',
      'Departamento: Antioquia',
    ],
    ['Project,Country,Budget\nA,New Zealand,$1200\nB,New Zealand,$900\n', 'NZD', 'Country: New Zealand'],
    ['Project,Budget,Notes\nA,$1200,NZD figures\nB,$900,\n', 'NZD', 'NZD figures'],
    [
      'Project,Owner,Budget\nA,Parks Canada,$1200\nB,Health Canada Office,$900\nC,Library of Canada,$800\n',
      'CAD',
      'Parks Canada',
    ],
    ['Project,Budget,Notes\nA,$1200,was S$ 900 before\nB,$900,\n', 'SGD', 'was S$ 900 before'],
    [
      'Large projects of the Government of Canada,\nProject,Budget\nA,$1200\nB,$900\n',
      'CAD',
      'Large projects of the Government of Canada',
    ],
  ])('is that of the country which the list speaks of: %#', async (text, currency, by) => {
    expect(await told(text)).toEqual([currency, `currencyTold $ → ${currency}: ${by}`]);
    // Where the portfolio is in it as well, there is no doubt.
    expect(await told(text, { currency })).toEqual([currency, '']);
  });

  test.each([
    [
      'Public Sector Projects of Pakistan,\nProject,Cost (Rs. in million)\nA,12\n',
      'Rs → PKR: Public Sector Projects of Pakistan',
      'PKR',
    ],
    ['Project,Country,Cost (Rs. Mn)\nA,Sri Lanka,12\nB,Sri Lanka,9\n', 'Rs → LKR: Country: Sri Lanka', 'LKR'],
    [
      'Proyectos de Colombia\nMillones de pesos\nProyecto,Presupuesto\nA,$1200\n',
      'pesos → COP: Proyectos de Colombia',
      'COP',
    ],
  ])('that is a word is that of the country, too: %#', async (text, said, currency) => {
    expect(await told(text)).toEqual([currency, `currencyTold ${said}`]);
  });

  test.each([
    ['places of several countries', 'Project,Country,Budget\nA,Canada,$1200\nB,Australia,$900\n'],
    ['departments that are none of a country', 'Project,Department,Budget\nA,Finance,$1200\nB,IT,$900\n'],
    [
      'countries that few rows name, or that say something else',
      'Project,Budget,Notes\nA,$1200,let us go\nB,$900,New Mexico\nC,$8,New Mexico\nD,$7,Chile con carne\nE,$7,New Mexico\n',
    ],
    ['drawings', 'Project,Budget,Notes\nA,$1200,new CAD system\nB,$900,\n'],
    ['two currencies', 'Project,Budget,Notes\nA,$1200,was 5 CAD\nB,$900,in AUD\n'],
    ['states that are no places', 'Project,State,Budget\nA,Active,$1200\nB,Done,$900\n'],
  ])('stays open beside %s', async (_, text) => {
    expect(await told(text)).toEqual(['USD', 'currencyOpen $ → USD']);
  });

  test('stays that of a portfolio which holds money, and what speaks against it is said', async () => {
    const text = 'Project,Province,Budget\nA,Ontario,$1200\nB,Québec,$900\n';
    const records = recordsWith({ dayRate: 100_000 });
    const { report, preview } = await importText(text, {}, records);
    expect(preview.plan.currency).toBe('USD');
    expect(report.notes).toContainEqual({
      what: 'currencyOpen',
      count: 1,
      examples: ['$ → USD, Province: Ontario'],
    });
  });

  test('the currency can be chosen, and the amounts come in as that', async () => {
    const { report, changes } = await importText('Proyecto,Presupuesto\nPortal,$1200\n', { currency: 'CLP' });
    expect(report.sums).toEqual({ budget: 1200, currency: 'CLP' });
    expect(changes.update.portfolio?.[0]?.currency).toBe('CLP');
  });
});

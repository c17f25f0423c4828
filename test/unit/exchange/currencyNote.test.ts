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
  ])('is said with the currency that was taken: %#', async (text, currency, said) => {
    expect(await open(text, currency)).toEqual([{ what: 'currencyOpen', count: 1, examples: [said] }]);
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

  test('the currency can be chosen, and the amounts come in as that', async () => {
    const { report, changes } = await importText('Proyecto,Presupuesto\nPortal,$1200\n', { currency: 'CLP' });
    expect(report.sums).toEqual({ budget: 1200, currency: 'CLP' });
    expect(changes.update.portfolio?.[0]?.currency).toBe('CLP');
  });
});

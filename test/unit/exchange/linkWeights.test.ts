import { describe, expect, test } from 'vitest';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { sharesOf } from '../../../shared/exchange/joining/linkWeights.ts';
import { importTogether } from './helpers.ts';

const csv = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const plain = csv('ID,Initiative,Budget', 'P-1,Payroll,10', 'P-2,Ledger,20');
const served = (after: PortfolioRecords): readonly string[] =>
  Object.values(after.contribution)
    .map(
      ({ initiativeId, capabilityId, weight }) =>
        `${after.initiative[initiativeId]?.name} ~ ${after.capability[capabilityId]?.name} ${Math.round(weight * 1000) / 10}`,
    )
    .sort();
const mapped = async (header: string, ...rows: readonly string[]) =>
  importTogether([
    ['initiatives.csv', plain],
    ['mapping.csv', csv(`Initiative,Capability,${header}`, ...rows)],
  ]);

describe('weights of a table of links', () => {
  test.each([
    ['per cents in the cells', 'Weight', ['60 %', '40 %', '100 %']],
    ['per cents in the header', 'Share (%)', ['60', '40', '100']],
    ['per cents that nobody calls so', 'Allocation', ['60', '40', '100']],
    ['parts of one', 'Share of effort', ['0.6', '0.4', '1']],
    ['parts of one under a header in per cent', 'Share %', ['0.6', '0.4', '1']],
    ['decimal commas', 'Anteil', ['"0,6"', '"0,4"', '"1,0"']],
    ['points', 'Weight', ['3', '2', '5']],
    ['Chinese', '占比', ['60%', '40%', '100%']],
  ])('are shares: %s', async (_, header, [first, second, third]) => {
    const { after, report } = await mapped(
      header,
      `P-1,Billing,${first}`,
      `P-1,Collections,${second}`,
      `P-2,Billing,${third}`,
    );
    expect(served(after)).toEqual([
      'Ledger ~ Billing 100',
      'Payroll ~ Billing 60',
      'Payroll ~ Collections 40',
    ]);
    expect(report.tables).toMatchObject([{ role: 'links', created: 3, issues: [] }]);
  });

  test('leave to nobody what they do not name, and change nothing the second time', async () => {
    const files = [
      ['initiatives.csv', plain],
      ['mapping.csv', csv('Initiative,Capability,Share', 'P-1,Billing,50 %', 'P-1,Collections,20 %')],
    ] as const;
    const { after } = await importTogether(files);
    expect(served(after)).toEqual(['Payroll ~ Billing 50', 'Payroll ~ Collections 20']);
    const again = await importTogether(files, {}, after);
    expect([...Object.values(again.changes.add), ...Object.values(again.changes.update)].flat()).toEqual([]);
  });

  test('change the shares that were there', async () => {
    const { after } = await mapped('Share', 'P-1,Billing,50 %', 'P-1,Collections,50 %');
    const next = await importTogether(
      [
        ['initiatives.csv', plain],
        ['mapping.csv', csv('Initiative,Capability,Share', 'P-1,Billing,70 %', 'P-1,Treasury,10 %')],
      ],
      {},
      after,
    );
    // What the list no longer names keeps what is left.
    expect(served(next.after)).toEqual([
      'Payroll ~ Billing 70',
      'Payroll ~ Collections 20',
      'Payroll ~ Treasury 10',
    ]);
    expect(next.report.tables).toMatchObject([{ role: 'links', created: 1, updated: 1 }]);
  });

  test('that are not known share their initiative equally, and the report says where', async () => {
    const { after, report } = await mapped(
      'Weight',
      'P-1,Billing,60 %',
      'P-1,Collections,most',
      'P-2,Billing,70 %',
      'P-2,Treasury,30 %',
    );
    expect(served(after)).toEqual([
      'Ledger ~ Billing 70',
      'Ledger ~ Treasury 30',
      'Payroll ~ Billing 50',
      'Payroll ~ Collections 50',
    ]);
    expect(report.tables?.[0]?.issues).toEqual([
      { row: 3, column: 'Weight', reason: 'not_a_number', value: 'most' },
    ]);
  });

  test('of more than all are made to fit, and the report says whose', async () => {
    const { after, report } = await mapped('Weight', 'P-1,Billing,90 %', 'P-1,Collections,60 %');
    expect(served(after)).toEqual(['Payroll ~ Billing 60', 'Payroll ~ Collections 40']);
    expect(report.tables?.[0]?.notes).toEqual([{ what: 'sharesFitted', count: 1, examples: ['Payroll'] }]);
  });

  test('of nothing tie to nothing; words weigh nothing, and everything is shared equally', async () => {
    const none = await mapped('Weight', 'P-1,Billing,100 %', 'P-1,Collections,0 %');
    expect(served(none.after)).toEqual(['Payroll ~ Billing 100']);
    const words = await mapped('Weight', 'P-1,Billing,High', 'P-1,Collections,Low');
    expect(served(words.after)).toEqual(['Payroll ~ Billing 50', 'Payroll ~ Collections 50']);
  });

  test('are those of a name together where rows say several, and once where they say the same', async () => {
    const { after } = await mapped(
      'Weight',
      'P-1,Billing,30 %',
      'P-1,Billing,20 %',
      'P-1,Collections,50 %',
      'P-1,Collections,50 %',
    );
    expect(served(after)).toEqual(['Payroll ~ Billing 50', 'Payroll ~ Collections 50']);
  });
});

test('shares of days are each against the others, and never more than all', () => {
  expect(sharesOf([[10, 30], [5]], false)).toEqual({ shares: [[0.25, 0.75], [1]], fitted: [] });
  expect(sharesOf([[120, 30], [50]], true)).toEqual({ shares: [[0.8, 0.2], [0.5]], fitted: [0] });
  expect(sharesOf([[0], []], true)).toEqual({ shares: [[0], []], fitted: [] });
});

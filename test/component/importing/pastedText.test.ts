import { expect, test, vi } from 'vitest';
import { looksLikeRows, pastedRows, tableText } from '../../../renderer/features/importing/pastedText.ts';

const data = (types: Readonly<Record<string, string>>) => ({ getData: (type: string) => types[type] ?? '' });

test('rows of a spreadsheet are taken as their text', () => {
  const plain = 'ID\tName\nP-1\t"two\nlines"\n';
  expect(
    pastedRows(data({ 'text/plain': plain, 'text/html': '<table><tr><td>other</td></tr></table>' })),
  ).toBe(plain);
});

test('a table of a page becomes rows, with merged cells in each of their places', () => {
  const html = `<p>Portfolio</p><table>
    <tr><th colspan="3">All of 2026</th></tr>
    <tr><th>Name</th><th>Owner</th><th>Note</th></tr>
    <tr><td>Payroll</td><td rowspan="2">HR &amp; pay</td><td>says "yes"</td></tr>
    <tr><td>Ledger</td><td></td></tr>
  </table>`;
  expect(pastedRows(data({ 'text/plain': 'Name Owner', 'text/html': html }))).toBe(
    'All of 2026\nName\tOwner\tNote\nPayroll\tHR & pay\t"says ""yes"""\nLedger\tHR & pay\t\n',
  );
});

test('lines within a cell stay words of their own, and a table in a cell stays in it', () => {
  expect(
    tableText(
      '<table><tr><td>Ada<br>Grace</td><td><p>one</p><p>two</p></td></tr><tr><td>x</td><td><table><tr><td>in</td><td>side</td></tr></table></td></tr></table>',
    ),
  ).toBe('Ada Grace\tone two\nx\tin side\n');
});

test('styles, scripts and addresses of a copied page are neither said nor asked for', () => {
  // The browser holds what it parses against the policy of the page, and logs each breach.
  const parsed = vi.spyOn(DOMParser.prototype, 'parseFromString');
  expect(
    tableText(
      '<base href="https://example.invalid/"><style>td{color:red}</style><table style="width:9px"><tr onclick="x()"><td><style>p{}</style>A &amp; B</td></tr></table>',
    ),
  ).toBe('A & B\n');
  expect(parsed).not.toHaveBeenCalled();
});

test('markup without a table, and one that runs nothing', () => {
  expect(tableText('<p>only words</p>')).toBeNull();
  expect(tableText('<table><tr><td>  </td></tr></table>')).toBeNull();
  expect(pastedRows(data({ 'text/plain': 'only words', 'text/html': '<b>only words</b>' }))).toBe(
    'only words',
  );
  tableText(
    '<table><tr><td><img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>A</td></tr></table>',
  );
  expect('ran' in globalThis).toBe(false);
  expect(
    tableText(`<table><tr><td rowspan="999999999" colspan="-1">A</td><td>B</td></tr></table>`),
  ).toContain('A\tB');
});

test('prose is no list', () => {
  expect(looksLikeRows('Dear all,\nthe list follows.\n')).toBe(false);
  expect(looksLikeRows('one\tline')).toBe(false);
  expect(looksLikeRows('ID\tName\r\nP-1\tPayroll\r\n')).toBe(true);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { htmlScript } from '../../../electron/core/exporting/htmlScript.ts';
import { htmlTable, ROWS_AT_ONCE } from '../../../electron/core/exporting/htmlTable.ts';
import type { Language } from '../../../shared/text/area.ts';

/** The part of a web page that has a table of so many rows, numbered from 1; every third row's amount is not known. */
function sectionOf(count: number, language: Language = 'en'): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const amount = at % 3 === 2 ? null : 1.5 * (at + 1);
    const name = `Row ${at + 1} <&>`;
    return [
      { value: name, text: name },
      { value: amount, text: amount === null ? '–' : `$${amount}` },
    ];
  });
  const columns = [
    { id: 'name', label: 'Name', kind: 'text' as const },
    { id: 'amount', label: 'Amount', kind: 'number' as const },
  ];
  return `<button id="theme">Theme</button><section>${htmlTable({ caption: 'Rows', columns, rows }, 'Title', language)}</section>`;
}

/** Opens it as a browser does that runs scripts. */
function open(section: string): void {
  document.body.innerHTML = section;
  new Function(htmlScript)();
}
const rowsIn = (page: Document): readonly Element[] => [...page.querySelectorAll('tbody tr')];
const names = (page: Document = document): readonly (string | null)[] =>
  rowsIn(page).map((row) => row.firstElementChild!.textContent);
const numbered = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `Row ${at + 1} <&>`);
const press = (name: string): void =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)!.click();

beforeEach(() => {
  document.documentElement.lang = 'en';
});

describe('a table of a web page', () => {
  it('shows its first rows where it is long, and all of them where they are asked for', () => {
    open(sectionOf(1234));
    expect(names()).toEqual(numbered(ROWS_AT_ONCE));
    const { textContent } = document.querySelector('.more')!;
    expect(textContent).toBe('The first 300 of 1,234 are shown. Show all rows (1,234)');
    press('Show all rows (1,234)');
    expect(names()).toEqual(numbered(1234));
    expect(document.querySelector('.more')).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Rows');
  });

  it('shows a very long one portion by portion, sorted or not, and says how far it is', () => {
    open(sectionOf(4500));
    const button = () => document.querySelector<HTMLElement>('.more button')!;
    const said = () => document.querySelector('.more [role=status]')!.textContent;
    button().focus();
    press('Show more rows (2,000)');
    expect(names()).toEqual(numbered(2300));
    expect(said()).toBe('The first 2,300 of 4,500 are shown.');
    expect(document.activeElement).toBe(button());
    press('Amount');
    press('Amount');
    expect(names()).toHaveLength(2300);
    expect(names()[0]).toBe('Row 4499 <&>');
    press('Show more rows (2,000)');
    expect(said()).toBe('The first 4,300 of 4,500 are shown.');
    press('Show all rows (4,500)');
    expect(new Set(names())).toEqual(new Set(numbered(4500)));
    expect(names()[0]).toBe('Row 4499 <&>');
    expect(document.querySelector('.more')).toBeNull();
  });

  it('sorts all its rows, not those alone that it shows, and keeps what is not known last', () => {
    open(sectionOf(1000));
    press('Amount');
    expect(names().slice(0, 3)).toEqual(['Row 1 <&>', 'Row 2 <&>', 'Row 4 <&>']);
    press('Amount');
    expect(names().slice(0, 3)).toEqual(['Row 1000 <&>', 'Row 998 <&>', 'Row 997 <&>']);
    expect(names()).toHaveLength(ROWS_AT_ONCE);
    press('Show all rows (1,000)');
    expect(new Set(names())).toEqual(new Set(numbered(1000)));
    const last = rowsIn(document).slice(-333);
    expect(last.map((row) => row.children[1]!.textContent)).toEqual(last.map(() => '–'));
  });

  it('has every row where no script runs', () => {
    const page = new DOMParser().parseFromString(sectionOf(700), 'text/html');
    expect(names(page)).toEqual(numbered(700));
    // Numbers stand to the right in both parts, by the class of their table.
    expect([...page.querySelectorAll('table')].map(({ className }) => className)).toEqual(['n2', 'n2']);
  });

  it('says nothing of further rows where there are none', () => {
    open(sectionOf(ROWS_AT_ONCE));
    expect(names()).toEqual(numbered(ROWS_AT_ONCE));
    expect(document.querySelector('.more, noscript')).toBeNull();
    press('Name');
    press('Name');
    expect(names()[0]).toBe('Row 300 <&>');
  });

  it('says it in Chinese too', () => {
    open(sectionOf(12_345, 'zh-CN'));
    expect(document.querySelector('.more')!.textContent).toBe(
      '共 12,345 项，此处显示前 300 项。 再显示 2,000 行',
    );
  });
});

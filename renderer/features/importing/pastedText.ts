/** Cells that merged areas of a copied page may be filled to. */
const MAX_SPAN = 1_000;

const quoted = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The text of the first table of a copied page, a line a row and a tab between cells; null when it has none. */
export function tableText(html: string): string | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return null;
  const rows: string[][] = [];
  for (const [index, line] of [...table.querySelectorAll('tr')].entries()) {
    rows[index] ??= [];
    const cells = [...line.querySelectorAll('td, th')];
    let column = 0;
    for (const cell of cells) {
      while (rows[index]?.[column] !== undefined) column += 1;
      const text = (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
      const span = (name: string): number => {
        const count = Number(cell.getAttribute(name) ?? 1);
        return Number.isInteger(count) && count > 0 ? Math.min(count, MAX_SPAN) : 1;
      };
      // An area across that is alone in its row is a heading: it stays one cell.
      const across = cells.length === 1 ? 1 : span('colspan');
      for (let down = 0; down < span('rowspan'); down += 1) {
        rows[index + down] ??= [];
        const row = rows[index + down] ?? [];
        for (let right = 0; right < across; right += 1) row[column + right] = text;
      }
      column += across;
    }
  }
  const lines = rows.map((row) => Array.from(row, (cell) => quoted(cell ?? '')).join('\t'));
  return lines.some((line) => line.trim() !== '') ? `${lines.join('\n')}\n` : null;
}

/** What was copied, as rows: the text where it has tabs, as from a spreadsheet, else a table of the page, else the text. */
export function pastedRows(data: { getData(type: string): string }): string {
  const plain = data.getData('text/plain');
  if (plain.includes('\t')) return plain;
  return tableText(data.getData('text/html')) ?? plain;
}

/** Whether a text is a list with several columns and rows: prose that somebody pastes is none. */
export function looksLikeRows(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return lines.length >= 2 && lines.filter((line) => line.includes('\t')).length * 2 >= lines.length;
}

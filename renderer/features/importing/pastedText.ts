import { ElementType, parseDocument } from 'htmlparser2';

type Page = ReturnType<typeof parseDocument>;
type Node = Page['children'][number];
type Element = Extract<Node, { attribs: unknown }>;

/** Cells that merged areas of a copied page may be filled to. */
const MAX_SPAN = 1_000;

const quoted = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The outermost elements of these names below a node, in their order. */
const elements = (node: Page | Node, names: readonly string[]): readonly Element[] =>
  'children' in node
    ? node.children.flatMap((child) =>
        'attribs' in child && names.includes(child.name) ? [child] : elements(child, names),
      )
    : [];

const ENDS_LINE = new Set(['br', 'div', 'li', 'p', 'td', 'tr']);

/** What is written below a node; lines and blocks end a word, and what a script or a style holds is no text. */
const textOf = (node: Node): string => {
  if (node.type === ElementType.Text) return node.data;
  if (!('attribs' in node) || node.name === 'script' || node.name === 'style') return '';
  const text = node.children.map(textOf).join('');
  return ENDS_LINE.has(node.name) ? `${text} ` : text;
};

/**
 * The text of the first table of a copied page, a line a row and a tab between cells; null when it has none. It is read
 * without a document of its own: the browser would hold its styles and scripts against the page's policy.
 */
export function tableText(html: string): string | null {
  const [table] = elements(parseDocument(html), ['table']);
  if (!table) return null;
  const rows: string[][] = [];
  for (const [index, line] of elements(table, ['tr']).entries()) {
    rows[index] ??= [];
    const cells = elements(line, ['td', 'th']);
    let column = 0;
    for (const cell of cells) {
      while (rows[index]?.[column] !== undefined) column += 1;
      const text = textOf(cell).replace(/\s+/g, ' ').trim();
      const span = (name: string): number => {
        const count = Number(cell.attribs[name] ?? 1);
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

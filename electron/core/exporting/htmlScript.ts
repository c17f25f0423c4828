import { ROWS_MORE } from './htmlTable.ts';

/**
 * The script of a report as a web page: sorts a table by the column whose head is pressed, shows the rows that a long
 * table keeps back, and switches the theme. Without it the tables stay as they are, and long ones show all their rows.
 */
export const htmlScript = `
const root = document.documentElement;
const collator = new Intl.Collator(root.lang, { numeric: true });

for (const region of document.querySelectorAll('.scroll:has(> table)')) {
  const table = region.querySelector('table');
  const body = table.tBodies[0];
  const kept = region.querySelector('noscript');
  const more = region.parentElement.querySelector('.more');
  let hidden = null;

  // What a noscript holds is one text until somebody asks for it: a hundred thousand cells would make the page slow.
  const readKept = () => {
    if (hidden !== null || kept === null) return;
    const read = document.createElement('template');
    read.innerHTML = kept.textContent;
    hidden = [...read.content.querySelector('tbody').rows];
    kept.remove();
  };
  const showMore = () => {
    readKept();
    body.append(...hidden.splice(0, ${ROWS_MORE}));
    if (hidden.length === 0) {
      more.remove();
      region.focus();
      return;
    }
    const shown = body.rows.length.toLocaleString(root.lang);
    more.querySelector('span').textContent = more.dataset.said.replace('{{shown}}', shown);
    if (hidden.length <= ${ROWS_MORE}) more.querySelector('button').textContent = more.dataset.all;
  };
  const sortBy = (head, column) => {
    readKept();
    const up = head.getAttribute('aria-sort') !== 'ascending';
    for (const other of table.querySelectorAll('th')) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const rows = [...body.rows, ...(hidden ?? [])].map((row) => {
      const cell = row.cells[column];
      const key = cell.dataset.v ?? cell.textContent;
      return { row, key, number: Number(key) };
    });
    rows.sort((a, b) => {
      // What is not known stands last in both directions.
      if (a.key === '' || b.key === '') return a.key === b.key ? 0 : a.key === '' ? 1 : -1;
      const by = a.number - b.number;
      return (up ? 1 : -1) * (Number.isNaN(by) ? collator.compare(a.key, b.key) : by);
    });
    const sorted = rows.map(({ row }) => row);
    const shown = body.rows.length;
    body.replaceChildren(...sorted.slice(0, shown));
    if (hidden !== null) hidden = sorted.slice(shown);
  };

  for (const [column, button] of [...table.querySelectorAll('thead button')].entries())
    button.addEventListener('click', () => sortBy(button.closest('th'), column));
  more?.querySelector('button').addEventListener('click', showMore);
}

const { first, other } = root.dataset;
document.getElementById('theme').addEventListener('click', () => {
  root.dataset.theme = root.dataset.theme === other ? first : other;
});
`;

import { ArrowDown, ArrowUp, Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import styles from './frame.module.css';
import { useTwinLook } from './twinLook.ts';
import { sortRows, type TwinTableData, toTsv } from './twinTable.ts';

const FIRST_ROWS = 200;

/** The figures of a chart as a table: sortable by each column, copied as tab-separated text. */
export function TwinTable({
  name,
  table,
  words,
}: {
  /** Of the picture whose table it is. */
  readonly name: string;
  readonly table: TwinTableData;
  readonly words: {
    readonly copy: string;
    readonly copied: string;
    readonly more: (count: number) => string;
  };
}) {
  const [copied, setCopied] = useState(false);
  const [{ sort, all }, setLook] = useTwinLook(name);
  const rows = useMemo(() => sortRows(table, sort), [table, sort]);
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(toTsv(table, rows));
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div className={styles.twin}>
      <div className={styles.twinHead}>
        <button type="button" className={styles.tool} onClick={() => void copy()}>
          <Copy size={14} aria-hidden="true" /> {copied ? words.copied : words.copy}
        </button>
        <output className="visuallyHidden">{copied ? words.copied : ''}</output>
      </div>
      <table className={styles.table}>
        <caption className="visuallyHidden">{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => {
              const mine = sort?.column === column.id ? sort.direction : null;
              return (
                <th
                  key={column.id}
                  scope="col"
                  aria-sort={mine ?? 'none'}
                  className={column.kind === 'number' ? styles.number : undefined}
                >
                  <button
                    type="button"
                    className={styles.sort}
                    onClick={() =>
                      setLook({
                        sort: {
                          column: column.id,
                          direction: mine === 'ascending' ? 'descending' : 'ascending',
                        },
                      })
                    }
                  >
                    {column.label}
                    {mine === 'ascending' && <ArrowUp size={12} aria-hidden="true" />}
                    {mine === 'descending' && <ArrowDown size={12} aria-hidden="true" />}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              {row.cells.map((cell, k) => (
                <td
                  key={table.columns[k]!.id}
                  className={table.columns[k]!.kind === 'number' ? styles.number : undefined}
                >
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <button type="button" className={styles.tool} onClick={() => setLook({ all: true })}>
          {words.more(rows.length - shown.length)}
        </button>
      )}
    </div>
  );
}

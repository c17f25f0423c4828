import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/text/format.ts';
import { plainText } from '../../charts/frame/naming.ts';
import { StageContext, type StageTableProps } from '../../charts/frame/stage.ts';
import { currentLanguage } from '../../i18n.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePresent } from '../../state/presentStore.ts';
import { takeStage } from '../../state/stageHand.ts';
import { MOST_LIT } from './litMarks.ts';
import css from './present.module.css';
import { StageHead } from './StageHead.tsx';
import { useStagePart, useTakenHeight } from './stageParts.ts';

/** A table as a room sees it: a dozen rows at most, as many columns as can be read whole, nothing cut. */
export function TableOnStage(props: StageTableProps) {
  const slot = useStagePart();
  return slot ? createPortal(<TableSheet {...props} />, slot) : null;
}

/** The table on the sheet itself. */
export function TableSheet({ title, draw, columns, rows, note }: StageTableProps) {
  const { t } = useTranslation('present');
  const stage = useContext(StageContext);
  const table = useRef<HTMLTableElement>(null);
  const sheet = useRef<HTMLElement>(null);
  const measured = useRef('');
  useTakenHeight(sheet);
  const { screen, column } = usePresent((state) => state.look);
  const mark = usePresent((state) => state.mark);
  const [fit, setFit] = useState<{ readonly rows: number; readonly columns: number | null }>({
    rows: MOST_LIT,
    columns: null,
  });
  const room = { width: stage?.width ?? 0, height: stage?.height ?? 0 };
  const perScreen = Math.max(1, fit.rows);
  const screens = Math.max(1, Math.ceil(rows.length / perScreen));
  const at = Math.min(screen, screens - 1);
  const from = at * perScreen;
  // The first column says what a row is, and stays.
  const offset = Math.min(column, Math.max(0, columns.length - 2));
  const shownColumns = columns
    .map((_, k) => k)
    .filter((k) => k === 0 || k > offset)
    .slice(0, fit.columns ?? columns.length);
  const drawn = rows.slice(from, from + MOST_LIT);

  // All columns are drawn first and those that do not fit whole are left out; then the rows are measured that fit.
  useLayoutEffect(() => {
    const element = table.current;
    if (!element || room.width <= 0) return;
    const place = `${room.width}×${room.height}/${columns.map(({ id }) => id).join()}/${offset}`;
    if (measured.current !== place) {
      measured.current = place;
      setFit({ rows: MOST_LIT, columns: null });
      return;
    }
    const zoom = usePresent.getState().look.zoom.by;
    if (fit.columns === null) {
      const left = element.getBoundingClientRect().left;
      const cells = Array.from(element.tHead?.rows[0]?.cells ?? []);
      const wide = cells.filter(
        (cell) => (cell.getBoundingClientRect().right - left) / zoom <= room.width + 1,
      );
      setFit({ rows: MOST_LIT, columns: Math.max(1, wide.length) });
      return;
    }
    let used = (element.tHead?.getBoundingClientRect().height ?? 0) / zoom;
    let high = 0;
    for (const row of Array.from(element.tBodies[0]?.rows ?? [])) {
      used += row.getBoundingClientRect().height / zoom;
      if (used > room.height + 1) break;
      high += 1;
    }
    // A screenful is as long as the one with the longest rows so far, so that pages stay where they are.
    if (high < Math.min(fit.rows, drawn.length)) setFit({ ...fit, rows: Math.max(1, high) });
  });

  const more = offset + shownColumns.length < columns.length;
  useEffect(
    () =>
      takeStage({
        walk: (by) => {
          const now = rows.findIndex(({ id }) => id === usePresent.getState().mark);
          const next = now < 0 ? from : now + by;
          const row = rows[next];
          if (!row) return false;
          usePresent.setState(({ look }) => ({
            mark: row.id,
            look: { ...look, screen: Math.floor(next / perScreen) },
            point: { x: 0.3, y: (0.3 + ((next % perScreen) + 0.5) / perScreen) / 1.6 },
          }));
          return true;
        },
        initiative: () => {
          const id = usePresent.getState().mark;
          const initiatives = usePortfolio.getState().records?.initiative ?? {};
          return id !== null && Object.hasOwn(initiatives, id) ? id : null;
        },
        screens: () => screens,
        moreColumns: () => more,
        isTable: () => true,
      }),
    [rows, from, perScreen, screens, more],
  );

  const language = currentLanguage();
  const number = (value: number): string => formatNumber(value, language);
  return (
    <section ref={sheet} className={css.sheet} aria-label={plainText(title)} data-stage-sheet>
      <StageHead title={title} draw={draw} />
      <table ref={table} className={css.table} data-stage-body>
        <thead>
          <tr>
            {shownColumns.map((k) => (
              <th key={columns[k]?.id} scope="col" data-number={columns[k]?.kind === 'number' || undefined}>
                {columns[k]?.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((row, k) => (
            <tr
              key={row.id}
              data-out={k >= perScreen || undefined}
              data-pointed={row.id === mark || undefined}
            >
              {shownColumns.map((cell) => (
                <td key={columns[cell]?.id} data-number={columns[cell]?.kind === 'number' || undefined}>
                  {row.cells[cell]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={css.none}>{t('stage.empty')}</p>}
      {note !== undefined && <p className={css.rows}>{note}</p>}
      {screens > 1 && (
        <p className={css.rows}>
          {t('stage.rows', {
            from: number(from + 1),
            to: number(Math.min(rows.length, from + perScreen)),
            all: number(rows.length),
          })}
        </p>
      )}
    </section>
  );
}

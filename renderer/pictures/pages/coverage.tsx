import { attribution, initiativeColumns } from '../../analysis/matrixColumns.ts';
import { wholePicture } from '../../charts/frame/wholePicture.ts';
import {
  describeMatrix,
  type MatrixSpeech,
  matrixLegend,
  matrixTable,
  matrixWords,
} from '../../charts/matrix/describe.ts';
import { columnsThatFit, layoutMatrix } from '../../charts/matrix/layout.ts';
import { MatrixChart } from '../../charts/matrix/MatrixChart.tsx';
import { scaleOf, showMatrix } from '../../charts/matrix/matrixData.ts';
import {
  chosenMatrix,
  initiativesOfMode,
  matrixInQuarter,
  scaleOfQuarters,
} from '../../features/coverage/matrixChoice.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';
import { matrixZoom } from '../legible.ts';
import { selectedOf } from '../look.ts';
import { shownCoverage } from './coverageLook.ts';

/** A row of the matrix, px. */
const ROW = 27;
/** Its smallest words, px. */
const SMALL_TEXT = 11.5;
const FEWEST_ROWS = 6;

/** The matrix of capabilities and who supplies them, those with findings first where nobody chose another order. */
export function coveragePages(context: PageContext): readonly PageDraft[] {
  const { records, state, measure, figures, say, look } = context;
  const order = look?.coverage?.order ?? 'need';
  const found = shownCoverage(context, order);
  if (!found) return [];
  const { coverage, base, quarter, title, subtitle } = found;
  const { money, over_time } = coverage.analysis;
  const common = say('common');
  const words = say('coverage');
  const kind = look?.coverage?.columns ?? 'initiatives';
  const parts = attribution(kind, records, money, over_time?.spells ?? null);
  const mode = look?.coverageMode ?? 'all';
  const search = look?.coverageSearch ?? '';
  // What was sought is a true name, also where names are hidden.
  const named = { ...base, columns: initiativeColumns(state.records, base.cells, money) };
  const source = initiativesOfMode(named, mode);
  const chosen = chosenMatrix(state.records, source, { kind, parts, search }, words);
  const data =
    kind === 'initiatives'
      ? {
          ...chosen,
          columns: chosen.columns.map((column) => ({
            ...column,
            name: records.initiative[column.id]?.name ?? column.name,
          })),
        }
      : chosen;
  const speech: MatrixSpeech = {
    say: words,
    figures,
    mode: (each) => common(`mode.${each}`),
    kind: kind === 'initiatives' ? null : words(`columns.${kind}`),
    quarter: quarter?.name ?? null,
  };
  const shownOf = (rows: number, columns: number) => {
    const allTime = showMatrix(data, rows, columns, order);
    if (!quarter) return { shown: allTime, scale: scaleOf(allTime) };
    const at = matrixInQuarter(allTime, data, source.cells, parts, quarter.time);
    return { shown: at(quarter.at), scale: scaleOfQuarters(at, quarter.time) };
  };
  const selected = {
    row: selectedOf(look, 'capability'),
    column: kind === 'initiatives' ? selectedOf(look, 'initiative') : null,
  };
  return [
    {
      name: say('reports')('page.coverage'),
      twin: 'coverage',
      title,
      subtitle,
      description: describeMatrix(shownOf(data.rows.length, data.columns.length).shown, speech),
      basis: 'derived',
      mostZoom: matrixZoom(data.rows.length, SMALL_TEXT),
      smallestText: SMALL_TEXT,
      drawing: (room) => {
        const columns = columnsThatFit(data.rows, room.width, matrixWords(speech), measure);
        const place = (count: number) => {
          const { shown, scale } = shownOf(count, columns);
          return { shown, layout: layoutMatrix(shown, room.width, matrixWords(speech), measure, scale) };
        };
        // How high the head is depends on the names of the columns, and these on the rows.
        let { shown, layout } = place(Math.max(FEWEST_ROWS, Math.floor(room.height / ROW)));
        while (layout.height > room.height && shown.rows.length > FEWEST_ROWS) {
          const over = Math.ceil((layout.height - room.height) / ROW);
          ({ shown, layout } = place(Math.max(FEWEST_ROWS, shown.rows.length - over)));
        }
        return {
          ...wholePicture(layout, (drawn) => <MatrixChart {...drawn} selected={selected} />),
          legend: matrixLegend(shown, speech),
          ...(shown.hiddenRows > 0
            ? {
                cut: say('reports')('cut.rows', {
                  shown: figures.number(shown.rows.length),
                  all: figures.number(data.rows.length),
                }),
              }
            : {}),
        };
      },
      table: reportTable(
        matrixTable(quarter ? shownOf(data.rows.length, data.columns.length).shown : data, speech),
      ),
    },
  ];
}

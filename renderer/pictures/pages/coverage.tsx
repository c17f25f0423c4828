import { matrixData } from '../../analysis/matrixData.ts';
import {
  describeMatrix,
  type MatrixSpeech,
  matrixLegend,
  matrixTable,
  matrixWords,
} from '../../charts/matrix/describe.ts';
import { columnsThatFit, layoutMatrix } from '../../charts/matrix/layout.ts';
import { MatrixChart } from '../../charts/matrix/MatrixChart.tsx';
import { showMatrix } from '../../charts/matrix/matrixData.ts';
import { coverageFinding, coverageSubtitle } from '../../features/coverage/coverageTitle.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';

/** A row of the matrix, px. */
const ROW = 27;
const FEWEST_ROWS = 6;

/** The matrix of capabilities and initiatives, those with findings first into the choice. */
export function coveragePages(context: PageContext): readonly PageDraft[] {
  const { records, results, measure, figures, say } = context;
  const { coverage } = results;
  if (!coverage || Object.keys(records.capability).length === 0 || results.initiatives.length === 0)
    return [];
  const { analysis } = coverage;
  const data = matrixData(records, coverage);
  const common = say('common');
  const words = say('coverage');
  const speech: MatrixSpeech = {
    say: words,
    figures,
    mode: (mode) => common(`mode.${mode}`),
  };
  return [
    {
      name: say('reports')('page.coverage'),
      title: coverageFinding(data, analysis.totals.redundant_money, { say: words, figures }),
      subtitle: coverageSubtitle(data, analysis.unknown_money.length, words),
      description: describeMatrix(showMatrix(data, data.rows.length, data.columns.length), speech),
      modelled: false,
      mostZoom: 1,
      drawing: (room) => {
        const place = (count: number) => {
          const matrix = showMatrix(data, count, columnsThatFit(data.rows, room.width, measure));
          return { shown: matrix, layout: layoutMatrix(matrix, room.width, matrixWords(speech), measure) };
        };
        // How high the head is depends on the names of the columns, and these on the rows.
        let { shown, layout } = place(Math.max(FEWEST_ROWS, Math.floor(room.height / ROW)));
        while (layout.height > room.height && shown.rows.length > FEWEST_ROWS) {
          const over = Math.ceil((layout.height - room.height) / ROW);
          ({ shown, layout } = place(Math.max(FEWEST_ROWS, shown.rows.length - over)));
        }
        return {
          width: layout.width,
          height: layout.height,
          legend: matrixLegend(shown, speech),
          draw: (patterns) => (
            <MatrixChart
              layout={layout}
              patterns={patterns}
              active={null}
              selected={{ row: null, column: null }}
              viewport={{ top: 0, bottom: layout.height }}
            />
          ),
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
      table: reportTable(matrixTable(data, speech)),
    },
  ];
}

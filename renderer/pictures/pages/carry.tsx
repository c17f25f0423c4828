import { carryData, loadData } from '../../analysis/carryPicture.ts';
import { CarryChart } from '../../charts/carry/CarryChart.tsx';
import { isAlone } from '../../charts/carry/carryData.ts';
import {
  type CarrySpeech,
  carryDate,
  carryFinding,
  carryLegend,
  carryTable,
  carryWords,
  describeCarry,
} from '../../charts/carry/describe.ts';
import {
  describeLoad,
  loadFinding,
  loadGridWords,
  loadLegend,
  loadSubtitle,
  loadTable,
} from '../../charts/carry/describeLoad.ts';
import { LoadChart } from '../../charts/carry/LoadChart.tsx';
import { layoutCarry } from '../../charts/carry/layout.ts';
import { LOAD_ROW, layoutLoad } from '../../charts/carry/loadLayout.ts';
import { scatterLosses } from '../../charts/carry/scatterLoss.ts';
import { fiscalOf } from '../../charts/timeline/calendar.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';
import { selectedOf } from '../look.ts';
import { rowsThatFit, zoomOfRows } from './rowsThatFit.ts';
import { tickWords } from './ticks.ts';

const ROW = 28;
const FEWEST = 6;

/** Which capability rests on whom, and which team is asked for more people than it has. */
export function carryPages(context: PageContext): readonly PageDraft[] {
  const { settings, figures, say, look } = context;
  const tick = tickWords(context);
  const speech: CarrySpeech = {
    say: say('carry'),
    figures,
    currency: settings.currency,
    quarter: (day) => tick({ kind: 'quarter', ...fiscalOf(day, settings.fiscalYearStartMonth) }),
  };
  return [
    ...(look?.carryTab === 'load' ? [] : carriers(context, speech)),
    ...(look?.carryTab === 'carry' ? [] : loads(context, speech)),
  ];
}

function carriers(context: PageContext, speech: CarrySpeech): readonly PageDraft[] {
  const { records, settings, results, measure, join, say, look } = context;
  const carried = carryData(records, null);
  if (carried.rows.length === 0) return [];
  const headlines = new Map(results.initiatives.map(({ id, headline }) => [id, headline]));
  const losses = scatterLosses(
    carried.scatters,
    { headlineOf: (id) => headlines.get(id), futuresOf: (id) => results.futures.get(id) },
    settings.currency,
  );
  const data = { ...carried, losses };
  const words = carryWords(data, speech, tickWords(context));
  const unknownTeams = new Set(
    data.rows.flatMap(({ cells }) =>
      cells.flatMap(({ teamId, initiativeIds }) => (teamId === null ? initiativeIds : [])),
    ),
  ).size;
  const gone = data.rows.filter(isAlone).length;
  return [
    {
      name: say('reports')('page.carry'),
      title: carryFinding(data, data.rows, speech),
      subtitle: join([
        speech.say('subtitle.on', { date: carryDate(data.now, speech) }),
        unknownTeams > 0 ? speech.say('subtitle.unknown', { count: unknownTeams }) : '',
        gone > 0 ? speech.say('subtitle.gone', { count: gone }) : '',
      ]),
      description: describeCarry(data, data.rows, speech),
      modelled: true,
      mostZoom: zoomOfRows(data.rows.length),
      drawing: (room) =>
        rowsThatFit(
          data.rows,
          room,
          ROW,
          FEWEST,
          (rows) => {
            const layout = layoutCarry(
              { ...data, rows },
              room.width,
              settings.fiscalYearStartMonth,
              words,
              measure,
            );
            return {
              width: layout.width,
              height: layout.height,
              legend: carryLegend(layout, speech),
              draw: (patterns) => (
                <CarryChart
                  layout={layout}
                  patterns={patterns}
                  active={null}
                  selected={selectedOf(look, 'capability')}
                  viewport={{ top: 0, bottom: layout.height }}
                />
              ),
            };
          },
          context,
        ),
      table: reportTable(carryTable(data, data.rows, speech)),
    },
  ];
}

function loads(context: PageContext, speech: CarrySpeech): readonly PageDraft[] {
  const { records, settings, measure, say } = context;
  const data = loadData(records);
  if (data.teams.length === 0) return [];
  const words = loadGridWords(speech, tickWords(context));
  return [
    {
      name: say('reports')('page.load'),
      title: loadFinding(data, speech),
      subtitle: loadSubtitle(data, speech),
      description: describeLoad(data, speech),
      modelled: false,
      mostZoom: zoomOfRows(data.teams.length),
      drawing: (room) =>
        rowsThatFit(
          data.teams,
          room,
          LOAD_ROW,
          FEWEST,
          (teams) => {
            const layout = layoutLoad(
              { ...data, teams },
              room.width,
              settings.fiscalYearStartMonth,
              words,
              measure,
            );
            return {
              width: layout.width,
              height: layout.height,
              legend: loadLegend(layout, speech),
              draw: () => (
                <LoadChart layout={layout} active={null} viewport={{ top: 0, bottom: layout.height }} />
              ),
            };
          },
          context,
        ),
      table: reportTable(loadTable(data, speech)),
    },
  ];
}

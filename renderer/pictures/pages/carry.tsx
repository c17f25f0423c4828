import { carryData, loadData } from '../../analysis/carryPicture.ts';
import { CarryChart } from '../../charts/carry/CarryChart.tsx';
import type { CarryData } from '../../charts/carry/carryData.ts';
import {
  type CarrySpeech,
  carryFinding,
  carryLegend,
  carrySubtitle,
  carryTable,
  carryWords,
  describeCarry,
  lossAhead,
  scatterFinding,
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
import { wholePicture } from '../../charts/frame/wholePicture.ts';
import { fiscalOf } from '../../charts/timeline/calendar.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { FUTURES } from '../figures.ts';
import { reportTable } from '../hide.ts';
import { LARGE, leastZoomRoom } from '../legible.ts';
import { selectedOf } from '../look.ts';
import { rowsDrawing, SMALL_TEXT } from './rowsDrawing.ts';
import { tickWords } from './ticks.ts';

const ROW = 28;
/** What a page takes of its height around the drawing, px. */
const AROUND = 220;
/** Free below what scatters where it stands alone, px. */
const STRIP_AROUND = 6;

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
  const { records, settings, results, options, measure, join, say, look } = context;
  const day = look?.carryDay ?? null;
  const carried = carryData(records, day);
  if (carried.rows.length === 0) return [];
  const headlines = new Map(results.initiatives.map(({ id, headline }) => [id, headline]));
  const losses = scatterLosses(
    carried.scatters,
    { headlineOf: (id) => headlines.get(id), futuresOf: (id) => results.futures.get(id) },
    settings.currency,
  );
  const data = { ...carried, losses };
  const words = carryWords(data, speech, tickWords(context));
  const drawn = (part: CarryData, width: number, stripRoom: number | null = null) => {
    const layout = layoutCarry(part, width, settings.fiscalYearStartMonth, words, measure, stripRoom);
    return {
      ...wholePicture(layout, (whole) => <CarryChart {...whole} selected={selectedOf(look, 'capability')} />),
      legend: carryLegend(layout, speech),
    };
  };
  const room = leastZoomRoom(options.pageSize, SMALL_TEXT, AROUND);
  // As on the screen, what scatters stands above the rows; where not all of these find room then, on a page of its own.
  const isApart = data.scatters.length > 0 && drawn(data, room.width).height > room.height;
  const matrix = isApart ? { ...data, scatters: [] } : data;
  const scattering: PageDraft = {
    name: say('reports')('page.scatters'),
    title: scatterFinding(data, speech),
    subtitle: lossAhead(data, speech),
    description: scatterFinding(data, speech),
    basis: FUTURES,
    mostZoom: LARGE,
    drawing: ({ width, height }) => drawn({ ...data, rows: [] }, width, height - STRIP_AROUND),
  };
  return [
    {
      name: say('reports')('page.carry'),
      twin: 'carry',
      title: carryFinding(matrix, data.rows, speech),
      subtitle: join(carrySubtitle(matrix, speech, day !== null)),
      description: describeCarry(data, data.rows, speech),
      basis: FUTURES,
      ...rowsDrawing(context, data.rows, ROW, (rows, width) => drawn({ ...matrix, rows }, width)),
      table: reportTable(carryTable(data, data.rows, speech)),
    },
    ...(isApart && !look?.twin('carry')?.asTable ? [scattering] : []),
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
      twin: 'load',
      title: loadFinding(data, speech),
      subtitle: loadSubtitle(data, speech),
      description: describeLoad(data, speech),
      basis: 'records',
      ...rowsDrawing(context, data.teams, LOAD_ROW, (teams, width) => {
        const layout = layoutLoad({ ...data, teams }, width, settings.fiscalYearStartMonth, words, measure);
        return {
          ...wholePicture(layout, (whole) => <LoadChart {...whole} />),
          legend: loadLegend(layout, speech),
        };
      }),
      table: reportTable(loadTable(data, speech)),
    },
  ];
}

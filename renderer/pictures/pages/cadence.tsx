import { stripRows } from '../../analysis/stripRows.ts';
import {
  cadenceText,
  stripFinding,
  stripLegend,
  stripSubtitle,
  stripTable,
} from '../../charts/cadenceStrip/describe.ts';
import { layoutStrip, STRIP_ROW, type StripWords } from '../../charts/cadenceStrip/layout.ts';
import { StripChart } from '../../charts/cadenceStrip/StripChart.tsx';
import { stripExtent } from '../../charts/cadenceStrip/stripData.ts';
import { wholePicture } from '../../charts/frame/wholePicture.ts';
import { timePart } from '../../charts/stringline/describe.ts';
import { partOfTime } from '../../charts/stringline/timeWindow.ts';
import { timelineSpeech, timelineWords } from '../../charts/timeline/speech.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';
import { mapSpeech } from './map.tsx';

/** What the strip takes besides its rows, px. */
const HEAD = 62;

/** The cadence strip: the steadiest initiatives first, as many as fit. */
export function cadencePages(context: PageContext): readonly PageDraft[] {
  const { records, results, settings, options, measure, figures, say, join, look } = context;
  const rows = stripRows(records, results.initiatives);
  if (rows.length === 0) return [];
  // Names alone, with no release on record and none by the model, would be a page that shows nothing.
  if (look === null && stripExtent(rows) === null && !rows.some(({ never }) => never)) return [];
  const speech = mapSpeech(context);
  const { fiscalYearStartMonth } = settings;
  const said = timelineWords(timelineSpeech(say('timeline'), speech.mode, options.language), {
    fiscal: fiscalYearStartMonth !== 1,
    writable: false,
    dataDate: null,
  });
  const words: StripWords = { tick: said.tick, cadence: (row) => cadenceText(row, speech) };
  const part = partOfTime(look?.cadenceWindow ?? null, stripExtent(rows));
  return [
    {
      name: say('reports')('page.cadence'),
      twin: 'cadence',
      title: stripFinding(rows, speech),
      subtitle: join([
        part === null ? '' : timePart(part, { say: say('handoffs'), figures }),
        stripSubtitle(rows, speech),
      ]),
      description: say('map')('cadence.rows', { count: rows.length }),
      basis: 'expected',
      smallestText: 11,
      drawing: (room) => {
        const kept = rows.slice(0, Math.max(1, Math.floor((room.height - HEAD) / STRIP_ROW)));
        const layout = layoutStrip(kept, room.width, fiscalYearStartMonth, words, measure, part);
        return {
          ...wholePicture(layout, (drawn) => (
            <StripChart {...drawn} words={words} measure={measure} selected={null} />
          )),
          legend: stripLegend(kept, speech),
          ...(kept.length < rows.length
            ? {
                cut: say('reports')('cut.rows', {
                  shown: figures.number(kept.length),
                  all: figures.number(rows.length),
                }),
              }
            : {}),
        };
      },
      table: reportTable(stripTable(rows, speech)),
    },
  ];
}

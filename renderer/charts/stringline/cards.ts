import type { HandoffLine, LineHandoff } from '../../../shared/analysis/handoffLine.ts';
import { isoDay } from '../../../shared/domain/time.ts';
import { labelled } from '../../../shared/text/join.ts';
import type { MarkCard } from '../frame/markCard.ts';
import { numberCell, type TwinCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import { dayText, type StringSpeech, stationName, stepName } from './describe.ts';
import type { StringlineLayout } from './scene.ts';
import type { StringlineData } from './stringlineData.ts';

type Row = readonly [label: string, value: string];

const daysText = (days: number, { say, figures }: StringSpeech): string =>
  say('card.daysValue', { count: Math.round(days), days: figures.number(days) });

function keptText({ kept, keptLow, keptHigh }: LineHandoff, { say, figures }: StringSpeech): string {
  if (kept === null) return '';
  const likely = figures.percent(kept);
  if (keptLow === null || keptHigh === null) return likely;
  return say('card.keptRange', { likely, low: figures.percent(keptLow), high: figures.percent(keptHigh) });
}

/** What the card beside a mark says; throws for an id that the layout did not make. */
export function stringCard(
  id: string,
  { lit }: StringlineData,
  layout: StringlineLayout,
  speech: StringSpeech,
): MarkCard {
  const { say } = speech;
  const [kind, first = '', second = ''] = id.split(':');
  const [a, b] = [Number(first), Number(second)];
  const source = (from: LineHandoff['waitSource']): Row => [say('card.source'), say(`card.source.${from}`)];
  const line = lit[a]!;
  const own: Row = ['', line?.name ?? ''];
  switch (kind) {
    case 'handoff': {
      const handoff = line.handoffs[b]!;
      const kept = keptText(handoff, speech);
      return {
        title:
          handoff.from.key === handoff.to.key
            ? say('card.waitTitle', { kind: say(`kind.${handoff.kind}`) })
            : say('card.pair', {
                from: stationName(handoff.from, speech),
                to: stationName(handoff.to, speech),
              }),
        rows: [
          own,
          [say('card.when'), dayText(handoff.at, speech)],
          [
            say('card.waited'),
            handoff.waitDays === null ? say('mark.daysUnknown') : daysText(handoff.waitDays, speech),
          ],
          ...(kept === '' ? [] : [[say('card.kept'), kept] as const]),
          ...(handoff.passes === '' ? [] : [[say('card.passes'), handoff.passes] as const]),
          source(handoff.handoffId === null ? handoff.waitSource : 'ledger'),
        ],
        note: say(handoff.handoffId === null ? 'card.record' : 'card.open'),
      };
    }
    case 'wait': {
      const wait = line.waits[b]!;
      return {
        title: say('card.waitTitle', { kind: say(`kind.${wait.kind}`) }),
        rows: [
          own,
          [say('card.from'), dayText(wait.from, speech)],
          [say('card.to'), dayText(wait.to, speech)],
          [say('card.waited'), daysText(wait.days, speech)],
          source(wait.source),
        ],
        note: say(wait.handoffId === null ? 'card.record' : 'card.open'),
      };
    }
    case 'stay': {
      const stay = line.stays[b]!;
      const [step] = stay.phases;
      return {
        title: line.name,
        rows: [
          [say('card.where'), stationName(stay.station, speech)],
          ...(step === undefined
            ? []
            : [
                [
                  say('card.steps'),
                  stay.phases.length === 1
                    ? stepName(step, speech)
                    : say('card.steps.more', {
                        first: stepName(step, speech),
                        count: stay.phases.length - 1,
                      }),
                ] as const,
              ]),
          [say('card.from'), dayText(stay.from, speech)],
          [say('card.to'), stay.to === null ? say('card.open.end') : dayText(stay.to - 1, speech)],
          ...(stay.assumed ? [source('model')] : []),
        ],
      };
    }
    case 'release': {
      const release = line.releases[b]!;
      return {
        title: release.name,
        rows: [own, [say(release.out ? 'card.out' : 'card.planned'), dayText(release.day, speech)]],
      };
    }
    case 'rest': {
      const row = layout.stations[a]!;
      const bar = row.rest.find((each) => each.id === id)!;
      return {
        title: say('card.restTitle', { count: bar.count }),
        rows: [
          [say('card.where'), stationName(row.station, speech)],
          [say('card.from'), dayText(bar.from, speech)],
          [say('card.to'), dayText(bar.to - 1, speech)],
        ],
      };
    }
    default:
      throw new Error(`the stringline has no mark ${id}`);
  }
}

/** Every stay, wait, handoff and release as a table. */
export function stringTable({ lit }: StringlineData, speech: StringSpeech): TwinTableData {
  const { say, figures } = speech;
  const none: TwinCell = { value: null, text: '' };
  const date = (day: number | null): TwinCell =>
    day === null ? none : { value: isoDay(day), text: dayText(day, speech) };
  const days = (value: number | null): TwinCell =>
    value === null ? { value: null, text: '' } : numberCell(value, figures.number(value));
  const row = (
    line: HandoffLine,
    id: string,
    what: string,
    cells: {
      from: number;
      to?: number | null;
      at?: string;
      next?: string;
      days?: number | null;
      kept?: number | null;
      source?: string;
    },
  ) => ({
    id: `${line.id}\n${id}`,
    cells: [
      textCell(line.name),
      textCell(what),
      date(cells.from),
      date(cells.to ?? null),
      textCell(cells.at ?? ''),
      textCell(cells.next ?? ''),
      days(cells.days ?? null),
      cells.kept == null ? none : numberCell(cells.kept, figures.percent(cells.kept)),
      textCell(cells.source ?? ''),
    ],
  });
  const says = (source: LineHandoff['waitSource']): string => say(`card.source.${source}`);
  return {
    caption: say('table.caption'),
    columns: [
      { id: 'initiative', label: say('table.initiative'), kind: 'text' },
      { id: 'what', label: say('table.what'), kind: 'text' },
      { id: 'from', label: say('table.from'), kind: 'text' },
      { id: 'to', label: say('table.to'), kind: 'text' },
      { id: 'station', label: say('table.station'), kind: 'text' },
      { id: 'next', label: say('table.next'), kind: 'text' },
      { id: 'days', label: say('table.days'), kind: 'number' },
      { id: 'kept', label: say('table.kept'), kind: 'number' },
      { id: 'source', label: say('table.source'), kind: 'text' },
    ],
    rows: lit.flatMap((line) => [
      ...line.stays.map((stay, k) =>
        row(line, `stay:${k}`, say('table.work'), {
          from: stay.from,
          to: stay.to === null ? null : stay.to - 1,
          at: stationName(stay.station, speech),
          source: says(stay.assumed ? 'model' : 'plan'),
        }),
      ),
      ...line.waits.map((wait, k) =>
        row(
          line,
          `wait:${k}`,
          labelled(say('table.wait'), say(`kind.${wait.kind}`), speech.figures.language),
          {
            from: wait.from,
            to: wait.to,
            days: wait.days,
            source: says(wait.source),
          },
        ),
      ),
      ...line.handoffs.map((handoff, k) =>
        row(line, `handoff:${k}`, say('table.handoff'), {
          from: handoff.at,
          at: stationName(handoff.from, speech),
          next: stationName(handoff.to, speech),
          days: handoff.waitDays,
          kept: handoff.kept,
          source: says(handoff.handoffId === null ? handoff.waitSource : 'ledger'),
        }),
      ),
      ...line.releases.map((release, k) =>
        row(line, `release:${k}`, labelled(say('table.release'), release.name, speech.figures.language), {
          from: release.day,
        }),
      ),
    ]),
  };
}

import { TOUCHING_DAYS } from '../../../shared/analysis/schedule.ts';
import type { TeamLoad } from '../../../shared/analysis/teamLoad.ts';
import { overloadOf } from '../../../shared/analysis/teamLoad.ts';
import { isoDay } from '../../../shared/domain/time.ts';
import { ledgerTotals } from '../../../shared/planning/handoffs.ts';
import { countAs } from '../../../shared/text/format.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import type { LegendItem } from '../frame/legend.ts';
import type { MarkCard } from '../frame/markCard.ts';
import { numberCell, type TwinCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import { fiscalOf, lastDayOf } from './calendar.ts';
import type { LoadCell } from './rows.ts';
import { datesWords, type TimelineSpeech } from './speech.ts';
import { handOvers, type TimelineData, type TimelineItem } from './timelineData.ts';
import type { Part } from './zones.ts';

type Row = readonly [label: string, value: string];

/** What is known about an initiative, or about the part of it that somebody points at. */
export function timelineCard(
  item: TimelineItem,
  part: Part,
  data: TimelineData,
  speech: TimelineSpeech,
): MarkCard {
  if (part.kind === 'phase') return phaseCard(item, part.id, data, speech);
  if (part.kind === 'release') return releaseCard(item, part.id, speech);
  const { say, mode, number } = speech;
  const { start, end, unplaced } = item.schedule;
  const rows: Row[] = [
    ['', mode(item.initiative.mode)],
    [say('card.dates'), datesWords(start, end, speech)],
  ];
  if (start !== null && end !== null)
    rows.push([say('card.length'), say('card.days', { count: end - start })]);
  if (item.actual) {
    const { from, to } = item.actual;
    rows.push([
      say('card.actual'),
      to === null ? say('card.actualOpen', { start: speech.date(from) }) : datesWords(from, to, speech),
    ]);
  }
  if (item.releases.length > 0) {
    const out = item.releases.filter((each) => each.out).length;
    const value = { out: number(out), planned: number(item.releases.length - out) };
    rows.push([say('card.releases'), say('card.releasesValue', value)]);
  }
  if (item.tranches.length > 0) {
    const pending = item.tranches.filter(({ tranche }) => tranche.decision === 'pending').length;
    const value = { decided: number(item.tranches.length - pending), pending: number(pending) };
    rows.push([say('card.tranches'), say('card.tranchesValue', value)]);
  }
  if (item.ledger.length > 0) rows.push(...ledgerRows(item.ledger, speech));
  const notes: string[] = [];
  for (const { to, slackDays } of data.violated.get(item.id) ?? []) {
    const name = data.items.get(to)?.initiative.name ?? to;
    notes.push(say('card.tooEarly', { count: -slackDays, name }));
  }
  const pushed = data.pushes.get(item.id)?.length ?? 0;
  if (pushed > 0) notes.push(say('card.pushes', { count: pushed }));
  if (unplaced > 0) notes.push(say('card.unplaced', { count: unplaced }));
  return { title: item.initiative.name, rows, ...(notes.length > 0 ? { note: joinSentences(notes) } : {}) };
}

/** Lines of a card for handoffs that lead into no phase: what they add up to, and the first of them. */
function ledgerRows(ledger: TimelineItem['ledger'], { say, number }: TimelineSpeech): readonly Row[] {
  const { waitDays, unknownWait, rows } = ledgerTotals(ledger);
  const value =
    unknownWait === rows
      ? say('card.handoffsUnknown', { count: rows })
      : say('card.handoffsValue', {
          count: countAs(number(waitDays)),
          rows: number(rows),
          wait: number(waitDays),
        });
  const someone = say('card.someone');
  return [
    [say('card.handoffs'), value],
    ...ledger
      .slice(0, LEDGER_SHOWN)
      .map(
        ({ fromName, toName, waitDays: wait }): Row => [
          say('card.handoff', { from: fromName || someone, to: toName || someone }),
          wait === null ? '–' : say('card.days', { count: wait }),
        ],
      ),
    ...(rows > LEDGER_SHOWN ? [['', say('card.handoffsMore', { count: rows - LEDGER_SHOWN })] as Row] : []),
  ];
}
const LEDGER_SHOWN = 4;

function phaseCard(item: TimelineItem, id: string, data: TimelineData, speech: TimelineSpeech): MarkCard {
  const { say, number } = speech;
  const placed = item.schedule.phases.find((each) => each.phase.id === id);
  if (!placed) return timelineCard(item, { kind: 'bar' }, data, speech);
  const { phase, start, end, waitFrom, dated } = placed;
  const slack = item.slackDays.get(id) ?? null;
  const rows: Row[] = [
    ['', item.initiative.name],
    [say('card.dates'), datesWords(start, end, speech)],
    [say('card.length'), say('card.days', { count: end - start })],
  ];
  if (waitFrom < start) rows.push([say('card.wait'), say('card.days', { count: start - waitFrom })]);
  if (phase.people !== null) rows.push([say('card.people'), number(phase.people, 1)]);
  if (slack !== null && slack > 0) rows.push([say('card.slack'), say('card.days', { count: slack })]);
  const handOver = handOvers(item).find((each) => each.phaseId === id);
  const notes: string[] = [];
  if (handOver) notes.push(say(handOver.critical ? 'card.criticalHandOver' : 'card.handOver'));
  else if (slack === 0) notes.push(say('card.critical'));
  if (!dated) notes.push(say('card.derived'));
  return { title: phase.name, rows, ...(notes.length > 0 ? { note: joinSentences(notes) } : {}) };
}

function releaseCard(item: TimelineItem, id: string, { say, date }: TimelineSpeech): MarkCard {
  const found = item.releases.find(({ release }) => release.id === id);
  if (!found) return { title: item.initiative.name, rows: [] };
  const { release, day, out } = found;
  return {
    title: release.name,
    rows: [
      ['', item.initiative.name],
      [say(out ? 'card.out' : 'card.planned'), date(day)],
    ],
    ...(release.hypothesis === '' ? {} : { note: release.hypothesis }),
  };
}

/** Legend entries for what these initiatives really show. */
export function timelineLegend(
  items: readonly TimelineItem[],
  data: TimelineData,
  shown: {
    readonly critical: boolean;
    readonly loads: readonly LoadCell[];
    /** Whether today and the date of the data lie in the time that is drawn. */
    readonly today: boolean;
    readonly dataDate: boolean;
  },
  { say }: TimelineSpeech,
): readonly LegendItem[] {
  const has = (test: (item: TimelineItem) => boolean): boolean => items.some(test);
  const isProject = (item: TimelineItem): boolean => item.initiative.mode === 'project';
  const legend: LegendItem[] = [];
  const add = (wanted: boolean, swatch: LegendItem['swatch'], label: string): void => {
    if (wanted) legend.push({ swatch, label });
  };
  const released = (project: boolean, out: boolean) =>
    has((item) => isProject(item) === project && item.releases.some((each) => each.out === out));
  const handed = (critical: boolean) =>
    has((item) => handOvers(item).some((each) => (each.critical && shown.critical) === critical));
  add(
    has((item) => isProject(item) && hasDates(item.schedule)),
    'projectBar',
    say('legend.phase'),
  );
  add(
    has((item) => isProject(item) && hasBareTime(item.schedule)),
    'projectBare',
    say('legend.bare'),
  );
  add(
    has(({ schedule }) => schedule.phases.some((each) => each.waitFrom < each.start)),
    'wait',
    say('legend.wait'),
  );
  add(handed(false) || has(({ ledger }) => ledger.length > 0), 'handOver', say('legend.handOver'));
  add(handed(true), 'criticalHandOver', say('legend.criticalHandOver'));
  add(
    shown.critical && has(({ slackDays }) => [...slackDays.values()].includes(0)),
    'criticalPhase',
    say('legend.critical'),
  );
  add(
    has((item) => item.actual !== null),
    'actual',
    say('legend.actual'),
  );
  add(released(true, true), 'recordedFilled', say('legend.projectOut'));
  add(released(true, false), 'recordedHollow', say('legend.projectPlanned'));
  add(
    has((item) => !isProject(item) && hasDates(item.schedule)),
    'openBand',
    say('legend.band'),
  );
  add(released(false, true), 'productCircle', say('legend.out'));
  add(released(false, false), 'productHollow', say('legend.planned'));
  add(
    has((item) => item.tranches.length > 0),
    'tranche',
    say('legend.tranche'),
  );
  add(data.dependencies.length > 0, 'arrow', say('legend.dependency'));
  add(data.violated.size > 0, 'brokenArrow', say('legend.violated'));
  add(
    shown.loads.some((each) => (each.overload ?? 0) > 0),
    'overload',
    say('legend.overload'),
  );
  add(shown.today, 'todayLine', say('legend.today'));
  add(shown.dataDate, 'dataLine', say('legend.dataDate'));
  return legend;
}

/** The timeline in two or three sentences. */
export function describeTimeline(
  items: readonly TimelineItem[],
  data: TimelineData,
  { say, number, date }: TimelineSpeech,
): string {
  const projects = items.filter((item) => item.initiative.mode === 'project').length;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let violated = 0;
  for (const { id, schedule } of items) {
    from = Math.min(from, schedule.start ?? schedule.end ?? from);
    to = Math.max(to, schedule.end ?? schedule.start ?? to);
    violated += data.violated.get(id)?.length ?? 0;
  }
  const counted = (count: number) => ({ count, number: number(count) });
  const whole =
    from <= to
      ? say('describe.timeline', { ...counted(items.length), from: date(from), to: date(to - 1) })
      : say('describe.none', counted(items.length));
  const modes = say('describe.modes', {
    projects: number(projects),
    products: number(items.length - projects),
  });
  return joinSentences([whole, modes, violated > 0 ? say('describe.violated', counted(violated)) : '']);
}

/** The table twin: a line for each initiative; dates sort by the calendar and are copied as ISO days. */
export function timelineTable(
  items: readonly TimelineItem[],
  data: TimelineData,
  speech: TimelineSpeech,
): TwinTableData {
  const { say, mode, number, date } = speech;
  const needs = Map.groupBy(data.dependencies, ({ from }) => from);
  const needsOf = (id: string): readonly string[] =>
    (needs.get(id) ?? []).map(({ to }) => data.items.get(to)?.initiative.name ?? to);
  const count = (value: number | null): TwinCell => numberCell(value, value === null ? '' : number(value));
  const day = (value: number | null, iso: (day: number) => string, shown: number): TwinCell =>
    value === null ? { value: null, text: '' } : { value: iso(value), text: date(shown) };
  const rows = items.map((item) => {
    const { start, end, phases } = item.schedule;
    const out = item.releases.filter((each) => each.out).length;
    const early = Math.max(0, ...(data.violated.get(item.id) ?? []).map((each) => -each.slackDays));
    const project = item.initiative.mode === 'project';
    const waits = phases.reduce((sum, each) => sum + each.start - each.waitFrom, 0);
    const critical = phases.filter((each) => item.slackDays.get(each.phase.id) === 0).length;
    return {
      id: item.id,
      cells: [
        textCell(item.initiative.name),
        textCell(mode(item.initiative.mode)),
        day(start, isoDay, start ?? 0),
        day(end, lastDayOf, (end ?? 0) - 1),
        count(start !== null && end !== null ? end - start : null),
        count(project ? phases.length : null),
        count(project ? waits : null),
        count(project ? critical : null),
        count(item.handoffs),
        count(out),
        count(item.releases.length - out),
        textCell(needsOf(item.id).join(', ')),
        count(early === 0 ? null : early),
      ],
    };
  });
  const text = ['table.name', 'table.mode', 'table.start', 'table.end'] as const;
  const numbers = [
    'table.days',
    'table.phases',
    'table.waitDays',
    'table.criticalPhases',
    'table.handoffs',
    'table.releasesOut',
    'table.releasesPlanned',
  ] as const;
  return {
    caption: say('table.caption'),
    columns: [
      ...text.map((id) => ({ id, label: say(id), kind: 'text' as const })),
      ...numbers.map((id) => ({ id, label: say(id), kind: 'number' as const })),
      { id: 'table.dependsOn', label: say('table.dependsOn'), kind: 'text' },
      { id: 'table.tooEarly', label: say('table.tooEarly'), kind: 'number' },
    ],
    rows,
  };
}

/** The load of all teams as a table: a line for each team and quarter in which it has work. */
export function loadTable(
  loads: readonly TeamLoad[],
  spans: readonly { readonly from: number }[],
  nameOf: (teamId: string) => string,
  fiscalStartMonth: number,
  { say, number, percent }: TimelineSpeech,
): TwinTableData {
  const unknown: TwinCell = { value: null, text: say('load.unknown') };
  const rows = loads.flatMap(({ teamId, size, loads: cells }) =>
    cells.flatMap((load, at) => {
      if (load.people === 0 && load.unknown === 0) return [];
      const { year, quarter } = fiscalOf(spans[at]!.from, fiscalStartMonth);
      const over = overloadOf(load, size);
      return [
        {
          id: `${teamId} ${at}`,
          cells: [
            textCell(nameOf(teamId)),
            textCell(`${year} Q${quarter}`),
            load.people === null ? unknown : numberCell(load.people, number(load.people, 1)),
            size === null ? unknown : numberCell(size, number(size, 1)),
            over === null ? unknown : numberCell(over, percent(over)),
            numberCell(load.unknown, number(load.unknown)),
          ],
        },
      ];
    }),
  );
  const column = (
    id: 'team' | 'quarter' | 'load' | 'size' | 'over' | 'missing',
    kind: 'text' | 'number',
  ) => ({
    id,
    label: say(`load.${id}`),
    kind,
  });
  return {
    caption: say('load.title'),
    columns: [
      column('team', 'text'),
      column('quarter', 'text'),
      column('load', 'number'),
      column('size', 'number'),
      column('over', 'number'),
      column('missing', 'number'),
    ],
    rows,
  };
}

const hasDates = ({ start, end }: TimelineItem['schedule']): boolean => start !== null || end !== null;

/** Whether a project with phases has time of its own in which none of them is on record, more than a weekend. */
function hasBareTime({ start, end, phases }: TimelineItem['schedule']): boolean {
  if (start === null || end === null || phases.length === 0) return false;
  let reached = start;
  for (const phase of [...phases].sort((a, b) => a.waitFrom - b.waitFrom)) {
    if (phase.waitFrom > reached + TOUCHING_DAYS) return true;
    reached = Math.max(reached, phase.end);
  }
  return reached + TOUCHING_DAYS < end;
}

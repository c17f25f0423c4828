import type { CarrierCell, CarrierRow, Scatter } from '../../../shared/analysis/carrierMatrix.ts';
import type { CarrierEnd } from '../../../shared/analysis/carriers.ts';
import { isoDay } from '../../../shared/domain/time.ts';
import { countAs, formatDate, toMajor } from '../../../shared/text/format.ts';
import type { Say } from '../../i18n.ts';
import type { FigureWords } from '../frame/figureWords.ts';
import type { LegendItem } from '../frame/legend.ts';
import type { MarkCard } from '../frame/markCard.ts';
import { shortName } from '../frame/shortName.ts';
import { numberCell, type TwinCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import { type CarryData, isAlone, isToBegin, isUnknown, restsOnOne } from './carryData.ts';
import type { CarryWords } from './carryWords.ts';
import type { CarryLayout } from './layout.ts';
import { addLosses, NO_LOSS, type ScatterLoss } from './scatterLoss.ts';

/** What the words of this picture are made from. */
export interface CarrySpeech {
  readonly say: Say<'carry'>;
  readonly figures: FigureWords;
  readonly currency: string;
  /** The quarter that contains a day, such as Q2 2026. */
  readonly quarter: (day: number) => string;
}

/** A day number as a date in full. */
export const carryDate = (day: number, { figures }: CarrySpeech): string =>
  formatDate(isoDay(day), figures.language);

const short = (minor: number, { currency, figures }: CarrySpeech): string =>
  figures.moneyShort(toMajor(Math.round(minor), currency));

/** Money in full; what is not known is said. */
export function carryMoney(
  { money, unknownMoney }: { readonly money: number; readonly unknownMoney: number },
  speech: CarrySpeech,
): string {
  if (money === 0 && unknownMoney > 0) return speech.say('card.moneyUnknown');
  const text = speech.figures.money(toMajor(Math.round(money), speech.currency));
  return unknownMoney > 0 ? speech.say('card.moneyAtLeast', { money: text }) : text;
}

/** Until when somebody carries something. */
export function endText(end: CarrierEnd, speech: CarrySpeech): string {
  if (end === 'open') return speech.say('card.stays');
  return end === null ? speech.say('alone.unknown') : carryDate(end - 1, speech);
}

/** From when on nobody carries a capability. */
function aloneText(row: CarrierRow, now: number, speech: CarrySpeech): string {
  const { say } = speech;
  if (isToBegin(row)) return say('alone.notYet', { date: carryDate(row.nextFrom!, speech) });
  if (row.aloneFrom !== null) {
    return say(row.aloneFrom <= now ? 'alone.already' : 'alone.from', {
      date: carryDate(row.aloneFrom, speech),
    });
  }
  const open = row.ownerTeamId !== null || row.cells.some(({ end }) => end === 'open');
  return say(open ? 'alone.never' : 'alone.unknown');
}

/** The number of teams that carry it; a plus where others may be there. */
const teamsText = ({ teams, unknownTeams }: CarrierRow, { figures }: CarrySpeech): string =>
  teams === 0 && unknownTeams > 0 ? '?' : `${figures.number(teams)}${unknownTeams > 0 ? '+' : ''}`;

/** The words inside the drawing. */
export function carryWords(data: CarryData, speech: CarrySpeech, tick: CarryWords['tick']): CarryWords {
  const { say } = speech;
  return {
    tick,
    unknownTeam: say('words.unknownTeam'),
    others: (count) => say('words.others', { count }),
    teams: (row) => teamsText(row, speech),
    alone: (row) => aloneText(row, data.now, speech),
    scatterTitle: say('words.scatter'),
    lossTitle: say('words.loss'),
    lossDays: (days) => speech.figures.number(days),
    teamsTitle: say('words.teams'),
    aloneTitle: say('words.alone'),
    now: carryDate(data.now, speech),
    money: (minor) => short(minor, speech),
  };
}

/** What the picture says, in a sentence from its own figures. */
export function carryFinding(data: CarryData, rows: readonly CarrierRow[], speech: CarrySpeech): string {
  const { say, figures } = speech;
  const all = figures.number(rows.length);
  if (data.day > data.now) {
    return say('finding.after', {
      count: rows.filter(isAlone).length,
      all,
      date: carryDate(data.day - 1, speech),
    });
  }
  const one = rows.filter(restsOnOne).length;
  const unknown = rows.filter(isUnknown).length;
  const gone = rows.filter((row) => isAlone(row) || isToBegin(row)).length;
  const lead =
    one > 0
      ? say('finding.one', { count: one, all })
      : unknown * 2 > rows.length
        ? say('finding.unknown', { count: unknown, all })
        : gone > 0 && unknown + gone === rows.length
          ? say('finding.alone', { count: gone, all })
          : say('finding.none', { count: rows.length - unknown - gone });
  const ahead = scattersAhead(data, speech);
  if (!ahead) return lead;
  return lead + (ahead.count > 0 ? say('finding.scatters', ahead) : say('finding.scattersNone', ahead));
}

/** What scatters within a year of the data. */
export const endingAhead = ({ scatters, now }: CarryData): readonly Scatter[] =>
  scatters.filter(({ day }) => day > now && day <= now + 365);

/** What the projects that end within a year of the data then lose together. */
export const lostAhead = (data: CarryData): ScatterLoss =>
  addLosses(endingAhead(data).map(({ id }) => data.losses.get(id) ?? NO_LOSS));

/** What scatters within a year of the data: its money, the day by which, and how many capabilities it leaves alone. */
function scattersAhead(data: CarryData, speech: CarrySpeech) {
  const ahead = endingAhead(data);
  if (ahead.length === 0) return null;
  const money = ahead.reduce((sum, each) => sum + each.money, 0);
  return {
    count: new Set(ahead.flatMap(({ leftAlone }) => leftAlone)).size,
    money: short(money, speech),
    date: carryDate(Math.max(...ahead.map(({ day }) => day)) - 1, speech),
  };
}

/** What the strip of what scatters says by itself. */
export function scatterFinding(data: CarryData, speech: CarrySpeech): string {
  const { say } = speech;
  const ahead = scattersAhead(data, speech);
  if (!ahead) return say('finding.noEnds');
  return ahead.count > 0 ? say('finding.ends', ahead) : say('finding.endsNone', ahead);
}

/** Legend entries for what the drawing really shows. */
export function carryLegend(layout: CarryLayout, { say }: CarrySpeech): readonly LegendItem[] {
  const cells = layout.lines.flatMap((line) => line.cells);
  const steps = new Set(layout.lines.map(({ step }) => step));
  const items: LegendItem[] = [];
  if (steps.has(1)) items.push({ swatch: 'carriers1', label: say('legend.carriers1') });
  if (steps.has(2)) items.push({ swatch: 'carriers2', label: say('legend.carriers2') });
  if (steps.has(3)) items.push({ swatch: 'carriers3', label: say('legend.carriers3') });
  const known = cells.filter(({ kind }) => kind !== 'unknown');
  if (known.some(({ stays }) => stays)) items.push({ swatch: 'productCircle', label: say('legend.stays') });
  if (known.some(({ stays }) => !stays)) items.push({ swatch: 'projectSquare', label: say('legend.goes') });
  if (cells.some(({ kind }) => kind === 'unknown')) {
    items.push({ swatch: 'unknownMark', label: say('legend.unknown') });
  }
  if (known.some(({ unknownMoney }) => unknownMoney)) {
    items.push({ swatch: 'projectHollow', label: say('legend.hollow') });
  }
  if (cells.length > 0) items.push({ swatch: 'sizeScale', label: say('legend.size') });
  if (layout.strip) items.push({ swatch: 'scatterBar', label: say('legend.scatter') });
  if ((layout.strip?.losses?.bars.length ?? 0) > 0) {
    items.push({ swatch: 'relearning', label: say('legend.loss') });
  }
  if (layout.strip?.bars.some(({ alone }) => alone)) {
    items.push({ swatch: 'leftAlone', label: say('legend.leftAlone') });
  }
  if (layout.lines.some((line) => line.isAlone)) items.push({ swatch: 'gap', label: say('legend.gap') });
  return items;
}

/** The whole picture in words, for ears. */
export function describeCarry(
  data: CarryData,
  rows: readonly CarrierRow[],
  { say, figures }: CarrySpeech,
): string {
  const count = (test: (row: CarrierRow) => boolean): string => figures.number(rows.filter(test).length);
  return say('describe', {
    rows: figures.number(rows.length),
    teams: figures.number(data.teamIds.length),
    one: count(restsOnOne),
    unknown: count(isUnknown),
    alone: count(isAlone),
  });
}

const MOST_NAMES = 4;

/** The first few names, and how many more there are. */
export function someNames(names: readonly string[], { say }: CarrySpeech): string {
  const first = names.slice(0, MOST_NAMES).map(shortName);
  const rest = names.length - first.length;
  return [...first, ...(rest > 0 ? [say('aside.more', { count: rest })] : [])].join(say('list.join'));
}

/** What handing over and learning again costs, with its range as far as it is simulated; what is not known is said. */
export function lossText(
  { projects, days, money, range, pending, unknown }: ScatterLoss,
  speech: CarrySpeech,
): string {
  const { say, figures } = speech;
  if (pending > 0) return say('loss.pending');
  if (projects.length === 0) return unknown > 0 ? say('loss.unknown') : say('loss.none');
  const said = figures.days(days);
  const text = say('loss.value', { count: countAs(said), days: said, money: short(money, speech) });
  return [
    range
      ? say('loss.range', {
          value: text,
          count: countAs(figures.days(range.days.high)),
          lowDays: figures.days(range.days.low),
          highDays: figures.days(range.days.high),
          low: short(range.money.low, speech),
          high: short(range.money.high, speech),
        })
      : text,
    ...(unknown > 0 ? [say('loss.more', { count: unknown })] : []),
  ].join(say('list.join'));
}

/** What the projects that end within a year of the data then lose, as a sentence; empty where none does, or not yet. */
export function lossAhead(data: CarryData, speech: CarrySpeech): string {
  const loss = lostAhead(data);
  if (loss.projects.length === 0 || loss.pending > 0) return '';
  const days = speech.figures.days(loss.days);
  return speech.say('subtitle.loss', {
    count: countAs(days),
    days,
    money: short(loss.money, speech),
  });
}

/** What is shown, of which day, and what is not known, sentence by sentence; `left` = after a quarter that was chosen. */
export function carrySubtitle(data: CarryData, speech: CarrySpeech, left: boolean): readonly string[] {
  const { say } = speech;
  const unknown = new Set(
    data.rows.flatMap(({ cells }) =>
      cells.flatMap(({ teamId, initiativeIds }) => (teamId === null ? initiativeIds : [])),
    ),
  ).size;
  const gone = left ? 0 : data.rows.filter(isAlone).length;
  return [
    left
      ? say('subtitle.after', { quarter: speech.quarter(data.day - 1) })
      : say('subtitle.on', { date: carryDate(data.now, speech) }),
    unknown > 0 ? say('subtitle.unknown', { count: unknown }) : '',
    gone > 0 ? say('subtitle.gone', { count: gone }) : '',
    left ? '' : lossAhead(data, speech),
  ].filter((sentence) => sentence !== '');
}

/** Who or what goes: the project's name or the team's. */
export const scatterName = ({ kind, ofId }: Scatter, data: CarryData): string =>
  data.nameOf(kind === 'team' ? 'team' : 'initiative', ofId);

/** What the card beside a mark says; throws for an id that the layout did not make. */
export function carryCard(id: string, data: CarryData, layout: CarryLayout, speech: CarrySpeech): MarkCard {
  const { say, figures } = speech;
  const kind = id.slice(0, id.indexOf(':'));
  const rest = id.slice(kind.length + 1);
  if (kind === 'scatter') {
    const { quarter } = layout.strip!.bars.find((bar) => bar.id === id)!;
    const projects = quarter.scatters.filter((each) => each.kind === 'project').length;
    const teams = quarter.scatters.length - projects;
    const left = quarter.leftAlone.map((capability) => data.nameOf('capability', capability));
    return {
      title: speech.quarter(quarter.from),
      rows: [
        [say('card.money'), carryMoney(quarter, speech)],
        ...(quarter.scatters.some(({ projectIds }) => projectIds.length > 0)
          ? [[say('card.loss'), lossText(quarter.loss, speech)] as const]
          : []),
        ...(projects > 0 ? [[say('card.projects'), figures.number(projects)] as const] : []),
        ...(teams > 0 ? [[say('card.teamsEnd'), figures.number(teams)] as const] : []),
        [say('card.left'), left.length === 0 ? figures.number(0) : someNames(left, speech)],
      ],
      note: say('card.pickQuarter'),
    };
  }
  const [capabilityId = '', columnKey] = rest.split('\n');
  const row = data.rows.find((each) => each.capabilityId === capabilityId);
  if (!row) throw new Error(`this picture has no mark ${id}`);
  const name = data.nameOf('capability', capabilityId);
  if (kind === 'row') {
    return {
      title: name,
      rows: [
        [say('card.teams'), teamsText(row, speech)],
        ...(row.unknownTeams > 0
          ? [[say('card.unknownTeams'), figures.number(row.unknownTeams)] as const]
          : []),
        ...(row.cells.length > 0 ? [[say('card.money'), carryMoney(row, speech)] as const] : []),
        [say('card.alone'), aloneText(row, data.now, speech)],
      ],
      note: say('card.pickRow'),
    };
  }
  const column = layout.columns.find(({ key }) => key === columnKey)!;
  const own = row.cells.filter(({ teamId }) => column.teamIds.includes(teamId));
  const money = {
    money: own.reduce((sum, each) => sum + each.money, 0),
    unknownMoney: own.reduce((sum, each) => sum + each.unknownMoney, 0),
  };
  const names = own.flatMap(({ initiativeIds }) =>
    initiativeIds.map((initiative) => data.nameOf('initiative', initiative)),
  );
  const team =
    column.kind === 'team'
      ? data.nameOf('team', column.key)
      : column.kind === 'unknown'
        ? say('words.unknownTeam')
        : say('words.others', { count: column.teamIds.length });
  const owns = row.ownerTeamId !== null && column.teamIds.includes(row.ownerTeamId);
  return {
    title: say('card.name', { capability: name, team }),
    rows: [
      ...(owns ? [['', say('card.owner')] as const] : []),
      ...(own.length > 0 ? [[say('card.money'), carryMoney(money, speech)] as const] : []),
      ...(own.length > 0 && row.money > 0
        ? [[say('card.share'), figures.percent(money.money / row.money)] as const]
        : []),
      ...(names.length > 0 ? [[say('card.initiatives'), someNames(names, speech)] as const] : []),
      ...(own.length === 1 ? [[say('card.end'), endText(own[0]!.end, speech)] as const] : []),
    ],
    ...(own.length > 0 && own.every(({ real }) => !real) ? { note: say('card.lent') } : {}),
  };
}

/** A loss in the cells of a table: days, money, and its range or why there is none. */
function lostCells(loss: ScatterLoss, speech: CarrySpeech): readonly TwinCell[] {
  const { figures, currency } = speech;
  if (loss.projects.length === 0 || loss.pending > 0) {
    const why = loss.pending > 0 || loss.unknown > 0 ? lossText(loss, speech) : '';
    return [numberCell(null, ''), numberCell(null, ''), textCell(why)];
  }
  return [
    numberCell(loss.days, figures.days(loss.days)),
    numberCell(loss.money, figures.money(toMajor(Math.round(loss.money), currency))),
    textCell(lossText(loss, speech)),
  ];
}

/** Every capability with everybody who carries it, as a table. */
export function carryTable(data: CarryData, rows: readonly CarrierRow[], speech: CarrySpeech): TwinTableData {
  const { say, figures } = speech;
  const byProject = new Map(
    data.scatters.flatMap((scatter) => scatter.projectIds.map((id) => [id, scatter] as const)),
  );
  // Of people who go, the whole disbanding of what they worked on: it is not shared out over capabilities.
  const endingWith = (cell: CarrierCell): readonly ScatterLoss[] => {
    if (typeof cell.end !== 'number') return [];
    const own = new Set(cell.initiativeIds.flatMap((id) => byProject.get(id) ?? []));
    return [...own].map(({ id }) => data.losses.get(id) ?? NO_LOSS);
  };
  return {
    caption: say('table.caption'),
    columns: [
      { id: 'capability', label: say('table.capability'), kind: 'text' },
      { id: 'teams', label: say('table.teams'), kind: 'number' },
      { id: 'team', label: say('table.team'), kind: 'text' },
      { id: 'money', label: say('table.money'), kind: 'number' },
      { id: 'share', label: say('table.share'), kind: 'number' },
      { id: 'until', label: say('table.until'), kind: 'text' },
      { id: 'lostDays', label: say('table.lostDays'), kind: 'number' },
      { id: 'lostMoney', label: say('table.lostMoney'), kind: 'number' },
      { id: 'lostRange', label: say('table.lostRange'), kind: 'text' },
      { id: 'alone', label: say('table.alone'), kind: 'text' },
    ],
    rows: rows.flatMap((row) => {
      const first = [
        textCell(data.nameOf('capability', row.capabilityId)),
        numberCell(row.teams === 0 && row.unknownTeams > 0 ? null : row.teams, teamsText(row, speech)),
      ];
      const last = textCell(aloneText(row, data.now, speech));
      if (row.cells.length === 0) {
        const owner = row.ownerTeamId === null ? '' : data.nameOf('team', row.ownerTeamId);
        return [
          {
            id: row.capabilityId,
            cells: [
              ...first,
              textCell(owner),
              numberCell(null, ''),
              numberCell(null, ''),
              textCell(''),
              ...lostCells(NO_LOSS, speech),
              last,
            ],
          },
        ];
      }
      return row.cells.map((cell) => ({
        id: `${row.capabilityId}\n${cell.teamId ?? ''}`,
        cells: [
          ...first,
          textCell(cell.teamId === null ? say('words.unknownTeam') : data.nameOf('team', cell.teamId)),
          numberCell(cell.money === 0 && cell.unknownMoney > 0 ? null : cell.money, carryMoney(cell, speech)),
          row.money > 0
            ? numberCell(cell.money / row.money, figures.percent(cell.money / row.money))
            : numberCell(null, ''),
          textCell(endText(cell.end, speech)),
          ...lostCells(addLosses(endingWith(cell)), speech),
          last,
        ],
      }));
    }),
  };
}

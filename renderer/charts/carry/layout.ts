import { max } from 'd3-array';
import { scaleSqrt } from 'd3-scale';
import type { CarrierRow } from '../../../shared/analysis/carrierMatrix.ts';
import { type CarrierStep, carrierStep } from '../frame/carrierStep.ts';
import type { ChartMark } from '../frame/chartMark.ts';
import { ellipsis, type MeasureText } from '../frame/measureText.ts';
import type { Label, Rect } from '../frame/rects.ts';
import { type CarryData, isAlone } from './carryData.ts';
import type { CarryWords } from './carryWords.ts';
import { COUNT, layoutStrip, type StripLayout } from './strip.ts';

/** A column: a team, the people of whom no team is recorded, or the teams that have no column of their own. */
export interface CarryColumn {
  readonly key: string;
  readonly kind: 'team' | 'unknown' | 'others';
  readonly teamIds: readonly (string | null)[];
  readonly x: number;
  /** Turned by 45° around its beginning. */
  readonly label: Label;
}

export interface CarryCell {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Half the width of its mark. */
  readonly r: number;
  readonly kind: CarryColumn['kind'];
  /** True where its people stay together. */
  readonly stays: boolean;
  readonly unknownMoney: boolean;
  /** True where it is the only one. */
  readonly only: boolean;
  readonly real: boolean;
  /** Its money, where columns have room for words. */
  readonly money: Label | null;
  /** A bar of its money, where one column has the whole width to itself. */
  readonly bar: Rect | null;
}

export interface CarryLine {
  readonly row: CarrierRow;
  readonly y: number;
  readonly name: Label;
  readonly step: CarrierStep;
  readonly count: string;
  readonly countX: number;
  readonly alone: Label | null;
  readonly isAlone: boolean;
  readonly cells: readonly CarryCell[];
}

export interface CarryLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** The strip of what scatters; null where nothing does. */
  readonly strip: StripLayout | null;
  readonly bodyTop: number;
  /** From where to where the headings and the first rows stand, which no page should end between. */
  readonly opening: readonly [from: number, to: number];
  readonly titles: readonly Label[];
  readonly columns: readonly CarryColumn[];
  readonly lines: readonly CarryLine[];
  readonly marks: readonly ChartMark[];
}

const ROW = 28;
/** Rows that must follow the headings on the same page. */
const OPENING_ROWS = 3;
const SIZE = 12.5;
const SMALL = 11;
const LEAST_HEAD = 40;
const ALONE = 118;
/** Room for a number over the last bar of a strip that stands alone. */
const STRIP_EDGE = 16;
const NARROWEST_COLUMN = 24;
const WIDEST_COLUMN = 92;
/** Px that a column needs for the money beside its mark. */
const MONEY_COLUMN = 72;
const MOST_MARK = 10;
const LEAST_MARK = 3.5;

/** What the picture is at least wide, px: names, a few teams and the money of each capability. */
export const LEAST_CARRY = 560;

/**
 * Every place of the picture in px; pure. Teams that find no room share a column; `columns` never exceed the width. What
 * scatters fills `stripRoom` (px) where that is given.
 */
export function layoutCarry(
  data: CarryData,
  availableWidth: number,
  fiscalStartMonth: number,
  words: CarryWords,
  measure: MeasureText,
  stripRoom: number | null = null,
): CarryLayout {
  const width = Math.max(LEAST_CARRY, Math.floor(availableWidth));
  const nameWidth = Math.max(140, Math.min(280, Math.round(width * 0.24)));
  const left = nameWidth + COUNT;
  // Without rows only the strip is drawn, as wide as there is room.
  const hasRows = data.rows.length > 0;
  const right = hasRows ? width - ALONE : width - STRIP_EDGE;
  const marks: ChartMark[] = [];
  const label = (
    text: string,
    x: number,
    y: number,
    size: number,
    weight: number,
    anchor: Label['anchor'] = 'start',
  ): Label => ({ text, x, y, anchor, size, weight, width: measure(text, size, weight) });

  const strip = layoutStrip(data, {
    ...{ left, right, nameWidth, fiscalStartMonth, words, measure, label },
    room: stripRoom,
  });
  for (const bar of strip?.bars ?? []) {
    marks.push({
      id: bar.id,
      lane: 0,
      rect: {
        x: bar.rect.x,
        y: strip!.top,
        width: Math.max(4, bar.rect.width),
        height: (strip!.losses?.base ?? strip!.base) - strip!.top,
      },
    });
  }
  const bodyTop = strip ? strip.height : 0;
  const wanted = hasRows ? columnsOf(data, left, right, words, measure) : [];
  const rise = (max(wanted, (column) => column.label.width) ?? 0) * Math.SQRT1_2;
  const rowsTop = bodyTop + Math.max(LEAST_HEAD, Math.ceil(rise) + 26);
  const columns = wanted.map((column) => ({ ...column, label: { ...column.label, y: rowsTop - 10 } }));
  const roomy = columns.length > 0 && (right - left) / columns.length >= MONEY_COLUMN;
  const most = max(data.rows, ({ cells }) => max(cells, ({ money }) => money)) ?? 0;
  // A bar stands clear of the longest amount beside its mark.
  const moneyRoom = Math.max(
    MONEY_COLUMN,
    ...data.rows.map(({ money }) => MOST_MARK + 17 + measure(words.money(money), SMALL)),
  );
  const radius = scaleSqrt([0, most > 0 ? most : 1], [LEAST_MARK, MOST_MARK]);
  const columnOf = new Map<string | null, CarryColumn>();
  for (const column of columns) for (const id of column.teamIds) columnOf.set(id, column);
  const lines = data.rows.map((row, k): CarryLine => {
    const y = rowsTop + ROW * (k + 0.5);
    const name = ellipsis(data.nameOf('capability', row.capabilityId), nameWidth - 12, measure, SIZE);
    marks.push({
      id: `row:${row.capabilityId}`,
      lane: k + 1,
      rect: { x: 0, y: y - ROW / 2, width: left, height: ROW },
    });
    const shown = row.cells.filter(({ teamId }) => columnOf.has(teamId));
    const byColumn = Map.groupBy(shown, ({ teamId }) => columnOf.get(teamId)!);
    // The owning team is a carrier, also where nobody pays it for anything right now.
    const ownerColumn = row.ownerTeamId === null ? undefined : columnOf.get(row.ownerTeamId);
    if (ownerColumn && !byColumn.has(ownerColumn)) byColumn.set(ownerColumn, []);
    const only = row.teams === 1 && row.unknownTeams === 0;
    const cells = [...byColumn].map(([column, own]): CarryCell => {
      const money = own.reduce((total, each) => total + each.money, 0);
      const unknownMoney = own.length === 0 || own.some((each) => each.unknownMoney > 0);
      const id = `cell:${row.capabilityId}\n${column.key}`;
      const r = money > 0 ? radius(money) : 5;
      const text = roomy && money > 0 ? words.money(money) : '';
      marks.push({ id, lane: k + 1, rect: { x: column.x - 11, y: y - 12, width: 22, height: 24 } });
      return {
        id,
        x: column.x,
        y,
        r,
        kind: column.kind,
        stays: own.length === 0 || own.some(({ end }) => end === 'open'),
        unknownMoney,
        only: only && column.kind !== 'unknown' && (own.length === 0 || own.some(({ real }) => real)),
        real: own.length === 0 || own.some(({ real }) => real),
        money: text === '' ? null : label(text, column.x + MOST_MARK + 9, y + 4, SMALL, 400),
        bar:
          columns.length === 1 && money > 0
            ? {
                x: column.x + moneyRoom,
                y: y - 5,
                width: ((right - column.x - moneyRoom - 10) * money) / most,
                height: 10,
              }
            : null,
      };
    });
    const alone = words.alone(row);
    return {
      row,
      y,
      name: label(name, 2, y + 4, SIZE, 400),
      // One team and others of whom nobody knows is not the same as one team alone.
      step: row.teams === 1 && row.unknownTeams > 0 ? 0 : carrierStep(row.teams),
      count: words.teams(row),
      countX: nameWidth + COUNT / 2 - 2,
      alone:
        alone === ''
          ? null
          : label(ellipsis(alone, ALONE - 12, measure, SMALL), right + 10, y + 4, SMALL, 400),
      isAlone: isAlone(row),
      cells,
    };
  });
  return {
    width,
    height: hasRows ? rowsTop + ROW * data.rows.length + 10 : bodyTop + 6,
    left,
    right,
    strip,
    bodyTop,
    opening: [bodyTop, rowsTop + ROW * Math.min(OPENING_ROWS, data.rows.length)],
    titles: hasRows
      ? [
          label(
            ellipsis(words.teamsTitle, nameWidth + COUNT - 24, measure, SMALL, 600),
            nameWidth + COUNT - 4,
            rowsTop - 12,
            SMALL,
            600,
            'end',
          ),
          label(
            ellipsis(words.aloneTitle, ALONE - 12, measure, SMALL, 600),
            right + 10,
            rowsTop - 12,
            SMALL,
            600,
          ),
        ]
      : [],
    columns,
    lines,
    marks,
  };
}

function columnsOf(
  data: CarryData,
  left: number,
  right: number,
  words: CarryWords,
  measure: MeasureText,
): readonly CarryColumn[] {
  const hasUnknown = data.rows.some(({ unknownTeams }) => unknownTeams > 0);
  const room = Math.max(1, Math.floor((right - left) / NARROWEST_COLUMN));
  const fixed = hasUnknown ? 1 : 0;
  const all = data.teamIds.length + fixed;
  const own = all <= room ? data.teamIds : data.teamIds.slice(0, Math.max(0, room - fixed - 1));
  const rest = data.teamIds.slice(own.length);
  const wanted: { key: string; kind: CarryColumn['kind']; teamIds: (string | null)[]; text: string }[] =
    own.map((id) => ({ key: id, kind: 'team', teamIds: [id], text: data.nameOf('team', id) }));
  if (rest.length > 0) {
    wanted.push({ key: '#others', kind: 'others', teamIds: [...rest], text: words.others(rest.length) });
  }
  if (hasUnknown) wanted.push({ key: '#unknown', kind: 'unknown', teamIds: [null], text: words.unknownTeam });
  const step = Math.max(
    NARROWEST_COLUMN,
    Math.min(WIDEST_COLUMN, (right - left) / Math.max(1, wanted.length)),
  );
  return wanted.map(({ key, kind, teamIds, text }, k) => {
    const x = left + step * (k + 0.5);
    const weight = kind === 'team' ? 400 : 500;
    // Turned by 45°, a text of this width rises as high as the head is, or to the picture's edge.
    const short = ellipsis(text, Math.min(150, (right + ALONE - x - 10) * Math.SQRT2), measure, SIZE, weight);
    return {
      key,
      kind,
      teamIds,
      x,
      label: {
        text: short,
        x: x + 4,
        y: 0,
        anchor: 'start',
        size: SIZE,
        weight,
        width: measure(short, SIZE, weight),
      },
    };
  });
}

import { max } from 'd3-array';
import type { PartnerRow } from '../../../shared/analysis/partnerMoney.ts';
import type { ChartMark } from '../frame/chartMark.ts';
import { ellipsis, type MeasureText } from '../frame/measureText.ts';
import type { Label, Rect } from '../frame/rects.ts';
import { heldBy, type PartnersData, type ShareRange, shareOf } from './partnersData.ts';

/** The words inside the drawing. */
export interface PartnersWords {
  readonly others: (count: number) => string;
  /** A share in per cent, from and to; a question mark where nothing is known. */
  readonly share: (share: ShareRange | null) => string;
  /** The largest partner, with its lock-in where that is known. */
  readonly who: (row: PartnerRow) => string;
  readonly largestTitle: string;
  readonly whoTitle: string;
}

export interface PartnersColumn {
  readonly key: string;
  readonly partnerIds: readonly string[];
  readonly x: number;
  readonly label: Label;
}

export interface PartnersCell {
  readonly id: string;
  readonly rect: Rect;
  /** The part of the cell that is filled for sure, and the part that may be, 0..1. */
  readonly filled: number;
  readonly open: number;
  readonly state: 'held' | 'maybe' | 'no';
  /** True where an amount is not known. */
  readonly unknown: boolean;
  readonly text: Label;
}

export interface PartnersLine {
  readonly row: PartnerRow;
  readonly y: number;
  readonly name: Label;
  readonly largest: Label;
  readonly held: 'held' | 'maybe' | 'no';
  readonly who: Label;
  readonly cells: readonly PartnersCell[];
}

export interface PartnersLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly titles: readonly Label[];
  readonly columns: readonly PartnersColumn[];
  readonly lines: readonly PartnersLine[];
  readonly marks: readonly ChartMark[];
}

export const PARTNER_ROW = 28;
const LARGEST = 84;
/** Room for the name of the largest partner. */
const WHO = 138;
const NARROWEST = 62;
const WIDEST = 84;
const LEAST_HEAD = 90;
const SIZE = 12.5;
const SMALL = 11;
const CELL = 20;

/** Partners with a column of their own: the largest ones of the first rows, then those with most money, in that order. */
function ownColumns(ids: readonly string[], rows: readonly PartnerRow[], most: number): readonly string[] {
  const largest = rows.flatMap((row) => row.largest?.partnerId ?? []).filter((id) => ids.includes(id));
  const chosen = new Set([...new Set([...largest, ...ids])].slice(0, most));
  return ids.filter((id) => chosen.has(id));
}

/** Every place of the picture in px: capabilities down, partners across, own people left out; pure. */
export function layoutPartners(
  data: PartnersData,
  rows: readonly PartnerRow[],
  availableWidth: number,
  words: PartnersWords,
  measure: MeasureText,
): PartnersLayout {
  const width = Math.max(480, Math.floor(availableWidth));
  const nameWidth = Math.max(130, Math.min(260, Math.round(width * 0.24)));
  const left = nameWidth + LARGEST;
  const right = width - WHO;
  const label = (
    text: string,
    x: number,
    y: number,
    size: number,
    weight: number,
    anchor: Label['anchor'] = 'start',
  ): Label => ({ text, x, y, anchor, size, weight, width: measure(text, size, weight) });

  const shown = new Set(rows.flatMap(({ cells }) => cells.map(({ partnerId }) => partnerId)));
  const ids = data.partners.flatMap(({ partner }) => (shown.has(partner.id) ? [partner.id] : []));
  const room = Math.max(1, Math.floor((right - left) / NARROWEST));
  const own = ids.length <= room ? ids : ownColumns(ids, rows, room - 1);
  const rest = ids.filter((id) => !own.includes(id));
  const wanted = [
    ...own.map((id) => ({ key: id, partnerIds: [id], text: data.nameOf('partner', id), weight: 400 })),
    ...(rest.length > 0
      ? [{ key: '#others', partnerIds: rest, text: words.others(rest.length), weight: 500 }]
      : []),
  ];
  const step = Math.max(NARROWEST, Math.min(WIDEST, (right - left) / Math.max(1, wanted.length)));
  const fitted = wanted.map((each, k) => {
    const x = left + step * (k + 0.5);
    // Turned by 45°, a text rises as high as the head is, or to the picture's edge.
    const most = Math.min(150, (width - x - 10) * Math.SQRT2);
    const text = ellipsis(each.text, most, measure, SIZE, each.weight);
    return { ...each, x, text, long: measure(text, SIZE, each.weight) };
  });
  const rise = (max(fitted, ({ long }) => long) ?? 0) * Math.SQRT1_2;
  const top = Math.max(LEAST_HEAD, Math.ceil(rise) + 26);
  const columns = fitted.map(
    ({ key, partnerIds, x, text, weight }): PartnersColumn => ({
      key,
      partnerIds,
      x,
      label: label(text, x + 4, top - 10, SIZE, weight),
    }),
  );
  const marks: ChartMark[] = columns.map(({ key, x }) => ({
    id: `partner:${key}`,
    lane: 0,
    rect: { x: x - step / 2, y: top - 22, width: step, height: 20 },
  }));
  const cellWidth = step - 6;
  const columnOf = new Map(columns.flatMap((column) => column.partnerIds.map((id) => [id, column] as const)));
  const lines = rows.map((row, k): PartnersLine => {
    const y = top + PARTNER_ROW * (k + 0.5);
    marks.push({
      id: `row:${row.capabilityId}`,
      lane: k + 1,
      rect: { x: 0, y: y - PARTNER_ROW / 2, width: left, height: PARTNER_ROW },
    });
    const placed = row.cells.filter(({ partnerId }) => columnOf.has(partnerId));
    const byColumn = Map.groupBy(placed, ({ partnerId }) => columnOf.get(partnerId)!);
    const cells = [...byColumn].map(([column, list]): PartnersCell => {
      const share = shareOf(list, row);
      const id = `cell:${row.capabilityId}\n${column.key}`;
      const rect = { x: column.x - cellWidth / 2, y: y - CELL / 2, width: cellWidth, height: CELL };
      // Several partners together may hold much without one of them doing so.
      const state = column.partnerIds.length === 1 ? heldBy(share) : 'no';
      marks.push({ id, lane: k + 1, rect });
      return {
        id,
        rect,
        filled: Math.min(1, share?.low ?? 0),
        open: share?.high ?? 0,
        state,
        unknown: share === null || list.some(({ unknown }) => unknown > 0),
        text: label(words.share(share), column.x, y + 2, SMALL, state === 'held' ? 650 : 400, 'middle'),
      };
    });
    const held = heldBy(row.largest);
    return {
      row,
      y,
      name: label(
        ellipsis(data.nameOf('capability', row.capabilityId), nameWidth - 12, measure, SIZE),
        2,
        y + 4,
        SIZE,
        400,
      ),
      largest: label(words.share(row.largest), left - 16, y + 4, SMALL, held === 'held' ? 650 : 400, 'end'),
      held,
      who: label(ellipsis(words.who(row), WHO - 12, measure, SMALL), right + 10, y + 4, SMALL, 400),
      cells,
    };
  });
  return {
    width,
    height: top + PARTNER_ROW * rows.length + 10,
    left,
    right,
    titles: [
      label(
        ellipsis(words.largestTitle, left - 30, measure, SMALL, 600),
        left - 16,
        top - 12,
        SMALL,
        600,
        'end',
      ),
      // The last turned name leans over the room to its right, above the height of this line.
      label(ellipsis(words.whoTitle, WHO - 12, measure, SMALL, 600), right + 10, top - 12, SMALL, 600),
    ],
    columns,
    lines,
    marks,
  };
}

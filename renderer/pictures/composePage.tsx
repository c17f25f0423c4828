import { renderToStaticMarkup } from 'react-dom/server';
import { sheetSize } from '../../shared/report/options.ts';
import type { PlacedDrawing, PlacedTable, ReportPage } from '../../shared/report/page.ts';
import { FOOT_ROOM, headSizes, LEAST_TEXT, MARGIN, pageScale } from '../../shared/report/sheetFrame.ts';
import { xmlCharacters } from '../../shared/text/xmlCharacters.ts';
import type { FootBasis } from '../analysis/footPlace.ts';
import { layoutLegend } from '../charts/frame/legend.ts';
import { wrapText } from '../charts/frame/measureText.ts';
import type { Rect } from '../charts/frame/rects.ts';
import type { PageContext } from './context.ts';
import type { Drawn, PageDraft } from './draft.ts';
import { LARGE, legibleZoom } from './legible.ts';
import { fitTables } from './pageTable.ts';
import { Alone, legendPart, Sheet, type SheetPart, type SheetText } from './Sheet.tsx';
import { TableDrawing } from './TableDrawing.tsx';
import type { PictureTheme } from './theme.ts';

/** How large a drawing is at most that does not say it. */
const USUAL_ZOOM = 1.2;
/** How large a drawing is tried, from as large as reads well to as small as still can be read. */
const ZOOMS = [
  ...[1.8, 1.65, 1.5, 1.4, 1.3, 1.2, 1.12],
  // The least at which the small words of most drawings can be read, and then those of all sizes.
  legibleZoom(11),
  ...[1.05, 1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64],
];

/**
 * With only what XML may hold, and without style attributes, which the policies of web pages forbid; they only ask for
 * figures of one width.
 */
const plain = (svg: string): string => xmlCharacters(svg).replace(/ style="[^"]*"/g, '');

/** A page but for its number, which only the whole report knows. */
export interface Composed {
  readonly draft: PageDraft;
  readonly subtitle: string;
  readonly title: string;
  readonly foot: string;
  readonly drawn: Drawn | null;
  readonly box: Rect;
  readonly zoom: number;
  readonly table: PlacedTable | null;
  /** True for the further pages of a table. */
  readonly continued: boolean;
  readonly texts: readonly SheetText[];
  readonly headLines: ReportPage['headLines'];
}

/** Px for the words above the drawing: where each line stands, and where the drawing begins. */
function headOf(title: string, subtitle: string, { measure, options }: PageContext) {
  const { width } = sheetSize[options.pageSize];
  const sizes = headSizes(options.pageSize);
  const room = width - 2 * MARGIN;
  const titles = wrapText(title, room, sizes.title.lines, measure, sizes.title.size, 600);
  const subtitles =
    subtitle === '' ? [] : wrapText(subtitle, room, sizes.subtitle.lines, measure, sizes.subtitle.size);
  const under = MARGIN + titles.length * sizes.title.line;
  const texts: SheetText[] = [
    ...titles.map((text, k) => ({
      text,
      x: MARGIN,
      y: MARGIN - 10 + sizes.title.size + k * sizes.title.line,
      size: sizes.title.size,
      weight: 600,
      tone: 'ink' as const,
      anchor: 'start' as const,
    })),
    ...subtitles.map((text, k) => ({
      text,
      x: MARGIN,
      y: under - 4.5 + sizes.subtitle.size + k * sizes.subtitle.line,
      size: sizes.subtitle.size,
      weight: 400,
      tone: 'ink-2' as const,
      anchor: 'start' as const,
    })),
  ];
  return {
    texts,
    headLines: { title: titles.length, subtitle: subtitles.length },
    bottom: under + subtitles.length * sizes.subtitle.line + 14,
  };
}

/** Gives a draft its size: its drawing as large as fits, its table over as many pages as it needs. */
export function composePages(
  draft: PageDraft,
  footOf: (basis: FootBasis) => string,
  context: PageContext,
  textScale: number,
): readonly Composed[] {
  const { options, measure, join } = context;
  const { width, height } = sheetSize[options.pageSize];
  const foot = footOf(draft.basis);
  const bottom = height - FOOT_ROOM;
  const boxUnder = (top: number): Rect => ({
    x: MARGIN,
    y: top,
    width: width - 2 * MARGIN,
    height: bottom - top - 10,
  });
  const base = { draft, title: draft.title, foot, continued: false };
  if (draft.tablePages) {
    const { cut, rows, mostPages } = draft.tablePages;
    // The further pages have the longer titles: the table begins under them on all of them.
    const under = (said: string): Rect =>
      boxUnder(headOf(continued(draft.title, mostPages, mostPages, context), said, context).bottom);
    const whole = fitTables(draft.tablePages, under(draft.subtitle), measure);
    // What is said where not all rows find room takes room itself.
    const { tables, shown } =
      whole.shown === rows.length
        ? whole
        : fitTables(draft.tablePages, under(join([draft.subtitle, cut(0)])), measure);
    const subtitle = join([draft.subtitle, shown < rows.length ? cut(shown) : '']);
    const pageOf = (table: PlacedTable | null, at: number): Composed => {
      const title = at === 0 ? draft.title : continued(draft.title, at + 1, tables.length, context);
      const { bottom: top, ...head } = headOf(title, subtitle, context);
      const placed = table && { ...table, y: top };
      const box = boxUnder(top);
      return {
        ...base,
        ...head,
        title,
        subtitle,
        drawn: null,
        zoom: 1,
        box,
        table: placed,
        continued: at > 0,
      };
    };
    return tables.length === 0 ? [pageOf(null, 0)] : tables.map(pageOf);
  }
  if (!draft.drawing) {
    const { bottom: top, ...head } = headOf(draft.title, draft.subtitle, context);
    return [
      { ...base, ...head, subtitle: draft.subtitle, drawn: null, zoom: 1, box: boxUnder(top), table: null },
    ];
  }
  return [fitDrawing(draft, draft.drawing, foot, boxUnder, context, textScale)];
}

/** The title of a further page of the same: titles tell pages apart where a program lists them. */
const continued = (title: string, page: number, pages: number, { say }: PageContext): string =>
  say('reports')('title.continued', { title, page, pages });

function fitDrawing(
  draft: PageDraft,
  drawing: NonNullable<PageDraft['drawing']>,
  foot: string,
  boxUnder: (top: number) => Rect,
  context: PageContext,
  textScale: number,
): Composed {
  const { measure, join } = context;
  const attempt = (zoom: number): Composed & { readonly fits: boolean } => {
    let legendHeight = 22;
    let subtitle = draft.subtitle;
    for (let round = 0; ; round += 1) {
      const { bottom, ...head } = headOf(draft.title, subtitle, context);
      const box = boxUnder(bottom);
      const room = { width: box.width / zoom, height: box.height / zoom - legendHeight - 12 };
      const drawn = drawing(room);
      const needed = layoutLegend(drawn.legend, room.width, measure).height;
      const said = join([draft.subtitle, drawn.cut ?? '']);
      // What is said and the legend depend on what was drawn; a second look settles them.
      if (round < 2 && (needed !== legendHeight || said !== subtitle)) {
        legendHeight = needed;
        subtitle = said;
        continue;
      }
      const fits = drawn.height <= room.height + 0.5 && drawn.width <= room.width + 0.5;
      return {
        draft,
        title: draft.title,
        foot,
        continued: false,
        subtitle,
        drawn,
        box,
        zoom,
        table: null,
        ...head,
        fits,
      };
    }
  };
  const scale = Math.min(1.25, textScale);
  const { mostZoom, smallestText } = draft;
  const most =
    (mostZoom ?? (smallestText === undefined ? USUAL_ZOOM : LARGE)) * pageScale(context.options.pageSize);
  const small = smallestText === undefined ? null : attempt(legibleZoom(smallestText) * scale);
  for (const zoom of [most, ...ZOOMS.filter((each) => each < most)]) {
    if (small?.fits && zoom * scale <= small.zoom) return small;
    const found = attempt(zoom * scale);
    if (found.fits && (!small?.fits || found.drawn?.cut === small.drawn?.cut)) return found;
  }
  // Nothing reads well any more: whatever size it needs.
  const last = attempt(ZOOMS[ZOOMS.length - 1]!);
  const { drawn, box } = last;
  if (!drawn) return last;
  const legend = layoutLegend(drawn.legend, drawn.width, measure).height + 12;
  return { ...last, zoom: Math.min(box.width / drawn.width, box.height / (drawn.height + legend)) };
}

/** Draws a composed page with its number. */
export function drawPage(
  composed: Composed,
  number: string,
  name: string,
  context: PageContext,
  theme: PictureTheme,
): Omit<ReportPage, 'id'> {
  const { draft, subtitle, title, foot, drawn, box, zoom, table, texts } = composed;
  const { measure, options } = context;
  const { width, height } = sheetSize[options.pageSize];
  const picture = drawn && {
    x: box.x + Math.max(0, (box.width - drawn.width * zoom) / 2),
    y: box.y,
    scale: zoom,
    draw: drawn.draw,
  };
  const placed = drawn && layoutLegend(drawn.legend, box.width / zoom, measure);
  const legend: SheetPart | null =
    drawn && placed && placed.height > 0
      ? {
          x: box.x,
          y: box.y + drawn.height * zoom + 12,
          scale: zoom,
          draw: legendPart(placed.items),
        }
      : null;
  const tablePart: SheetPart | null = table && {
    x: 0,
    y: 0,
    scale: 1,
    draw: () => <TableDrawing table={table} measure={measure} />,
  };
  const footText = (text: string, x: number, anchor: SheetText['anchor']): SheetText => ({
    text,
    x,
    y: height - FOOT_ROOM + 14,
    size: LEAST_TEXT,
    weight: 400,
    tone: 'ink-3',
    anchor,
  });
  const sheet = (
    <Sheet
      width={width}
      height={height}
      title={title}
      description={draft.description}
      texts={[...texts, footText(foot, MARGIN, 'start'), footText(number, width - MARGIN, 'end')]}
      parts={[picture, legend, tablePart].filter((part) => part !== null)}
    />
  );
  const alone = (part: SheetPart, own: { width: number; height: number }, mark: string): PlacedDrawing => ({
    svg: plain(
      renderToStaticMarkup(
        <Alone {...own} description={draft.description} patterns={mark}>
          {part.draw(mark)}
        </Alone>,
      ),
    ),
    ...own,
    x: part.x,
    y: part.y,
    scale: part.scale,
  });
  return {
    name,
    title,
    subtitle,
    lead: draft.subtitle,
    continued: composed.continued,
    headLines: composed.headLines,
    footer: foot,
    description: draft.description,
    sheet: theme.resolve(plain(renderToStaticMarkup(sheet))),
    picture: picture && drawn ? alone(picture, drawn, `p${name.length}`) : null,
    legend: legend && placed ? alone(legend, { width: box.width / zoom, height: placed.height }, 'l') : null,
    placedTable: table,
    table: draft.table ?? null,
    chart: draft.chart ?? null,
    chartOnly: draft.chartOnly ?? false,
  };
}

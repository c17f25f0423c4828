import type { ThemeColors } from '../../../shared/report/page.ts';
import type { Box, Fill, SceneShape, Segment, Stroke, Texture } from './scene.ts';
import { xmlText } from './xml.ts';

/** Fonts of slides: there on nearly every computer, since slides embed none. Arial is narrower than the Inter of the layouts. */
export const slideFonts = { latin: 'Arial', chinese: 'Microsoft YaHei' } as const;

/** English Metric Units in a px of 1/96 inch. */
const EMU = 9525;
const POINT = 0.75;
/** Weights from here on are bold. */
const BOLD_FROM = 550;
/** Distance from a line's top to its baseline, as a share of the size: Arial, and Chinese fonts. */
const ASCENT = { latin: 0.905, chinese: 1.04 } as const;

const emu = (px: number): number => Math.round(px * EMU);
const hex = (color: string): string => color.replace('#', '').toUpperCase();

/** Chinese, its punctuation, and other letters as wide as they are high. */
const isWide = (text: string): boolean => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/.test(text);

/** Where a drawing stands on the slide. */
export interface SlidePlace {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

/** Numbers that name the shapes of one slide. */
export interface ShapeIds {
  next: number;
}

/** What the shapes of a slide are made with. */
export interface ShapeTools {
  readonly colors: ThemeColors;
  readonly language: string;
  readonly measure: (text: string, size: number, weight?: number) => number;
  readonly ids: ShapeIds;
  /** What shapes are called where a program lists them. */
  readonly words: Readonly<Record<`slide.${SceneShape['kind'] | 'line'}`, string>>;
}

/** A drawing as one group of native shapes and text boxes (DrawingML), with its words for those who do not see it. */
export function shapeGroup(
  shapes: readonly SceneShape[],
  place: SlidePlace,
  name: string,
  description: string,
  tools: ShapeTools,
): string {
  const box = frame(place.x, place.y, place.width * place.scale, place.height * place.scale);
  const children = shapes.map((shape) => shapeXml(moved(shape, place), tools)).join('');
  return (
    `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${tools.ids.next++}" name="${xmlText(name)}" descr="${xmlText(description)}"/>` +
    `<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>${box}${box.replace('a:off', 'a:chOff').replace('a:ext', 'a:chExt')}</a:xfrm></p:grpSpPr>` +
    `${children}</p:grpSp>`
  );
}

const frame = (x: number, y: number, width: number, height: number): string =>
  `<a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${Math.max(0, emu(width))}" cy="${Math.max(0, emu(height))}"/>`;

/** The shape where it stands on the slide. */
function moved(shape: SceneShape, { x, y, scale }: SlidePlace): SceneShape {
  const at = (px: number, py: number): readonly [number, number] => [x + px * scale, y + py * scale];
  if (shape.kind === 'text') {
    const [left, top] = at(shape.x, shape.y);
    return { ...shape, x: left, y: top, size: shape.size * scale };
  }
  const stroke = shape.stroke && {
    ...shape.stroke,
    width: shape.stroke.width * scale,
    dash: shape.stroke.dash.map((length) => length * scale),
  };
  const movedBox = (box: Box): Box => {
    const [left, top] = at(box.x, box.y);
    return { x: left, y: top, width: box.width * scale, height: box.height * scale };
  };
  const clip = shape.clip && movedBox(shape.clip);
  switch (shape.kind) {
    case 'rect':
      return { ...shape, ...movedBox(shape), radius: shape.radius * scale, stroke, clip };
    case 'ellipse':
      return { ...shape, ...movedBox(shape), stroke, clip };
    case 'path':
      return {
        ...shape,
        stroke,
        clip,
        segments: shape.segments.map((segment): Segment => mapPoints(segment, at)),
      };
  }
}

function mapPoints(segment: Segment, at: (x: number, y: number) => readonly [number, number]): Segment {
  if (segment[0] === 'Z') return segment;
  if (segment[0] === 'C') {
    const [, a, b, c, d, e, f] = segment;
    return ['C', ...at(a, b), ...at(c, d), ...at(e, f)];
  }
  return [segment[0], ...at(segment[1], segment[2])];
}

function shapeXml(shape: SceneShape, tools: ShapeTools): string {
  if (shape.kind === 'text') return textXml(shape, tools);
  const looks = `${fillXml(shape.fill, shape.fillOpacity, tools.colors)}${lineXml(shape.stroke, shape.opacity)}`;
  if (shape.kind === 'path') return pathXml(shape.segments, shape.clip, looks, shape.fill !== null, tools);
  const box = shape.clip ? intersection(shape, shape.clip) : shape;
  if (!box) return '';
  const geometry =
    shape.kind === 'ellipse'
      ? preset('ellipse')
      : shape.radius > 0
        ? preset('roundRect', Math.min(0.5, shape.radius / Math.max(0.01, Math.min(box.width, box.height))))
        : preset('rect');
  return sp(shape.kind, frame(box.x, box.y, box.width, box.height), geometry, looks, tools);
}

/** The number of a shape, and its name with it. */
function named(kind: SceneShape['kind'] | 'line', { ids, words }: ShapeTools): string {
  const id = ids.next++;
  return `<p:cNvPr id="${id}" name="${xmlText(words[`slide.${kind}`])} ${id}"/>`;
}

const preset = (name: string, adjust?: number): string =>
  `<a:prstGeom prst="${name}"><a:avLst>${adjust === undefined ? '' : `<a:gd name="adj" fmla="val ${Math.round(adjust * 100_000)}"/>`}</a:avLst></a:prstGeom>`;

const sp = (
  kind: SceneShape['kind'],
  box: string,
  geometry: string,
  looks: string,
  tools: ShapeTools,
): string =>
  `<p:sp><p:nvSpPr>${named(kind, tools)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>${box}</a:xfrm>${geometry}${looks}</p:spPr></p:sp>`;

/** The part of a box that shows; null when none does. */
function intersection(box: Box, clip: Box): Box | null {
  const x = Math.max(box.x, clip.x);
  const y = Math.max(box.y, clip.y);
  const width = Math.min(box.x + box.width, clip.x + clip.width) - x;
  const height = Math.min(box.y + box.height, clip.y + clip.height) - y;
  return width < 0 || height < 0 ? null : { x, y, width, height };
}

/** Slides cannot clip: what stands out is moved to the edge, which bars and lines keep their look with. */
function within(segments: readonly Segment[], { x, y, width, height }: Box): readonly Segment[] {
  const clamp = (px: number, py: number): readonly [number, number] => [
    Math.min(x + width, Math.max(x, px)),
    Math.min(y + height, Math.max(y, py)),
  ];
  return segments.map((segment) => mapPoints(segment, clamp));
}

const pointsOf = (segments: readonly Segment[]): readonly (readonly [number, number])[] =>
  segments.flatMap((segment): readonly (readonly [number, number])[] => {
    if (segment[0] === 'Z') return [];
    if (segment[0] !== 'C') return [[segment[1], segment[2]]];
    return [
      [segment[1], segment[2]],
      [segment[3], segment[4]],
      [segment[5], segment[6]],
    ];
  });

function pathXml(
  all: readonly Segment[],
  clip: Box | null,
  looks: string,
  filled: boolean,
  tools: ShapeTools,
): string {
  const segments = clip ? within(all, clip) : all;
  const points = pointsOf(segments);
  if (points.length === 0) return '';
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [px, py] of points) {
    left = Math.min(left, px);
    right = Math.max(right, px);
    top = Math.min(top, py);
    bottom = Math.max(bottom, py);
  }
  if (clip && right - left === 0 && bottom - top === 0) return '';
  const [first, second] = segments;
  if (segments.length === 2 && first?.[0] === 'M' && second?.[0] === 'L')
    return lineShape(first[1], first[2], second[1], second[2], looks, tools);
  const point = (px: number, py: number): string => `<a:pt x="${emu(px - left)}" y="${emu(py - top)}"/>`;
  const steps = segments
    .map((segment) => {
      switch (segment[0]) {
        case 'M':
          return `<a:moveTo>${point(segment[1], segment[2])}</a:moveTo>`;
        case 'L':
          return `<a:lnTo>${point(segment[1], segment[2])}</a:lnTo>`;
        case 'C':
          return `<a:cubicBezTo>${point(segment[1], segment[2])}${point(segment[3], segment[4])}${point(segment[5], segment[6])}</a:cubicBezTo>`;
        default:
          return '<a:close/>';
      }
    })
    .join('');
  const [width, height] = [right - left, bottom - top];
  const geometry = `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${emu(width)}" h="${emu(height)}"${filled ? '' : ' fill="none"'}>${steps}</a:path></a:pathLst></a:custGeom>`;
  return sp('path', frame(left, top, width, height), geometry, looks, tools);
}

/** A straight stroke as a line, which slide programs let people take by its ends. */
function lineShape(x1: number, y1: number, x2: number, y2: number, looks: string, tools: ShapeTools): string {
  const flips = `${x2 < x1 ? ' flipH="1"' : ''}${y2 < y1 ? ' flipV="1"' : ''}`;
  const box = frame(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
  // A line has no inside: of its looks only the stroke is kept.
  const stroke = looks.slice(looks.indexOf('<a:ln'));
  return `<p:cxnSp><p:nvCxnSpPr>${named('line', tools)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm${flips}>${box}</a:xfrm>${preset('line')}${stroke}</p:spPr></p:cxnSp>`;
}

const solid = (color: string, opacity: number): string =>
  `<a:solidFill><a:srgbClr val="${hex(color)}">${opacity < 1 ? `<a:alpha val="${Math.round(opacity * 100_000)}"/>` : ''}</a:srgbClr></a:solidFill>`;

const presetPattern: Readonly<Record<Texture, string>> = {
  wait: 'ltUpDiag',
  relearn: 'dkDnDiag',
  overlap: 'wdUpDiag',
  overlapBar: 'dkUpDiag',
  product: 'pct20',
};

function fillXml(fill: Fill | null, opacity: number, colors: ThemeColors): string {
  if (!fill) return '<a:noFill/>';
  switch (fill.kind) {
    case 'color':
      return solid(fill.color, opacity);
    case 'fade':
      return `<a:gradFill rotWithShape="1"><a:gsLst><a:gs pos="0"><a:srgbClr val="${hex(fill.color)}"/></a:gs><a:gs pos="100000"><a:srgbClr val="${hex(fill.color)}"><a:alpha val="0"/></a:srgbClr></a:gs></a:gsLst><a:lin ang="0" scaled="0"/></a:gradFill>`;
    case 'texture': {
      const ground = fill.ground ?? colors['--card'] ?? '#ffffff';
      return `<a:pattFill prst="${presetPattern[fill.texture]}"><a:fgClr><a:srgbClr val="${hex(mixed(fill.color, ground, fill.strength))}"/></a:fgClr><a:bgClr><a:srgbClr val="${hex(ground)}"/></a:bgClr></a:pattFill>`;
    }
  }
}

/** A colour laid over a ground; pattern fills know no opacity in every program. */
export function mixed(color: string, ground: string, strength: number): string {
  const part = (text: string, at: number): number => Number.parseInt(text.slice(1 + 2 * at, 3 + 2 * at), 16);
  return `#${[0, 1, 2]
    .map((at) =>
      Math.round(part(color, at) * strength + part(ground, at) * (1 - strength))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function lineXml(stroke: Stroke | null, opacity: number): string {
  if (!stroke) return '<a:ln><a:noFill/></a:ln>';
  const { dash, width } = stroke;
  const stops = dash.length % 2 === 0 ? dash : [...dash, ...dash];
  const share = (length: number): number => Math.round((100_000 * length) / width);
  let dashes = '';
  for (let at = 0; at < stops.length; at += 2)
    dashes += `<a:ds d="${share(stops[at] ?? 0)}" sp="${share(stops[at + 1] ?? 0)}"/>`;
  return `<a:ln w="${Math.max(1, emu(width))}" cap="${stroke.round ? 'rnd' : 'flat'}">${solid(stroke.color, opacity)}${dashes === '' ? '' : `<a:custDash>${dashes}</a:custDash>`}<a:${stroke.round ? 'round' : 'miter lim="800000"'}/></a:ln>`;
}

function textXml(shape: Extract<SceneShape, { kind: 'text' }>, tools: ShapeTools): string {
  const { text, x, y, size, weight, anchor, turn, halo } = shape;
  if (text.trim() === '') return '';
  const wide = isWide(text);
  // A little more than measured: a box that is too narrow moves the words where programs measure otherwise.
  const width = tools.measure(text, size, weight) * 1.04 + 2;
  const height = size * (wide ? 1.4 : 1.2);
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  const top = y - size * (wide ? ASCENT.chinese : ASCENT.latin);
  const radians = (turn * Math.PI) / 180;
  const [fromX, fromY] = [left + width / 2 - x, top + height / 2 - y];
  const middleX = x + fromX * Math.cos(radians) - fromY * Math.sin(radians);
  const middleY = y + fromX * Math.sin(radians) + fromY * Math.cos(radians);
  const rotation = Math.round((((turn % 360) + 360) % 360) * 60_000);
  const align = anchor === 'start' ? 'l' : anchor === 'middle' ? 'ctr' : 'r';
  const glow = halo
    ? `<a:effectLst><a:glow rad="${emu(halo.width)}"><a:srgbClr val="${hex(halo.color)}"/></a:glow></a:effectLst>`
    : '';
  return (
    `<p:sp><p:nvSpPr>${named('text', tools)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>` +
    `<p:spPr><a:xfrm${rotation === 0 ? '' : ` rot="${rotation}"`}>${frame(middleX - width / 2, middleY - height / 2, width, height)}</a:xfrm>${preset('rect')}<a:noFill/></p:spPr>` +
    `<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>` +
    `<a:p><a:pPr algn="${align}"/><a:r><a:rPr lang="${tools.language}" sz="${Math.max(100, Math.round(size * POINT * 100))}"${weight >= BOLD_FROM ? ' b="1"' : ''}>${solid(shape.color, shape.opacity)}${glow}` +
    `<a:latin typeface="${slideFonts.latin}"/><a:ea typeface="${slideFonts.chinese}"/><a:cs typeface="${slideFonts.latin}"/></a:rPr><a:t>${xmlText(text)}</a:t></a:r></a:p></p:txBody></p:sp>`
  );
}

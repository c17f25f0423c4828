import { SaxesParser } from 'saxes';
import svgpath from 'svgpath';
import {
  type Hatching,
  type HatchingName,
  hatchingNames,
  hatchings,
} from '../../../shared/report/hatchings.ts';
import type { ThemeColors } from '../../../shared/report/page.ts';
import { type Matrix, multiply, parseTransform, place, scaleOf, turnOf, unchanged } from './transform.ts';

/** The textures that stand beside the colours in our drawings. */
export type Texture = HatchingName | 'product';

/** What fills a shape: a colour, a texture over a ground, or a colour that fades out to the right. */
export type Fill =
  | { readonly kind: 'color'; readonly color: string }
  | {
      readonly kind: 'texture';
      readonly texture: Texture;
      readonly color: string;
      /** What shows between the lines or dots; null lets the page show. */
      readonly ground: string | null;
      /** How strong the lines are, 0 to 1. */
      readonly strength: number;
    }
  | { readonly kind: 'fade'; readonly color: string };

export interface Stroke {
  readonly color: string;
  readonly width: number;
  /** Lengths of dash and gap, empty for a whole line. */
  readonly dash: readonly number[];
  readonly round: boolean;
}

/** A step of a path: move, line, curve with two handles, or back to the start. */
export type Segment =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Drawn {
  readonly fill: Fill | null;
  readonly stroke: Stroke | null;
  /** Of its stroke, and of its fill, which a heat makes fainter. */
  readonly opacity: number;
  readonly fillOpacity: number;
  /** Nothing shows outside of it. */
  readonly clip: Box | null;
}

/** A primitive of a drawing, places in px of the drawing's root, inherited looks worked in. */
export type SceneShape =
  | (Drawn & Box & { readonly kind: 'rect'; readonly radius: number })
  | (Drawn & Box & { readonly kind: 'ellipse' })
  | (Drawn & { readonly kind: 'path'; readonly segments: readonly Segment[] })
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The anchor's place on the baseline. */
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly weight: number;
      readonly color: string;
      readonly opacity: number;
      readonly anchor: 'start' | 'middle' | 'end';
      /** Degrees, clockwise, around the anchor. */
      readonly turn: number;
      /** Colour and width of a rim under the letters. */
      readonly halo: { readonly color: string; readonly width: number } | null;
    };

/** An element of the parsed text, with the text directly in it. */
interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}
interface Building extends Node {
  readonly children: Building[];
  text: string;
}

interface Look {
  readonly matrix: Matrix;
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dash: string;
  readonly cap: string;
  readonly opacity: number;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly anchor: string;
  readonly clip: Box | null;
}

/** The elements of a drawing as a tree. Throws for text that is no XML. */
function parse(svg: string): Node {
  const top: Building = { name: '', attributes: {}, children: [], text: '' };
  const open: Building[] = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Building = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.write(svg).close();
  const root = top.children[0];
  if (root?.name !== 'svg') throw new Error('the drawing has no svg element');
  return root;
}

/**
 * The primitives of one of our drawings (SVG text, colours as values or by token), in the order they are painted.
 * Throws for anything that it does not know, so that nothing gets lost on the way into a file.
 */
export function sceneOf(svg: string, colors: ThemeColors): readonly SceneShape[] {
  const root = parse(svg.replace(/var\((--[\w-]+)\)/g, (named, name: string) => colors[name] ?? named));
  const clips = new Map<string, Box>();
  const shapes: SceneShape[] = [];
  const look: Look = {
    matrix: unchanged,
    fill: '#000000',
    stroke: 'none',
    strokeWidth: 1,
    dash: '',
    cap: 'butt',
    opacity: 1,
    fillOpacity: 1,
    strokeOpacity: 1,
    fontSize: 12,
    fontWeight: 400,
    anchor: 'start',
    clip: null,
  };
  const walk = (node: Node, above: Look): void => {
    const here = inherit(node, above, clips);
    switch (node.name) {
      case 'svg':
      case 'g':
        for (const child of node.children) walk(child, here);
        return;
      case 'defs':
        // Textures are known by their names; clips are looked up by the shapes that follow.
        for (const child of node.children) if (child.name === 'clipPath') keepClip(child, here, clips);
        return;
      case 'title':
      case 'desc':
      case 'style':
        return;
      default:
        shapes.push(shapeOf(node, here, colors));
    }
  };
  walk(root, look);
  return shapes;
}

function inherit({ attributes }: Node, above: Look, clips: ReadonlyMap<string, Box>): Look {
  const number = (name: string, usual: number): number => numberIn(attributes, name, usual);
  const clipId = /^url\(#(.+)\)$/.exec(attributes['clip-path'] ?? '')?.[1];
  return {
    matrix: attributes.transform
      ? multiply(above.matrix, parseTransform(attributes.transform))
      : above.matrix,
    fill: attributes.fill ?? above.fill,
    stroke: attributes.stroke ?? above.stroke,
    strokeWidth: number('stroke-width', above.strokeWidth),
    dash: attributes['stroke-dasharray'] ?? above.dash,
    cap: attributes['stroke-linecap'] ?? above.cap,
    opacity: above.opacity * number('opacity', 1),
    fillOpacity: number('fill-opacity', above.fillOpacity),
    strokeOpacity: number('stroke-opacity', above.strokeOpacity),
    fontSize: number('font-size', above.fontSize),
    fontWeight: number('font-weight', above.fontWeight),
    anchor: attributes['text-anchor'] ?? above.anchor,
    clip: clipId === undefined ? above.clip : (clips.get(clipId) ?? above.clip),
  };
}

function keepClip({ attributes, children }: Node, look: Look, clips: Map<string, Box>): void {
  const rect = children.find(({ name }) => name === 'rect');
  if (!rect || attributes.id === undefined) throw new Error('a clip of a drawing is no rectangle');
  clips.set(attributes.id, boxOf(rect, look));
}

function numberIn(attributes: Node['attributes'], name: string, usual: number): number {
  const text = attributes[name];
  const value = text === undefined ? usual : Number(text);
  // What is no number would be drawn as if it said nothing: a weak colour as a full one.
  if (!Number.isFinite(value)) throw new Error(`${name}="${text}" is no number`);
  return value;
}

const numberOf = ({ attributes }: Node, name: string, usual = 0): number => numberIn(attributes, name, usual);

function boxOf(node: Node, { matrix }: Look): Box {
  const scale = scaleOf(matrix);
  const [x, y] = place(matrix, numberOf(node, 'x'), numberOf(node, 'y'));
  return { x, y, width: numberOf(node, 'width') * scale, height: numberOf(node, 'height') * scale };
}

function shapeOf(node: Node, look: Look, colors: ThemeColors): SceneShape {
  const { matrix } = look;
  const scale = scaleOf(matrix);
  const drawn: Drawn = {
    fill: fillOf(look.fill, colors),
    stroke: strokeOf(look, scale),
    opacity: look.opacity * look.strokeOpacity,
    fillOpacity: look.opacity * look.fillOpacity,
    clip: look.clip,
  };
  switch (node.name) {
    case 'rect':
      return {
        kind: 'rect',
        ...boxOf(node, look),
        radius: numberOf(node, 'rx') * scale,
        ...drawn,
      };
    case 'circle':
    case 'ellipse': {
      const [cx, cy] = place(matrix, numberOf(node, 'cx'), numberOf(node, 'cy'));
      const r = numberOf(node, 'r');
      const [rx, ry] = [numberOf(node, 'rx', r) * scale, numberOf(node, 'ry', r) * scale];
      return { kind: 'ellipse', x: cx - rx, y: cy - ry, width: 2 * rx, height: 2 * ry, ...drawn };
    }
    case 'path':
      return { kind: 'path', segments: segmentsOf(node.attributes.d ?? '', matrix), ...drawn };
    case 'text':
      return textOf(node, look, scale);
    default:
      throw new Error(`a drawing holds a ${node.name}, which no file can be made from`);
  }
}

function textOf(node: Node, look: Look, scale: number): SceneShape {
  const [x, y] = place(look.matrix, numberOf(node, 'x'), numberOf(node, 'y'));
  const { anchor } = look;
  const rim = node.attributes['paint-order'] === 'stroke' && look.stroke !== 'none';
  return {
    kind: 'text',
    text: node.text,
    x,
    y,
    size: look.fontSize * scale,
    weight: look.fontWeight,
    color: look.fill,
    opacity: look.opacity * look.fillOpacity,
    anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start',
    turn: turnOf(look.matrix),
    halo: rim ? { color: look.stroke, width: look.strokeWidth * scale } : null,
  };
}

/** Lines and grounds of the textures, as `Patterns` of the page draws them. */
function textureOf(texture: Texture, colors: ThemeColors): Fill {
  const color = (name: string): string => {
    const value = colors[name];
    if (value === undefined) throw new Error(`the theme has no colour ${name}`);
    return value;
  };
  if (texture === 'product')
    return { kind: 'texture', texture, color: color('--card'), ground: color('--product'), strength: 1 };
  const { color: line, strength, ground }: Hatching = hatchings[texture];
  return { kind: 'texture', texture, color: color(line), ground: ground && color(ground), strength };
}

const textures: readonly Texture[] = [...hatchingNames, 'product'];

function fillOf(fill: string, colors: ThemeColors): Fill | null {
  if (fill === 'none') return null;
  const reference = /^url\(#.*-(\w+)\)$/.exec(fill)?.[1];
  if (reference === undefined) return { kind: 'color', color: fill };
  if (reference === 'fade') return { kind: 'fade', color: colors['--product'] ?? '#000000' };
  const texture = textures.find((name) => name === reference);
  if (!texture) throw new Error(`a drawing is filled with ${fill}, which no file can be made from`);
  return textureOf(texture, colors);
}

function strokeOf(look: Look, scale: number): Stroke | null {
  if (look.stroke === 'none' || look.strokeWidth <= 0) return null;
  return {
    color: look.stroke,
    width: look.strokeWidth * scale,
    dash: look.dash
      .split(/[\s,]+/)
      .filter((part) => part !== '' && part !== 'none')
      .map((part) => Number(part) * scale),
    round: look.cap === 'round',
  };
}

/** A path in absolute steps of four kinds, its transform worked in. */
function segmentsOf(d: string, matrix: Matrix): readonly Segment[] {
  const segments: Segment[] = [];
  let [startX, startY] = [0, 0];
  svgpath(d)
    .abs()
    .unshort()
    .unarc()
    .matrix([...matrix])
    .iterate((step, _, x, y) => {
      const [kind, ...numbers] = step as [string, ...number[]];
      const at = (k: number): number => numbers[k] ?? 0;
      switch (kind) {
        case 'M':
          [startX, startY] = [at(0), at(1)];
          segments.push(['M', startX, startY]);
          break;
        case 'L':
          segments.push(['L', at(0), at(1)]);
          break;
        case 'H':
          segments.push(['L', at(0), y]);
          break;
        case 'V':
          segments.push(['L', x, at(0)]);
          break;
        case 'C':
          segments.push(['C', at(0), at(1), at(2), at(3), at(4), at(5)]);
          break;
        case 'Q':
          // A curve with one handle as one with two.
          segments.push([
            'C',
            x + (2 / 3) * (at(0) - x),
            y + (2 / 3) * (at(1) - y),
            at(2) + (2 / 3) * (at(0) - at(2)),
            at(3) + (2 / 3) * (at(1) - at(3)),
            at(2),
            at(3),
          ]);
          break;
        case 'Z':
        case 'z':
          segments.push(['Z']);
          break;
        default:
          throw new Error(`a path of a drawing has a step ${kind}`);
      }
    });
  return segments;
}

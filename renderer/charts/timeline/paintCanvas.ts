import { type Paint, roundedPath, type Scene, type Shape } from './scene.ts';

/** The theme's colours and the font, as a canvas takes them. */
export interface CanvasInk {
  readonly colour: (name: `--${string}`) => string;
  readonly family: string;
}

/** Reads the theme's values once per theme: asking the style again for every shape would cost more than the drawing. */
export function themeInk(element: Element): CanvasInk {
  const style = getComputedStyle(element);
  const known = new Map<string, string>();
  return {
    colour: (name) => {
      let value = known.get(name);
      if (value === undefined) {
        value = style.getPropertyValue(name).trim();
        known.set(name, value);
      }
      return value;
    },
    family: style.getPropertyValue('--font').trim() || 'sans-serif',
  };
}

/** Draws a scene onto a canvas that is `scale` device pixels to a px, and leaves nothing of what was there. */
export function paintScene(
  context: CanvasRenderingContext2D,
  scene: Scene,
  scale: number,
  ink: CanvasInk,
): void {
  const { plotBox } = scene;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, scene.width, scene.height);
  const textures = new Map<Paint, CanvasPattern | string>();
  context.save();
  context.beginPath();
  context.rect(plotBox.x, plotBox.y, plotBox.width, plotBox.height);
  context.clip();
  for (const shape of scene.plot) paint(context, shape, ink, textures);
  context.restore();
  context.save();
  context.beginPath();
  context.rect(0, plotBox.y, plotBox.x + plotBox.width, plotBox.height);
  context.clip();
  for (const shape of scene.side) paint(context, shape, ink, textures);
  context.restore();
  for (const shape of scene.head) paint(context, shape, ink, textures);
}

function paint(
  context: CanvasRenderingContext2D,
  shape: Shape,
  ink: CanvasInk,
  textures: Map<Paint, CanvasPattern | string>,
): void {
  if (shape.kind === 'text') {
    context.font = `${shape.weight} ${shape.size}px ${ink.family}`;
    context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
    context.fillStyle = styleOf(context, shape.fill, ink, textures);
    context.fillText(shape.text, shape.x, shape.y);
    return;
  }
  const opacity = 'opacity' in shape ? (shape.opacity ?? 1) : 1;
  context.globalAlpha = opacity;
  const outline = outlineOf(shape);
  if (shape.fill !== null) {
    context.fillStyle =
      shape.fill === 'fade' && shape.kind === 'rect'
        ? fade(context, shape.x, shape.width, ink)
        : styleOf(context, shape.fill, ink, textures);
    if (outline) context.fill(outline);
    else if (shape.kind === 'rect') context.fillRect(shape.x, shape.y, shape.width, shape.height);
  }
  if (shape.stroke) {
    context.strokeStyle = styleOf(context, shape.stroke, ink, textures);
    context.lineWidth = shape.strokeWidth ?? 1;
    context.setLineDash('dash' in shape && shape.dash ? [...shape.dash] : []);
    if (outline) context.stroke(outline);
    else if (shape.kind === 'rect') context.strokeRect(shape.x, shape.y, shape.width, shape.height);
  }
  context.globalAlpha = 1;
}

function outlineOf(shape: Exclude<Shape, { kind: 'text' }>): Path2D | null {
  switch (shape.kind) {
    case 'rect':
      if (!shape.radius) return null;
      return new Path2D(
        roundedPath(shape.x, shape.y, shape.width, shape.height, shape.radius, shape.roundRight ?? true),
      );
    case 'path':
      return new Path2D(shape.d);
    case 'circle': {
      const path = new Path2D();
      path.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI);
      return path;
    }
  }
}

function styleOf(
  context: CanvasRenderingContext2D,
  name: Paint,
  ink: CanvasInk,
  textures: Map<Paint, CanvasPattern | string>,
): CanvasPattern | string {
  if (name !== 'wait' && name !== 'fade') return ink.colour(name);
  let texture = textures.get(name);
  if (!texture) {
    texture = hatch(context, ink.colour('--project'));
    textures.set(name, texture);
  }
  return texture;
}

/** The hatching of `Patterns`: lines of 1.6 px every 5 px, turned by 45 degrees. */
function hatch(context: CanvasRenderingContext2D, colour: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = 10;
  tile.height = 10;
  const pen = tile.getContext('2d');
  if (!pen) return colour;
  pen.fillStyle = colour;
  pen.globalAlpha = 0.55;
  pen.fillRect(0, 0, 3.2, 10);
  const pattern = context.createPattern(tile, 'repeat');
  if (!pattern) return colour;
  pattern.setTransform(new DOMMatrix().rotate(45).scale(0.5));
  return pattern;
}

function fade(context: CanvasRenderingContext2D, x: number, width: number, ink: CanvasInk): CanvasGradient {
  const gradient = context.createLinearGradient(x, 0, x + Math.max(1, width), 0);
  const colour = ink.colour('--product');
  gradient.addColorStop(0, colour);
  // The tokens are written as six hexadecimal digits (a test of tokens.css checks it); two more say how opaque.
  gradient.addColorStop(1, `${colour}00`);
  return gradient;
}

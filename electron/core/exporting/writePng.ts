import { Failure } from '../../../shared/contract/result.ts';
import type { Report } from '../../../shared/report/page.ts';
import type { FontRun, PictureFonts } from './fonts.ts';
import { paintScene, type Surface } from './paintScene.ts';
import { type Segment, sceneOf } from './scene.ts';

type Canvas = typeof import('@napi-rs/canvas');
type Context = import('@napi-rs/canvas').SKRSContext2D;

/** Pixels for each px of the page. */
const SHARPNESS = 2;
const EMBOLDEN = 0.035;
const family = { regular: 'TL Regular', semibold: 'TL Semibold', chinese: 'TL Chinese' } as const;

/** Draws a page as a PNG of twice its size. */
export type PagePainter = (sheet: string) => Promise<Uint8Array>;

/**
 * Makes a painter of pages. Throws `format_unavailable` on a system that the rasteriser has no build for: its
 * pictures can then be had as SVG, or as PNG from the window.
 */
export async function pngPainter(report: Report, fonts: PictureFonts): Promise<PagePainter> {
  const canvas = await load();
  for (const name of ['regular', 'semibold', 'chinese'] as const)
    if (!canvas.GlobalFonts.has(family[name])) canvas.GlobalFonts.register(fonts[name].bytes, family[name]);
  return async (sheet) => {
    const made = canvas.createCanvas(report.width * SHARPNESS, report.height * SHARPNESS);
    const context = made.getContext('2d');
    context.scale(SHARPNESS, SHARPNESS);
    paintScene(sceneOf(sheet, report.colors), canvasSurface(context), fonts);
    return made.encode('png');
  };
}

async function load(): Promise<Canvas> {
  try {
    return await import('@napi-rs/canvas');
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Failure(
      'format_unavailable',
      `PNG cannot be drawn on this system (${why}); choose SVG, or save PNG from a picture in the window`,
      { params: { format: 'PNG' } },
    );
  }
}

function canvasSurface(context: Context): Surface {
  const trace = (segments: readonly Segment[]): void => {
    context.beginPath();
    for (const segment of segments) {
      switch (segment[0]) {
        case 'M':
          context.moveTo(segment[1], segment[2]);
          break;
        case 'L':
          context.lineTo(segment[1], segment[2]);
          break;
        case 'C':
          context.bezierCurveTo(segment[1], segment[2], segment[3], segment[4], segment[5], segment[6]);
          break;
        case 'Z':
          context.closePath();
      }
    }
  };
  const alone = (paint: () => void): void => {
    context.save();
    paint();
    context.restore();
  };
  const use = ({ font }: FontRun, size: number): void => {
    context.font = `${size}px "${family[font]}"`;
  };
  return {
    fill: (segments, color, opacity) =>
      alone(() => {
        trace(segments);
        context.globalAlpha = opacity;
        context.fillStyle = color;
        context.fill();
      }),
    fade: (segments, color, box) =>
      alone(() => {
        trace(segments);
        const gradient = context.createLinearGradient(box.x, box.y, box.x + box.width, box.y);
        gradient.addColorStop(0, color);
        gradient.addColorStop(1, `${color}00`);
        context.fillStyle = gradient;
        context.fill();
      }),
    stroke: (segments, { color, width, dash, round }, opacity) =>
      alone(() => {
        trace(segments);
        context.globalAlpha = opacity;
        context.strokeStyle = color;
        context.lineWidth = width;
        context.lineCap = round ? 'round' : 'butt';
        context.setLineDash([...dash]);
        context.stroke();
      }),
    within: (segments, paint) =>
      alone(() => {
        trace(segments);
        context.clip();
        paint();
      }),
    turned: (degrees, x, y, paint) =>
      alone(() => {
        context.translate(x, y);
        context.rotate((degrees * Math.PI) / 180);
        context.translate(-x, -y);
        paint();
      }),
    widthOf(run, size) {
      use(run, size);
      return context.measureText(run.text).width;
    },
    write: (run, { x, y, size, bold }, color, opacity) =>
      alone(() => {
        use(run, size);
        context.globalAlpha = opacity;
        context.fillStyle = color;
        context.fillText(run.text, x, y);
        if (!bold) return;
        context.strokeStyle = color;
        context.lineWidth = size * EMBOLDEN;
        context.strokeText(run.text, x, y);
      }),
    rim: (run, { x, y, size }, color, width) =>
      alone(() => {
        use(run, size);
        context.strokeStyle = color;
        context.lineWidth = width;
        context.lineJoin = 'round';
        context.strokeText(run.text, x, y);
      }),
  };
}

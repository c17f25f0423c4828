import PDFDocument from 'pdfkit';
import type { Report } from '../../../shared/report/page.ts';
import type { FontRun, PictureFonts } from './fonts.ts';
import { paintScene, type Surface } from './paintScene.ts';
import { paintPage } from './pdfPage.ts';
import { type Segment, sceneOf } from './scene.ts';

const POINT = 0.75;
/** Width of the line that makes Chinese letters heavier, as a share of their size. */
const EMBOLDEN = 0.035;

type Pdf = InstanceType<typeof PDFDocument>;

/** The pages as a PDF of vectors and text, with its fonts in it; `onPage` is told after each. */
export async function writePdf(
  report: Report,
  fonts: PictureFonts,
  onPage: (done: number) => void,
  madeAt: Date,
): Promise<Uint8Array> {
  const size: [number, number] = [report.width * POINT, report.height * POINT];
  const pdf = new PDFDocument({
    size,
    margin: 0,
    autoFirstPage: false,
    // The standard font would be read from the package's own folder, which a built program has not.
    font: '',
    lang: report.options.language,
    // With a structure that screen readers walk: titles, words, and drawings by what they show.
    tagged: true,
    pdfVersion: '1.7',
    displayTitle: true,
    info: {
      Title: report.portfolio,
      Subject: report.footer,
      Creator: 'Throughline',
      CreationDate: madeAt,
    },
  });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve());
    pdf.on('error', reject);
  });
  for (const name of ['regular', 'semibold', 'chinese'] as const) pdf.registerFont(name, fonts[name].bytes);
  const surface = pdfSurface(pdf, fonts);
  const document = pdf.struct('Document');
  pdf.addStructure(document);
  for (const [at, page] of report.pages.entries()) {
    pdf.addPage({ size, margin: 0 });
    pdf.outline.addItem(page.title);
    pdf.save();
    pdf.scale(POINT);
    paintPage(pdf, document, page, sceneOf(page.sheet, report.colors), (shapes) =>
      paintScene(shapes, surface, fonts),
    );
    pdf.restore();
    onPage(at + 1);
  }
  document.end();
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function pdfSurface(pdf: Pdf, fonts: PictureFonts): Surface {
  const trace = (segments: readonly Segment[]): void => {
    for (const segment of segments) {
      switch (segment[0]) {
        case 'M':
          pdf.moveTo(segment[1], segment[2]);
          break;
        case 'L':
          pdf.lineTo(segment[1], segment[2]);
          break;
        case 'C':
          pdf.bezierCurveTo(segment[1], segment[2], segment[3], segment[4], segment[5], segment[6]);
          break;
        case 'Z':
          pdf.closePath();
      }
    }
  };
  const alone = (paint: () => void): void => {
    pdf.save();
    paint();
    pdf.restore();
  };
  const use = ({ font }: FontRun, size: number): Pdf => pdf.font(font).fontSize(size);
  return {
    fill: (segments, color, opacity) =>
      alone(() => {
        trace(segments);
        pdf.fillOpacity(opacity).fill(color);
      }),
    fade: (segments, color, box) =>
      alone(() => {
        trace(segments);
        pdf.fill(
          pdf
            .linearGradient(box.x, box.y, box.x + box.width, box.y)
            .stop(0, color, 1)
            .stop(1, color, 0) as never,
        );
      }),
    stroke: (segments, { color, width, dash, round }, opacity) =>
      alone(() => {
        trace(segments);
        pdf
          .lineWidth(width)
          .lineCap(round ? 'round' : 'butt')
          .strokeOpacity(opacity);
        if (dash.some((length) => length > 0)) pdf.dash([...dash] as never, {});
        pdf.stroke(color);
      }),
    within: (segments, paint) =>
      alone(() => {
        trace(segments);
        pdf.clip();
        paint();
      }),
    turned: (degrees, x, y, paint) =>
      alone(() => {
        pdf.rotate(degrees, { origin: [x, y] });
        paint();
      }),
    widthOf: (run, size) => use(run, size).widthOfString(run.text),
    write: (run, { x, y, size, bold }, color, opacity) =>
      alone(() => {
        use(run, size).fillColor(color).fillOpacity(opacity);
        if (bold) pdf.strokeColor(color).lineWidth(size * EMBOLDEN);
        pdf.text(run.text, x, y, {
          lineBreak: false,
          baseline: 'alphabetic',
          ...(bold ? { fill: true, stroke: true } : {}),
        });
      }),
    // Letters as lines and not as text: whoever copies from the page must not get every word twice.
    rim: (run, { x, y, size }, color, width) =>
      alone(() => {
        const outline = fonts[run.font].outline(run.text, x, y, size);
        if (outline === '') return;
        pdf.path(outline).lineWidth(width).lineJoin('round').stroke(color);
      }),
  };
}

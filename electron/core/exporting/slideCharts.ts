import type { NativeChart } from '../../../shared/report/page.ts';
import { slideFonts } from './slideShapes.ts';

/** What the slide package gets wrong or cannot say in the part of a chart. */
export function chartAsDrawn(
  xml: string,
  chart: NativeChart,
  { language, card }: { readonly language: string; readonly card: string },
): string {
  let at = -1;
  const drawn = xml
    .replace(/<c:ser>[\s\S]*?<\/c:ser>/g, (series) => {
      at += 1;
      const own = chart.series[at];
      if (!own) return series;
      return chart.kind === 'lines' ? lineOf(series, own) : barOf(series, own, card);
    })
    // Chinese in a chart would be written in whatever font the program likes.
    .replace(/(<a:latin typeface="[^"]*"\/>)(?!\s*<a:ea)/g, `$1<a:ea typeface="${slideFonts.chinese}"/>`)
    .replace(/(<c:date1904 val="\d"\/>)/, `$1<c:lang val="${language}"/>`)
    .replace('<c:roundedCorners val="1"/>', '<c:roundedCorners val="0"/>');
  return chart.kind === 'lines' ? drawn.replaceAll('<c:invertIfNegative val="0"/>', '') : axisBelow(drawn);
}

type Series = NativeChart['series'][number];

/** Dashed as in our drawings, with the marks of its mode: prints know no colour. */
function lineOf(series: string, { dashed, mode }: Series): string {
  const marked = series.replace(
    /<c:symbol val="none"\/><c:size val="\d+"\/>/,
    `<c:symbol val="${mode === 'project' ? 'square' : 'circle'}"/><c:size val="5"/>`,
  );
  return dashed ? marked.replace('<a:prstDash val="solid"/>', '<a:prstDash val="sysDash"/>') : marked;
}

/** Product teams dotted, projects plain. */
const barOf = (series: string, { mode }: Series, card: string): string =>
  mode === 'project'
    ? series
    : series.replace(
        /<a:solidFill>(<a:srgbClr val="[0-9A-Fa-f]{6}"\/>)<\/a:solidFill>/,
        (_, color: string) =>
          `<a:pattFill prst="pct20"><a:fgClr><a:srgbClr val="${card}"/></a:fgClr><a:bgClr>${color}</a:bgClr></a:pattFill>`,
      );

/** Bars that begin at the top would take their axis of values there, away from its title. */
const axisBelow = (xml: string): string =>
  xml.replace(/<c:valAx>[\s\S]*?<\/c:valAx>/, (axis) =>
    axis
      .replace('<c:crosses val="autoZero"/>', '<c:crosses val="max"/>')
      .replace('<c:tickLblPos val="low"/>', '<c:tickLblPos val="nextTo"/>'),
  );

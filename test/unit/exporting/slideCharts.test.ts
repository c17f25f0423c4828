import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chartAsDrawn } from '../../../electron/core/exporting/slideCharts.ts';
import { notesInParagraphs } from '../../../electron/core/exporting/slideProperties.ts';
import { writeHtml } from '../../../electron/core/exporting/writeHtml.ts';
import { writePptx } from '../../../electron/core/exporting/writePptx.ts';
import { xmlText } from '../../../electron/core/exporting/xml.ts';
import { axisUnit } from '../../../shared/report/axisUnit.ts';
import type { NativeChart } from '../../../shared/report/page.ts';
import { sampleRecords } from '../../helpers/listedSample.ts';
import { fonts, reportOf } from '../../helpers/reportOf.ts';

describe('the amounts of a chart', () => {
  it.each([
    [999, 'en', 1, '#,##0', '#,##0'],
    [48_000, 'en', 1, '[=0]0;0,"K"', '#,##0'],
    [1_200_000, 'en', 1, '[=0]0;0.0,,"M"', '#,##0'],
    [51_500_000, 'en', 1, '[=0]0;0,,"M"', '#,##0'],
    [2_000_000_000, 'en', 1, '[=0]0;0.0,,,"B"', '#,##0'],
    [99_999, 'zh-CN', 1, '#,##0', '#,##0'],
    // 6000万, not 6000.0万
    [51_500_000, 'zh-CN', 1e4, '[=0]0;General"万"', '#,##0.0"万"'],
    [340_000_000, 'zh-CN', 1e8, '[=0]0;General"亿"', '#,##0.0"亿"'],
  ] as const)('up to %d in %s are in units of %d, written %s', (most, language, divisor, ticks, labels) => {
    expect(axisUnit(most, language)).toEqual({ divisor, ticks, labels });
  });

  it('are the same money in both languages', () => {
    const bill = (language: 'en' | 'zh-CN') =>
      reportOf(sampleRecords(), { pages: ['wastes'], language }).pages.find(({ chart }) => chart)!.chart!;
    const [en, zh] = [bill('en'), bill('zh-CN')];
    const scale = zh.axisFormat.includes('亿') ? 1e8 : zh.axisFormat.includes('万') ? 1e4 : 1;
    expect(zh.series.map(({ values }) => values.map((value) => Math.round(value * scale)))).toEqual(
      en.series.map(({ values }) => values),
    );
    expect(scale).toBeGreaterThan(1);
  });
});

describe('a chart on a slide', () => {
  const series = (color: string) =>
    `<c:ser><c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill><a:ln><a:solidFill><a:srgbClr val="${color}"/></a:solidFill><a:prstDash val="solid"/></a:ln></c:spPr><c:symbol val="none"/><c:size val="6"/></c:ser>`;
  const xml = `<c:chartSpace><c:date1904 val="0"/>${series('B4532A')}${series('0B7285')}<c:valAx><c:tickLblPos val="low"/><a:latin typeface="Arial"/><c:crosses val="autoZero"/></c:valAx></c:chartSpace>`;
  const of = (kind: NativeChart['kind']): NativeChart => ({
    kind,
    categories: ['a'],
    series: [
      { name: 'Project', color: '#b4532a', dashed: false, mode: 'project', values: [1] },
      { name: 'Product team', color: '#0b7285', dashed: true, mode: 'product', values: [2] },
    ],
    valueTitle: '',
    categoryTitle: '',
    format: '#,##0',
    axisFormat: '#,##0',
    beside: [],
  });
  const drawn = (kind: NativeChart['kind']) =>
    chartAsDrawn(xml, of(kind), { language: 'zh-CN', card: 'FFFFFF' });

  it('tells the modes apart in black and white: dots in bars, marks and dashes on lines', () => {
    const [project, product] = drawn('stackedBars').match(/<c:ser>.*?<\/c:ser>/g) ?? [];
    expect(project).not.toContain('pattFill');
    expect(product).toContain(
      '<a:pattFill prst="pct20"><a:fgClr><a:srgbClr val="FFFFFF"/></a:fgClr><a:bgClr><a:srgbClr val="0B7285"/></a:bgClr></a:pattFill>',
    );
    const [square, round] = drawn('lines').match(/<c:ser>.*?<\/c:ser>/g) ?? [];
    expect(square).toMatch(/symbol val="square".*/);
    expect(square).not.toContain('sysDash');
    expect(round).toContain('symbol val="circle"');
    expect(round).toContain('sysDash');
  });

  it('has its values under its bars, its language, and a Chinese font', () => {
    const bars = drawn('stackedBars');
    expect(bars).toContain('<c:crosses val="max"/>');
    expect(bars).toContain('<c:tickLblPos val="nextTo"/>');
    expect(bars).toContain('<c:lang val="zh-CN"/>');
    expect(bars).toContain('<a:latin typeface="Arial"/><a:ea typeface="Microsoft YaHei"/>');
    expect(drawn('lines')).toContain('<c:crosses val="autoZero"/>');
  });
});

describe('the notes of a slide', () => {
  it('are paragraphs in the language of the slide', () => {
    const notes =
      '<a:p><a:r><a:rPr lang="en-US" dirty="0"/><a:t>一\n\n二</a:t></a:r><a:endParaRPr lang="en-US" dirty="0"/></a:p>';
    expect(notesInParagraphs(notes, 'zh-CN')).toBe(
      '<a:p><a:r><a:rPr lang="zh-CN" dirty="0"/><a:t>一</a:t></a:r></a:p><a:p><a:endParaRPr lang="zh-CN"/></a:p><a:p><a:r><a:rPr lang="zh-CN" dirty="0"/><a:t>二</a:t></a:r></a:p>',
    );
  });
});

describe('a deck', () => {
  it('names its slides, its titles and its language, and gives tables a head and words', async () => {
    const report = reportOf(sampleRecords(), { language: 'zh-CN', pages: ['findings', 'capabilities'] });
    const files = unzipSync(await writePptx(report, fonts, () => undefined));
    const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    expect(part('docProps/core.xml')).toContain('<dc:language>zh-CN</dc:language>');
    for (const [at, { title }] of report.pages.entries()) {
      expect(part('docProps/app.xml')).toContain(`<vt:lpstr>${title}</vt:lpstr>`);
      const notes = part(`ppt/notesSlides/notesSlide${at + 1}.xml`);
      expect(notes).toContain(`<a:rPr lang="zh-CN" dirty="0"/><a:t>${title}</a:t>`);
      expect(notes).not.toMatch(/<a:t>[^<]*\n/);
    }
    const table = report.pages.findIndex(({ placedTable }) => placedTable) + 1;
    const slide = part(`ppt/slides/slide${table}.xml`);
    expect(slide).toContain('name="标题"');
    expect(slide).toContain('<a:tblPr firstRow="1"/>');
    expect(slide).toMatch(/name="表格" descr="[^"]{10,}"/);
    const legend = part(`ppt/slides/slide1.xml`) + slide;
    expect(legend).toMatch(/：图例" descr="[^"]{10,}"/);
    // Programs list shapes by these names.
    const names = [...legend.matchAll(/<p:cNvPr id="\d+" name="([^"]+)"/g)].map(([, each]) => each!);
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((each) => !/\p{Script=Han}/u.test(each))).toEqual([]);
  });

  it('reads from the title through what it shows to the foot, and says how far modelled figures reach', async () => {
    const report = reportOf(sampleRecords(), { pages: ['flow', 'wastes', 'findings'] });
    const files = unzipSync(await writePptx(report, fonts, () => undefined));
    for (const [at, page] of report.pages.entries()) {
      const slide = strFromU8(files[`ppt/slides/slide${at + 1}.xml`]!);
      const tree = slide.replace(
        /<p:grpSp>[\s\S]*?<\/p:grpSp>/g,
        (group) => group.match(/<p:cNvPr [^>]*>/)![0],
      );
      const names = [...tree.matchAll(/<p:cNvPr id="\d+" name="([^"]+)"/g)].map(([, name]) => name);
      expect(names.slice(0, 2), page.name).toEqual(['title', 'subtitle']);
      expect(names.indexOf('footer'), page.name).toBe(names.length - 2);
      expect(names.length, page.name).toBeGreaterThan(4);
      const shown = tree.match(/name="(?:chart|table)"[^>]*/g) ?? [];
      for (const each of shown) expect(each, page.name).toMatch(/descr="[^"]{10,}/);
      if (page.chartOnly) {
        expect(page.subtitle).toMatch(/P10–P90 of the value by month \d+: \$.* to \$.* as a product team/);
        expect(page.description).toContain('P10–P90');
        expect(names).toContain('chart');
      }
    }
  });

  it('keeps title, subtitle and table apart, however long the title is', async () => {
    const pages = ['findings', 'wastes', 'initiatives', 'decisions'] as const;
    const tops: number[] = [];
    for (const language of ['en', 'zh-CN'] as const)
      for (const pageSize of ['16:9', 'a4'] as const) {
        const report = reportOf(sampleRecords(), { language, pageSize, pages: [...pages] });
        const files = unzipSync(await writePptx(report, fonts, () => undefined));
        for (const [at, page] of report.pages.entries()) {
          if (!page.placedTable) continue;
          const slide = strFromU8(files[`ppt/slides/slide${at + 1}.xml`]!);
          const placeOf = (part: string): readonly [number, number] => {
            const [, y, height] = /<a:off x="\d+" y="(\d+)"\/><a:ext cx="\d+" cy="(\d+)"/.exec(part)!;
            return [Number(y), Number(y) + Number(height)];
          };
          const shapes = slide.match(/<p:sp>[\s\S]*?<\/p:sp>/g)!;
          const title = placeOf(shapes.find((shape) => shape.includes('type="title"'))!);
          const words = xmlText(page.subtitle.slice(0, 20));
          const subtitle = placeOf(shapes.find((shape) => shape.includes(words))!);
          const table = placeOf(/<p:graphicFrame>[\s\S]*?<\/p:graphicFrame>/.exec(slide)![0]);
          expect(title[1], page.title).toBeLessThanOrEqual(subtitle[0]);
          expect(subtitle[1], page.title).toBeLessThanOrEqual(table[0]);
          tops.push(table[0]);
        }
      }
    // Titles of one line and of two were among them.
    expect(new Set(tops).size).toBeGreaterThan(1);
  });

  it('fills the steps of a heat as strongly as the screen does, and so does the web page', async () => {
    const report = reportOf(sampleRecords(), { pages: ['capabilities'] });
    const files = unzipSync(await writePptx(report, fonts, () => undefined));
    const slide = strFromU8(files['ppt/slides/slide1.xml']!);
    const gold = report.colors['--gap']!.slice(1).toUpperCase();
    const strengths = [...slide.matchAll(new RegExp(`srgbClr val="${gold}"><a:alpha val="(\\d+)"`, 'g'))].map(
      ([, alpha]) => Number(alpha),
    );
    expect(new Set(strengths)).toEqual(new Set([7000, 20000, 33000, 46000, 60000]));
    const page = writeHtml(report);
    const used = [...page.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
    expect(used).toContain('--heat-5');
    for (const name of new Set(used)) expect(page, name).toMatch(new RegExp(`${name}:[^;}]`));
  });
});

import { describe, expect, it } from 'vitest';
import { sceneOf } from '../../../electron/core/exporting/scene.ts';
import { mixed, shapeGroup } from '../../../electron/core/exporting/slideShapes.ts';
import { xmlText } from '../../../electron/core/exporting/xml.ts';
import { halosApart } from '../../../shared/report/halosApart.ts';
import { reports } from '../../../shared/text/catalogues/reports.ts';
import { sampleRecords } from '../../helpers/listedSample.ts';
import { reportOf } from '../../helpers/reportOf.ts';

const colors = {
  '--card': '#ffffff',
  '--ink': '#16212b',
  '--project': '#b4532a',
  '--project-soft': '#f5e3da',
  '--product': '#0b7285',
  '--overlap': '#6b4bb3',
  '--overlap-soft': '#ebe6f6',
};
const scene = (body: string) =>
  sceneOf(`<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${body}</svg>`, colors);
const px = (value: number) => Math.round(value * 9525);

describe('the primitives of a drawing', () => {
  it('stand where transforms put them, inside groups in groups', () => {
    const [rect, circle] = scene(
      '<g transform="translate(10,20) scale(2)"><rect x="1" y="2" width="3" height="4" rx="1" fill="var(--project)"/>' +
        '<g transform="translate(5,5)"><circle cx="1" cy="1" r="2" fill="none" stroke="var(--ink)" stroke-width="1.5" stroke-dasharray="4 2.5"/></g></g>',
    );
    expect(rect).toMatchObject({
      kind: 'rect',
      x: 12,
      y: 24,
      width: 6,
      height: 8,
      radius: 2,
      fill: { kind: 'color', color: '#b4532a' },
      stroke: null,
    });
    expect(circle).toMatchObject({
      kind: 'ellipse',
      x: 18,
      y: 28,
      width: 8,
      height: 8,
      fill: null,
      stroke: { color: '#16212b', width: 3, dash: [8, 5] },
    });
  });

  it('fill as faintly as a heat asks, under a line as strong as before', () => {
    const [tile] = scene(
      '<g opacity="0.5"><rect width="9" height="9" fill="#112233" fill-opacity="0.2" stroke="#000000" stroke-opacity="0.6"/></g>',
    );
    if (tile?.kind !== 'rect') throw new Error('no rectangle');
    expect(tile.fillOpacity).toBeCloseTo(0.1);
    expect(tile.opacity).toBeCloseTo(0.3);
  });

  it('hold arcs as curves, shorthand as full steps, and every opacity above them', () => {
    const [path] = scene(
      '<g opacity="0.5"><path d="M0 0h10v10a5 5 0 0 1-10 0z" opacity="0.4" fill="#000000"/></g>',
    );
    if (path?.kind !== 'path') throw new Error('no path');
    expect(path.opacity).toBeCloseTo(0.2);
    expect(path.segments.map(([step]) => step)).toEqual(['M', 'L', 'L', 'C', 'C', 'Z']);
    expect(path.segments[2]).toEqual(['L', 10, 10]);
    expect((path.segments[4] as readonly unknown[]).slice(-2)).toEqual([0, 10]);
  });

  it('hold texts with entities, anchor, turn and rim', () => {
    const [text] = scene(
      '<g transform="translate(30,40)"><text transform="translate(-1,-12) rotate(-52)" font-size="11.5" font-weight="600" text-anchor="end" fill="var(--ink)" stroke="var(--card)" stroke-width="3" paint-order="stroke">A &amp; &lt;B&gt; 交接&#x27;</text></g>',
    );
    expect(text).toMatchObject({
      kind: 'text',
      text: "A & <B> 交接'",
      x: 29,
      y: 28,
      size: 11.5,
      weight: 600,
      anchor: 'end',
    });
    if (text?.kind !== 'text') throw new Error('no text');
    expect(text.turn).toBeCloseTo(-52);
    expect(text.halo).toEqual({ color: '#ffffff', width: 3 });
  });

  it('are slanted lines in the textures themselves: some programs turn no pattern', () => {
    const [page] = reportOf(sampleRecords(), { pages: ['evidence'] }).pages;
    const hatchings = page?.sheet.match(
      /<pattern id="[^"]*-(wait|relearn|overlap|overlapBar)".*?<\/pattern>/gs,
    );
    expect(hatchings).toHaveLength(4);
    for (const hatching of hatchings ?? []) {
      expect(hatching).toMatch(/<path d="M\S+ \S+L/);
      expect(hatching).not.toContain('patternTransform');
    }
  });

  it('know our textures by name, and clips', () => {
    const shapes = scene(
      '<defs><pattern id="p-wait"/><clipPath id="c"><rect x="5" y="5" width="10" height="10"/></clipPath></defs>' +
        '<rect width="1" height="1" fill="url(#p-wait)"/><rect width="1" height="1" fill="url(#p-overlapBar)"/>' +
        '<g clip-path="url(#c)"><rect x="0" y="0" width="8" height="8" fill="#000000"/></g>',
    );
    expect(shapes[0]).toMatchObject({
      fill: { kind: 'texture', texture: 'wait', color: '#b4532a', ground: null },
    });
    expect(shapes[1]).toMatchObject({ fill: { kind: 'texture', texture: 'overlapBar', ground: '#ebe6f6' } });
    expect(shapes[2]).toMatchObject({ clip: { x: 5, y: 5, width: 10, height: 10 } });
  });

  it.each([
    ['<foreignObject width="1" height="1"/>', /foreignObject/],
    ['<image href="x"/>', /image/],
    ['<rect width="1" height="1" fill="url(#p-unheard)"/>', /unheard/],
    ['<g transform="skewX(3)"><rect width="1" height="1"/></g>', /skewX/],
    ['<rect width="wide" height="1"/>', /wide/],
    ['<g>', /.+/],
  ])('of %s are refused, not lost', (body, words) => {
    expect(() => scene(body)).toThrow(words);
  });
});

describe('a drawing for readers that paint a rim over its letters', () => {
  it('has each rim below, as a text of its own', () => {
    const plain = '<text x="9" fill="#000000">alone</text>';
    const rimmed = '<text x="1" fill="#000000" stroke="#ffffff" stroke-width="3" paint-order="stroke" y="2">';
    expect(halosApart(`<svg>${plain}${rimmed}a &gt; b</text>${plain}</svg>`)).toBe(
      `<svg>${plain}<text x="1" fill="#000000" stroke="#ffffff" stroke-width="3" y="2" aria-hidden="true">a &gt; b</text><text x="1" fill="#000000" y="2">a &gt; b</text>${plain}</svg>`,
    );
  });

  it('is what is written of every page', () => {
    const report = reportOf(sampleRecords(), { pages: ['flow', 'map'] });
    const drawn = report.pages.filter(({ chartOnly }) => !chartOnly);
    expect(drawn.some(({ sheet }) => sheet.includes('paint-order'))).toBe(true);
    for (const { sheet } of drawn) {
      const apart = halosApart(sheet);
      expect(apart).not.toContain('paint-order');
      const letters = (svg: string) =>
        sceneOf(svg, report.colors).filter(({ kind }) => kind === 'text').length;
      expect(letters(apart)).toBe(letters(sheet) + sheet.split('paint-order').length - 1);
    }
  });
});

describe('native shapes', () => {
  const tools = () => ({
    colors,
    language: 'en-US',
    measure: (text: string, size: number) => text.length * size * 0.5,
    ids: { next: 7 },
    words: reports.en,
  });
  const place = { x: 100, y: 50, scale: 2, width: 100, height: 100 };

  it('stand on the slide in their places, in one group with words', () => {
    const xml = shapeGroup(
      scene('<rect x="10" y="5" width="20" height="8" fill="var(--project)" opacity="0.5"/>'),
      place,
      'Map "A"',
      'a & b',
      tools(),
    );
    expect(xml).toContain('name="Map &quot;A&quot;" descr="a &amp; b"');
    expect(xml).toContain(`<a:off x="${px(120)}" y="${px(60)}"/><a:ext cx="${px(40)}" cy="${px(16)}"/>`);
    expect(xml).toContain('<a:srgbClr val="B4532A"><a:alpha val="50000"/>');
    expect(xml).toContain(`<a:chOff x="${px(100)}" y="${px(50)}"/>`);
  });

  it('of turned words turn around the place that the words are anchored to', () => {
    const xml = shapeGroup(
      scene('<text x="10" y="10" transform="rotate(90)" font-size="10" fill="#000000">word</text>'),
      { ...place, x: 0, y: 0, scale: 1 },
      'n',
      '',
      tools(),
    );
    expect(xml).toContain('rot="5400000"');
    const [, left = '', top = '', wide = '', high = ''] =
      /rot="5400000"><a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/.exec(xml) ?? [];
    // The anchor (10, 10) turned by 90 degrees is (-10, 10): the words run down from there.
    const middle = [Number(left) + Number(wide) / 2, Number(top) + Number(high) / 2];
    expect(middle[1]! / 9525).toBeCloseTo(10 + Number(wide) / 9525 / 2, 1);
    expect(middle[0]! / 9525).toBeGreaterThan(-10);
  });

  it('are cut where the drawing is clipped, and left out where nothing shows', () => {
    const clip = '<defs><clipPath id="c"><rect x="0" y="0" width="10" height="10"/></clipPath></defs>';
    const one = { ...place, x: 0, y: 0, scale: 1 };
    const cut = shapeGroup(
      scene(`${clip}<rect x="5" y="5" width="20" height="2" fill="#000000" clip-path="url(#c)"/>`),
      one,
      'n',
      '',
      tools(),
    );
    expect(cut).toContain(`<a:ext cx="${px(5)}" cy="${px(2)}"/>`);
    const out = shapeGroup(
      scene(`${clip}<rect x="50" y="5" width="20" height="2" fill="#000000" clip-path="url(#c)"/>`),
      one,
      'n',
      '',
      tools(),
    );
    expect(out).not.toContain('<p:sp>');
  });

  it('of a straight stroke are a line, turned over where it rises', () => {
    const one = { ...place, x: 0, y: 0, scale: 1 };
    const xml = shapeGroup(
      scene('<path d="M10 20L4 30" stroke="#000000" stroke-width="2"/>'),
      one,
      'n',
      '',
      tools(),
    );
    expect(xml).toContain('<p:cxnSp>');
    expect(xml).toContain(
      `<a:xfrm flipH="1"><a:off x="${px(4)}" y="${px(20)}"/><a:ext cx="${px(6)}" cy="${px(10)}"/>`,
    );
    expect(xml).toContain(`<a:ln w="${px(2)}"`);
    const bent = shapeGroup(
      scene('<path d="M0 0L5 5L9 0" stroke="#000000" fill="none"/>'),
      one,
      'n',
      '',
      tools(),
    );
    expect(bent).toContain('<a:custGeom>');
  });

  it('mix colours, and escape what XML cannot hold', () => {
    expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(xmlText('a\u0000b<&>"\ud800')).toBe('ab&lt;&amp;&gt;&quot;\ufffd');
  });
});

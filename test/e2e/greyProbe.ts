/** Two neighbouring greys that are told apart, as the ratio of WCAG 2.2 (0.05 added to both): 1.5 is about 13 steps of CIE L*, so that seven greys have room between black and white, which is as many as map makers give a reader to tell apart. */
export const TOLD_APART = 1.5;
/** What a mark needs against its ground to be seen at all: WCAG 2.2, success criterion 1.4.11. */
const SEEN = 3;
/** The share of two signs' ink that has to differ: a square and a circle of one size and one grey differ by a fifth of theirs. */
const DIFFERENT_SHARE = 0.15;

/** One entry of the shown picture's legend, as it looks without colour. */
interface GreySign {
  readonly label: string;
  /** Its strongest part against the ground, 1 to 21. */
  readonly contrast: number;
  /** The letters and figures in it. */
  readonly letters: string;
}

/** The shown picture without colour: its signs, how far each two differ, and shapes that look the same lit and unlit. */
export interface GreyPicture {
  readonly signs: readonly GreySign[];
  /** For each two signs the share of their ink that differs. */
  readonly pairs: readonly (readonly [first: number, second: number, share: number])[];
  /** Lit shapes whose grey is that of the unlit ones: their fill and the ratio. */
  readonly litAsUnlit: readonly string[];
}

/**
 * Draws every sign of the shown legend by itself, large and without colour, and compares the pixels: whatever tells two
 * signs apart (shape, pattern, dashes, lightness) makes pixels differ. Signs are drawn by the same hand as the marks.
 */
export const greyPicture = String.raw`(async () => {
  const told = ${TOLD_APART};
  const [width, height, zoom] = [84, 30, 4];
  const stage = document.querySelector('[data-stage]');
  const paper = getComputedStyle(stage).backgroundColor;
  const light = (signal) => { const s = signal / 255; return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; };
  // The greyscale filter of CSS weighs the signals, not the light.
  const grey = (r, g, b) => light(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const rgb = (colour) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  const ground = grey(...rgb(paper));

  const draw = async (sign, defs, style) => {
    const text = ('<svg xmlns="http://www.w3.org/2000/svg" width="' + width * zoom + '" height="' + height * zoom +
      '" viewBox="-4 -15 ' + width + ' ' + height + '" font-family="' + style.fontFamily.replaceAll('"', "'") + '">' + defs +
      '<rect x="-4" y="-15" width="' + width + '" height="' + height + '" fill="' + paper + '"/>' + sign + '</svg>')
      .replace(/var\((--[\w-]+)\)/g, (_all, name) => style.getPropertyValue(name));
    const image = new Image();
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * zoom;
    canvas.height = height * zoom;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return Float64Array.from({ length: data.length / 4 }, (_, k) => grey(data[4 * k], data[4 * k + 1], data[4 * k + 2]));
  };

  const drawn = [];
  for (const svg of stage.querySelectorAll('[data-stage-legend]')) {
    const style = getComputedStyle(svg);
    const defs = svg.querySelector('defs').outerHTML;
    for (const entry of svg.querySelectorAll(':scope > g > g')) {
      const parts = [...entry.children];
      const label = parts.pop().textContent;
      drawn.push({
        label,
        letters: parts.map((each) => each.textContent).join(''),
        pixels: await draw(parts.map((each) => each.outerHTML).join(''), defs, style),
      });
    }
  }
  const pairs = drawn.flatMap(({ pixels: a }, i) => drawn.slice(i + 1).map(({ pixels: b }, k) => {
    let [ink, other] = [0, 0];
    for (let at = 0; at < a.length; at += 1) {
      if (ratio(a[at], ground) >= told || ratio(b[at], ground) >= told) ink += 1;
      if (ratio(a[at], b[at]) >= told) other += 1;
    }
    return [i, i + 1 + k, other / Math.max(1, ink)];
  }));

  const litAsUnlit = new Set();
  for (const svg of stage.querySelectorAll('[data-stage-body] > svg')) {
    const [lit, quiet] = ['[data-stage-lit]', '[data-stage-quiet]'].map((name) =>
      [...(svg.querySelector(':scope > ' + name)?.querySelectorAll('rect, path, circle, ellipse') ?? [])]
        .filter((shape) => shape.closest('defs') === null));
    // One drawing is drawn twice, so its shapes stand in the same order.
    if (lit.length !== quiet.length) litAsUnlit.add(lit.length + ' shapes are lit, ' + quiet.length + ' are not');
    lit.forEach((shape, k) => {
      const [own, other] = [getComputedStyle(shape), getComputedStyle(quiet[k])];
      for (const part of ['fill', 'stroke']) {
        if (!/^rgb/.test(own[part]) || own[part] === other[part]) continue;
        const [a, b] = [grey(...rgb(own[part])), grey(...rgb(other[part]))];
        // A faint ground says nothing by itself.
        if (ratio(a, ground) < ${SEEN}) continue;
        if (ratio(a, b) < told) litAsUnlit.add(part + ' ' + own[part] + ': ' + ratio(a, b).toFixed(2));
      }
    });
  }
  return {
    signs: drawn.map(({ label, letters, pixels }) => ({
      label, letters, contrast: pixels.reduce((most, each) => Math.max(most, ratio(each, ground)), 1),
    })),
    pairs,
    litAsUnlit: [...litAsUnlit],
  };
})()`;

/** What a room cannot tell without colours, in words; nothing when it can. */
export function lostInGrey({ signs, pairs, litAsUnlit }: GreyPicture): readonly string[] {
  return [
    ...signs
      .filter(({ contrast }) => contrast < SEEN)
      .map(({ label, contrast }) => `“${label}” is seen at ${contrast.toFixed(2)}:1`),
    ...pairs.flatMap(([first, second, share]) => {
      const [a, b] = [signs[first], signs[second]];
      if (!a || !b || share >= DIFFERENT_SHARE) return [];
      // A letter of its own is read, however small its part of the sign.
      if (a.letters !== b.letters && a.letters !== '' && b.letters !== '') return [];
      return [`“${a.label}” and “${b.label}” differ in ${(share * 100).toFixed(0)} % of their ink`];
    }),
    ...litAsUnlit.map((what) => `lit looks as unlit: ${what}`),
  ];
}

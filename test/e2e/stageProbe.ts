import type { Page } from 'playwright-core';

/** One text of the projected picture as it stands on the screen: px. */
export interface StageText {
  readonly text: string;
  readonly title: boolean;
  readonly size: number;
  readonly rect: readonly [left: number, top: number, right: number, bottom: number];
  readonly turned: boolean;
  /** Its colour against what it stands on, 1 to 21. */
  readonly contrast: number;
  /** The same where the screen shows no colours. */
  readonly greyContrast: number;
  /** Px by which it is cut off at the edge of its picture or the screen. */
  readonly cut: number;
}

/** Reads every text of the projected picture, in the page; as a text because tests know no DOM. */
export const stageTexts = String.raw`(() => {
  const stage = document.querySelector('[data-stage]');
  const screen = stage.getBoundingClientRect();
  const rgb = (colour) => (colour.match(/[\d.]+/g) ?? []).slice(0, 4).map(Number);
  const light = ([r, g, b]) => {
    const part = (value) => { const s = value / 255; return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  // As CSS filters and projectors do it: a weighted mean of the signals, not of the light.
  const grey = ([r, g, b]) => { const value = 0.2126 * r + 0.7152 * g + 0.0722 * b; return [value, value, value]; };
  const paper = rgb(getComputedStyle(stage).backgroundColor);
  const under = (element, x, y) => {
    for (const each of document.elementsFromPoint(x, y)) {
      if (each === element || each.contains(element) || element.contains(each)) {
        const own = getComputedStyle(each).backgroundColor;
        if (each.namespaceURI.endsWith('html') && rgb(own).length >= 3 && (rgb(own)[3] ?? 1) > 0.9) return rgb(own);
        continue;
      }
      const style = getComputedStyle(each);
      if (each.namespaceURI.endsWith('svg')) {
        if (!/^(rect|path|circle|ellipse)$/.test(each.tagName)) continue;
        if (!/^rgb/.test(style.fill) || Number(style.opacity) < 0.9 || Number(style.fillOpacity) < 0.9) continue;
        return rgb(style.fill);
      }
      const own = rgb(style.backgroundColor);
      if ((own[3] ?? 1) > 0.9) return own;
    }
    return paper;
  };
  const found = [];
  const seen = new Set();
  const add = (element, rect, size, colour, frame, turned) => {
    const text = element.textContent.trim();
    if (text === '' || rect.width === 0 || rect.height === 0) return;
    // What is drawn for the screenful before or after this one lies outside of its picture.
    if (rect.bottom <= frame.top + 1 || rect.top >= frame.bottom - 1) return;
    const key = [text, Math.round(rect.left), Math.round(rect.top)].join('/');
    if (seen.has(key)) return;
    seen.add(key);
    const cut = Math.max(frame.left - rect.left, rect.right - frame.right, frame.top - rect.top, rect.bottom - frame.bottom, 0);
    const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
    const ground = under(element, x, y);
    found.push({
      text, size, turned, cut,
      title: element.closest('h1') !== null,
      rect: [rect.left, rect.top, rect.right, rect.bottom],
      contrast: ratio(rgb(colour), ground),
      greyContrast: ratio(grey(rgb(colour)), grey(ground)),
    });
  };
  for (const text of stage.querySelectorAll('svg text')) {
    const svg = text.ownerSVGElement;
    if (text.closest('[data-stage-collector]') || !svg.getClientRects().length) continue;
    const matrix = text.getScreenCTM();
    const scale = Math.hypot(matrix.a, matrix.b);
    const style = getComputedStyle(text);
    const box = text.getBoundingClientRect();
    const own = svg.getBoundingClientRect();
    const frame = {
      left: Math.max(own.left, screen.left), right: Math.min(own.right, screen.right),
      top: Math.max(own.top, screen.top), bottom: Math.min(own.bottom, screen.bottom),
    };
    add(text, box, Number.parseFloat(style.fontSize) * scale, style.fill, frame, Math.abs(matrix.b) > 0.01);
  }
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element || !element.namespaceURI.endsWith('html') || walker.currentNode.data.trim() === '') continue;
    const style = getComputedStyle(element);
    if (style.visibility === 'hidden' || element.closest('[class*="srOnly"]') || !element.getClientRects().length) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const zoom = element.currentCSSZoom ?? 1;
    // Line by line: beside the first line of a text that goes on below another may stand.
    for (const line of range.getClientRects())
      add(element, line, Number.parseFloat(style.fontSize) * zoom, style.color, screen, false);
  }
  return found;
})()`;

/** Back to the desk, whatever is open: the next test starts there even after one that failed. */
export async function leaveStage(page: Page): Promise<void> {
  for (let turn = 0; turn < 3 && (await page.locator('[data-stage]').count()) > 0; turn += 1) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(300);
  }
}

/** What the projected picture says, once it has come to rest. */
export async function settledTexts(page: Page): Promise<readonly StageText[]> {
  await page.locator('[data-stage]').waitFor();
  let before = '';
  let same = 0;
  for (let turn = 0; turn < 60; turn += 1) {
    const texts = (await page.evaluate(stageTexts)) as readonly StageText[];
    // The time goes on.
    const still = texts.filter(({ text }) => !/\d:\d\d/.test(text));
    const now = JSON.stringify(still.map(({ text, rect }) => [text, rect]));
    same = texts.length > 3 && now === before ? same + 1 : 0;
    if (same === 3) return texts;
    before = now;
    await page.waitForTimeout(250);
  }
  throw new Error('the picture does not come to rest');
}

/** What is wrong with the texts of a picture on a screen of that height, in words; nothing when a room can read it. */
export function unreadable(texts: readonly StageText[], height: number): readonly string[] {
  const label = (28 * height) / 1080;
  const title = (44 * height) / 1080;
  const complaints: string[] = [];
  for (const { text, size, contrast, greyContrast, cut, ...each } of texts) {
    const said = JSON.stringify(text.slice(0, 60));
    // A letter inside a sign is part of its shape, which the legend explains in words.
    const least = each.title ? title : [...text].length === 1 ? 0.74 * label : label;
    if (size < least - 0.6) complaints.push(`${said} is ${size.toFixed(1)} px`);
    if (contrast < 7) complaints.push(`${said} has a contrast of ${contrast.toFixed(1)}`);
    if (greyContrast < 7) complaints.push(`${said} has a contrast of ${greyContrast.toFixed(1)} in grey`);
    if (cut > 1.5) complaints.push(`${said} is cut by ${cut.toFixed(0)} px`);
  }
  for (const [k, a] of texts.entries()) {
    for (const b of texts.slice(k + 1)) {
      if (a.turned || b.turned) continue;
      const wide = Math.min(a.rect[2], b.rect[2]) - Math.max(a.rect[0], b.rect[0]);
      const high = Math.min(a.rect[3], b.rect[3]) - Math.max(a.rect[1], b.rect[1]);
      // Boxes of letters are higher than the letters: lines that follow each other may touch.
      const least = 0.34 * Math.min(a.rect[3] - a.rect[1], b.rect[3] - b.rect[1]);
      if (wide > 2 && high > least)
        complaints.push(
          `${JSON.stringify(a.text.slice(0, 40))} lies on ${JSON.stringify(b.text.slice(0, 40))}`,
        );
    }
  }
  return complaints;
}

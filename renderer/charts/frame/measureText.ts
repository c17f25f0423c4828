/** Width in px of a text at a size (px) and weight (400..700); the layouts take it as a value, so they stay pure. */
export type MeasureText = (text: string, size: number, weight?: number) => number;

const NARROW = /[ijl.,:;'|!()[\]{}\-\u00b7 ]/;
const WIDE = /[mwMW%@–—]/;
const FULL_WIDTH =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\ud840-\ud87f][\udc00-\udfff]/;

/** Width in px by character class, a little on the wide side: for tests and for places without a canvas. */
export const estimateWidth: MeasureText = (text, size, weight = 400) => {
  let em = 0;
  for (const character of text) {
    if (FULL_WIDTH.test(character)) em += 1;
    else if (NARROW.test(character)) em += 0.32;
    else if (WIDE.test(character)) em += 0.9;
    else if (character >= 'A' && character <= 'Z') em += 0.69;
    else em += 0.58;
  }
  return em * size * (weight >= 600 ? 1.06 : 1);
};

/** The text itself when it fits into `width` px, else its beginning with an ellipsis; empty when not even one letter fits. */
export function ellipsis(
  text: string,
  width: number,
  measure: MeasureText,
  size: number,
  weight = 400,
): string {
  if (measure(text, size, weight) <= width) return text;
  const characters = Array.from(text);
  let low = 0;
  let high = characters.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const candidate = `${characters.slice(0, middle).join('').trimEnd()}…`;
    if (measure(candidate, size, weight) <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${characters.slice(0, low).join('').trimEnd()}…`;
}

/**
 * Where a line may end: at spaces that are no hard ones, hyphens and between Chinese characters, but with no opening
 * mark, and before no closing one.
 */
const BREAKABLE =
  /([^\S\u00a0]+)|(?<=[\u3000-\u9fff\uff00-\uffef])(?<![（「『《〈【])(?![，。、；：！？）」』》〉】%％])|(?<=[-/])/u;

/** The text in lines of at most `width` px: broken at spaces, hyphens and between Chinese characters; the last of `maxLines` is shortened. */
export function wrapText(
  text: string,
  width: number,
  maxLines: number,
  measure: MeasureText,
  size: number,
  weight = 400,
): readonly string[] {
  const parts = text.split(BREAKABLE).filter((part): part is string => part !== undefined && part !== '');
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    const longer = line + part;
    if (line !== '' && part.trim() !== '' && measure(longer.trimEnd(), size, weight) > width) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else {
      line = line === '' ? part.trimStart() : longer;
    }
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  if (lines.length > maxLines) {
    const rest = lines.slice(maxLines - 1).join(' ');
    lines.length = maxLines - 1;
    lines.push(ellipsis(rest, width, measure, size, weight));
  }
  return lines.map((each) => ellipsis(each, width, measure, size, weight));
}

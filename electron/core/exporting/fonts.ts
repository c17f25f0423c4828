import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';

/** The fonts that pictures are measured with and that files embed: Inter, and for Chinese Noto Sans SC in one weight. */
export interface PictureFonts {
  readonly regular: FontFile;
  readonly semibold: FontFile;
  readonly chinese: FontFile;
  /** Width in px of a text at a size and weight, without kerning, so rather a little too wide. */
  readonly measure: (text: string, size: number, weight?: number) => number;
}

export interface FontFile {
  readonly bytes: Buffer;
  readonly has: (codePoint: number) => boolean;
  /** The letters of a text as one SVG path, its baseline starting at a place. */
  readonly outline: (text: string, x: number, y: number, size: number) => string;
}

interface Loaded extends FontFile {
  readonly advance: (codePoint: number) => number;
}

/** Weights from here on are set in semibold. */
const SEMIBOLD_FROM = 550;

/** Reads the fonts of a build of the pictures. */
export function readFonts(folder: string): PictureFonts {
  const regular = load(join(folder, 'Inter-400.ttf'));
  const semibold = load(join(folder, 'Inter-600.ttf'));
  const chinese = load(join(folder, 'NotoSansSC-400.ttf'));
  return {
    regular,
    semibold,
    chinese,
    measure(text, size, weight = 400) {
      const inter = weight >= SEMIBOLD_FROM ? semibold : regular;
      let em = 0;
      for (const character of text) {
        const codePoint = character.codePointAt(0) ?? 0;
        em += (inter.has(codePoint) ? inter : chinese).advance(codePoint);
      }
      return em * size;
    },
  };
}

function load(path: string): Loaded {
  const bytes = readFileSync(path);
  const font = create(bytes) as Font;
  const advances = new Map<number, number>();
  return {
    bytes,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    outline(text, x, y, size) {
      const scale = size / font.unitsPerEm;
      const { glyphs, positions } = font.layout(text);
      let left = x;
      return glyphs
        .map((glyph, at) => {
          const path = glyph.path.scale(scale, -scale).translate(left, y).toSVG();
          left += (positions[at]?.xAdvance ?? glyph.advanceWidth) * scale;
          return path;
        })
        .join('');
    },
    advance(codePoint) {
      let advance = advances.get(codePoint);
      if (advance === undefined) {
        advance = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
        advances.set(codePoint, advance);
      }
      return advance;
    },
  };
}

/** A run of a text that one font can write. */
export interface FontRun {
  readonly text: string;
  readonly font: 'regular' | 'semibold' | 'chinese';
}

/** Breaks a text where its font changes: what Inter lacks is written in the Chinese font. */
export function fontRuns(text: string, weight: number, fonts: PictureFonts): readonly FontRun[] {
  const latin = weight >= SEMIBOLD_FROM ? 'semibold' : 'regular';
  const runs: { text: string; font: FontRun['font'] }[] = [];
  for (const character of text) {
    const font = fonts[latin].has(character.codePointAt(0) ?? 0) ? latin : 'chinese';
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ text: character, font });
  }
  return runs;
}

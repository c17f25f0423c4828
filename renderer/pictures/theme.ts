import type { ReportTheme } from '../../shared/report/options.ts';
import type { ThemeColors } from '../../shared/report/page.ts';
import { resolveVariables } from '../charts/frame/resolveVariables.ts';
import tokens from '../styles/tokens.css?raw';

/** Every token of a theme by its name, from the style sheet of the page itself. */
function tokensOf(theme: ReportTheme): Readonly<Record<string, string>> {
  const blocks = new Map<string, Readonly<Record<string, string>>>();
  for (const [, selector = '', body = ''] of tokens.matchAll(/(:root[^{]*)\{([^}]*)\}/g)) {
    const values: Record<string, string> = {};
    for (const [, name = '', value = ''] of body
      .replace(/\/\*[^*]*\*\//g, '')
      .matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g)) {
      values[name] = value.replace(/\s+/g, ' ').trim();
    }
    blocks.set(selector.trim(), values);
  }
  const own = theme === 'light' ? {} : blocks.get(`:root[data-theme="${theme}"]`);
  const base = blocks.get(':root');
  if (!base || !own) throw new Error(`the style sheet has no tokens for the theme ${theme}`);
  return { ...base, ...own };
}

/** A theme as pictures outside the page need it. */
export interface PictureTheme {
  readonly colors: ThemeColors;
  /** How many times as large as on the desk texts are. */
  readonly textScale: number;
  /** Names of tokens in a drawing become their values. */
  readonly resolve: (svg: string) => string;
}

/** The size (px) that the layouts are made for. */
const TEXT = 13;

/** The colours of a theme, and its values put into drawings. Throws for a token that the style sheet lacks. */
export function pictureTheme(theme: ReportTheme): PictureTheme {
  const values = tokensOf(theme);
  const named = (name: string): string => {
    const value = values[name];
    if (value === undefined) throw new Error(`the style sheet has no token ${name}`);
    return value;
  };
  return {
    colors: Object.fromEntries(
      Object.entries(values).filter(([, value]) => /^(?:#[0-9a-f]{6}|0\.\d+)$/i.test(value)),
    ),
    textScale: Number.parseFloat(named('--text-m')) / TEXT,
    resolve: (svg) => resolveVariables(svg, named),
  };
}

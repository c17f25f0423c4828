import type { Attributes } from './xmlScan.ts';

/** What a class of cells says of them, where Excel wrote the page. */
interface CellStyle {
  readonly format: string | undefined;
  readonly isStruck: boolean;
}

const RULE = /\.([\w-]+)\s*\{([^{}]*)\}/g;
const FORMAT = /mso-number-format\s*:\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^;]*)/is;

/** Whether a style of CSS strikes its text through. */
export const isStruck = (style: string | undefined): boolean =>
  style !== undefined && /text-decoration(?:-line)?\s*:[^;]*line-through/i.test(style);

/** The number format in a style of CSS, without the escapes of that; undefined where it says none. */
function formatIn(style: string): string | undefined {
  const said = FORMAT.exec(style)?.[1]?.trim();
  if (said === undefined || said === '') return undefined;
  const bare = /^(["']).*\1$/s.test(said) ? said.slice(1, -1) : said;
  return bare
    .replace(/\\([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(.)/g, '$1');
}

/** The styles of a page that say something of the values of its cells. */
export class CellStyles {
  private readonly classes = new Map<string, CellStyle>();

  /** Adds what stands in a `<style>`. */
  add(css: string): void {
    for (const [, name = '', rule = ''] of css.matchAll(RULE))
      this.classes.set(name, { format: formatIn(rule), isStruck: isStruck(rule) });
  }

  /** The number format of a cell: its own, or that of its class. */
  formatOf({ style, class: name }: Attributes): string | undefined {
    return formatIn(style ?? '') ?? this.classOf(name)?.format;
  }

  isStruck({ style, class: name }: Attributes): boolean {
    return isStruck(style) || (this.classOf(name)?.isStruck ?? false);
  }

  private classOf(name: string | undefined): CellStyle | undefined {
    return name
      ?.split(/\s+/)
      .map((each) => this.classes.get(each))
      .find((style) => style !== undefined);
  }
}

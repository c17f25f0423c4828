/** Finds known names in texts, whatever their number: a text costs as much as it is long. */
export interface NameIndex {
  /** Makes a name known; the alias stands in for it from now on. */
  readonly add: (name: string, alias: string) => void;
  /** The text with every known name replaced, the longest first; case is not told apart. */
  readonly replace: (text: string) => string;
}

const isWord = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{N}]/u.test(sign) && !/\p{Script=Han}/u.test(sign);

/** An index without a name. Names of one sign are too many words at once and are not looked for. */
export function createNameIndex(): NameIndex {
  const byStart = new Map<string, { readonly name: string; readonly alias: string }[]>();
  const known = new Set<string>();

  const at = (
    text: string,
    lower: string,
    index: number,
  ): { readonly name: string; readonly alias: string } | null => {
    const starting = byStart.get(lower.slice(index, index + 2));
    if (!starting) return null;
    for (const each of starting) {
      if (!lower.startsWith(each.name, index)) continue;
      const [first, last] = [each.name[0], each.name.at(-1)];
      // A team called "IT" is not meant in "with".
      if (isWord(first) && isWord(text[index - 1])) continue;
      if (isWord(last) && isWord(text[index + each.name.length])) continue;
      return each;
    }
    return null;
  };

  return {
    add(name, alias) {
      const lower = name.trim().toLowerCase();
      if (lower.length < 2 || known.has(lower)) return;
      known.add(lower);
      const start = lower.slice(0, 2);
      const list = byStart.get(start) ?? [];
      const place = list.findIndex((each) => each.name.length < lower.length);
      list.splice(place < 0 ? list.length : place, 0, { name: lower, alias });
      byStart.set(start, list);
    },
    replace(text) {
      const lower = text.toLowerCase();
      // A sign whose small letter is longer would shift every place after it.
      if (lower.length !== text.length) return known.has(lower.trim()) ? '' : text;
      let replaced = '';
      let from = 0;
      for (let index = 0; index < text.length - 1; index += 1) {
        const found = at(text, lower, index);
        if (!found) continue;
        replaced += text.slice(from, index) + found.alias;
        index += found.name.length - 1;
        from = index + 1;
      }
      return from === 0 ? text : replaced + text.slice(from);
    },
  };
}

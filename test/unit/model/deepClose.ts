/** Differences between two JSON values: numbers at a relative tolerance, keys in both directions. */
export function differencesOf(got: unknown, want: unknown, relative = 1e-9, path = '$'): string[] {
  if (typeof got === 'number' && typeof want === 'number') {
    const off = Math.abs(got - want);
    return off <= relative * Math.max(Math.abs(got), Math.abs(want))
      ? []
      : [`${path}: ${got} instead of ${want}`];
  }
  if (Array.isArray(got) && Array.isArray(want)) {
    if (got.length !== want.length) return [`${path}: ${got.length} entries instead of ${want.length}`];
    return got.flatMap((entry, i) => differencesOf(entry, want[i], relative, `${path}[${i}]`));
  }
  if (isRecord(got) && isRecord(want)) {
    const keys = new Set([...Object.keys(got), ...Object.keys(want)]);
    return [...keys].flatMap((key) => {
      if (!Object.hasOwn(got, key)) return [`${path}.${key}: missing`];
      if (!Object.hasOwn(want, key)) return [`${path}.${key}: surplus`];
      return differencesOf(got[key], want[key], relative, `${path}.${key}`);
    });
  }
  return Object.is(got, want) ? [] : [`${path}: ${String(got)} instead of ${String(want)}`];
}

function isRecord(x: unknown): x is Record<string, unknown> {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}

/** Paths of numbers that are NaN or infinite. */
export function nonFinite(x: unknown, path = '$'): string[] {
  if (typeof x === 'number') return Number.isFinite(x) ? [] : [path];
  if (Array.isArray(x)) return x.flatMap((entry, i) => nonFinite(entry, `${path}[${i}]`));
  if (isRecord(x)) return Object.entries(x).flatMap(([key, entry]) => nonFinite(entry, `${path}.${key}`));
  return [];
}

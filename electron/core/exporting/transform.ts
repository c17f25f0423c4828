/** A transform as SVG writes it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const unchanged: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [A, B, C, D, E, F] = inner;
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
}

export const place = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** How much larger lengths become; our drawings are never stretched in one direction. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));

/** Degrees by which it turns clockwise. */
export const turnOf = ([a, b]: Matrix): number => (Math.atan2(b, a) * 180) / Math.PI;

/** Reads `translate(…) scale(…) rotate(…)`. Throws for what our drawings do not hold. */
export function parseTransform(text: string): Matrix {
  let matrix = unchanged;
  for (const [, name = '', list = ''] of text.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const numbers = list
      .split(/[\s,]+/)
      .filter((part) => part !== '')
      .map(Number);
    matrix = multiply(matrix, one(name, numbers));
  }
  return matrix;
}

function one(name: string, [p = 0, q, ...rest]: readonly number[]): Matrix {
  switch (name) {
    case 'translate':
      return [1, 0, 0, 1, p, q ?? 0];
    case 'scale':
      return [p, 0, 0, q ?? p, 0, 0];
    case 'rotate': {
      if (q !== undefined || rest.length > 0) throw new Error('a drawing turns around a place of its own');
      const turn = (p * Math.PI) / 180;
      return [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0];
    }
    default:
      throw new Error(`a drawing is transformed by ${name}`);
  }
}

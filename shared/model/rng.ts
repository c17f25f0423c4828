/**
 * PCG32 (XSH-RR 64/32) and FNV-1a-64 without BigInt in the hot path (MODEL.md 2.8).
 * The 64-bit state is two unsigned 32-bit halves; the product is built from 16-bit limbs because a double can not
 * hold a 64-bit product.
 */

import type { Seed } from './types.ts';

const MUL_HI = 0x5851f42d;
const MUL_LO = 0x4c957f2d;

/** High 32 bits of the unsigned product of two 32-bit numbers. */
function mulHigh(a: number, b: number): number {
  const aLo = a & 0xffff;
  const aHi = a >>> 16;
  const bLo = b & 0xffff;
  const bHi = b >>> 16;
  const low = aLo * bLo;
  const mid1 = aHi * bLo + (low >>> 16);
  const mid2 = aLo * bHi + (mid1 & 0xffff);
  return (aHi * bHi + Math.floor(mid1 / 0x10000) + Math.floor(mid2 / 0x10000)) >>> 0;
}

/** One PCG32 stream; same seed and sequence give the same numbers on every machine. */
export class Pcg32 {
  #hi = 0;
  #lo = 0;
  readonly #incHi: number;
  readonly #incLo: number;

  /** State and sequence as unsigned 64-bit numbers, each in a high and a low half. */
  constructor(stateHi: number, stateLo: number, seqHi: number, seqLo: number) {
    this.#incHi = ((seqHi << 1) | (seqLo >>> 31)) >>> 0;
    this.#incLo = ((seqLo << 1) | 1) >>> 0;
    this.#advance();
    const lo = this.#lo + (stateLo >>> 0);
    this.#hi = (this.#hi + (stateHi >>> 0) + (lo > 0xffffffff ? 1 : 0)) >>> 0;
    this.#lo = lo >>> 0;
    this.#advance();
  }

  #advance(): void {
    const hi = this.#hi;
    const lo = this.#lo;
    const low = Math.imul(lo, MUL_LO) >>> 0;
    const high = mulHigh(lo, MUL_LO) + (Math.imul(hi, MUL_LO) >>> 0) + (Math.imul(lo, MUL_HI) >>> 0);
    const sum = low + this.#incLo;
    this.#lo = sum >>> 0;
    this.#hi = (high + this.#incHi + (sum > 0xffffffff ? 1 : 0)) >>> 0;
  }

  /** Next unsigned 32-bit integer. */
  nextU32(): number {
    const hi = this.#hi;
    const lo = this.#lo;
    this.#advance();
    // ((state >> 18) ^ state) >> 27, cut to 32 bits, then rotated right by state >> 59.
    const xHi = (hi ^ (hi >>> 18)) >>> 0;
    const xLo = (lo ^ ((lo >>> 18) | (hi << 14))) >>> 0;
    const shifted = ((xHi << 5) | (xLo >>> 27)) >>> 0;
    const rot = hi >>> 27;
    return ((shifted >>> rot) | (shifted << (-rot & 31))) >>> 0;
  }

  /** Next uniform in (0, 1): (u32 + 0.5) / 2^32. */
  nextUniform(): number {
    return (this.nextU32() + 0.5) / 4294967296;
  }
}

/** UTF-8 bytes of a text; lone surrogates become U+FFFD as in every encoder. */
function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const char of text) {
    let c = char.codePointAt(0) ?? 0;
    if (c >= 0xd800 && c <= 0xdfff) c = 0xfffd;
    if (c < 0x80) bytes.push(c);
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else {
      bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    }
  }
  return bytes;
}

/** FNV-1a-64 of the UTF-8 bytes of a text, as an unsigned 64-bit integer. */
export function fnv1a64(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of utf8(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash;
}

/** The stream of one initiative: state = seed, sequence = FNV-1a-64(id) >> 1, so no initiative shifts another's draws. */
export function streamFor(seed: Seed, id: string): Pcg32 {
  const sequence = fnv1a64(id) >> 1n;
  const state = BigInt.asUintN(64, BigInt(seed));
  return new Pcg32(
    Number(state >> 32n),
    Number(state & 0xffffffffn),
    Number(sequence >> 32n),
    Number(sequence & 0xffffffffn),
  );
}

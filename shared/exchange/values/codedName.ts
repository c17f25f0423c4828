/**
 * A name that starts with its code: `110-Health`, `BC 4.1: Billing`. Groups: the code, the name. Figures alone are no
 * name: `2025-011` is an id.
 */
export const CODED_NAME = /^([A-Z]{0,3}\d{1,6}(?:\.\d{1,4})*)\s*[-–—:]\s*(?=.*\p{L})(\S.*)$/u;
/** The same with nothing but a blank between a code that has points and its name: `4.1.2 Issue invoices`. */
const SPACED = /^([A-Z]{0,3}\d{1,4}(?:\.\d{1,4})+\.?)\s+(\D.*)$/;

/** The code and the name that a text holds together, or null where it starts with no code. */
export function splitCodedName(text: string): { readonly code: string; readonly name: string } | null {
  const found = CODED_NAME.exec(text) ?? SPACED.exec(text);
  return found?.[1] && found[2] ? { code: found[1], name: found[2].trim() } : null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
const refused = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const suspect = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/;

/**
 * A text with only what XML may hold: control characters, as a line break pasted from a slide is one, are left out, and
 * half a character becomes the sign for one that cannot be read.
 */
export const xmlCharacters = (text: string): string =>
  // Most texts need nothing done, and a large workbook has a million of them.
  suspect.test(text) ? text.toWellFormed().replace(refused, '') : text;

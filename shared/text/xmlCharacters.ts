// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
const refused = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * A text with only what XML may hold: control characters, as a line break pasted from a slide is one, are left out, and
 * half a character becomes the sign for one that cannot be read.
 */
export const xmlCharacters = (text: string): string => text.toWellFormed().replace(refused, '');

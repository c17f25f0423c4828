// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const awkward = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/;

/** A text as XML may hold it, in an element or an attribute: what XML cannot hold is left out. */
export function xmlText(text: string): string {
  // Most texts need nothing done, and a large workbook has a million of them.
  if (!awkward.test(text)) return text;
  return text
    .toWellFormed()
    .replace(controls, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

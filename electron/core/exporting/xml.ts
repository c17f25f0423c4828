import { xmlCharacters } from '../../../shared/text/xmlCharacters.ts';

const awkward = /[&<>"]/;

/** A text as XML may hold it, in an element or an attribute: what XML cannot hold is left out. */
export function xmlText(text: string): string {
  const held = xmlCharacters(text);
  return awkward.test(held)
    ? held.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
    : held;
}

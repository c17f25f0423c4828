import { languages } from './area.ts';
import { catalogue } from './catalogue.ts';

let ours: ReadonlySet<string> | null = null;

/** True for a sentence of the program itself, such as the question of a ready-made page or “Voter 3”: nobody is named in it. */
export function isOurs(text: string): boolean {
  ours ??= new Set(
    Object.values(catalogue).flatMap((area) => languages.flatMap((code) => Object.values(area[code]))),
  );
  return ours.has(text) || ours.has(text.replace(/\d+/g, '{{number}}'));
}

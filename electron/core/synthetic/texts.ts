import type { Dice } from './dice.ts';
import {
  actions,
  audiences,
  characters,
  codas,
  deeds,
  limits,
  measures,
  onsets,
  reasons,
  sites,
  systemKinds,
  vowels,
} from './fragments.ts';
import { domains } from './words.ts';

/** Name and description of a made-up initiative. */
export interface SyntheticText {
  readonly name: string;
  readonly description: string;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function systemName(dice: Dice, chinese: boolean): string {
  // Most systems go by their name alone.
  const kind = dice.chance(0.3) ? dice.pick(systemKinds)[chinese ? 1 : 0] : '';
  if (chinese)
    return `“${dice.pick(characters)}${dice.pick(characters)}${dice.chance(0.5) ? dice.pick(characters) : ''}”${kind}`;
  const syllable = (): string => dice.pick(onsets) + dice.pick(vowels) + dice.pick(codas);
  const name = syllable() + syllable();
  return capital(dice.chance(0.4) ? name + syllable() : name) + kind;
}

function partName(dice: Dice, chinese: boolean): string {
  const domain = dice.pick(domains);
  const [en, zh] = dice.pick(domain.parts);
  if (chinese) return zh.startsWith(domain.zh) ? zh : `${domain.zh}${zh}`;
  const own = domain.en.toLowerCase();
  return en.includes(own) ? en : `${own} ${en}`;
}

/** A fragment with its slots drawn. */
function filled(dice: Dice, fragment: readonly [string, string], chinese: boolean): string {
  const at = chinese ? 1 : 0;
  const text = fragment[at].replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'system') return systemName(dice, chinese);
    if (slot === 'part') return partName(dice, chinese);
    if (slot === 'who') return dice.pick(audiences)[at];
    if (slot === 'site') return dice.pick(sites)[at];
    return String(dice.whole(2, 97));
  });
  return capital(text);
}

/**
 * A text for one initiative: why, what, how it is measured and what limits it. Drawn from many lists, so
 * that likeness between two of them is chance and rare.
 */
export function initiativeText(dice: Dice, chinese: boolean): SyntheticText {
  const at = chinese ? 1 : 0;
  const system = systemName(dice, chinese);
  const action = dice.pick(actions)[at];
  // A long name for the part in both texts would outweigh all that tells them apart.
  const part = dice.pick(dice.pick(domains).parts)[at];
  const who = dice.pick(audiences)[at];
  const site = dice.pick(sites)[at];
  const names = chinese
    ? [
        `${system}${action}（${part}）`,
        `${system}${action}${part}：面向${who}`,
        `${site}${system}${part}`,
        `${part}：${system}接替${systemName(dice, true)}`,
        `${action}${system}与${systemName(dice, true)}`,
        `${who}用${system}办${part}`,
      ]
    : [
        `${action} ${part} (${system})`,
        `${capital(part)} for ${who} on ${system}`,
        `${system}: ${part} in ${site}`,
        `${action} ${system} in ${site} for ${who}`,
        `From ${systemName(dice, false)} to ${system}`,
        `${action} ${system} and ${systemName(dice, false)}`,
      ];
  const first = dice.whole(0, deeds.length - 1);
  const second = (first + dice.whole(1, deeds.length - 1)) % deeds.length;
  const sentences = [
    dice.pick(reasons),
    deeds[first]!,
    deeds[second]!,
    dice.pick(measures),
    dice.pick(limits),
  ];

  return {
    name: dice.pick(names),
    description: sentences.map((each) => filled(dice, each, chinese)).join(chinese ? '' : ' '),
  };
}

/** A key with its modifiers, written `Mod+Shift+Z`; `Mod` is Control, or Command on a Mac. */
export type Shortcut = string;

export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const isMac = typeof navigator === 'object' && /mac|iphone|ipad/i.test(navigator.platform);
const modifierNames = ['Mod', 'Ctrl', 'Alt', 'Shift'] as const;
const lone = new Set(['Control', 'Meta', 'Alt', 'AltGraph', 'Shift', 'CapsLock', 'Dead', 'Process']);

/** One spelling for each shortcut, so that two that mean the same can be told. */
export function normalShortcut(shortcut: Shortcut): string {
  const parts = shortcut.split('+').map((part) => part.toLowerCase());
  const key = parts.pop() ?? '';
  return [...parts.sort(), key].join('+');
}

/** The pressed keys as a shortcut; null while only modifiers are held. Letters and digits go by their place on the keyboard where Alt changes them. */
export function shortcutOf(event: PressedKey): Shortcut | null {
  if (lone.has(event.key)) return null;
  const physical = /^(?:Key|Digit)([A-Z0-9])$/.exec(event.code)?.[1];
  const named = event.altKey || event.ctrlKey || event.metaKey ? (physical ?? event.key) : event.key;
  const held = new Set<string>();
  if (isMac ? event.metaKey : event.ctrlKey) held.add('Mod');
  if (isMac && event.ctrlKey) held.add('Ctrl');
  if (event.altKey) held.add('Alt');
  // A sign such as "?" already says that Shift was held.
  if (event.shiftKey && (named.length > 1 || /[a-z0-9]/i.test(named))) held.add('Shift');
  const key =
    named === ' ' ? 'Space' : named === '+' ? 'Plus' : named.length === 1 ? named.toUpperCase() : named;
  return [...modifierNames.filter((name) => held.has(name)), key].join('+');
}

/** The pressed keys in the spelling of `normalShortcut`. */
export const pressedShortcut = (event: PressedKey): string => normalShortcut(shortcutOf(event) ?? '');

/** True when it writes a character or moves within a text, so that it must not be taken from a field. */
export const isPlain = (shortcut: Shortcut): boolean =>
  !/(?:^|\+)(?:mod|ctrl|alt)\+/i.test(shortcut) && !/(?:^|\+)f\d{1,2}$/i.test(shortcut);

/** The shortcut as it stands on the keys of this machine. */
export function shortcutParts(shortcut: Shortcut): readonly string[] {
  return shortcut.split('+').map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    if (part === 'Alt') return isMac ? '⌥' : 'Alt';
    if (part === 'Shift') return isMac ? '⇧' : 'Shift';
    if (part === 'Delete') return 'Del';
    if (part === 'Plus') return '+';
    return part.replace(/^Arrow(\w+)$/, (_all, way: string) => arrows[way] ?? way);
  });
}

const arrows: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

/** A key with its modifiers, written `Mod+Shift+Z`; `Mod` is Control, or Command on a Mac. */
export type Shortcut = string;

const isMac = typeof navigator === 'object' && /mac|iphone|ipad/i.test(navigator.platform);

/** One spelling for each shortcut, so that two that mean the same can be told. */
export function normalShortcut(shortcut: Shortcut): string {
  const parts = shortcut.split('+').map((part) => part.toLowerCase());
  const key = parts.pop() ?? '';
  return [...parts.sort(), key].join('+');
}

/** The pressed keys in the same spelling; letters and digits by their place on the keyboard where Alt changes them. */
export function pressedShortcut(event: {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}): string {
  const physical = /^(?:Key|Digit)([A-Z0-9])$/.exec(event.code)?.[1];
  const named = event.altKey || event.ctrlKey || event.metaKey ? (physical ?? event.key) : event.key;
  const modifiers: string[] = [];
  const command = isMac ? event.metaKey : event.ctrlKey;
  if (command) modifiers.push('mod');
  if (isMac && event.ctrlKey) modifiers.push('ctrl');
  if (event.altKey) modifiers.push('alt');
  // A sign such as "?" already says that Shift was held.
  if (event.shiftKey && (named.length > 1 || /[a-z0-9]/i.test(named))) modifiers.push('shift');
  return [...modifiers.sort(), named.toLowerCase()].join('+');
}

/** The shortcut as it stands on the keys of this machine. */
export function shortcutParts(shortcut: Shortcut): readonly string[] {
  return shortcut.split('+').map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    if (part === 'Alt') return isMac ? '⌥' : 'Alt';
    if (part === 'Shift') return isMac ? '⇧' : 'Shift';
    if (part === 'Delete') return 'Del';
    return part;
  });
}

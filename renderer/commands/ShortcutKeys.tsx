import { useKeysOf } from './keyMap.ts';
import css from './ShortcutKeys.module.css';
import { type Shortcut, shortcutParts } from './shortcuts.ts';

/** Keys as they stand on this machine's keyboard. */
export function ShortcutKeys({ keys }: { readonly keys: Shortcut }) {
  return <kbd className={css.keys}>{shortcutParts(keys).join(' ')}</kbd>;
}

/** The first key of a command as the person has it; nothing where it has none. */
export function CommandKeys({ id }: { readonly id: string }) {
  const first = useKeysOf(id)[0];
  return first === undefined ? null : <ShortcutKeys keys={first} />;
}

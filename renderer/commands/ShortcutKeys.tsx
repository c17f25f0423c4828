import css from './ShortcutKeys.module.css';
import { type Shortcut, shortcutParts } from './shortcuts.ts';

/** Keys as they stand on this machine's keyboard. */
export function ShortcutKeys({ keys }: { readonly keys: Shortcut }) {
  return <kbd className={css.keys}>{shortcutParts(keys).join(' ')}</kbd>;
}

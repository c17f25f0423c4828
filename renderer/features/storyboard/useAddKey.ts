import { useKeysOf } from '../../commands/keyMap.ts';
import { shortcutParts } from '../../commands/shortcuts.ts';

/** The key that adds the current view, as it stands on this keyboard; empty where the person gave it none. */
export function useAddKey(): string {
  const key = useKeysOf('storyboard.add')[0];
  return key === undefined ? '' : shortcutParts(key).join(' ');
}

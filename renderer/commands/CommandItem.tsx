import { useTranslation } from 'react-i18next';
import { ActionItem } from '../ui/Menu.tsx';
import { commandOf } from './commandList.ts';
import { CommandKeys } from './ShortcutKeys.tsx';

/** A command as a menu item, with its key. */
export function CommandItem({ id }: { readonly id: string }) {
  const { t } = useTranslation('shell');
  const command = commandOf(id);
  return (
    <ActionItem
      id={id}
      text={t(command.label)}
      disabled={command.refusal() !== null}
      onAction={command.run}
      end={<CommandKeys id={id} />}
    />
  );
}

import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../commands/commandList.ts';
import { CommandKeys } from '../../commands/ShortcutKeys.tsx';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Shell.module.css';

/** The way back to the view that led a person here, to enter a fact or to see a setting; nothing where nobody was led. */
export function WayBack() {
  const { t } = useTranslation('shell');
  const from = useView((state) => state.trail.at(-1)?.view);
  if (from === undefined) return null;
  return (
    <div className={css.wayBack}>
      <Button look="quiet" onPress={() => runCommand('view.back')}>
        <ArrowLeft size={14} aria-hidden />
        {t('wayBack', { view: t(`view.${from}`) })}
        <CommandKeys id="view.back" />
      </Button>
    </div>
  );
}

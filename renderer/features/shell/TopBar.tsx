import {
  Download,
  Languages,
  PanelRight,
  Presentation,
  Redo2,
  Search,
  Settings,
  SunMoon,
  Undo2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../commands/commandList.ts';
import { CommandKeys } from '../../commands/ShortcutKeys.tsx';
import { usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Tip } from '../../ui/Tip.tsx';
import { useDescribeLabel } from '../history/describeLabel.ts';
import { useInspectorShown } from '../inspector/inspectorShown.ts';
import { Brand } from './Brand.tsx';
import { PortfolioMenu } from './PortfolioMenu.tsx';
import css from './TopBar.module.css';

/** The bar over everything: which portfolio, undo and redo, search, and what leaves the program. */
export function TopBar() {
  const { t } = useTranslation('shell');
  const describe = useDescribeLabel();
  const { undo, redo } = usePortfolio((state) => state.history);
  const readOnly = useReadOnly();
  const { language, theme } = usePreferences();
  const inspectorShown = useInspectorShown();
  const undoText = undo ? t('bar.undo', { what: describe(undo) }) : t('bar.nothingToUndo');
  const redoText = redo ? t('bar.redo', { what: describe(redo) }) : t('bar.nothingToRedo');
  const languageText = t('bar.language', { name: t(`language.${language}`) });
  const themeText = t('bar.theme', { name: t(`theme.${theme}`) });
  return (
    <header className={css.bar}>
      <Brand />
      <PortfolioMenu />
      <div className={css.pair}>
        <Tip text={undoText} end={<CommandKeys id="edit.undo" />}>
          <Button
            look="quiet"
            icon
            aria-label={undoText}
            isDisabled={!undo || readOnly}
            onPress={() => runCommand('edit.undo')}
          >
            <Undo2 size={16} aria-hidden />
          </Button>
        </Tip>
        <Tip text={redoText} end={<CommandKeys id="edit.redo" />}>
          <Button
            look="quiet"
            icon
            aria-label={redoText}
            isDisabled={!redo || readOnly}
            onPress={() => runCommand('edit.redo')}
          >
            <Redo2 size={16} aria-hidden />
          </Button>
        </Tip>
      </div>
      <span className={css.space} />
      <Button className={css.search ?? ''} onPress={() => runCommand('app.palette')}>
        <Search size={14} aria-hidden />
        <span className={css.searchText}>{t('bar.search')}</span>
        <span className={css.word}>
          <CommandKeys id="app.palette" />
        </span>
      </Button>
      <div className={css.pair}>
        <Tip text={languageText} end={<CommandKeys id="app.language" />}>
          <Button look="quiet" icon aria-label={languageText} onPress={() => runCommand('app.language')}>
            <Languages size={16} aria-hidden />
          </Button>
        </Tip>
        <Tip text={themeText} end={<CommandKeys id="app.theme" />}>
          <Button look="quiet" icon aria-label={themeText} onPress={() => runCommand('app.theme')}>
            <SunMoon size={16} aria-hidden />
          </Button>
        </Tip>
        <Tip text={t('bar.settings')} end={<CommandKeys id="app.settings" />}>
          <Button look="quiet" icon aria-label={t('bar.settings')} onPress={() => runCommand('app.settings')}>
            <Settings size={16} aria-hidden />
          </Button>
        </Tip>
        <Tip text={t('bar.inspector')} end={<CommandKeys id="view.inspector" />}>
          <Button
            look="quiet"
            icon
            aria-label={t('bar.inspector')}
            aria-expanded={inspectorShown}
            onPress={() => runCommand('view.inspector')}
          >
            <PanelRight size={16} aria-hidden />
          </Button>
        </Tip>
      </div>
      <Button onPress={() => runCommand('portfolio.export')}>{t('bar.export')}</Button>
      <Tip text={t('bar.import')} end={<CommandKeys id="portfolio.import" />}>
        <Button isDisabled={readOnly} onPress={() => runCommand('portfolio.import')}>
          <Download size={15} aria-hidden />
          <span className={css.word}>{t('bar.import')}</span>
        </Button>
      </Tip>
      <Tip text={t('command.present')} end={<CommandKeys id="present.start" />}>
        <Button onPress={() => runCommand('present.start')}>
          <Presentation size={15} aria-hidden />
          <span className={css.word}>{t('bar.present')}</span>
        </Button>
      </Tip>
    </header>
  );
}

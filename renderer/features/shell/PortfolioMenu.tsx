import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { CommandItem } from '../../commands/CommandItem.tsx';
import { openPortfolio } from '../../state/portfolioActions.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { ask } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionItem, MenuGroup, MenuLine, MenuPopover } from '../../ui/Menu.tsx';
import css from './PortfolioMenu.module.css';

type Files = MethodOutput<'portfolio.list'>['files'];
const RECENT = 8;

/** Which portfolio is open, and everything that concerns it as a file. */
export function PortfolioMenu() {
  const { t } = useTranslation('shell');
  const name = usePortfolio((state) => state.records?.portfolio.portfolio?.name ?? '');
  const ref = usePortfolio((state) => state.file?.ref ?? null);
  const [files, setFiles] = useState<Files>([]);
  const read = async (open: boolean): Promise<void> => {
    if (!open) return;
    const list = await ask('portfolio.list', {});
    if (list) setFiles(list.files.filter((file) => file.ref !== ref).slice(0, RECENT));
  };
  return (
    <MenuTrigger onOpenChange={(open) => void read(open)}>
      <Button className={css.trigger ?? ''} aria-label={t('bar.portfolioMenu', { name })}>
        <span className={css.name}>{name}</span>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <MenuPopover label={t('menu.thisPortfolio')}>
        <CommandItem id="portfolio.new" />
        <CommandItem id="portfolio.open" />
        <CommandItem id="portfolio.sample" />
        <MenuLine />
        <CommandItem id="portfolio.import" />
        <CommandItem id="portfolio.paste" />
        <CommandItem id="portfolio.export" />
        <CommandItem id="portfolio.snapshot" />
        <MenuLine />
        <CommandItem id="portfolio.rename" />
        <CommandItem id="portfolio.copy" />
        <CommandItem id="portfolio.backups" />
        <CommandItem id="portfolio.close" />
        {files.length > 0 && (
          <MenuGroup title={t('menu.recent')}>
            {files.map((file) => (
              <ActionItem
                key={file.ref}
                id={`file:${file.ref}`}
                text={file.name}
                end={file.missing ? t('menu.missing') : ''}
                disabled={file.missing}
                onAction={() => void openPortfolio(file.ref)}
              />
            ))}
          </MenuGroup>
        )}
      </MenuPopover>
    </MenuTrigger>
  );
}

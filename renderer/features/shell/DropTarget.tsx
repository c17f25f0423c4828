import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importFile, openDroppedPortfolio, portfolioEndings } from '../../state/portfolioActions.ts';
import { takeFile } from '../../state/service.ts';
import css from './DropTarget.module.css';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes a file that is dropped anywhere on the window: a portfolio opens, anything else goes to the import. */
export function DropTarget() {
  const { t } = useTranslation('shell');
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Entering a child leaves its parent: only the balance says whether the pointer is still over the window.
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hover = (event: DragEvent): void => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) void take(file);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: hover, drop } as const;
    for (const [name, listener] of Object.entries(listeners))
      window.addEventListener(name as keyof typeof listeners, listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        window.removeEventListener(name as keyof typeof listeners, listener);
    };
  }, []);
  if (!over) return null;
  return (
    <div className={css.target}>
      <div className={css.card}>
        <p className={css.title}>{t('drop.title')}</p>
        <p>{t('drop.note')}</p>
      </div>
    </div>
  );
}

async function take(file: File): Promise<void> {
  const chosen = await takeFile(file);
  if (!chosen) return;
  if (portfolioEndings.some((ending) => chosen.name.toLowerCase().endsWith(ending)))
    await openDroppedPortfolio(chosen.token);
  else importFile(chosen);
}

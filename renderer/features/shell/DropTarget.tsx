import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importFile, openDroppedPortfolio, portfolioEndings } from '../../state/portfolioActions.ts';
import { takeFile } from '../../state/service.ts';
import type { ChosenFile } from '../../transport/transport.ts';
import css from './DropTarget.module.css';
import { usePastedRows } from './usePastedRows.ts';

/** A list and the further files that one import takes. */
const MOST_FILES = 11;
const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * Takes files that are dropped anywhere on the window, and rows that are pasted on an empty place: a portfolio opens,
 * anything else goes to the import.
 */
export function DropTarget() {
  const { t } = useTranslation('shell');
  const [over, setOver] = useState(false);
  usePastedRows();
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
      void take([...(event.dataTransfer?.files ?? [])]);
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

const isPortfolio = ({ name }: { readonly name: string }): boolean =>
  portfolioEndings.some((ending) => name.toLowerCase().endsWith(ending));

/** Files that come together are one portfolio; among them, a portfolio file is what was meant. */
async function take(files: readonly File[]): Promise<void> {
  const portfolio = files.find(isPortfolio);
  if (portfolio) {
    const chosen = await takeFile(portfolio);
    if (chosen) await openDroppedPortfolio(chosen.token);
    return;
  }
  const taken: ChosenFile[] = [];
  for (const file of files.slice(0, MOST_FILES)) {
    const chosen = await takeFile(file);
    // One that cannot be taken was said already; half of a portfolio is none.
    if (!chosen) return;
    taken.push(chosen);
  }
  const [first, ...others] = taken;
  if (first) importFile(first, others);
}

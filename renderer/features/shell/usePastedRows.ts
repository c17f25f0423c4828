import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { canWrite } from '../../state/initiativeActions.ts';
import { usePanel } from '../../state/panelStore.ts';
import { importText } from '../../state/portfolioActions.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';

/** Places that have a paste of their own. */
const OWN_PASTE = 'input, textarea, select, [contenteditable], [role=grid], [role=treegrid], [role=dialog]';

const copiedTypes = ['text/plain', 'text/html'] as const;

/** Whether rows may be pasted where nothing has the keyboard: before a portfolio is open, and beside its table. */
function isPlace(target: EventTarget | null): boolean {
  if (usePanel.getState().panel !== null) return false;
  if (target instanceof Element && target.closest(OWN_PASTE)) return false;
  if (usePortfolio.getState().records === null) return true;
  return useView.getState().view === 'initiatives' && canWrite();
}

/** Shows rows that are pasted on an empty place as a list to be imported. */
export function usePastedRows(): void {
  const { t } = useTranslation('importSources');
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || !event.clipboardData || !isPlace(event.target)) return;
      // What reads a copied page is large, and the clipboard is closed once this event is over.
      const copied = new Map<string, string>(
        copiedTypes.map((type) => [type, event.clipboardData?.getData(type) ?? '']),
      );
      void import('../importing/pastedText.ts').then(({ looksLikeRows, pastedRows }) => {
        const rows = pastedRows({ getData: (type) => copied.get(type) ?? '' });
        if (looksLikeRows(rows)) void importText(rows, t('pasted'));
      });
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [t]);
}

import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandKeys } from './commands/useCommandKeys.ts';
import { LostPortfolio } from './features/backups/LostPortfolio.tsx';
import { PresentRoot } from './features/present/PresentRoot.tsx';
import { DropTarget } from './features/shell/DropTarget.tsx';
import { Notices } from './features/shell/Notices.tsx';
import { Panels } from './features/shell/Panels.tsx';
import { Shell } from './features/shell/Shell.tsx';
import { Welcome } from './features/welcome/Welcome.tsx';
import { usePortfolio } from './state/portfolioStore.ts';
import { usePresent } from './state/presentStore.ts';
import { useSession } from './state/sessionStore.ts';

/** The whole page: the welcome screen, or the open portfolio in its shell, with what may lie over both. */
export function App() {
  const { t } = useTranslation('shell');
  const ready = useSession((state) => state.ready);
  const isOpen = usePortfolio((state) => state.records !== null);
  const name = usePortfolio((state) => state.records?.portfolio.portfolio?.name);
  const presenting = usePresent((state) => state.session !== null);
  useCommandKeys();
  const veiled = usePresent((state) => state.veiled);
  useLayoutEffect(() => {
    // While nothing may be shown, neither may the name that the page still holds.
    document.title = name && !veiled ? `${name} · Throughline` : 'Throughline';
  }, [name, veiled]);
  if (!ready && !isOpen) return <p role="status">{t('welcome.starting')}</p>;
  return (
    <>
      {isOpen ? presenting ? <PresentRoot /> : <Shell /> : <Welcome />}
      <LostPortfolio />
      {!veiled && <Panels />}
      <Notices />
      <DropTarget />
    </>
  );
}

import { Suspense } from 'react';
import { type Panel, usePanel } from '../../state/panelStore.ts';
import { NamePortfolioDialog } from '../welcome/NamePortfolioDialog.tsx';
import { NewPortfolioDialog } from '../welcome/NewPortfolioDialog.tsx';
import { KeyCard } from './KeyCard.tsx';
import { Palette } from './Palette.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';

/** The dialog that is open, if one is. */
export function Panels() {
  const panel = usePanel((state) => state.panel);
  return <Suspense fallback={null}>{panel && <Open panel={panel} />}</Suspense>;
}

function Open({ panel }: { readonly panel: Panel }) {
  switch (panel.kind) {
    case 'palette':
      return <Palette />;
    case 'keys':
      return <KeyCard />;
    case 'settings':
      return <SettingsDialog />;
    case 'newPortfolio':
      return <NewPortfolioDialog />;
    case 'renamePortfolio':
      return <NamePortfolioDialog />;
    default:
      return null;
  }
}

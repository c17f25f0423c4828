import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { coverageAhead } from '../../analysis/useCoverage.ts';
import { useView } from '../../state/viewStore.ts';
import { TrustBanner } from '../backups/TrustBanner.tsx';
import { DueNotice } from '../decisions/DueNotice.tsx';
import { InspectorPane } from '../inspector/InspectorPane.tsx';
import { useInspectorShown } from '../inspector/inspectorShown.ts';
import { LookingBar } from '../scenarios/LookingBar.tsx';
import { Navigation } from './Navigation.tsx';
import css from './Shell.module.css';
import { StatusBar } from './StatusBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useHeldFocus } from './useHeldFocus.ts';
import { ViewBoundary } from './ViewBoundary.tsx';
import { preloadViews, views } from './views.ts';
import { WayBack } from './WayBack.tsx';

/** The open portfolio: bar, navigation, the view, the inspector, and the status line. */
export function Shell() {
  const { t } = useTranslation('shell');
  const view = useView((state) => state.view);
  const inspectorShown = useInspectorShown();
  const View = views[view];
  useHeldFocus(view);
  useEffect(preloadViews, []);
  useEffect(coverageAhead, []);
  return (
    <div className={css.shell}>
      <TopBar />
      <TrustBanner />
      <DueNotice />
      <LookingBar />
      <div className={css.middle}>
        <Navigation />
        <main className={css.main} aria-label={t(`view.${view}`)}>
          <WayBack />
          <ViewBoundary key={view}>
            <View />
          </ViewBoundary>
        </main>
        {inspectorShown && <InspectorPane />}
      </div>
      <StatusBar />
    </div>
  );
}

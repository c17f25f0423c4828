import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/text/format.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { portfolioCounts } from '../../state/selectors.ts';
import { useView, type ViewId } from '../../state/viewStore.ts';
import { useSnapshots } from '../snapshots/snapshotStore.ts';
import css from './Navigation.module.css';

const groups = [
  {
    title: 'nav.plan',
    views: ['initiatives', 'timeline', 'capabilities', 'outcomes', 'directory', 'overhead', 'parameters'],
  },
  { title: 'nav.see', views: ['flow', 'handoffs', 'wastes', 'map', 'coverage', 'carry', 'partners'] },
  { title: 'nav.decide', views: ['scenarios', 'decisions', 'rankings', 'guardrails', 'storyboard'] },
  { title: 'nav.record', views: ['snapshots', 'history'] },
] as const satisfies readonly { readonly title: string; readonly views: readonly ViewId[] }[];

/** The views, in groups, with how much there is in each. */
export function Navigation() {
  const { t } = useTranslation('shell');
  const language = usePreferences((state) => state.language);
  const view = useView((state) => state.view);
  const go = useView((state) => state.go);
  // Counting ten thousand initiatives must not stand between an edit and its place on the screen.
  const records = useDeferredValue(usePortfolio((state) => state.records));
  const counts = records ? portfolioCounts(records) : null;
  const countOf: Partial<Record<ViewId, number | undefined>> = {
    initiatives: counts?.initiatives,
    outcomes: counts?.outcomes,
    capabilities: counts?.capabilities,
    snapshots: useSnapshots()?.length || undefined,
  };
  return (
    <nav className={css.nav} aria-label={t('nav.label')}>
      {groups.map((group) => (
        <section key={group.title}>
          <h2 className={css.heading}>{t(group.title)}</h2>
          <ul>
            {group.views.map((id) => {
              const count = countOf[id];
              return (
                <li key={id}>
                  <button
                    type="button"
                    className={css.item}
                    aria-current={view === id ? 'page' : undefined}
                    onClick={() => go(id)}
                  >
                    <span>{t(`view.${id}`)}</span>
                    {count !== undefined && (
                      <span className={css.count}>{formatNumber(count, language)}</span>
                    )}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </nav>
  );
}

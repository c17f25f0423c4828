import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { pressedShortcut } from '../../commands/shortcuts.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePresent } from '../../state/presentStore.ts';
import { sendKey } from '../../state/projection.ts';
import { preloadViews } from '../shell/views.ts';
import { PresentRoot } from './PresentRoot.tsx';
import css from './present.module.css';
import { rehearse } from './rehearse.ts';

/** The window that a room sees beside the presenter's: it follows, and sends its keys there. */
export function ProjectedApp() {
  const { t } = useTranslation('present');
  const session = usePresent((state) => state.session);
  const isOpen = usePortfolio((state) => state.records !== null);
  const rehearsing = usePresent((state) => state.rehearsing);
  const shows = session !== null && isOpen;
  // No page that the presenter turns to waits for its code.
  useEffect(preloadViews, []);
  useEffect(() => (shows && rehearsing ? rehearse() : undefined), [shows, rehearsing]);
  useEffect(() => {
    // The portfolio's name has no place in the bar of a window that a room sees.
    document.title = t('projected.title');
  }, [t]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const shortcut = pressedShortcut(event);
      if (shortcut === '' || event.key === 'F11' || event.key === 'F12') return;
      event.preventDefault();
      sendKey(shortcut);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
  const takeScreen = (): void => {
    if (!document.fullscreenElement)
      document.documentElement
        .requestFullscreen()
        .catch((cause: unknown) => console.info('no full screen', String(cause)));
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys belong to the presenter; F11 takes the screen too
    // biome-ignore lint/a11y/noStaticElementInteractions: anywhere in the window
    <div onClick={takeScreen}>
      {shows && (
        <div className={rehearsing ? css.covered : undefined}>
          <PresentRoot />
        </div>
      )}
      {(!shows || rehearsing) && (
        <p className={css.waiting}>{t(shows ? 'projected.rehearsing' : 'projected.waiting')}</p>
      )}
    </div>
  );
}

import { useEffect, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useHiding } from '../../state/hiding.ts';
import { leavePresenting, maskAgain } from '../../state/presentActions.ts';
import { usePresent } from '../../state/presentStore.ts';
import { findProjection } from '../../state/projection.ts';
import { KeyCard } from './KeyCard.tsx';
import { PresenterView } from './PresenterView.tsx';
import css from './present.module.css';
import { rehearseFlip } from './rehearseFlip.ts';
import { StageScreen } from './StageScreen.tsx';

/** The program while a room is presented to: the projected picture alone, or the presenter's view beside it. */
export function PresentRoot() {
  const role = usePresent((state) => state.role);
  const keys = usePresent((state) => state.keys);
  const { names, amounts } = useHiding();
  const { i18n } = useTranslation();
  const { language } = i18n;
  useProjectorTheme();
  useFullScreen(role === 'alone');
  useEffect(rehearseFlip, []);
  useEffect(() => {
    const { role: mine, resumed, session } = usePresent.getState();
    if (mine === 'alone' && resumed && session) findProjection(session.id);
  }, []);
  // Aliases are words of a language.
  useEffect(() => {
    void maskAgain(language);
  }, [language]);
  return (
    <div className={css.root} data-role={role} data-presenting>
      {/* Texts that were made before something was hidden are made anew. */}
      {role === 'presenter' ? <PresenterView /> : <StageScreen key={`${names}/${amounts}/${language}`} />}
      {keys && <KeyCard />}
    </div>
  );
}

/** The projector's colours while presenting, whatever the desk has. */
function useProjectorTheme(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    const before = dataset.theme;
    dataset.theme = 'projector';
    return () => {
      if (before === undefined) delete dataset.theme;
      else dataset.theme = before;
    };
  }, []);
}

/** Takes the whole screen as soon as the browser lets us, and ends with it. */
function useFullScreen(wanted: boolean): void {
  useEffect(() => {
    const root = document.documentElement;
    if (!wanted || typeof root.requestFullscreen !== 'function') return;
    let taken = false;
    const take = (): void => {
      // A browser only allows it right after a key or a click: the next one tries again.
      if (taken || document.fullscreenElement || !navigator.userActivation.isActive) return;
      root.requestFullscreen().catch((cause: unknown) => console.info('no full screen', String(cause)));
    };
    const follow = (): void => {
      if (document.fullscreenElement) taken = true;
      // Escape leaves the full screen before the page hears of it.
      else if (taken) leavePresenting();
    };
    take();
    window.addEventListener('keydown', take);
    window.addEventListener('pointerdown', take);
    document.addEventListener('fullscreenchange', follow);
    return () => {
      window.removeEventListener('keydown', take);
      window.removeEventListener('pointerdown', take);
      document.removeEventListener('fullscreenchange', follow);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, [wanted]);
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TickName } from '../../charts/timeline/axis.ts';
import { timelineSpeech, timelineWords } from '../../charts/timeline/speech.ts';
import { usePreferences } from '../../state/preferencesStore.ts';

/** The names of stretches of time, as the timeline says them. */
export function useTick(fiscalYearStartMonth: number): (name: TickName) => string {
  const { t } = useTranslation('timeline');
  const { t: common } = useTranslation('common');
  const language = usePreferences((state) => state.language);
  return useMemo(
    () =>
      timelineWords(
        timelineSpeech(t, (mode) => common(`mode.${mode}`), language),
        { fiscal: fiscalYearStartMonth !== 1, writable: false, dataDate: null },
      ).tick,
    [t, common, language, fiscalYearStartMonth],
  );
}

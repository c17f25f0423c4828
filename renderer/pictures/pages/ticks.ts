import type { TickName } from '../../charts/timeline/axis.ts';
import { timelineSpeech, timelineWords } from '../../charts/timeline/speech.ts';
import type { PageContext } from '../context.ts';

/** The names of stretches of time, as the timeline says them. */
export function tickWords({ settings, options, say }: PageContext): (name: TickName) => string {
  const common = say('common');
  return timelineWords(
    timelineSpeech(say('timeline'), (mode) => common(`mode.${mode}`), options.language),
    { fiscal: settings.fiscalYearStartMonth !== 1, writable: false, dataDate: null },
  ).tick;
}

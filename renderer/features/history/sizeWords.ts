import type { Language } from '../../../shared/text/area.ts';
import { joinWords } from '../../../shared/text/join.ts';
import type { Say } from '../../i18n.ts';
import type { Step } from './historySteps.ts';

/** How many records a step added, changed and removed; what is none is left out. */
export const sizeWords = (counts: Step['counts'], say: Say<'backups'>, language: Language): string =>
  joinWords(
    (['added', 'updated', 'removed'] as const)
      .filter((kind) => counts[kind] > 0)
      .map((kind) => say(`history.size.${kind}`, { count: counts[kind] })),
    language,
  );

import { modes, stages } from '../../../shared/domain/records.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import type { Words } from './cellValues.ts';

/** The words for modes and stages in both languages, so that typing and pasting understand either. */
export const choiceWords: Words = new Map(
  [catalogue.common.en, catalogue.common['zh-CN']].flatMap((words) => [
    ...modes.map((mode) => [words[`mode.${mode}`].toLowerCase(), mode] as const),
    ...stages.map((stage) => [words[`stage.${stage}`].toLowerCase(), stage] as const),
  ]),
);

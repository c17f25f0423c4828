import { tidyLine } from '../table/cellText.ts';
import { readHeader } from './fieldNames.ts';

const COMPLETED = /^(?:completed (?:at|on|date)|date completed|完成于|实际完成(?:时间|日期)?)$/;

/** Whether a column says on which day a task was completed: such a day says as a stage that the task is done. */
export const isCompletionPhrase = (phrase: string): boolean => COMPLETED.test(phrase);

/** The same of a name of a column as it is written. */
export const isCompletionHeader = (header: string): boolean =>
  isCompletionPhrase(readHeader(tidyLine(header).text).phrase);

import type { Label } from '../../shared/domain/label.ts';
import { history } from '../../shared/text/catalogues/history.ts';
import { filled } from '../../shared/text/filled.ts';

/** What a step did, in one English sentence as the history has it; its key where this program lacks the words. */
export function stepText({ key, params }: Label): string {
  const sentences: Readonly<Record<string, string>> = history.en;
  const sentence = sentences[key] ?? sentences[`${key}_${params.count === 1 ? 'one' : 'other'}`] ?? key;
  return filled(sentence, params);
}

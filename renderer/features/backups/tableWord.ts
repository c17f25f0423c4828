import type { Language } from '../../../shared/text/area.ts';
import { exporting } from '../../../shared/text/catalogues/exporting.ts';

/** What a table of records is called; one of a newer program goes by its own name. */
export function tableWord(table: string, language: Language): string {
  const words: Readonly<Record<string, string>> = exporting[language];
  return words[`table.${table}`] ?? table;
}

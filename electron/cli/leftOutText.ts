import type { LeftOutPage } from '../../shared/report/leftOutPage.ts';
import { reports } from '../../shared/text/catalogues/reports.ts';
import { shell } from '../../shared/text/catalogues/shell.ts';

const words: Readonly<Record<string, string>> = { ...reports.en, ...shell.en };

/** What a page that is in no file is called, in English: what people wrote over it, else its view or the page itself. */
export const leftOutName = ({ title, area }: Pick<LeftOutPage, 'title' | 'area'>): string =>
  title ?? words[`view.${area}`] ?? words[`page.${area}`] ?? area;

/** Why a page is in no file, in English. */
export const leftOutReason = ({ why }: Pick<LeftOutPage, 'why'>): string => reports.en[`leftOut.${why}`];

import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/contract/result.ts';
import type { Language } from '../../../shared/text/area.ts';
import { bracketed, joinClauses } from '../../../shared/text/join.ts';
import type { NoticeKey } from '../../state/noticeStore.ts';

/** The sentence for an error in the page's language, with the place where there is one. */
export function sayError(error: AppError): string {
  // The catalogue has a sentence for each code (a test holds it to that); the English message is for a service newer
  // than this page.
  const words = i18next.exists(error.code, { ns: 'errors' })
    ? i18next.t(error.code as never, { ns: 'errors', ...error.params, ...error.place } as never)
    : error.message;
  const language = i18next.language as Language;
  const place = placeOf(error, language);
  return place === '' ? String(words) : bracketed(String(words), place, language);
}

function placeOf({ place }: AppError, language: Language): string {
  if (!place) return '';
  const parts = [
    place.file,
    place.row === undefined ? undefined : i18next.t('place.row', { ns: 'importing', row: place.row }),
    place.column === undefined
      ? undefined
      : i18next.t('place.column', { ns: 'importing', column: place.column }),
    place.field,
  ];
  return joinClauses(
    parts.filter((part) => part !== undefined),
    language,
  );
}

/** `sayError` that follows a change of language. */
export function useSayError(): (error: AppError) => string {
  useTranslation('errors');
  return sayError;
}

/** The sentence of a short message; its key and values come from data, where types cannot pair them. */
export function sayNotice(key: NoticeKey, params: Readonly<Record<string, string | number>> = {}): string {
  return String(i18next.t(key as never, { ns: 'shell', ...params } as never));
}

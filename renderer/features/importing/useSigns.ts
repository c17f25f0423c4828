import { useTranslation } from 'react-i18next';

/** Says delimiters and separators in words. */
export function useSigns(): {
  readonly sayDelimiter: (text: string) => string;
  readonly saySeparator: (text: string) => string;
} {
  const { t } = useTranslation('importing');
  return {
    sayDelimiter(text) {
      if (text === '\t') return t('delimiter.tab');
      if (text === ',' || text === ';' || text === '|') return t(`delimiter.${text}`);
      return t('delimiter.other', { text });
    },
    saySeparator(text) {
      if (text === '\n') return t('separator.line');
      if (text === '') return t('separator.none');
      if (text === ',' || text === ';' || text === '|' || text === '/') return t(`separator.${text}`);
      return t('delimiter.other', { text });
    },
  };
}

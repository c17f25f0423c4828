/** Sentences one after the other, empty ones left out: after a full stop of Chinese no space follows. */
export const sentences = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .reduce(
      (text, part) => (text === '' ? part : `${text}${/[。！？；]$/.test(text) ? '' : ' '}${part}`),
      '',
    );

/**
 * A drawing (SVG text) with each text that has a rim as two, the rim below its letters. Office and LibreOffice know no
 * `paint-order`, and paint the rim over the letters.
 */
export const halosApart = (svg: string): string =>
  svg.replace(
    /<text\b([^>]*?) paint-order="stroke"([^>]*)>([\s\S]*?)<\/text>/g,
    (_, before: string, after: string, words: string) => {
      const looks = before + after;
      const letters = looks.replace(/ stroke(?:-[a-z]+)?="[^"]*"/g, '');
      return `<text${looks} aria-hidden="true">${words}</text><text${letters}>${words}</text>`;
    },
  );

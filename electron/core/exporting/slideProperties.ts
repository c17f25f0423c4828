import type { Report } from '../../../shared/report/page.ts';
import type { wordsOf } from './slideParts.ts';
import { xmlText } from './xml.ts';

/** The language of a deck, for programs that look into its properties. */
export const coreProperties = (xml: string, language: string): string =>
  xml.replace('</cp:coreProperties>', `<dc:language>${language}</dc:language></cp:coreProperties>`);

/** The slides by their titles, where the slide package only numbers them. */
export const appProperties = (xml: string, { pages }: Report): string =>
  xml.replace(/<vt:lpstr>Slide (\d+)<\/vt:lpstr>/g, (whole, number: string) => {
    const page = pages[Number(number) - 1];
    return page ? `<vt:lpstr>${xmlText(page.title)}</vt:lpstr>` : whole;
  });

/** A paragraph for each line of a slide's notes, in their language: a line break inside a text is lost. */
export const notesInParagraphs = (xml: string, language: string): string =>
  xml.replace(
    /<a:p><a:r><a:rPr lang="[^"]*"([^>]*)\/><a:t>([^<]*)<\/a:t><\/a:r>(<a:endParaRPr[^>]*\/>)?<\/a:p>/,
    (_, looks: string, text: string) =>
      text
        .split(/\r?\n/)
        .map((line) =>
          line === ''
            ? `<a:p><a:endParaRPr lang="${language}"/></a:p>`
            : `<a:p><a:r><a:rPr lang="${language}"${looks}/><a:t>${line}</a:t></a:r></a:p>`,
        )
        .join(''),
  );

/** What a slide calls its parts: itself, its title and number by what they are, its table with words and a head. */
export const namedParts = (
  slide: string,
  { name, description, placedTable }: Report['pages'][number],
  words: ReturnType<typeof wordsOf>,
): string =>
  slide
    .replace(/<p:cSld name="[^"]*"/, () => `<p:cSld name="${xmlText(name)}"`)
    .replace(
      /(<p:cNvPr id="\d+" name=")[^"]*("[^>]*>(?:<\/p:cNvPr>)?<p:cNvSpPr\/><p:nvPr><p:ph\s[^>]*type="title")/,
      (_, before: string, after: string) => before + xmlText(words['slide.title']) + after,
    )
    .replace(/ name="Slide Number Placeholder \d+"/, ` name="${xmlText(words['slide.number'])}"`)
    .replace(
      new RegExp(`(<p:cNvPr id="\\d+" name="${xmlText(words['slide.table'])}")`),
      (_, table: string) => `${table} descr="${xmlText(description)}"`,
    )
    .replace('<a:tblPr/>', `<a:tblPr firstRow="1"${placedTable?.rowHeads ? ' firstCol="1"' : ''}/>`);

import type { PortfolioRecords } from '../../shared/domain/records.ts';

/** What no XML may hold, what it must escape, half a character, a family, and a sign that turns the line around. */
export const hostileText =
  '\u0000\u0001\u000b\u001f\ufffe\uffff \ud83d | \udc00 👩‍👩‍👧 \u202eabc\u202c שלום & <b> "q" \'s\' ]]> _x0041_ {{name}} $& %00 A\tB\nC';

/** Records of `sentinelRecords` with the hostile text behind every word that somebody typed. */
export const withHostileText = (records: PortfolioRecords): PortfolioRecords => {
  const escaped = JSON.stringify(hostileText).slice(1, -1);
  // Ids end in such a word too, after a dash.
  return JSON.parse(
    JSON.stringify(records).replace(/(?<!-)Zqx\d+xq/g, (word) => `${word}${escaped}`),
  ) as PortfolioRecords;
};

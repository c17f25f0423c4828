import type { ColumnProfile } from './columnProfile.ts';
import { notTheField } from './fieldDenials.ts';
import type { HeaderWords } from './fieldNames.ts';
import type { Claim } from './preferColumns.ts';

/** Who something is bought from or done for: nothing is called by it. */
const PARTY =
  /\b(?:vendors?|suppliers?|contractors?|partners?|provider|compan(?:y|ies)|firms?|firma|anbieter|lieferant|dienstleister|fournisseur|titulaire|attributaire|adjudicataire|societe|société|prestataire|proveedor|contratista|empresa|fornecedor|contratad[ao]|fornitore|customers?|clients?|kunde|auftraggeber)\b|供应商|厂商|公司|企业|乙方|甲方|客户|业者|委托先|委託先|会社|업체/;

/** A name in Chinese has few characters. */
const HAN = /[\u3400-\u9fff]/;

/** What is said of something: nothing is called by it. */
const NO_NAME =
  /\b(?:e ?mails?|ip address|period|duration|tenure|comments?|notes?|remarks?|commentary|bemerkung(?:en)?|kommentare?|commentaires?|remarques?|observaciones|observacoes|opmerking(?:en)?)\b|备注|備考|비고/;

/** Columns of short, varied texts that no field has yet, and that say no party and nothing else that is no name. */
export const likelyNames = (
  headers: readonly HeaderWords[],
  profiles: readonly ColumnProfile[],
  used: ReadonlySet<number>,
): readonly ColumnProfile[] =>
  profiles.filter(
    (profile) =>
      !used.has(profile.index) &&
      !PARTY.test(headers[profile.index]?.phrase ?? '') &&
      !NO_NAME.test(headers[profile.index]?.phrase ?? '') &&
      notTheField.name?.test(headers[profile.index]?.phrase ?? '') !== true &&
      profile.looksLike === 'text' &&
      profile.filled > 0.6 &&
      profile.distinctShare > 0.6 &&
      profile.meanLength >= (HAN.test(profile.samples.join('')) ? 2 : 4) &&
      profile.meanLength <= 120,
  );

/** So many columns begin with the word for what the rows are: Epic reference #, Epic name, Epic status. */
const SAID_OF_ROWS = 3;

/**
 * Claims without names of what rows belong to: where several columns say of what they are, and one of these is a name,
 * a name of something else that repeats more than it is none.
 */
export function namesOfRows(
  claims: readonly Claim[],
  headers: readonly HeaderWords[],
  profiles: readonly ColumnProfile[],
): readonly Claim[] {
  const words = headers.map(({ phrase }) => /^\p{Script=Latin}+(?= )/u.exec(phrase)?.[0] ?? '');
  const timesSaid = (column: number): number => {
    const word = words[column] ?? '';
    return word === '' ? 0 : words.filter((other) => other === word).length;
  };
  const distinct = (column: number): number => profiles[column]?.distinctShare ?? 0;
  const ofRows = claims.filter(({ field, column }) => field === 'name' && timesSaid(column) >= SAID_OF_ROWS);
  return claims.filter(
    ({ field, column }) =>
      field !== 'name' ||
      timesSaid(column) === 0 ||
      !ofRows.some(
        (own) => timesSaid(own.column) > timesSaid(column) && distinct(own.column) > distinct(column),
      ),
  );
}

/** A share of distinct cells from which a column can be what rows are called. */
export const OWN = 0.95;
/** What tickets are called by, as a service desk writes it in its languages. */
const SHORT_DESCRIPTION =
  /^(?:short description|kurzbeschreibung|br[eè]ve descri(?:ption|pci[oó]n|zione)|descri[cç][aã]o resumida|korte (?:beschrijving|omschrijving)|簡単な説明|간단한 설명|简短描述|简短说明)$/;

/** Claims without that of a short description to be the name, where another column is one. */
export function withoutShort(
  claims: readonly Claim[],
  headers: readonly HeaderWords[],
  profiles: readonly ColumnProfile[],
): readonly Claim[] {
  const phraseOf = ({ column }: Claim): string => headers[column]?.phrase ?? '';
  const names = claims.filter(({ field }) => field === 'name');
  const others = names.filter((claim) => !SHORT_DESCRIPTION.test(phraseOf(claim)));
  // In English it says more of what a column of names calls than a project that several tickets share.
  const isNamed = others.some(
    (claim) =>
      /\b(?:name|title)\b/.test(phraseOf(claim)) ||
      (/^project\b/.test(phraseOf(claim)) && (profiles[claim.column]?.distinctShare ?? 0) >= OWN),
  );
  return claims.filter((claim) => {
    if (claim.field !== 'name' || others.includes(claim)) return true;
    return phraseOf(claim) === 'short description' ? !isNamed : others.length === 0;
  });
}

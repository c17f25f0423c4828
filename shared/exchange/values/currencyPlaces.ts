import { builtOnce } from '../../builtOnce.ts';
import { isBlank, tidyLine } from '../table/cellText.ts';
import { columnCells } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import { currencyFits } from './currencies.ts';
import { withoutAccents } from './otherLanguages.ts';

/** A currency that a list written with a bare `$`, with Rs or in pesos means, and what in the list says so. */
export interface ToldCurrency {
  readonly currency: string;
  readonly by: string;
}

/** The regions whose currency is at home a `$`, a rupee or a peso, with it. */
const REGIONS: Readonly<Record<string, string>> = {
  US: 'USD',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  HK: 'HKD',
  SG: 'SGD',
  TW: 'TWD',
  MX: 'MXN',
  AR: 'ARS',
  CO: 'COP',
  CL: 'CLP',
  PH: 'PHP',
  UY: 'UYU',
  DO: 'DOP',
  IN: 'INR',
  PK: 'PKR',
  LK: 'LKR',
  NP: 'NPR',
  MU: 'MUR',
};

/** The parts of a country as ISO 3166-2 names them, with the letters for them that lists use. */
const PARTS: Readonly<Record<string, string>> = {
  CAD: 'alberta|british columbia|manitoba|new brunswick|newfoundland and labrador|newfoundland|northwest territories|nova scotia|nunavut|ontario|prince edward island|quebec|saskatchewan|yukon|ab|bc|mb|nb|nl|ns|nt|nu|on|pe|pei|qc|sk|yt',
  AUD: 'australian capital territory|new south wales|northern territory|queensland|south australia|tasmania|victoria|western australia|act|nsw|qld|sa|tas|vic|wa',
  NZD: 'auckland|bay of plenty|canterbury|gisborne|hawke s bay|manawatu-whanganui|marlborough|northland|otago|southland|taranaki|waikato|west coast|te tai tokerau',
  USD: 'alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|district of columbia|al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc',
  MXN: 'aguascalientes|baja california|baja california sur|campeche|chiapas|chihuahua|ciudad de mexico|cdmx|coahuila|coahuila de zaragoza|colima|durango|guanajuato|guerrero|hidalgo|jalisco|mexico|estado de mexico|michoacan|michoacan de ocampo|morelos|nayarit|nuevo leon|oaxaca|puebla|queretaro|quintana roo|san luis potosi|sinaloa|sonora|tabasco|tamaulipas|tlaxcala|veracruz|veracruz de ignacio de la llave|yucatan|zacatecas',
  ARS: 'buenos aires|caba|ciudad autonoma de buenos aires|catamarca|chaco|chubut|cordoba|corrientes|entre rios|formosa|jujuy|la pampa|la rioja|mendoza|misiones|neuquen|rio negro|salta|san juan|san luis|santa cruz|santa fe|santiago del estero|tierra del fuego|tucuman',
  COP: 'amazonas|antioquia|arauca|atlantico|bogota|bogota d c|distrito capital|bolivar|boyaca|caldas|caqueta|casanare|cauca|cesar|choco|cordoba|cundinamarca|guainia|guaviare|huila|la guajira|magdalena|meta|narino|norte de santander|putumayo|quindio|risaralda|santander|sucre|tolima|valle del cauca|vaupes|vichada',
};

const CODES = [...new Set(Object.values(REGIONS))].join('|');
/** A code that is said of money: in AUD, NZD figures, (CAD), CAD 1.2m, 300 SGD, COP alone. CAD is also how things are drawn. */
const SAID_OF_MONEY = new RegExp(
  `\\b(?:in|are|all)\\s+(${CODES})\\b|\\b(${CODES})\\s*(?:\\$|\\d|figures|dollars|millions?|thousands?|unless|excl|incl)|\\d\\s?(?:k|m|mn|bn|million|billion)?\\s*(${CODES})\\b|\\((${CODES})\\)|^(${CODES})$`,
  'i',
);
/** The dollar of one country by its sign: A$, NZ$ 5m. */
const SIGNED = /(?<![A-Za-z])(AU?|CA?|NZ|HK|S|NT|US)\$/;
const OF_SIGN: Readonly<Record<string, string>> = {
  A: 'AUD',
  AU: 'AUD',
  C: 'CAD',
  CA: 'CAD',
  NZ: 'NZD',
  HK: 'HKD',
  S: 'SGD',
  NT: 'TWD',
  US: 'USD',
};
/** Over places of which each is a part of a country, or a country. */
const PLACE =
  /\b(?:provinces?|provincias?|states?|states? territor(?:y|ies)|territor(?:y|ies)|jurisdictions?|regions?|regi[oó]n|entidad federativa|entidad|estado|departamento|location|ubicaci[oó]n|country|countries|pa[ií]s(?:es)?|site|area)\b/i;
const COUNTRY = /\b(?:country|countries|pa[ií]s(?:es)?)\b/i;
const LANGUAGES = ['en', 'es', 'fr'];

const ROWS_LOOKED = 200;
const LINES_BELOW = 12;
const LONGEST = 400;
/** So many of the places that a column names are in one country. */
const MOSTLY = 0.6;

const placeKey = (text: string): string =>
  withoutAccents(text.toLowerCase())
    .replace(/[^a-z-]+/g, ' ')
    .trim();

let parts: ReadonlyMap<string, readonly string[]> | null = null;

/** The currencies of the places that a text may name, by `placeKey`. */
function currenciesOfPlaces(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (place: string, currency: string): void => {
    found.set(place, [...(found.get(place) ?? []), currency]);
  };
  for (const [currency, names] of Object.entries(PARTS))
    for (const name of names.split('|')) add(name, currency);
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    for (const [region, currency] of Object.entries(REGIONS)) {
      const name = placeKey(names.of(region) ?? '');
      if (!(found.get(name) ?? []).includes(currency)) add(name, currency);
    }
  }
  return found;
}

/** What a column of places says: the currency of the one country in which nearly all of them are. */
function toldByPlaces(cells: Iterable<string>, sign: string): ToldCurrency | null {
  parts ??= currenciesOfPlaces();
  const counts = new Map<string, { count: number; example: string }>();
  let known = 0;
  const seen = new Set<string>();
  for (const cell of cells) {
    const key = placeKey(cell);
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    known += 1;
    for (const currency of parts.get(key) ?? []) {
      if (!currencyFits(sign, currency)) continue;
      const { count, example } = counts.get(currency) ?? { count: 0, example: cell };
      counts.set(currency, { count: count + 1, example });
    }
  }
  const [best, second] = [...counts].sort((a, b) => b[1].count - a[1].count);
  if (!best || best[1].count < known * MOSTLY || best[1].count === second?.[1].count) return null;
  return { currency: best[0], by: best[1].example };
}

/** The one currency that texts say of their money; null where they say none, or several. */
function toldByProse(texts: Iterable<string>, sign: string): ToldCurrency | null {
  let told: ToldCurrency | null = null;
  for (const text of texts) {
    if (text.length > LONGEST) continue;
    const [, ...codes] = SAID_OF_MONEY.exec(text) ?? [];
    const signed = SIGNED.exec(text)?.[1];
    const currency = codes.find((code) => code !== undefined)?.toUpperCase() ?? OF_SIGN[signed ?? ''];
    if (currency === undefined || !currencyFits(sign, currency)) continue;
    if (told !== null && told.currency !== currency) return null;
    told ??= { currency, by: text.trim() };
  }
  return told;
}

/** So large a share of rows, and so many, that name one country in an office or a text are a list of it. */
const NAMED_IN = 0.1;
const ROWS_NAMING = 3;
/** In short, the United States are a word of their own: us. */
const SHORTEST_NAME = 5;
/** Names of countries within those of other places. */
const WITHIN_OTHERS = /\bnew mexico\b/g;

/** A text of several words and no more than a line: an office rather than an id or a description. */
const isOffice = (text: string): boolean => text.length <= 60 && text.includes(' ');

/** The currency of the one country that at least so many rows name, as Public Services and Procurement Canada does. */
function toldByNames(rows: readonly (readonly string[])[], sign: string, least: number): ToldCurrency | null {
  const regions = Object.entries(REGIONS).filter(([, currency]) => currencyFits(sign, currency));
  const names = regions.map(([region, currency]) => {
    const said = LANGUAGES.flatMap((language) =>
      (['short', 'long'] as const).map((style) =>
        placeKey(new Intl.DisplayNames(language, { type: 'region', style }).of(region) ?? ''),
      ),
    ).filter((name) => name.length >= SHORTEST_NAME);
    return { currency, pattern: new RegExp(`\\b(?:${[...new Set(said)].join('|')})\\b`) };
  });
  const counts = new Map<string, { count: number; example: string }>();
  for (const row of rows) {
    const texts = row.filter((cell) => cell.length <= LONGEST && /[a-z]{3}/i.test(cell));
    const keys = texts.map((text) => placeKey(text).replace(WITHIN_OTHERS, ''));
    for (const { currency, pattern } of names) {
      const at = keys.findIndex((key) => pattern.test(key));
      if (at === -1) continue;
      const text = tidyLine(texts[at] ?? '').text;
      const { count, example } = counts.get(currency) ?? { count: 0, example: text };
      counts.set(currency, { count: count + 1, example: isOffice(example) ? example : text });
    }
  }
  const [best, second] = [...counts].sort((a, b) => b[1].count - a[1].count);
  if (!best || best[1].count < Math.max(least, rows.length * NAMED_IN)) return null;
  return (second?.[1].count ?? 0) * 4 > best[1].count ? null : { currency: best[0], by: best[1].example };
}

const toldOf = builtOnce((_table: Table) => new Map<string, ToldCurrency | null>());

/** The words and signs for which a list's country tells the currency. */
export const TOLD_BY_PLACES: ReadonlySet<string> = new Set(['$', 'rs', 'peso']);

/**
 * Which dollar, rupee or peso a list means by `$`, Rs or pesos (`sign`), where it says so itself: by a currency in its
 * prose or cells, by a column of places that are nearly all in one country, by a country that many rows or the lines
 * above them name. Null where nothing tells it. Each looks at the first 200 rows.
 */
export function currencyTold(table: Table, headerRow: number, sign: string): ToldCurrency | null {
  const told = toldOf(table);
  const key = `${headerRow} ${sign}`;
  if (!told.has(key)) told.set(key, tellCurrency(table, headerRow, sign));
  return told.get(key) ?? null;
}

function tellCurrency(table: Table, headerRow: number, sign: string): ToldCurrency | null {
  const { rows } = table;
  const names = (rows.at(headerRow) ?? []).map((name) => tidyLine(name).text);
  const looked = [
    ...rows.slice(0, headerRow + 1 + ROWS_LOOKED),
    ...(rows.length > headerRow + 1 + ROWS_LOOKED ? rows.slice(rows.length - LINES_BELOW) : []),
  ];
  const prose = toldByProse(
    looked.flatMap((row) => row.filter((cell) => cell.includes('$') || /[a-z]{3}/i.test(cell))),
    sign,
  );
  if (prose !== null) return prose;
  for (const isCountry of [true, false])
    for (const [column, name] of names.entries()) {
      const header = name.replaceAll('_', ' ');
      if (!PLACE.test(header) || COUNTRY.test(header) !== isCountry) continue;
      const cells: string[] = [];
      for (const cell of columnCells(rows, column, headerRow + 1)) {
        if (!isBlank(cell)) cells.push(tidyLine(cell).text);
        if (cells.length >= ROWS_LOOKED) break;
      }
      const told = toldByPlaces(cells, sign);
      if (told !== null) return { ...told, by: `${name}: ${told.by}` };
    }
  return (
    toldByNames(rows.slice(headerRow + 1, headerRow + 1 + ROWS_LOOKED), sign, ROWS_NAMING) ??
    toldByNames(rows.slice(0, headerRow), sign, 1)
  );
}

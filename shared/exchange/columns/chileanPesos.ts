import type { Rows } from '../table/rows.ts';

/** Places, offices and programs that lists of Chile name, and hardly any other. */
const CHILE =
  /\bchile(?:n[oa]s?|compra)?\b|\bCLP\b|\bc[oó]digo BIP\b|\bBIP\b|\bDIPRES\b|\bMIDESO\b|\bclave ?[uú]nica\b|\b(?:antofagasta|atacama|coquimbo|valparaíso|o['’]higgins|[nñ]uble|b[ií]o ?-?b[ií]o|araucan[ií]a|ays[eé]n|magallanes)\b/i;
/** Thousands of pesos there; MM$ are millions. */
const THOUSANDS = /(?<![\p{L}$])M\s?\$/u;
const ROWS_LOOKED = 60;
const LONGEST = 200;

/** Names of columns in Spanish: a telescope in the Atacama is in many lists. */
const SPANISH =
  /\b(?:proyectos?|iniciativas?|nombre|montos?|presupuesto|costos?|gastos?|fecha|inversi[oó]n|etapa|estado)\b/i;

/** Whether a list in Spanish is of Chile, by its first rows, or by the currency that it or the portfolio is in. */
export const isChilean = (rows: Rows, headerRow: number, currencies: readonly string[]): boolean =>
  (rows.at(headerRow) ?? []).some((name) => SPANISH.test(name)) &&
  (currencies.includes('CLP') ||
    rows
      .slice(0, headerRow + ROWS_LOOKED)
      .some((row) => row.some((cell) => CHILE.test(cell.slice(0, LONGEST)))));

/** Whether a text says amounts as `M$`: thousands of pesos in Chile, millions of dollars elsewhere. */
export const saysPesosByM = (text: string): boolean => THOUSANDS.test(text);

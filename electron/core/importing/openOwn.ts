import { open } from 'node:fs/promises';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { areGivenBack } from '../../../shared/exchange/own/ownChanges.ts';
import { type OwnTable, ownHeader } from '../../../shared/exchange/own/ownTables.ts';
import type { Table } from '../../../shared/exchange/table/table.ts';
import { decodeBytes, readBytes } from './decode.ts';
import type { OtherFile } from './openSource.ts';
import { parseTable } from './parseTable.ts';
import { containerOf } from './readers/otherFormats.ts';
import { findWorkbook } from './readers/workbookParts.ts';
import { xlsxHeads, xlsxSheets } from './readers/xlsx.ts';
import { openZip } from './readers/zipParts.ts';

/** Enough of a file to see what its columns are called. */
const BEGINNING = 64 * 1024;
const QUIET = (): void => undefined;

/**
 * The tables of files that the exports of this portfolio wrote and somebody gives back: sheets of a workbook, or CSV
 * files. Null where any of the files is something else, or where none of its ids is known here.
 */
export async function openOwn(
  files: readonly OtherFile[],
  records: PortfolioRecords,
): Promise<readonly OwnTable[] | null> {
  const tables: OwnTable[] = [];
  for (const file of files) {
    const found = (await isWorkbook(file.path)) ? await sheetsOf(file) : await textOf(file);
    if (found.length === 0) return null;
    tables.push(...found);
  }
  return areGivenBack(tables, records) ? tables : null;
}

async function beginningOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r').catch(() => null);
  // Whoever reads it as a list says what is wrong with it.
  if (handle === null) return new Uint8Array();
  try {
    const found = await handle.stat();
    if (!found.isFile()) return new Uint8Array();
    const { size } = found;
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(Math.min(BEGINNING, size)) });
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const isWorkbook = async (path: string): Promise<boolean> => containerOf(await beginningOf(path)) === 'zip';

async function sheetsOf({ path, name }: OtherFile): Promise<readonly OwnTable[]> {
  const zip = await openZip(await readBytes(path, name), name);
  const part = await findWorkbook(zip, name);
  if (part === null) return [];
  const heads = await xlsxHeads(zip, part, name);
  if (heads.every((head) => ownHeader(head) === null)) return [];
  const { sheets, is1904 } = await xlsxSheets(zip, part, name, QUIET);
  const tables: OwnTable[] = [];
  for (const [at, sheet] of sheets.entries()) {
    if (ownHeader(heads[at] ?? []) === null) continue;
    const content = await sheet.read(QUIET);
    tables.push(...ownTable(sheet.name, content, is1904));
  }
  return tables;
}

async function textOf({ path, name }: OtherFile): Promise<readonly OwnTable[]> {
  const beginning = await beginningOf(path);
  if (beginning.length === 0 || !isOwnText(beginning, name)) return [];
  const { text } = decodeBytes(await readBytes(path, name), name);
  const { table } = parseTable(text, name, undefined);
  return ownTable(name, table, false);
}

function isOwnText(beginning: Uint8Array, name: string): boolean {
  try {
    const { text } = decodeBytes(beginning, name);
    const [line = ''] = text.split(/\r?\n/);
    return ownHeader(parseTable(`${line}\n`, name, undefined).table.rows.at(0) ?? []) !== null;
  } catch {
    // No text: it is none of ours, and whoever reads it as a list says what it is.
    return false;
  }
}

function ownTable(
  title: string,
  { rows, lines }: Pick<Table, 'rows' | 'lines'>,
  daysFrom1904: boolean,
): readonly OwnTable[] {
  const headers = rows.at(0) ?? [];
  const found = ownHeader(headers);
  return found
    ? [{ ...found, title, headers, rows: rows.slice(1), lines: lines.slice(1), daysFrom1904 }]
    : [];
}

import { modes, stages } from '../../domain/records.ts';
import { isCompletionHeader } from '../columns/completionDay.ts';
import type { ImportPlan } from '../contract.ts';
import { cutText, matchKey, tidyLine, tidyProse } from '../table/cellText.ts';
import type { Tally } from '../tally.ts';
import { readDateText } from '../values/dateText.ts';
import { readMode, readStage } from '../values/stageWords.ts';
import { lineReader, peopleReader, type SayUnknown, translationsOf, yesNoReader } from './readCells.ts';
import { type CellTaker, MAX_NAME, MAX_TEXT, putExtra, type RowValues } from './rowValues.ts';

const SHARE = /^\d+(?:[.,]\d+)?\s?%?$/;
const MAX_GROUP = 200;
const lineFields = ['status', 'owner'] as const;
const yesNoFields = ['funded', 'overhead', 'retired'] as const;

/** Reads the cells of a row that say something in words into its values. */
export type WordReader = (cells: readonly string[], line: number, values: RowValues) => void;

/** A reader of words for all rows of one table: description, status, owner, stage, mode, yes and no. */
export function createWordReader(
  plan: ImportPlan,
  tally: Tally,
  { header, take, tidied }: CellTaker,
  sayUnknown: SayUnknown,
): WordReader {
  const { columns } = plan;
  const translations = translationsOf(plan.translations);
  const lines = lineFields.flatMap((field) => {
    const column = columns[field];
    return column === undefined ? [] : [{ field, column, read: lineReader(MAX_NAME, sayUnknown) }];
  });
  const group = lineReader(MAX_GROUP, sayUnknown);
  const people = peopleReader(sayUnknown);
  const answers = yesNoFields.flatMap((field) => {
    const column = columns[field];
    return column === undefined
      ? []
      : [{ field, column, read: yesNoReader(sayUnknown, translations.get(field)) }];
  });
  const isDayOfCompletion = columns.stage !== undefined && isCompletionHeader(header(columns.stage));
  return readWords;

  function readWords(cells: readonly string[], line: number, values: RowValues): void {
    const { fields } = values;
    if (columns.description !== undefined) {
      const cell = cells[columns.description] ?? '';
      const text = tidied(tidyProse(cell), cell.slice(0, 60));
      if (text.length > MAX_TEXT) {
        putExtra(values.extra, header(columns.description), text);
        tally.keep(line, header(columns.description), 'too_long', text);
      }
      fields.description = text === '' ? null : cutText(text, MAX_TEXT);
    }
    for (const { field, column, read } of lines) {
      const cell = cells[column] ?? '';
      if (cell === '') continue;
      const said = field === 'status' ? translated('status', cell) : null;
      if (said !== null) fields[field] = said === '' ? null : said;
      else fields[field] = take(read(cell), field, column, cell, line, values);
    }
    for (const { field, column, read } of answers) {
      const cell = cells[column] ?? '';
      if (cell !== '') fields[field] = take(read(cell), field, column, cell, line, values);
    }
    if (columns.teamPeople !== undefined) {
      const cell = cells[columns.teamPeople] ?? '';
      if (cell !== '')
        fields.teamPeople = take(people(cell), 'teamPeople', columns.teamPeople, cell, line, values);
    }
    if (columns.parent !== undefined) {
      const cell = cells[columns.parent] ?? '';
      if (cell !== '')
        fields.collaborationGroup = take(group(cell), 'parent', columns.parent, cell, line, values);
    }
    if (columns.stage !== undefined) readStageCell(cells[columns.stage] ?? '', columns.stage, values);
    if (columns.mode !== undefined) readModeCell(cells[columns.mode] ?? '', columns.mode, line, values);
  }

  /** Our word for a cell that the plan translates; empty for "not known", null where it says nothing of it. */
  function translated(field: 'stage' | 'status' | 'mode', cell: string): string | null {
    const words = translations.get(field);
    if (words === undefined) return null;
    const said = words.get(matchKey(tidyLine(cell).text));
    if (said === undefined) return null;
    tally.repair('translated', said === '' ? cell : `${cell} → ${said}`);
    return said;
  }

  function readStageCell(cell: string, column: number, values: RowValues): void {
    const { text } = tidyLine(cell);
    if (text === '') return;
    const said = translated('stage', cell);
    if (said !== null) {
      values.fields.stage = stages.find((stage) => stage === said) ?? null;
      if (values.fields.stage === null && said !== '') putExtra(values.extra, header(column), cell);
      return;
    }
    const found = readStage(text);
    if (found) {
      values.fields.stage = found.stage;
      if (text !== found.stage && text.toLowerCase() !== found.stage) tally.repair('stageText', text);
      if (!found.exact) putExtra(values.extra, header(column), cell);
    } else if (sayUnknown(text) === 'token') tally.repair('unknownWord', text);
    // A day under "Completed at" says that it is done.
    else if (isDayOfCompletion && readDateText(text) !== null) {
      values.fields.stage = 'done';
      tally.repair('stageText', text);
      putExtra(values.extra, header(column), cell);
    }
    // How far it has come is neither a stage nor a health.
    else if (values.fields.status === null && columns.status === undefined && !SHARE.test(text))
      values.fields.status = cutText(text, MAX_NAME);
    else putExtra(values.extra, header(column), cell);
  }

  function readModeCell(cell: string, column: number, line: number, values: RowValues): void {
    const { text } = tidyLine(cell);
    if (text === '') return;
    const said = translated('mode', cell);
    if (said !== null) {
      values.fields.mode = modes.find((each) => each === said) ?? null;
      return;
    }
    const mode = readMode(text);
    if (mode !== null) {
      values.fields.mode = mode;
      if (text !== mode && text.toLowerCase() !== mode) tally.repair('modeText', text);
    } else if (sayUnknown(text) !== null) tally.repair('unknownWord', text);
    else
      take(
        { value: null, repairs: [], reason: 'not_a_mode', keep: true },
        'mode',
        column,
        cell,
        line,
        values,
      );
  }
}

import { isBlank, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';
import { readDateText } from '../values/dateText.ts';
import { commaIsDecimal } from '../values/decimalSign.ts';
import { readAmount } from '../values/moneyText.ts';
import { readPeriod } from '../values/periodText.ts';
import { looksLikeSerial } from '../values/serialDay.ts';
import { readMode, readStage } from '../values/stageWords.ts';
import { proposeStatus, readYesNo } from '../values/statusWords.ts';
import { unknownWord } from '../values/unknownWords.ts';

/** What the values of one column look like. Shares are of the cells that say something. */
export interface ColumnProfile {
  readonly index: number;
  readonly filled: number;
  /** Share of the rows in which it says more than that something is not known. */
  readonly said: number;
  readonly samples: readonly string[];
  readonly looksLike: 'text' | 'number' | 'money' | 'date' | 'empty';
  readonly numberShare: number;
  /** Of the cells that are amounts, those that are zero. */
  readonly zeroShare: number;
  readonly dateShare: number;
  /** Cells that may be days as a sheet counts them: they are dates only where the header says so. */
  readonly serialShare: number;
  readonly stageShare: number;
  /** Cells that are a colour or another word for how an initiative does. */
  readonly healthShare: number;
  /** Cells that are a stage and no word for health: "completed", not "on track". */
  readonly onlyStageShare: number;
  /** Cells that say that something is done, stopped or paused: more than in which phase it was. */
  readonly settledShare: number;
  readonly modeShare: number;
  /** Cells that are codes such as `P-001`, `2025-011` or `17`: no name. */
  readonly codeShare: number;
  readonly yesNoShare: number;
  readonly distinctShare: number;
  readonly meanLength: number;
  /** Currencies that the cells name, most frequent first. */
  readonly currencies: readonly string[];
  /** Only there where its name and numbers say that it counts the rows: it tells none of them from others. */
  readonly countsRows?: true;
  /** True where its cells only number the rows by their level: 1, 1.1, 1.2, 2. */
  readonly countsLevels?: true;
  /** True where its numbers are those of other rows, which stand above. */
  readonly namesRows?: true;
}

/** A time with a beginning and an end, where a day is asked for: Q1–Q2 2026. */
const isSpan = (text: string): boolean =>
  text.length <= 40 && /\d{2}/.test(text) && readPeriod(text) !== null;

/** One word of capitals and three digits at least, wherever they stand: 311071AAB1. */
const LONG_CODE = /^(?=(?:\D*\d){3})[A-Z\d\-_./]+$/;
const CODE = /^[A-Z]{0,6}[-_. /]?\d[\d\-_./]*$/i;
const SAMPLE_ROWS = 400;
const SAMPLES = 4;

interface SampledColumn {
  /** Rows in which it says something. */
  readonly filled: number;
  /** Tidy texts of up to about 400 filled cells, spread over the whole table, with how often each was met. */
  readonly distinct: Map<string, number>;
  readonly samples: string[];
}

/** Samples all columns in two walks over the rows: a walk for each column would take as long as reading the file. */
function sampleColumns({ rows }: Table, width: number, firstRow: number): readonly SampledColumn[] {
  const filled = new Uint32Array(width);
  const eachFilled = (visit: (column: number, cell: string) => void): void => {
    for (let index = firstRow; index < rows.length; index += 1) {
      const row = rows.at(index) ?? [];
      for (let column = 0; column < width; column += 1) {
        const cell = row[column];
        if (cell !== undefined && !isBlank(cell)) visit(column, cell);
      }
    }
  };
  eachFilled((column) => {
    filled[column] = (filled[column] ?? 0) + 1;
  });
  const columns = Array.from(filled, (count) => ({
    filled: count,
    step: Math.max(1, Math.floor(count / SAMPLE_ROWS)),
    seen: 0,
    distinct: new Map<string, number>(),
    samples: [] as string[],
  }));
  eachFilled((index, cell) => {
    const column = columns[index];
    if (column === undefined) return;
    if (column.seen % column.step === 0) {
      const { text } = tidyLine(cell);
      column.distinct.set(text, (column.distinct.get(text) ?? 0) + 1);
      if (column.samples.length < SAMPLES && !column.samples.includes(text))
        column.samples.push(text.slice(0, 200));
    }
    column.seen += 1;
  });
  return columns;
}

/** Profiles every column by up to 400 of its filled cells, spread over the whole table; `filled` counts every row. */
export function profileColumns(table: Table, width: number, firstRow: number): ColumnProfile[] {
  const total = Math.max(0, table.rows.length - firstRow);
  return sampleColumns(table, width, firstRow).map((column, index) => profileColumn(index, column, total));
}

function profileColumn(
  index: number,
  { filled, distinct, samples }: SampledColumn,
  total: number,
): ColumnProfile {
  const comma = commaIsDecimal(distinct.keys());
  let [known, numbers, money, dates, serials, stages, answers, length, looked] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let [modes, codes, unknownStages, health, onlyStages, zeros, settled] = [0, 0, 0, 0, 0, 0, 0];
  const currencies = new Map<string, number>();
  for (const [text, count] of distinct) {
    looked += count;
    length += text.length * count;
    const stage = readStage(text)?.stage;
    const isStage = stage !== undefined;
    if (isStage) stages += count;
    if (stage === 'done' || stage === 'stopped' || stage === 'paused') settled += count;
    if (unknownWord(text) !== null) {
      // "Ongoing" says nothing as a date, and everything as a stage.
      if (isStage) unknownStages += count;
      continue;
    }
    known += count;
    if (readMode(text) !== null) modes += count;
    if (proposeStatus(text) !== null) health += count;
    else if (isStage) onlyStages += count;
    if (CODE.test(text) || LONG_CODE.test(text)) codes += count;
    if (readYesNo(text) !== null) answers += count;
    const date = readDateText(text);
    if (looksLikeSerial(text)) serials += count;
    // A bare number of four or eight digits may be a year, a day or an amount: it counts for both.
    if (date !== null || /^\d{4}-\d{1,2}-\d{1,2}$/.test(text) || isSpan(text)) dates += count;
    const amount = text.length <= 60 ? readAmount(text, comma) : 'not_an_amount';
    if (typeof amount === 'string') {
      if (amount === 'negative_amount' || amount === 'amount_range') numbers += count;
      continue;
    }
    numbers += count;
    if (amount.value === 0) zeros += count;
    if (amount.currency !== null) {
      money += count;
      currencies.set(amount.currency, (currencies.get(amount.currency) ?? 0) + count);
    }
  }
  const share = (count: number): number => (known === 0 ? 0 : count / known);
  const bareNumbers = share(numbers) > 0.8;
  return {
    index,
    filled: total === 0 ? 0 : filled / total,
    said: total === 0 || looked === 0 ? 0 : (filled / total) * (known / looked),
    samples,
    looksLike:
      filled === 0
        ? 'empty'
        : money > 0 && share(numbers) > 0.6
          ? 'money'
          : share(dates) > 0.6 && !(bareNumbers && share(dates) < 1)
            ? 'date'
            : share(numbers) > 0.6
              ? 'number'
              : 'text',
    numberShare: share(numbers),
    zeroShare: numbers === 0 ? 0 : zeros / numbers,
    dateShare: share(dates),
    serialShare: share(serials),
    stageShare: stages === 0 ? 0 : stages / (known + unknownStages),
    healthShare: share(health),
    onlyStageShare: share(onlyStages),
    settledShare: looked === 0 ? 0 : settled / looked,
    modeShare: share(modes),
    codeShare: share(codes),
    yesNoShare: share(answers),
    distinctShare: looked === 0 ? 0 : distinct.size / looked,
    meanLength: looked === 0 ? 0 : length / looked,
    currencies: [...currencies].sort((a, b) => b[1] - a[1]).map(([code]) => code),
  };
}

import type { Initiative } from '../../../shared/domain/records.ts';
import type { ReceiptInput, ReceiptPart, ReceiptUnit } from '../../../shared/model/receiptTypes.ts';
import type { ElementRow } from '../../../shared/report/elementRows.ts';
import { GatheredInputs, type SheetReceipts } from '../../../shared/report/receiptRows.ts';
import type { SheetCell, SheetContent } from './sheetXml.ts';

/** The words of the sheets of receipts and of what they rest on. */
export interface ReceiptWords {
  readonly title: string;
  /** Which initiatives it holds, in its first line. */
  readonly note: string;
  /** Heads of its columns: what it is of, figure, mode, runs so today, value, low, median, high, unit, formula, parts, inputs, disputed, id. */
  readonly columns: readonly string[];
  readonly mode: (mode: 'project' | 'product') => string;
  /** The name of a figure by its id. */
  readonly figure: (id: string) => string;
  readonly unit: (unit: ReceiptUnit) => string;
  readonly yesNo: (yes: boolean) => string;
  /** An input with its value. */
  readonly input: (input: ReceiptInput) => string;
  readonly inputName: (input: ReceiptInput) => string;
  readonly part: (part: ReceiptPart) => string;
  /** What a figure of what is needed is of, its name, unit, parts and inputs in words. */
  readonly element: (row: ElementRow) => ElementCells;
  readonly inputs: InputWords;
}

/** A receipt of what is needed in the words of its columns. */
export interface ElementCells {
  readonly of: string;
  readonly figure: string;
  readonly unit: string;
  readonly parts: string;
  readonly inputs: string;
}

/** The words of the sheet of inputs. */
export interface InputWords {
  readonly title: string;
  readonly note: string;
  /** Heads of its columns: what it is of, input, value, the value as a number, lowest, highest, source, evidence, why disputed, id. */
  readonly columns: readonly string[];
  /** What inputs are of that all initiatives share. */
  readonly all: string;
  readonly value: (input: ReceiptInput) => string;
  /** Where it comes from: who set it, and when. */
  readonly source: (input: ReceiptInput) => string;
  readonly evidence: (input: ReceiptInput) => string;
  readonly dispute: (input: ReceiptInput) => string;
}

/** A sheet whose columns have no widths yet. */
export interface PlainSheet extends Omit<SheetContent, 'widths'> {
  /** The widths that columns have at most, from the first on, letters. */
  readonly mostWidths?: readonly number[];
}

const figure = (value: number | null | undefined): SheetCell =>
  value == null ? null : { value, format: 'figure' };
const plain = (value: unknown): SheetCell => (typeof value === 'number' ? { value, format: 'plain' } : null);

/** The sheets of receipts and of what they rest on, in the order in which they have to be written; none without rows. */
export function receiptSheets(receipts: SheetReceipts, words: ReceiptWords): readonly PlainSheet[] {
  const { shown, hasElements } = receipts;
  const inputs = new GatheredInputs();
  return [
    ...(shown > 0 || hasElements
      ? [
          {
            ...{ name: words.title, notes: [words.note], head: words.columns },
            rows: receiptCells(receipts, words, inputs),
          },
        ]
      : []),
    ...(shown > 0
      ? [
          {
            ...{ name: words.inputs.title, notes: [words.inputs.note], head: words.inputs.columns },
            rows: inputCells(inputs, words),
          },
        ]
      : []),
  ];
}

/** A row a figure: of initiatives first, then of what is needed. What the former rest on is gathered on the way. */
function* receiptCells(
  { rows, elements }: SheetReceipts,
  words: ReceiptWords,
  inputs: GatheredInputs,
): Generator<readonly SheetCell[], void> {
  // Most figures of an initiative rest on the same inputs.
  const texts = new Map<ReceiptInput, string>();
  let last: Initiative | null = null;
  for (const { initiative, receipt } of rows) {
    if (initiative !== last) texts.clear();
    last = initiative;
    yield [
      initiative.name,
      words.figure(receipt.figure),
      receipt.mode === null ? null : words.mode(receipt.mode),
      receipt.mode === null ? null : words.yesNo(receipt.mode === initiative.mode),
      figure(receipt.value),
      figure(receipt.range?.p10),
      figure(receipt.range?.p50),
      figure(receipt.range?.p90),
      words.unit(receipt.unit),
      receipt.formula,
      receipt.parts.map(words.part).join('; '),
      receipt.inputs.map((input) => textOf(initiative, input)).join('; '),
      receipt.inputs
        .filter(({ disputed }) => disputed !== undefined)
        .map(words.inputName)
        .join('; '),
      receipt.figure,
    ];
  }
  for (const row of elements) yield elementCells(row, words);

  function textOf(initiative: Initiative, input: ReceiptInput): string {
    const known = texts.get(input);
    if (known !== undefined) return known;
    const text = words.input(input);
    texts.set(input, text);
    inputs.take(initiative, input);
    return text;
  }
}

/** A figure of what is needed has no mode and no range of its own. */
function elementCells(row: ElementRow, words: ReceiptWords): readonly SheetCell[] {
  const { elementId, receipt } = row;
  const { of, figure: name, unit, parts, inputs } = words.element(row);
  const id = `${elementId === null ? 'portfolio' : 'coverage'}.${receipt.figure}`;
  const value = figure(receipt.value);
  return [of, name, null, null, value, null, null, null, unit, receipt.formula, parts, inputs, null, id];
}

/** A row an input of the receipts of initiatives: where its value comes from, and how sure it is. */
function* inputCells(
  gathered: GatheredInputs,
  { inputName, inputs: words }: ReceiptWords,
): Generator<readonly SheetCell[], void> {
  for (const { initiative, input } of gathered.rows())
    yield [
      initiative === null ? words.all : initiative.name,
      inputName(input),
      words.value(input),
      plain(input.value),
      plain(input.range?.[0]),
      plain(input.range?.[1]),
      words.source(input),
      words.evidence(input),
      words.dispute(input),
      input.id,
    ];
}

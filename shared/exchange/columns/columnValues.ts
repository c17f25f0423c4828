import type { z } from 'zod';
import type { valueSchema } from '../contract.ts';
import type { TranslatedField } from '../importFields.ts';
import { tidyLine } from '../table/cellText.ts';
import { columnCells } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import { readChoice } from '../values/choiceWords.ts';
import { readDateText } from '../values/dateText.ts';
import { readScale, type ScaleColumn, scaleColumn } from '../values/scaleWords.ts';
import { readMode, readStage } from '../values/stageWords.ts';
import { proposeStatus, proposeYesNo, readYesNo } from '../values/statusWords.ts';
import { unknownWord } from '../values/unknownWords.ts';
import { isCompletionHeader } from './completionDay.ts';

type ColumnValue = Readonly<z.infer<typeof valueSchema>>;

/** Most distinct values of a column that are offered for translation. */
const MOST = 200;
/** More distinct texts than this are no list of words. */
const TOO_MANY = 5_000;
const LONGEST = 500;

const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? 'yes' : 'no');

function meaning(
  field: TranslatedField,
  text: string,
  scale: ScaleColumn,
): Pick<ColumnValue, 'reads' | 'proposed'> {
  const unknown = unknownWord(text);
  // A sentence such as "On hold" says more than "not known" to a stage.
  if (unknown === 'token' || (unknown !== null && field !== 'stage')) return { reads: '', proposed: null };
  switch (field) {
    case 'stage': {
      const found = readStage(text);
      return { reads: found?.stage ?? null, proposed: null };
    }
    case 'mode':
      return {
        reads: readMode(text),
        proposed: /agile|product|敏捷|产品/i.test(text) ? 'product' : 'project',
      };
    case 'status': {
      const proposed = proposeStatus(text);
      return { reads: text, proposed: proposed === text ? null : proposed };
    }
    case 'importance':
    case 'currentMaturity':
    case 'targetMaturity':
    case 'capabilityImportance': {
      const step = readScale(text, scale);
      return { reads: step === null ? null : String(step), proposed: null };
    }
    case 'direction':
    case 'businessValue':
    case 'kind':
    case 'relationship':
      return { reads: readChoice(field, text), proposed: null };
    default: {
      const reads = yesNo(readYesNo(text));
      return { reads, proposed: reads === null ? yesNo(proposeYesNo(field, text)) : null };
    }
  }
}

/** The distinct values of a column that fills `field`, most frequent first, with what each becomes by itself. */
export function columnValues(
  table: Table,
  column: number,
  firstRow: number,
  field: TranslatedField,
): ColumnValue[] {
  const counts = new Map<string, number>();
  for (const cell of columnCells(table.rows, column, firstRow)) {
    if (cell === '') continue;
    const { text } = tidyLine(cell);
    if (text === '' || text.length > LONGEST) continue;
    const count = counts.get(text);
    if (count !== undefined) counts.set(text, count + 1);
    else if (counts.size < TOO_MANY) counts.set(text, 1);
  }
  const scale = scaleColumn(counts.keys());
  const isCompletion = field === 'stage' && isCompletionHeader(table.rows.at(firstRow - 1)?.[column] ?? '');
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([text, count]) => ({
      text,
      count,
      ...(isCompletion && readDateText(text) !== null
        ? { reads: 'done', proposed: null }
        : meaning(field, text, scale)),
    }));
}

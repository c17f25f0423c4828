import { besidesTables } from '../../../shared/comparison/namedChanges.ts';
import type { RecordChange } from '../../../shared/contract/methods.ts';
import { joinParts } from '../../../shared/text/join.ts';
import { type ComparisonSpeech, countsText } from '../../charts/comparison/describe.ts';
import { shortName } from '../../charts/frame/shortName.ts';
import { tableWord } from '../../features/backups/tableWord.ts';
import { fieldWord, type ValueContext, valueWords } from '../../features/history/fieldWords.ts';
import { type Compared, countsOf } from '../../features/scenarios/comparisonData.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { rowsPage } from './rowsPage.ts';

const MOST_PAGES = 2;
/** Tables whose records people know by name; what belongs to these is counted in the title. */
const known: ReadonlySet<string> = new Set(['portfolio', 'initiative', ...besidesTables]);

/** What a state changes, record by record with the fields before and after; nothing where amounts are hidden. */
export function changePages({ name, comparison }: Compared, context: PageContext): readonly PageDraft[] {
  const { say, figures, options, settings } = context;
  // Values stand as they were typed, with amounts among them.
  if (options.amounts === 'hidden') return [];
  const { language } = options;
  const t = say('backups');
  const reports = say('reports');
  const comparing = say('comparison');
  const speech: ComparisonSpeech = { say: comparing, figures };
  const values: ValueContext = {
    language,
    currency: settings.currency,
    names: comparison.records.names,
    gone: t('history.gone'),
    unknown: t('history.unknown'),
  };
  const fieldsOf = ({ table, kind, fields }: RecordChange): string =>
    joinParts(
      fields
        // Of a whole record its size says most.
        .filter(({ field }) => kind === 'updated' || field === 'budget')
        .map(({ field, before, after }) => {
          const said = {
            field: fieldWord(table, field, language),
            before: valueWords(table, field, before, values),
            after: valueWords(table, field, after, values),
          };
          return kind === 'updated'
            ? comparing('changes.field', said)
            : comparing('changes.value', {
                field: said.field,
                value: kind === 'added' ? said.after : said.before,
              });
        }),
      language,
    );
  const rank = ({ table }: RecordChange): number => (table === 'initiative' ? 0 : 1);
  const { changes } = comparison.records;
  const rows = changes.filter(({ table }) => known.has(table)).sort((a, b) => rank(a) - rank(b));
  const parts = changes.length - rows.length;
  const isMixed = rows.some(({ table }) => table !== rows[0]?.table);
  return rowsPage(context, {
    name: comparing('changes.page', { name }),
    title: comparing('changes.finding', {
      name: comparing('words.quoted', { name: shortName(name) }),
      what: countsText(countsOf(comparison), speech),
    }),
    subtitle: parts > 0 && rows.length > 0 ? comparing('changes.parts', { count: parts }) : '',
    mostPages: MOST_PAGES,
    columns: [
      { id: 'name', label: comparing('changes.record'), share: 0.36, text: (change) => change.name },
      ...(isMixed
        ? [
            {
              id: 'table',
              label: reports('actions.kind'),
              share: 0.14,
              text: ({ table }: RecordChange) => tableWord(table, language),
            },
          ]
        : []),
      { id: 'kind', label: comparing('changes.what'), share: 0.14, text: ({ kind }) => t(`history.${kind}`) },
      { id: 'fields', label: comparing('changes.fields'), share: 0.38, text: fieldsOf },
    ],
    rows,
  });
}

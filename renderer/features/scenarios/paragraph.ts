import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import { countKnownOnOneSide, knownOnOneSide } from '../../../shared/comparison/movedParts.ts';
import { besidesTables, namedChanges } from '../../../shared/comparison/namedChanges.ts';
import { countAs, toMajor } from '../../../shared/text/format.ts';
import { joinParts, joinSentences, joinWords } from '../../../shared/text/join.ts';
import { dotsAhead } from '../../charts/comparison/comparisonData.ts';
import {
  type ComparisonSpeech,
  countsText,
  differenceText,
  together,
} from '../../charts/comparison/describe.ts';
import { signed } from '../../charts/frame/signed.ts';
import { tableWord } from '../backups/tableWord.ts';
import { fieldWord } from '../history/fieldWords.ts';
import { type Compared, countsOf } from './comparisonData.ts';

/** Names in a list at most. */
const NAMED = 5;

/** What differs, as a paragraph that can be pasted into a mail; says nothing about what is not known or stays. */
export function comparisonParagraph(
  { id, name, after: shownAfter, comparison }: Compared,
  /** As it stands in a sentence: the plan as it is called, a name in quotes. */
  baseName: string,
  /** `currency` is that of the base, in which amounts are said. */
  speech: ComparisonSpeech & { readonly currency: string },
): string {
  const { say, figures, currency } = speech;
  const { before, after, coverage, futures, sameCurrency } = comparison;
  const filledIn = knownOnOneSide(comparison.initiatives, 'wasteMoney').amount;
  const oneSided = countKnownOnOneSide(comparison);
  const found = (['opened', 'closed'] as const).flatMap((kind) => {
    const count = coverage.known ? coverage[kind].length : 0;
    return count === 0 ? [] : [say(`words.${kind}`, { count })];
  });
  const moved = (key: 'gapMoney' | 'overlapMoney'): string => {
    const [left, right] = coverage[key].map((money) => figures.moneyShort(money));
    return !sameCurrency || !coverage.known || left === undefined || right === undefined || left === right
      ? ''
      : say(`words.${key}`, { before: left, after: right });
  };
  const listed = (names: readonly string[]): string => {
    const first = names.slice(0, NAMED);
    // Names with commas of their own would be read as several.
    const join = first.some((each) => /[,、]/.test(each)) ? joinParts : joinWords;
    const shown = join(first, figures.language);
    const count = names.length - NAMED;
    return count > 0 ? say('words.more', { names: shown, count }) : shown;
  };
  const instead = (from: number, to: number): string =>
    say(from === to ? 'words.asBefore' : 'words.insteadOf', {
      before: figures.number(from),
      after: figures.number(to),
    });
  const called = id === 'plan' ? name : say('words.quoted', { name });
  const named = namedChanges(comparison);
  const renamed = named.renamed.map((each) => say('words.renamedFromTo', each));
  const besides = besidesTables.map((table) => {
    const what = named.besides
      .filter((each) => each.table === table)
      .map(({ kind, names }) => say(`words.besides.${kind}`, { names: listed(names) }));
    return what.length === 0
      ? ''
      : say('words.besides', {
          table: tableWord(table, figures.language),
          what: joinParts(what, figures.language),
        });
  });
  const settings = comparison.records.changes
    .filter(({ table, kind }) => table === 'portfolio' && kind === 'updated')
    .flatMap(({ table, fields }) => fields.map(({ field }) => fieldWord(table, field, figures.language)));
  const budget = (side: typeof before): string => figures.moneyShort(toMajor(side.budget.sum, currency));
  const sentences = [
    say('words.records', {
      base: baseName,
      name: called,
      what: countsText(countsOf(comparison), speech),
    }),
    sameCurrency ? '' : say('words.currency', { before: currency, after: settingsOf(shownAfter).currency }),
    say('words.initiatives', {
      all: instead(before.initiatives, after.initiatives),
      teams: instead(before.productTeams, after.productTeams),
    }),
    settings.length === 0 ? '' : say('words.settings', { fields: joinWords(settings, figures.language) }),
    ...(
      ['fresh', 'restored', 'removed', 'retired', 'toProduct', 'toProject', 'redated', 'changed'] as const
    ).map((kind) =>
      named[kind].length === 0 ? '' : say(`words.names.${kind}`, { names: listed(named[kind]) }),
    ),
    renamed.length === 0 ? '' : say('words.names.renamed', { names: listed(renamed) }),
    ...besides,
    sameCurrency &&
    before.budget.known > 0 &&
    after.budget.known > 0 &&
    before.budget.sum !== after.budget.sum
      ? say('words.money', { before: budget(before), after: budget(after) })
      : '',
    sameCurrency && before.computed > 0 && after.computed > 0 && before.wasteMoney !== after.wasteMoney
      ? say('words.waste', {
          before: figures.moneyShort(before.wasteMoney),
          after: figures.moneyShort(after.wasteMoney),
          difference: differenceText('wasteMoney', before.wasteMoney, after.wasteMoney - filledIn, speech),
        })
      : '',
    oneSided > 0 ? say('subtitle.oneSided', { count: oneSided }) : '',
    before.firstValueMonths !== null &&
    after.firstValueMonths !== null &&
    before.firstValueMonths !== after.firstValueMonths
      ? say('words.first', {
          before: figures.number(before.firstValueMonths, 1),
          after: figures.number(after.firstValueMonths, 1),
          count: countAs(figures.number(after.firstValueMonths, 1)),
        })
      : '',
    found.length === 0 ? '' : say('words.findings', { what: together(found, speech) }),
    moved('gapMoney'),
    moved('overlapMoney'),
    futures && futures.ahead !== null
      ? say('words.futures', {
          name: called,
          low: signed(futures.net.low, figures.moneyShort),
          high: signed(futures.net.high, figures.moneyShort),
          dots: dotsAhead(futures),
        })
      : '',
  ];
  return joinSentences(sentences);
}

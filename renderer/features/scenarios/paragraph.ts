import { toMajor } from '../../../shared/text/format.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import { dotsAhead } from '../../charts/comparison/comparisonData.ts';
import { type ComparisonSpeech, differenceText } from '../../charts/comparison/describe.ts';
import type { Compared } from './comparisonData.ts';

/** Names in a sentence at most. */
const NAMED = 5;

/** What differs, as a paragraph that can be pasted into a mail; says nothing about what is not known or stays. */
export function comparisonParagraph(
  { id, name, comparison }: Compared,
  /** As it stands in a sentence: the plan as it is called, a name in quotes. */
  baseName: string,
  speech: ComparisonSpeech & { readonly currency: string },
): string {
  const { say, figures, currency } = speech;
  const { records, before, after, coverage, futures, initiatives } = comparison;
  const list = new Intl.ListFormat(figures.language, { type: 'conjunction' });
  const changed = (['added', 'updated', 'removed'] as const).flatMap((kind) => {
    const count = records.changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [say(`words.${kind}`, { count })];
  });
  const found = (['opened', 'closed'] as const).flatMap((kind) => {
    const count = coverage.known ? coverage[kind].length : 0;
    return count === 0 ? [] : [say(`words.${kind}`, { count })];
  });
  const moved = (key: 'gapMoney' | 'overlapMoney'): string => {
    const [left, right] = coverage[key].map((money) => figures.moneyShort(money));
    return !coverage.known || left === undefined || right === undefined || left === right
      ? ''
      : say(`words.${key}`, { before: left, after: right });
  };
  const signed = (amount: number): string =>
    amount < 0 ? `−${figures.moneyShort(-amount)}` : `+${figures.moneyShort(amount)}`;
  const listed = (side: 'before' | 'after'): string => {
    const names = initiatives.filter((each) => each[side] === null).map((each) => each.name);
    const rest = names.length - NAMED;
    const shown = names.slice(0, NAMED).join(figures.language === 'en' ? ', ' : '、');
    return rest > 0 ? `${shown} +${figures.number(rest)}` : shown;
  };
  const [gone, fresh] = [listed('after'), listed('before')];
  const budget = (side: typeof before): string => figures.moneyShort(toMajor(side.budget.sum, currency));
  const sentences = [
    say('words.records', {
      base: baseName,
      name: id === 'plan' ? name : say('words.quoted', { name }),
      what: changed.length === 0 ? say('words.nothing') : list.format(changed),
    }),
    say(before.initiatives === after.initiatives ? 'words.initiativesSame' : 'words.initiatives', {
      before: figures.number(before.initiatives),
      after: figures.number(after.initiatives),
      beforeTeams: figures.number(before.productTeams),
      afterTeams: figures.number(after.productTeams),
    }),
    fresh === '' ? '' : say('words.fresh', { names: fresh }),
    gone === '' ? '' : say('words.gone', { names: gone }),
    before.budget.known > 0 && after.budget.known > 0 && before.budget.sum !== after.budget.sum
      ? say('words.money', { before: budget(before), after: budget(after) })
      : '',
    before.computed > 0 && after.computed > 0 && before.wasteMoney !== after.wasteMoney
      ? say('words.waste', {
          before: figures.moneyShort(before.wasteMoney),
          after: figures.moneyShort(after.wasteMoney),
          difference: differenceText('wasteMoney', before.wasteMoney, after.wasteMoney, speech),
        })
      : '',
    before.firstValueMonths !== null &&
    after.firstValueMonths !== null &&
    before.firstValueMonths !== after.firstValueMonths
      ? say('words.first', {
          before: figures.number(before.firstValueMonths, 1),
          after: figures.number(after.firstValueMonths, 1),
        })
      : '',
    found.length === 0 ? '' : say('words.findings', { what: list.format(found) }),
    moved('gapMoney'),
    moved('overlapMoney'),
    futures && futures.ahead !== null
      ? say('words.futures', {
          low: signed(futures.net.low),
          high: signed(futures.net.high),
          dots: dotsAhead(futures),
        })
      : '',
  ];
  return joinSentences(sentences);
}

import { toMajor } from '../../../shared/text/format.ts';
import { dotsAhead } from '../../charts/comparison/comparisonData.ts';
import { type ComparisonSpeech, differenceText } from '../../charts/comparison/describe.ts';
import type { Compared } from './comparisonData.ts';

/** Names in a sentence at most. */
const NAMED = 5;

/** What differs, as a paragraph that can be pasted into a mail; says nothing about what is not known. */
export function comparisonParagraph(
  { name, comparison }: Compared,
  baseName: string,
  speech: ComparisonSpeech & { readonly currency: string },
): string {
  const { say, figures, currency } = speech;
  const { records, before, after, coverage, futures, initiatives } = comparison;
  const count = (kind: 'added' | 'updated' | 'removed'): string =>
    figures.number(records.changes.filter((change) => change.kind === kind).length);
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
      name,
      added: count('added'),
      changed: count('updated'),
      removed: count('removed'),
    }),
    say(before.initiatives === after.initiatives ? 'words.initiativesSame' : 'words.initiatives', {
      before: figures.number(before.initiatives),
      after: figures.number(after.initiatives),
      beforeTeams: figures.number(before.productTeams),
      afterTeams: figures.number(after.productTeams),
    }),
    fresh === '' ? '' : say('words.added', { names: fresh }),
    gone === '' ? '' : say('words.removed', { names: gone }),
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
    coverage.known
      ? say('words.gaps', {
          opened: figures.number(coverage.opened.length),
          closed: figures.number(coverage.closed.length),
          gapBefore: figures.moneyShort(coverage.gapMoney[0]),
          gapAfter: figures.moneyShort(coverage.gapMoney[1]),
          overlapBefore: figures.moneyShort(coverage.overlapMoney[0]),
          overlapAfter: figures.moneyShort(coverage.overlapMoney[1]),
        })
      : '',
    futures && futures.ahead !== null
      ? say('words.futures', {
          low: signed(futures.net.low),
          high: signed(futures.net.high),
          dots: dotsAhead(futures),
        })
      : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(figures.language === 'en' ? ' ' : '');
}

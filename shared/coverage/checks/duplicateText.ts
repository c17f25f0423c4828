import type { Check, CoverageContext } from '../context.ts';
import { type InitiativeFacts, isDeclaredLink, timeOverlap } from '../facts.ts';
import {
  type Finding,
  type FindingOf,
  IMPORTANCE_OF_INITIATIVE,
  rankOrder,
  scored,
  scoreOf,
} from '../findings.ts';
import { strongestSharedGrams } from '../gramVectors.ts';
import { MadeAsRead } from '../madeAsRead.ts';
import { moneyAtStake } from '../pairs.ts';
import type { SimilarRows } from '../similarityJoin.ts';

const SHOWN_GRAMS = 8;

type DuplicateText = FindingOf<'DUPLICATE_TEXT'>;

const knownMoney = ({ money, money_source }: InitiativeFacts): number | null =>
  money_source === 'unknown' ? null : money;

const undeclared = ({ facts, similar }: CoverageContext): readonly SimilarRows[] =>
  similar.filter(({ a, b }) => !isDeclaredLink(facts.initiatives[a]!, facts.initiatives[b]!));

const subjectOf = ({ facts }: CoverageContext, { a, b }: SimilarRows): string =>
  `${facts.initiatives[a]!.id}|${facts.initiatives[b]!.id}`;

const duplicateOf = (context: CoverageContext, pair: SimilarRows): DuplicateText => {
  const { facts, vectors } = context;
  const [left, right] = [facts.initiatives[pair.a]!, facts.initiatives[pair.b]!];
  const grams = strongestSharedGrams(vectors, pair.a, pair.b, SHOWN_GRAMS);
  return scored<'DUPLICATE_TEXT'>({
    type: 'DUPLICATE_TEXT',
    subject: subjectOf(context, pair),
    money: moneyAtStake(left, right),
    confidence: pair.similarity,
    importance: IMPORTANCE_OF_INITIATIVE,
    evidence: {
      names: [left.record.name ?? '', right.record.name ?? ''],
      similarity: pair.similarity,
      shared_ngrams: grams.map(({ text }) => text),
      teams: [left.record.team || null, right.record.team || null],
      vendors: [left.vendor, right.vendor],
    },
    detail: {
      initiatives: [left.id, right.id],
      money: [knownMoney(left), knownMoney(right)],
      time_overlap: timeOverlap(left, right),
      gram_parts: grams.map(({ product }) => product),
    },
    healthy: ['set_collaboration_group', 'declare_dependency'],
  });
};

/** DUPLICATE_TEXT: two initiatives that nobody linked read alike; money = smaller budget * time overlap. */
export const checkDuplicateText: Check = (context) =>
  undeclared(context).map((pair) => duplicateOf(context, pair));

/**
 * `others` and what `checkDuplicateText` finds in the order of `rankFindings`: 2,000 equal texts make two million findings,
 * which with their evidence are more than fits into memory.
 */
export const withDuplicatesByRank = (
  others: readonly Finding[],
  context: CoverageContext,
): MadeAsRead<Finding> => {
  const { initiatives } = context.facts;
  const pairs = undeclared(context);
  const subjects = pairs.map((pair) => subjectOf(context, pair));
  const scoreAt = (at: number): number => {
    const { a, b, similarity } = pairs[at]!;
    const money = moneyAtStake(initiatives[a]!, initiatives[b]!);
    return scoreOf(money, similarity, IMPORTANCE_OF_INITIATIVE);
  };
  const { length } = others;
  const order = rankOrder(
    length + pairs.length,
    (at) => others[at]?.score ?? scoreAt(at - length),
    (at) => others[at]?.type ?? 'DUPLICATE_TEXT',
    (at) => others[at]?.subject ?? subjects[at - length]!,
  );
  return new MadeAsRead(function* () {
    for (const at of order) yield others[at] ?? duplicateOf(context, pairs[at - length]!);
  });
};

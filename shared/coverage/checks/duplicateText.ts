import type { Check } from '../context.ts';
import { type InitiativeFacts, isDeclaredLink, timeOverlap } from '../facts.ts';
import { IMPORTANCE_OF_INITIATIVE, scored } from '../findings.ts';
import { strongestSharedGrams } from '../gramVectors.ts';
import { moneyAtStake } from '../pairs.ts';

const SHOWN_GRAMS = 8;

const knownMoney = ({ money, money_source }: InitiativeFacts): number | null =>
  money_source === 'unknown' ? null : money;

/** DUPLICATE_TEXT: two initiatives that nobody linked read alike; money = smaller budget * time overlap. */
export const checkDuplicateText: Check = ({ facts, similar, vectors }) =>
  similar.flatMap(({ a, b, similarity }) => {
    const [left, right] = [facts.initiatives[a]!, facts.initiatives[b]!];
    if (isDeclaredLink(left, right)) return [];
    const grams = strongestSharedGrams(vectors, a, b, SHOWN_GRAMS);
    return scored<'DUPLICATE_TEXT'>({
      type: 'DUPLICATE_TEXT',
      subject: `${left.id}|${right.id}`,
      money: moneyAtStake(left, right),
      confidence: similarity,
      importance: IMPORTANCE_OF_INITIATIVE,
      evidence: {
        names: [left.record.name ?? '', right.record.name ?? ''],
        similarity,
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
  });

import { formatNumber } from '../../../shared/text/format.ts';
import { shortName } from '../../charts/frame/shortName.ts';
import { type GuardrailLine, type LineState, lineState } from './guardrailLines.ts';
import { guardrailName, type RuleSpeech } from './ruleWords.ts';

const broken = ({ now }: GuardrailLine): number =>
  now?.breaches.filter(({ waiver }) => waiver === null).length ?? 0;

/** What the guardrails say of what is shown: how many hold, and the one that most records break. */
export function guardrailTitle(lines: readonly GuardrailLine[], speech: RuleSpeech): string {
  const { say, language } = speech;
  const on = lines.filter(({ now }) => now !== null);
  if (on.length === 0) return say('title.off');
  const holding = on.filter((line) => lineState(line) === 'holds').length;
  const holds =
    holding === on.length
      ? say('title.all', { count: holding })
      : say('title.some', { count: holding, all: formatNumber(on.length, language) });
  const most = [...on].sort((a, b) => broken(b) - broken(a))[0];
  const about = most?.now?.rule
    ? most.now.rule.kind === 'own'
      ? most.now.rule.table
      : tableOf(most.now.about)
    : null;
  if (!most || !about || broken(most) === 0) return holds;
  return say('title.breaks', {
    holds,
    records: say(`break.${about}`, { count: broken(most) }),
    name: shortName(guardrailName(most.guardrail, speech)),
  });
}

const tables = ['initiative', 'capability', 'outcome', 'partner', 'release', 'tranche'] as const;
const tableOf = (about: string | null) => tables.find((table) => table === about) ?? null;

/** What the title leaves out, in a few words; empty where there is nothing to add. */
export function guardrailSums(lines: readonly GuardrailLine[], { say }: RuleSpeech): readonly string[] {
  const count = (state: LineState): number => lines.filter((line) => lineState(line) === state).length;
  const pending = new Set(lines.flatMap((line) => [...line.pending])).size;
  const sums = (['partly', 'waived', 'unknown', 'nothing', 'off'] as const).flatMap((state) => {
    const number = count(state);
    return number === 0 ? [] : [say(`sum.${state}`, { count: number })];
  });
  return pending === 0 ? sums : [...sums, say('sum.pending', { count: pending })];
}

import { formatNumber } from '../../../shared/text/format.ts';
import { numberCell, type TwinTableData, textCell } from '../../charts/frame/twinTable.ts';
import { type GuardrailLine, lineState } from './guardrailLines.ts';
import { guardrailName, type RuleSpeech } from './ruleWords.ts';

/** The guardrails as a table: what the view shows, to be shown to a room or copied. */
export function guardrailTable(
  lines: readonly GuardrailLine[],
  title: string,
  comparing: boolean,
  speech: RuleSpeech,
): TwinTableData {
  const { say, language } = speech;
  const number = (value: number) => numberCell(value, formatNumber(value, language));
  return {
    caption: title,
    columns: [
      { id: 'rule', label: say('column.rule'), kind: 'text' },
      { id: 'state', label: say('column.state'), kind: 'text' },
      { id: 'breaks', label: say('column.breaks'), kind: 'number' },
      { id: 'waived', label: say('column.waived'), kind: 'number' },
      { id: 'unknown', label: say('column.unknown'), kind: 'number' },
      { id: 'holding', label: say('column.holding'), kind: 'number' },
      ...(comparing
        ? [
            { id: 'plan', label: say('column.plan'), kind: 'text' as const },
            { id: 'newly', label: say('column.newly'), kind: 'number' as const },
            { id: 'mended', label: say('column.mended'), kind: 'number' as const },
          ]
        : []),
    ],
    rows: lines
      .filter(({ now }) => now !== null)
      .map((line) => {
        const { guardrail, now, before, change } = line;
        const waived = now?.breaches.filter(({ waiver }) => waiver !== null).length ?? 0;
        return {
          id: guardrail.id,
          cells: [
            textCell(guardrailName(guardrail, speech)),
            textCell(say(`state.${lineState(line)}`)),
            number((now?.breaches.length ?? 0) - waived),
            number(waived),
            number(now?.unknown.length ?? 0),
            number(now?.holding ?? 0),
            ...(comparing
              ? [
                  textCell(before ? say(`state.${lineState({ guardrail, now: before })}`) : ''),
                  number(change?.newly.length ?? 0),
                  number(change?.mended.length ?? 0),
                ]
              : []),
          ],
        };
      }),
  };
}

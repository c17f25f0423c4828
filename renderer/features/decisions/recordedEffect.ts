import { FUTURE_DOTS } from '../../../shared/comparison/futuresDifference.ts';
import type { Decision, DecisionOption, PortfolioRecords } from '../../../shared/domain/records.ts';
import { playScenario } from '../../../shared/scenarios/playScenario.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import type { FigureWords } from '../../charts/frame/figureWords.ts';
import type { Say } from '../../i18n.ts';
import type { Opened, Opens } from '../receipts/receiptStore.ts';
import { effectRange, type OptionMeasure, optionMeasures } from './optionEffects.ts';

type EffectKey = OptionMeasure | 'ahead';

interface RecordedWords {
  readonly receipts: Say<'receipts'>;
  readonly figures: FigureWords;
  /** What the effect is called. */
  readonly label: string;
  /** An amount of it with its sign. */
  readonly say: (amount: number) => string;
}

/**
 * What an effect opens that was written down with an option: the figure with its range as it was then, and, while the
 * option's scenario is still to be applied, what it would do now, opened to its parts. Null where nobody knows the effect.
 */
export function recordedEffect(
  decision: Decision,
  option: DecisionOption,
  key: EffectKey,
  plan: PortfolioRecords | null,
  { receipts, figures, label, say }: RecordedWords,
): Opens | null {
  const range = effectRange(option.effects, key);
  if (range === null) return null;
  const { low, likely, high } = range;
  const when = formatInstant(decision.createdAt, figures.language);
  const spread =
    low === high
      ? receipts('tried.noRange')
      : receipts('range', {
          range: receipts('range.text', { p10: say(low), p50: say(likely), p90: say(high) }),
        });
  const scenario = option.scenarioId === null ? undefined : plan?.scenario[option.scenarioId];
  const subject = key === 'ownGapMoney' ? decision.capabilityId : null;
  if (
    plan &&
    scenario &&
    scenario.appliedAt === null &&
    key !== 'ahead' &&
    (key !== 'ownGapMoney' || subject)
  )
    return (): Opened => ({
      kind: 'tried',
      name: option.name,
      before: plan,
      after: playScenario(plan, scenario.id).records,
      measure: optionMeasures[key].measure,
      elementId: subject,
      recorded: receipts('tried.recorded', { when, value: say(likely), spread }),
    });
  return {
    kind: 'made',
    made: {
      title: label,
      of: receipts('tried.writtenDown', { name: option.name, when }),
      value: likely,
      range: spread,
      formula: key === 'ahead' ? `n(Δ net > 0) / n · ${FUTURE_DOTS}` : 'with the option - without it',
      operation: 'given',
      parts: [],
      say,
    },
  };
}

import { useEffect, useRef, useState } from 'react';
import type { Guardrail, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { RuleContext } from '../../../shared/guardrails/builtIn.ts';
import { evaluateGuardrail, type GuardrailState } from '../../../shared/guardrails/evaluate.ts';
import type { HeadlineSource } from '../../analysis/useInitiativeFigures.ts';
import { useShownAndPlanHeadlines } from '../../analysis/usePlanHeadlines.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { todayIso } from '../planning/today.ts';
import { type GuardrailLine, guardrailLines, readsFigures } from './guardrailLines.ts';

/** Changes and figures that come in a row are looked at once, in ms. */
const QUIET_MS = 120;

/** What was looked at last: a rule that is written or changed is looked at at once. */
type Looked = Pick<PortfolioRecords, 'guardrail' | 'waiver'> | null;

/** Every guardrail in its order; null until they were looked at for the first time. */
export function useGuardrailLines(): readonly GuardrailLine[] | null {
  const plan = usePortfolio((state) => state.plan);
  const records = usePortfolio((state) => state.records);
  const figures = useShownAndPlanHeadlines();
  const [lines, setLines] = useState<readonly GuardrailLine[] | null>(null);
  const sides = useRef({ now: new Evaluator(), before: new Evaluator(), looked: null as Looked });
  useEffect(() => {
    if (!plan || !records) return setLines(null);
    const look = (): void => {
      const today = todayIso();
      const { now, before } = sides.current;
      sides.current.looked = records;
      const shown = { records, today, headlineOf: figures.shown };
      const planned = plan === records ? null : { records: plan, today, headlineOf: figures.plan };
      setLines(
        guardrailLines(
          records.guardrail,
          (guardrail) => ({
            now: now.of(guardrail, shown),
            before: planned ? before.of(guardrail, planned) : null,
          }),
          (id) => shown.headlineOf(id) === undefined,
        ),
      );
    };
    const { looked } = sides.current;
    const same = looked?.guardrail === records.guardrail && looked.waiver === records.waiver;
    const timer = setTimeout(look, same ? QUIET_MS : 0);
    return () => clearTimeout(timer);
  }, [plan, records, figures.shown, figures.plan]);
  return lines;
}

interface Shown extends RuleContext {
  readonly headlineOf: HeadlineSource;
}

/** Evaluates each guardrail again only where what it looks at has changed: most read no figures. */
class Evaluator {
  readonly #known = new Map<
    string,
    { readonly guardrail: Guardrail; readonly context: Shown; readonly state: GuardrailState }
  >();

  of(guardrail: Guardrail, context: Shown): GuardrailState {
    const known = this.#known.get(guardrail.id);
    if (
      known &&
      known.guardrail === guardrail &&
      sameRecords(known.context.records, context.records) &&
      known.context.today === context.today &&
      (known.context.headlineOf === context.headlineOf || !readsFigures(known.state.rule))
    )
      return known.state;
    const state = evaluateGuardrail(guardrail, context);
    this.#known.set(guardrail.id, { guardrail, context, state });
    return state;
  }
}

/** Other guardrails, decisions and scenarios change nothing of what a guardrail says. */
const looksAt = [
  'initiative',
  'release',
  'tranche',
  'phase',
  'engagement',
  'contribution',
  'capability',
  'outcome',
  'outcomeLink',
  'partner',
  'team',
  'segment',
  'portfolio',
  'waiver',
  'handoff',
] as const;
const sameRecords = (a: PortfolioRecords, b: PortfolioRecords): boolean =>
  a === b || looksAt.every((table) => a[table] === b[table]);

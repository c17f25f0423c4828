import { useEffect, useRef, useState } from 'react';
import type { Guardrail, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { RuleContext } from '../../../shared/guardrails/builtIn.ts';
import { compareStates, type GuardrailChange } from '../../../shared/guardrails/compareStates.ts';
import { evaluateGuardrail, type GuardrailState } from '../../../shared/guardrails/evaluate.ts';
import { type HeadlineSource, useShownAndPlanHeadlines } from '../../analysis/usePlanHeadlines.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { todayIso } from '../planning/today.ts';

/** One guardrail as it is shown, held against what is shown and, where that is not the plan, against the plan. */
export interface GuardrailLine {
  readonly guardrail: Guardrail;
  /** Null while it is switched off. */
  readonly now: GuardrailState | null;
  /** Null where the plan itself is shown, and while it is switched off. */
  readonly before: GuardrailState | null;
  readonly change: GuardrailChange | null;
  /** Initiatives whose figures are still computed, among those of which nothing is known. */
  readonly pending: ReadonlySet<string>;
}

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
        Object.values(records.guardrail)
          .sort((a, b) => a.position - b.position)
          .map((guardrail) => lineOf(guardrail, now, shown, before, planned)),
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

function lineOf(
  guardrail: Guardrail,
  nowSide: Evaluator,
  shown: Shown,
  beforeSide: Evaluator,
  planned: Shown | null,
): GuardrailLine {
  if (!guardrail.active) return { guardrail, now: null, before: null, change: null, pending: new Set() };
  const now = nowSide.of(guardrail, shown);
  const before = planned ? beforeSide.of(guardrail, planned) : null;
  const pending = new Set(
    readsFigures(now)
      ? now.unknown.flatMap(({ id }) => (shown.headlineOf(id) === undefined ? [id] : []))
      : [],
  );
  return { guardrail, now, before, change: before ? compareStates(before, now) : null, pending };
}

const readsFigures = ({ rule }: GuardrailState): boolean =>
  rule?.kind === 'builtIn' && rule.rule === 'firstRelease';

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
      (known.context.headlineOf === context.headlineOf || !readsFigures(known.state))
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

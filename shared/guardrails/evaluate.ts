import type { AnyRecord, Guardrail, PortfolioRecords, TableName, Waiver } from '../domain/records.ts';
import { builtInChecks, type RuleContext, type Verdict } from './builtIn.ts';
import { builtInRules, type Rule, ruleOf } from './rules.ts';
import { passes } from './testField.ts';

/** A record that breaks a rule, and the leave to do so that is in force, if any. */
export interface Breach extends Verdict {
  readonly waiver: Waiver | null;
}

/** What a guardrail says of a state of the plan. */
export interface GuardrailState {
  readonly guardrail: Guardrail;
  /** Null for a rule of a newer program: nothing is known of it. */
  readonly rule: Rule | null;
  /** The table that it is about. */
  readonly about: TableName | null;
  /** `nothing`: there is no record that it is about; `unknown`: of none is enough known. */
  readonly state: 'holds' | 'waived' | 'breaks' | 'unknown' | 'nothing';
  readonly holding: number;
  readonly breaches: readonly Breach[];
  /** Records of which too little is known to say. */
  readonly unknown: readonly Verdict[];
}

/** Every active guardrail in its order, held against a state of the plan; waivers count from their day until theirs. */
export function evaluateGuardrails(context: RuleContext): readonly GuardrailState[] {
  return Object.values(context.records.guardrail)
    .filter(({ active }) => active)
    .sort((a, b) => a.position - b.position)
    .map((guardrail) => evaluateGuardrail(guardrail, context));
}

/** One guardrail, active or not, held against a state of the plan. */
export function evaluateGuardrail(guardrail: Guardrail, context: RuleContext): GuardrailState {
  const rule = ruleOf(guardrail);
  if (!rule) {
    return { guardrail, rule, about: null, state: 'unknown', holding: 0, breaches: [], unknown: [] };
  }
  const verdicts = verdictsOf(rule, context);
  const waivers = Object.values(context.records.waiver).filter(
    (waiver) => waiver.guardrailId === guardrail.id && inForce(waiver, context.today),
  );
  const breaches = verdicts
    .filter(({ holds }) => holds === false)
    .map(
      (verdict): Breach => ({
        ...verdict,
        waiver:
          waivers.find(({ subject }) => subject === verdict.id) ??
          waivers.find(({ subject }) => subject === null) ??
          null,
      }),
    );
  const holding = verdicts.filter(({ holds }) => holds === true).length;
  const unknown = verdicts.filter(({ holds }) => holds === null);
  const about = rule.kind === 'builtIn' ? builtInRules[rule.rule].about : rule.table;
  return { guardrail, rule, about, state: stateOf(breaches, holding, unknown), holding, breaches, unknown };
}

function stateOf(
  breaches: readonly Breach[],
  holding: number,
  unknown: readonly Verdict[],
): GuardrailState['state'] {
  if (breaches.some(({ waiver }) => waiver === null)) return 'breaks';
  if (breaches.length > 0) return 'waived';
  if (holding > 0) return 'holds';
  return unknown.length > 0 ? 'unknown' : 'nothing';
}

const inForce = ({ grantedOn, until }: Waiver, today: string): boolean =>
  grantedOn <= today && (until === null || until >= today);

function verdictsOf(rule: Rule, context: RuleContext): readonly Verdict[] {
  if (rule.kind === 'builtIn') {
    const { amount } = builtInRules[rule.rule];
    return builtInChecks[rule.rule](context, rule.amount ?? amount ?? 0);
  }
  return Object.values<AnyRecord>(context.records[rule.table]).flatMap((record) => {
    const fields = record as unknown as Readonly<Record<string, unknown>>;
    if (isRetired(fields)) return [];
    // A record that may not be one of those meant is not one of them.
    if (rule.where.some((test) => passes(fields, test) !== true)) return [];
    const measured = fields[rule.must.field];
    return [
      {
        id: record.id,
        name: nameOf(context.records, record),
        holds: passes(fields, rule.must),
        measured: typeof measured === 'number' ? measured : null,
      },
    ];
  });
}

const isRetired = (fields: Readonly<Record<string, unknown>>): boolean => fields.retired === true;

/** Releases and tranches say whose they are. */
function nameOf(records: PortfolioRecords, record: AnyRecord): string {
  const own = 'name' in record ? record.name : record.id;
  const initiative =
    'initiativeId' in record && record.initiativeId !== null
      ? records.initiative[record.initiativeId]
      : undefined;
  return initiative ? `${initiative.name} · ${own}` : own;
}

/** The inputs of a receipt: each with its value, where it was set and what research says about it. */
import type { Workbench } from './evaluate.ts';
import { resolveParameters } from './parameters.ts';
import { PARAMETERS, type ParameterId, type ParameterInfo } from './parameterTable.ts';
import type { FieldGroup } from './receiptFormulas.ts';
import type { InputSource, ProvenanceMap, ReceiptInput } from './receiptTypes.ts';
import type { Mode, ModelInitiative, ModelParameterOverrides, ModelValue } from './types.ts';

/** Everything the inputs are looked up in. */
export interface InputContext {
  readonly bench: Workbench;
  readonly initiative: ModelInitiative;
  readonly defaults: ModelParameterOverrides | undefined;
  readonly provenance: ProvenanceMap;
  /** Inputs that some receipt had already: most figures rest on the same ones. */
  readonly known: Map<ParameterId, ReceiptInput>;
  /** The same of fields of the plan, by the mode and the group that they are of. */
  readonly knownFields: Map<string, readonly ReceiptInput[]>;
}

const INFO: ReadonlyMap<string, ParameterInfo> = new Map(PARAMETERS.map((p) => [p.id, p]));

function sourceOf(x: InputContext, id: ParameterId): InputSource {
  const { initiative, defaults } = x;
  if ((id === 'extra_share' || id === 'mlp_share') && x.bench.compiled.itemOrder !== null) return 'derived';
  if (initiative.params?.[id] != null) return 'initiative';
  return defaults?.[id] != null ? 'portfolio' : 'default';
}

function withProvenance(provenance: ProvenanceMap, input: ReceiptInput): ReceiptInput {
  const set = provenance[input.id];
  if (!set) return input;
  return {
    ...input,
    ...(set.unknown ? { value: null } : {}),
    source: set.source ?? input.source,
    ...(set.by === undefined ? {} : { set_by: set.by }),
    ...(set.at === undefined ? {} : { set_at: set.at }),
  };
}

function parameterInput(x: InputContext, id: ParameterId): ReceiptInput {
  const known = x.known.get(id);
  if (known) return known;
  const made = withProvenance(x.provenance, ofTable(id, x.bench.compiled.params[id], sourceOf(x, id)));
  x.known.set(id, made);
  return made;
}

/** A parameter with its unit, evidence and plausible range, as the table of parameters has them. */
function ofTable(id: ParameterId, value: ReceiptInput['value'], source: InputSource): ReceiptInput {
  const info = INFO.get(id)!;
  return {
    id,
    value,
    unit: info.unit,
    source,
    evidence: info.strength,
    evidence_ids: info.sources,
    ...(info.dispute === undefined ? {} : { disputed: info.dispute }),
    range: info.min === null || info.max === null ? null : [info.min, info.max],
  };
}

/** Parameters as a whole portfolio has them, as inputs of a figure that is of no single initiative. */
export function portfolioInputs(
  ids: readonly ParameterId[],
  overrides: ModelParameterOverrides,
  provenance: ProvenanceMap,
): readonly ReceiptInput[] {
  const params = resolveParameters(overrides);
  return ids.map((id) =>
    withProvenance(provenance, ofTable(id, params[id], overrides[id] == null ? 'default' : 'portfolio')),
  );
}

function field(
  x: InputContext,
  id: string,
  value: number | null,
  unit: string,
  source: InputSource,
): ReceiptInput {
  return withProvenance(x.provenance, {
    id,
    value,
    unit,
    source,
    evidence: null,
    evidence_ids: [],
    range: null,
  });
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function projectFields(x: InputContext, group: FieldGroup): ReceiptInput[] {
  const { compiled } = x.bench;
  const source: InputSource = compiled.planned === 'project' ? 'initiative' : 'derived';
  return compiled.project.phases.flatMap((phase, i): ReceiptInput[] => {
    const at = `phases.${i}`;
    if (group === 'people') {
      return [
        field(x, `${at}.months`, phase.months, 'month', source),
        field(x, `${at}.people`, phase.people, 'people', source),
        field(x, `${at}.allocation`, phase.allocation, 'share', source),
        field(x, `${at}.parallel`, phase.parallel, 'factor', source),
      ];
    }
    if (group === 'carry') return [field(x, `${at}.carry_over`, phase.carryOver, 'share', source)];
    if (group === 'rate') return [field(x, `${at}.rate`, phase.rate, 'money_per_pd', source)];
    if (group === 'waits' && Number.isFinite(phase.recordedWait)) {
      return [field(x, `${at}.wait_months`, phase.recordedWait, 'month', source)];
    }
    return [];
  });
}

function productFields(x: InputContext, group: FieldGroup): ReceiptInput[] {
  const { compiled } = x.bench;
  const { product } = compiled;
  const source: InputSource = compiled.planned === 'product' ? 'initiative' : 'derived';
  switch (group) {
    case 'people':
      return [
        field(x, 'product.people', product.people, 'people', source),
        field(x, 'product.allocation', product.allocation, 'share', source),
        field(x, 'product.parallel', product.parallel, 'factor', source),
      ];
    case 'scope':
      return [field(x, 'product.scope_pd', product.scopePd, 'pd', source)];
    case 'rate':
      return [field(x, 'product.rate', product.rate, 'money_per_pd', source)];
    case 'familiarity':
      return Number.isNaN(product.familiarity)
        ? []
        : [field(x, 'product.familiarity', product.familiarity, 'share', source)];
    default:
      return [];
  }
}

function sharedFields(x: InputContext, group: FieldGroup): ReceiptInput[] {
  const { compiled } = x.bench;
  if (group === 'waits') {
    const wait = compiled.project.startWait;
    return wait > 0 ? [field(x, 'start_wait_months', wait, 'month', 'initiative')] : [];
  }
  if (group === 'value') {
    const { value } = compiled;
    // What nobody entered is the model's own: no decay, no end, no deadline and no penalty.
    const set = (name: Exclude<keyof ModelValue, 'per_month'>): InputSource =>
      x.initiative.value?.[name] == null ? 'default' : 'initiative';
    return [
      field(x, 'value.per_month', value.perMonth, 'money_per_month', 'initiative'),
      field(x, 'value.decay_monthly', value.decay, 'per_month', set('decay_monthly')),
      field(x, 'value.end_month', finite(value.endMonth), 'month', set('end_month')),
      field(x, 'value.deadline_month', finite(value.deadline), 'month', set('deadline_month')),
      field(x, 'value.penalty_per_month', value.penalty, 'money_per_month', set('penalty_per_month')),
    ];
  }
  if (group === 'measured') {
    return (x.initiative.actual_releases ?? []).flatMap((release, i) =>
      release.measured_per_month == null
        ? []
        : [
            field(
              x,
              `actual_releases.${i}.measured_per_month`,
              release.measured_per_month,
              'money_per_month',
              'initiative',
            ),
          ],
    );
  }
  return [];
}

function fieldsOf(x: InputContext, mode: Mode, group: FieldGroup): readonly ReceiptInput[] {
  const key = `${mode} ${group}`;
  const known = x.knownFields.get(key);
  if (known) return known;
  const own = mode === 'project' ? projectFields(x, group) : productFields(x, group);
  const made = [...own, ...sharedFields(x, group)];
  x.knownFields.set(key, made);
  return made;
}

/** Inputs of a figure, each once, parameters first; `mode` null takes the fields of the mode that was planned. */
export function receiptInputs(
  x: InputContext,
  mode: Mode | null,
  params: readonly ParameterId[],
  fields: readonly FieldGroup[],
): ReceiptInput[] {
  const of = mode ?? x.bench.compiled.planned;
  const { effort, compiled } = x.bench;
  const scaled: ReceiptInput[] =
    params.includes('effort_basis') && compiled.params.effort_basis === 'gross'
      ? [field(x, 'effort_scale', effort.scale, 'share', 'derived')]
      : [];
  return [
    ...[...new Set(params)].map((id) => parameterInput(x, id)),
    ...scaled,
    ...[...new Set(fields)].flatMap((group) => fieldsOf(x, of, group)),
  ];
}

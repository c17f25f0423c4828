import { isUsableNumber } from './facts.ts';
import type { CoverageElement, CoverageInitiative, CoverageInput } from './types.ts';

export type CoverageProblemCode =
  | 'DUPLICATE_ID'
  | 'UNKNOWN_PARENT'
  | 'PARENT_CYCLE'
  | 'UNKNOWN_ELEMENT'
  | 'UNKNOWN_INITIATIVE'
  | 'NOT_A_NUMBER'
  | 'NEGATIVE'
  | 'SHARE_RANGE'
  | 'SHARE_SUM'
  | 'SCALE_RANGE'
  | 'END_BEFORE_START';

/** Something in the input that the analysis had to leave out or scale; `path` is a dotted path into the input. */
export interface CoverageProblem {
  readonly code: CoverageProblemCode;
  readonly path: string;
}

type Report = (code: CoverageProblemCode, path: string) => void;

// 0.33 + 0.56 + 0.11 is a little more than 1.
const SUM_TOLERANCE = 1e-9;

const isPresent = (value: unknown): boolean => value !== null && value !== undefined;

const checkNumber = (value: unknown, path: string, report: Report): value is number => {
  if (!isPresent(value)) return false;
  if (isUsableNumber(value)) return true;
  report('NOT_A_NUMBER', path);
  return false;
};

const checkMoney = (value: unknown, path: string, report: Report): void => {
  if (checkNumber(value, path, report) && value < 0) report('NEGATIVE', path);
};

const checkShare = (value: unknown, path: string, report: Report): void => {
  if (checkNumber(value, path, report) && (value < 0 || value > 1)) report('SHARE_RANGE', path);
};

const checkScale = (value: unknown, path: string, report: Report): void => {
  if (checkNumber(value, path, report) && (value < 1 || value > 5)) report('SCALE_RANGE', path);
};

const checkIds = (records: readonly { readonly id: string }[], path: string, report: Report): void => {
  const seen = new Set<string>();
  records.forEach(({ id }, index) => {
    if (seen.has(id)) report('DUPLICATE_ID', `${path}.${index}.id`);
    seen.add(id);
  });
};

/** Reports every element on a cycle once; elements that only hang below a cycle are not its members. */
const checkTree = (elements: readonly CoverageElement[], report: Report): void => {
  const indexOf = new Map(elements.map(({ id }, index) => [id, index] as const));
  const NEW = 0;
  const DONE = -1;
  const walkOf = new Int32Array(elements.length);
  elements.forEach((_, start) => {
    const path: number[] = [];
    let at: number | undefined = start;
    while (at !== undefined && walkOf[at] === NEW) {
      walkOf[at] = start + 1;
      path.push(at);
      const parent: string | null | undefined = elements[at]!.parent;
      const above: number | undefined = parent ? indexOf.get(parent) : undefined;
      if (parent && above === undefined) report('UNKNOWN_PARENT', `capabilities.${at}.parent`);
      at = above;
    }
    if (at !== undefined && walkOf[at] === start + 1) {
      for (const member of path.slice(path.indexOf(at)))
        report('PARENT_CYCLE', `capabilities.${member}.parent`);
    }
    for (const member of path) walkOf[member] = DONE;
  });
};

const checkContributions = (
  { contributions }: CoverageInitiative,
  path: string,
  kindOf: ReadonlyMap<string, string>,
  report: Report,
): void => {
  const sums = new Map<string, number>();
  (contributions ?? []).forEach(({ capability, weight }, index) => {
    const at = `${path}.contributions.${index}`;
    const kind = kindOf.get(capability);
    if (kind === undefined) report('UNKNOWN_ELEMENT', `${at}.capability`);
    checkShare(weight, `${at}.weight`, report);
    const value = isPresent(weight) ? (weight as number) : 1;
    if (kind !== undefined && value > 0) sums.set(kind, (sums.get(kind) ?? 0) + value);
  });
  for (const sum of sums.values()) {
    if (sum > 1 + SUM_TOLERANCE) report('SHARE_SUM', `${path}.contributions`);
  }
};

/** All problems of the input, by path; the analysis goes on without the values it can not use. */
export const coverageProblems = (input: CoverageInput): readonly CoverageProblem[] => {
  const found: CoverageProblem[] = [];
  const report: Report = (code, path) => found.push({ code, path });
  const kindOf = new Map(input.capabilities.map(({ id, kind }) => [id, kind ?? 'capability'] as const));
  const initiativeIds = new Set(input.initiatives.map(({ id }) => id));
  checkIds(input.capabilities, 'capabilities', report);
  checkIds(input.initiatives, 'initiatives', report);
  checkTree(input.capabilities, report);
  input.capabilities.forEach((element, index) => {
    const path = `capabilities.${index}`;
    checkScale(element.importance, `${path}.importance`, report);
    checkScale(element.current, `${path}.current`, report);
    checkScale(element.target, `${path}.target`, report);
    checkMoney(element.needed_money, `${path}.needed_money`, report);
    checkShare(element.exit_readiness, `${path}.exit_readiness`, report);
  });
  input.initiatives.forEach((initiative, index) => {
    const path = `initiatives.${index}`;
    checkMoney(initiative.budget, `${path}.budget`, report);
    checkShare(initiative.exit_readiness, `${path}.exit_readiness`, report);
    const { start_month, end_month } = initiative;
    const hasStart = checkNumber(start_month, `${path}.start_month`, report);
    if (checkNumber(end_month, `${path}.end_month`, report) && end_month < (hasStart ? start_month : 0)) {
      report('END_BEFORE_START', `${path}.end_month`);
    }
    (initiative.depends_on ?? []).forEach((id, at) => {
      if (!initiativeIds.has(id)) report('UNKNOWN_INITIATIVE', `${path}.depends_on.${at}`);
    });
    checkContributions(initiative, path, kindOf, report);
  });
  (input.vendors ?? []).forEach((vendor, index) => {
    checkShare(vendor.exit_readiness, `vendors.${index}.exit_readiness`, report);
  });
  return found;
};

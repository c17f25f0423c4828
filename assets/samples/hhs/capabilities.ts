import { newCapability } from '../../../shared/domain/defaults.ts';
import type { Capability } from '../../../shared/domain/records.ts';
import { cell, cents, type HhsSource } from './source.ts';

const TARGET = 4;

export const functionId = (name: string): string => `hhs-function-${codeOf(name).code}`;
export const serviceId = (name: string): string => `hhs-service-${codeOf(name).code}`;

function codeOf(name: string): { code: string; title: string } {
  const match = /^(\d+)-(.+)$/.exec(name.trim());
  if (!match?.[1] || !match[2]) throw new Error(`${name} has no code`);
  return { code: match[1], title: match[2].trim() };
}

const usd = (amount: number): string => `${(amount / 1e8).toFixed(1)} million US dollars`;

interface Evidence {
  money: number;
  readonly ratings: number[];
  investments: number;
  projects: number;
}

/** Importance by rank: fifths of those that have money, most money last; null without any. */
function importanceOf(
  all: readonly { readonly name: string; readonly money: number }[],
): ReadonlyMap<string, number> {
  const ranked = all
    .filter(({ money }) => money > 0)
    .sort((a, b) => a.money - b.money || (a.name < b.name ? -1 : 1));
  return new Map(ranked.map(({ name }, index) => [name, 1 + Math.floor((index * 5) / ranked.length)]));
}

/**
 * Two trees of the federal reference models: business areas with their functions, and services under one root.
 * Importance and maturity are no published figures; each record's description says how they were derived.
 */
export function makeCapabilities(source: HhsSource): readonly Capability[] {
  const evidence = new Map<string, Evidence>();
  const at = (name: string): Evidence => {
    let entry = evidence.get(name);
    if (!entry) {
      entry = { money: 0, ratings: [], investments: 0, projects: 0 };
      evidence.set(name, entry);
    }
    return entry;
  };
  const contractMoney = new Map<string, number>();
  const size = new Map(
    source.contracts.map((row) => [cell(row, 'node'), cents(cell(row, 'Contract_size')) ?? 0]),
  );
  for (const row of source.relations)
    if (row.relation === 'lets_contract')
      contractMoney.set(
        cell(row, 'from'),
        (contractMoney.get(cell(row, 'from')) ?? 0) + (size.get(cell(row, 'to')) ?? 0),
      );
  for (const row of source.investments)
    for (const column of ['business_function', 'service']) {
      const entry = at(cell(row, column));
      entry.money += contractMoney.get(source.nodeOfInvestment.get(cell(row, 'uii')) ?? '') ?? 0;
      entry.ratings.push(Number(cell(row, 'cio_rating_1to5')));
      entry.investments += 1;
    }
  for (const row of source.projects)
    for (const column of ['business_function', 'service']) {
      const entry = at(cell(row, column));
      entry.money += cents(cell(row, 'lifecycle_cost_usd_m')) ?? 0;
      entry.projects += 1;
    }

  const capability = (
    id: string,
    parentId: string | null,
    position: number,
    name: string,
    given: Pick<Capability, 'description' | 'importance' | 'currentMaturity' | 'targetMaturity'>,
  ): Capability => {
    const { code, title } = codeOf(name);
    return { ...newCapability(id, title, parentId), position, code, ...given };
  };
  const plain = (description: string) => ({
    description,
    importance: null,
    currentMaturity: null,
    targetMaturity: null,
  });
  const leaf = (kind: string, name: string, importance: number | null) => {
    const entry = evidence.get(name);
    if (!entry)
      return plain(
        `A ${kind} of the federal reference model; no major investment names it, so its need is not known.`,
      );
    const mean = entry.ratings.reduce((sum, rating) => sum + rating, 0) / entry.ratings.length;
    const current = entry.ratings.length === 0 ? null : Math.round(mean);
    return {
      description: [
        `A ${kind} of the federal reference model, named by ${entry.investments} major investments and ${entry.projects} projects with ${usd(entry.money)} in contracts and lifecycle cost.`,
        importance === null
          ? 'Importance is not known: no money is published.'
          : `Importance is an assumption: the fifth of its kind in which this money ranks (${importance} of 5).`,
        current === null
          ? 'Current maturity is not known.'
          : `Current maturity is an assumption: the mean of the CIO ratings of these investments (${mean.toFixed(2)}), rounded.`,
        current === null ? '' : `The target of ${TARGET} is an assumption.`,
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
      importance,
      currentMaturity: current,
      targetMaturity: current === null ? null : TARGET,
    };
  };
  const money = (rows: readonly Readonly<Record<string, string>>[]) =>
    importanceOf(
      rows.map((row) => ({ name: cell(row, 'name'), money: evidence.get(cell(row, 'name'))?.money ?? 0 })),
    );
  const byCode = (rows: readonly Readonly<Record<string, string>>[]) =>
    [...rows].sort((a, b) => Number(codeOf(cell(a, 'name')).code) - Number(codeOf(cell(b, 'name')).code));

  const areaOf = new Map<string, string>();
  for (const row of source.relations)
    if (row.relation === 'serves') areaOf.set(cell(row, 'from'), cell(row, 'to'));
  const areaId = (node: string): string =>
    `hhs-area-${codeOf(cell(source.areas.find((row) => row.node === node) ?? {}, 'name')).code}`;
  const areas = byCode(source.areas).map((row, index) =>
    capability(
      areaId(cell(row, 'node')),
      null,
      index,
      cell(row, 'name'),
      plain('A business area of the federal reference model.'),
    ),
  );
  const functionRank = money(source.functions);
  const functions = byCode(source.functions).map((row, index) => {
    const name = cell(row, 'name');
    const area = areaId(areaOf.get(cell(row, 'node')) ?? '');
    return capability(
      functionId(name),
      area,
      index,
      name,
      leaf('business function', name, functionRank.get(name) ?? null),
    );
  });
  const root: Capability = {
    ...capability(
      'hhs-services',
      null,
      areas.length,
      '7-Services',
      plain(
        'Services of the federal reference model. Functions say what the work is for, services how it is done: every initiative counts half for its function and half for its service.',
      ),
    ),
  };
  const serviceRank = money(source.services);
  const services = byCode(source.services).map((row, index) => {
    const name = cell(row, 'name');
    return capability(
      serviceId(name),
      root.id,
      index,
      name,
      leaf('service', name, serviceRank.get(name) ?? null),
    );
  });
  return [...areas, root, ...functions, ...services];
}

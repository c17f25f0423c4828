import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

type Row = Readonly<Record<string, string>>;

/** The source tables of the sample as they are, row by row, and the two links that they hold only by their order. */
export interface HhsSource {
  readonly projects: readonly Row[];
  readonly activities: readonly Row[];
  readonly investments: readonly Row[];
  readonly functions: readonly Row[];
  readonly areas: readonly Row[];
  readonly services: readonly Row[];
  readonly suppliers: readonly Row[];
  readonly contracts: readonly Row[];
  readonly projectNodes: readonly Row[];
  readonly relations: readonly Row[];
  /** Node number of each major investment, by its UII. */
  readonly nodeOfInvestment: ReadonlyMap<string, string>;
}

/** A cell that must be there; a source that changed its shape stops the script instead of making a poorer sample. */
export function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`the source has no column ${column}`);
  return value;
}

/** Millions of US dollars as cents, or null for an empty cell. */
export function cents(millions: string): number | null {
  if (millions.trim() === '') return null;
  const value = Number(millions);
  if (!Number.isFinite(value)) throw new Error(`${millions} is not an amount`);
  return Math.round(value * 1e8);
}

/** The day `days` after an ISO day. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function table(folder: URL, name: string): readonly Row[] {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`);
  return data;
}

/**
 * Reads all tables. `hhs_investments_major.csv` names investments by UII and `relations.csv` by node: its rows are in
 * the order of the node numbers, which bureau, function and number of contracts of every row prove.
 */
export function readSource(folder: URL): HhsSource {
  const relations = table(folder, 'relations.csv');
  const investments = table(folder, 'hhs_investments_major.csv');
  const functions = table(folder, 'Business_Function.csv');
  const bureaus = new Map(table(folder, 'Bureau.csv').map((row) => [cell(row, 'node'), cell(row, 'Name')]));
  const functionNames = new Map(functions.map((row) => [cell(row, 'node'), cell(row, 'name')]));
  const bureauOf = new Map<string, string>();
  const functionOf = new Map<string, string>();
  const contracts = new Map<string, number>();
  for (const row of relations) {
    if (row.relation === 'responsible_for')
      bureauOf.set(cell(row, 'to'), bureaus.get(cell(row, 'from')) ?? '');
    if (row.relation === 'has_business_function')
      functionOf.set(cell(row, 'from'), functionNames.get(cell(row, 'to')) ?? '');
    if (row.relation === 'lets_contract')
      contracts.set(cell(row, 'from'), (contracts.get(cell(row, 'from')) ?? 0) + 1);
  }
  const nodes = [...bureauOf.keys()].sort((a, b) => Number(a) - Number(b));
  const nodeOfInvestment = new Map<string, string>();
  for (const [index, investment] of investments.entries()) {
    const node = nodes[index] ?? '';
    const same =
      bureauOf.get(node) === cell(investment, 'bureau') &&
      functionOf.get(node) === cell(investment, 'business_function') &&
      (contracts.get(node) ?? 0) === Number(cell(investment, 'contracts'));
    if (!same) throw new Error(`investment ${cell(investment, 'uii')} does not fit node ${node}`);
    nodeOfInvestment.set(cell(investment, 'uii'), node);
  }
  return {
    projects: table(folder, 'hhs_projects.csv'),
    activities: table(folder, 'hhs_project_activities.csv'),
    investments,
    functions,
    areas: table(folder, 'Business_Area.csv'),
    services: table(folder, 'Service.csv'),
    suppliers: table(folder, 'Supplier.csv'),
    contracts: table(folder, 'Contract.csv'),
    projectNodes: table(folder, 'Project.csv'),
    relations,
    nodeOfInvestment,
  };
}

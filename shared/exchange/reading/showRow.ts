import type { Initiative } from '../../domain/records.ts';
import { toMajor } from '../../text/format.ts';
import { type ImportField, importFields, type ListField } from '../importFields.ts';
import type { RowValues } from './rowValues.ts';

const DESCRIPTION = 300;

/** Initiative fields beside the import field that fills them. */
const fieldOf: Readonly<Partial<Record<ImportField, keyof Initiative>>> = {
  externalId: 'externalId',
  name: 'name',
  description: 'description',
  mode: 'mode',
  stage: 'stage',
  status: 'status',
  owner: 'owner',
  startDate: 'startDate',
  endDate: 'endDate',
  budget: 'budget',
  spent: 'spent',
  valuePerMonth: 'valuePerMonth',
  parent: 'collaborationGroup',
  teamPeople: 'teamPeople',
  funded: 'funded',
  overhead: 'overhead',
  retired: 'retired',
};
const money: ReadonlySet<ImportField> = new Set(['budget', 'spent', 'valuePerMonth']);

/** A value as a preview carries it: dates as YYYY-MM-DD, amounts as `1234.5 USD`, yes and no, mode and stage by their codes. */
export function shownValue(field: ImportField, value: unknown, currency: string): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number')
    return money.has(field) ? `${toMajor(value, currency)} ${currency}` : String(value);
  return String(value).slice(0, DESCRIPTION);
}

/** What a row says in our fields, as text; cells with several names as the names that `split` finds in them. */
export function shownValues(
  values: RowValues,
  currency: string,
  split: (field: ListField, cell: string) => readonly string[],
): Partial<Record<ImportField, string>> {
  const names = (field: ListField): string | null => {
    const cell = values[field];
    return cell === null ? null : split(field, cell).join(' · ');
  };
  const linked: Readonly<Partial<Record<ImportField, string | null>>> = {
    capabilities: names('capabilities'),
    partners: names('partners'),
    team: values.team,
    outcomes: names('outcomes'),
    segments: names('segments'),
    parent: values.fields.collaborationGroup,
  };
  const result: Partial<Record<ImportField, string>> = {};
  for (const field of importFields) {
    const value = field in linked ? linked[field] : values.fields[field as keyof RowValues['fields']];
    const text = shownValue(field, value, currency);
    if (text !== null) result[field] = text;
  }
  return result;
}

/** Field by field what would change in a record, as text; columns kept word for word stand under their header. */
export function shownDifferences(
  ours: Initiative,
  theirs: Initiative,
  currency: string,
): readonly { readonly field: string; readonly ours: string | null; readonly theirs: string | null }[] {
  const list: { field: string; ours: string | null; theirs: string | null }[] = [];
  for (const field of importFields) {
    const key = fieldOf[field];
    if (key === undefined || ours[key] === theirs[key]) continue;
    list.push({
      field,
      ours: shownValue(field, ours[key], currency),
      theirs: shownValue(field, theirs[key], currency),
    });
  }
  for (const [header, text] of Object.entries(theirs.extra))
    if (ours.extra[header] !== text)
      list.push({
        field: `extra:${header}`,
        ours: ours.extra[header]?.slice(0, DESCRIPTION) ?? null,
        theirs: text.slice(0, DESCRIPTION),
      });
  return list;
}

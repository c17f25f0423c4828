import { newInitiative } from '../../domain/defaults.ts';
import type { Initiative, Mode } from '../../domain/records.ts';
import type { ImportField } from '../importFields.ts';
import type { RowValues } from '../reading/rowValues.ts';

/** A new initiative of a row. Written field by field: spreading is the slowest part of a long import. */
export function createInitiative(
  id: string,
  values: RowValues,
  teamId: string | null,
  defaultMode: Mode,
): Initiative {
  const { fields } = values;
  const initiative: { -readonly [K in keyof Initiative]: Initiative[K] } = newInitiative(
    id,
    fields.name,
    fields.mode ?? defaultMode,
  );
  initiative.externalId = fields.externalId;
  initiative.description = fields.description ?? '';
  initiative.stage = fields.stage;
  initiative.status = fields.status;
  initiative.owner = fields.owner;
  initiative.teamId = teamId;
  initiative.startDate = fields.startDate;
  initiative.endDate = fields.endDate;
  initiative.budget = fields.budget;
  initiative.spent = fields.spent;
  initiative.valuePerMonth = fields.valuePerMonth;
  initiative.collaborationGroup = fields.collaborationGroup;
  initiative.teamPeople = fields.teamPeople;
  if (fields.funded !== null) initiative.funded = fields.funded;
  if (fields.overhead !== null) initiative.overhead = fields.overhead;
  if (fields.retired !== null) initiative.retired = fields.retired;
  initiative.extra = values.extra;
  return initiative;
}

/**
 * Fields that a row of a list can change on an initiative that is known already; what the row does not know stays, and
 * what it leaves empty becomes unknown only for the fields in `cleared`.
 */
export function mergeRow(
  existing: Initiative,
  values: RowValues,
  teamId: string | null,
  cleared: readonly (keyof Initiative)[] = [],
): Initiative {
  const known = Object.fromEntries(Object.entries(values.fields).filter(([, value]) => value !== null));
  return {
    ...existing,
    ...Object.fromEntries(cleared.map((field) => [field, field === 'description' ? '' : null])),
    ...known,
    ...(teamId === null ? {} : { teamId }),
    extra: { ...existing.extra, ...values.extra },
  };
}

/** Fields that an empty cell can make unknown, and the field of ours that it fills. */
export const clearable = {
  externalId: 'externalId',
  description: 'description',
  stage: 'stage',
  status: 'status',
  owner: 'owner',
  startDate: 'startDate',
  endDate: 'endDate',
  budget: 'budget',
  spent: 'spent',
  valuePerMonth: 'valuePerMonth',
  parent: 'collaborationGroup',
  team: 'teamId',
  teamPeople: 'teamPeople',
} as const satisfies Partial<Record<ImportField, keyof Initiative>>;

/** True when a merged initiative says what the old one said, columns kept word for word included. */
export function sameInitiative(a: Initiative, b: Initiative): boolean {
  for (const key of Object.keys(b) as (keyof Initiative)[]) {
    if (key === 'extra' || key === 'parameters') continue;
    if (a[key] !== b[key]) return false;
  }
  const keys = Object.keys(b.extra);
  return keys.length === Object.keys(a.extra).length && keys.every((key) => a.extra[key] === b.extra[key]);
}

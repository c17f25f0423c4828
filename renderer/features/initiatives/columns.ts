import type { Initiative } from '../../../shared/domain/records.ts';
import type { initiatives } from '../../../shared/text/catalogues/initiatives.ts';
import type { InitiativeRow } from './rows.ts';

/** What the model says about an initiative; null while it is computed or cannot be. */
export interface Figures {
  readonly status: 'pending' | 'ready' | 'not_computable';
  readonly wasteShare: number | null;
  readonly timeToFirstValueMonths: number | null;
}
export type FiguresOf = (id: string) => Figures;

export const columnIds = [
  'name',
  'mode',
  'stage',
  'wasteShare',
  'timeToFirstValue',
  'budget',
  'spent',
  'owner',
  'startDate',
  'endDate',
  'capabilities',
  'partners',
  'team',
  'status',
  'externalId',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** How a column's values are compared, filtered, shown and typed. */
export type ColumnKind = 'text' | 'list' | 'mode' | 'stage' | 'date' | 'money' | 'share' | 'months';

export interface Column {
  readonly id: ColumnId;
  readonly kind: ColumnKind;
  readonly label: keyof (typeof initiatives)['en'];
  /** CSS pixels at the start. */
  readonly width: number;
  readonly shown: boolean;
  /** The field that typing changes; absent where the value is derived or lives in other records. */
  readonly field?: keyof Initiative;
  /** The records whose names typing lists, where the cell holds links. */
  readonly links?: 'capability' | 'partner';
  readonly text?: (row: InitiativeRow) => string | null;
  readonly list?: (row: InitiativeRow) => readonly string[];
  readonly number?: (row: InitiativeRow, figuresOf: FiguresOf) => number | null;
}

const day = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso) / 86_400_000);
const stageOrder = { idea: 0, candidate: 1, planned: 2, active: 3, paused: 4, done: 5, stopped: 6 } as const;

/** The table's columns in their first order. Numbers of dates are days since 1970, of money minor units. */
export const columns: readonly Column[] = [
  {
    id: 'name',
    kind: 'text',
    label: 'column.name',
    width: 208,
    shown: true,
    field: 'name',
    text: (r) => r.initiative.name,
  },
  {
    id: 'mode',
    kind: 'mode',
    label: 'column.mode',
    width: 118,
    shown: true,
    field: 'mode',
    text: (r) => r.initiative.mode,
    number: (r) => (r.initiative.mode === 'project' ? 0 : 1),
  },
  {
    id: 'stage',
    kind: 'stage',
    label: 'column.stage',
    width: 94,
    shown: true,
    field: 'stage',
    text: (r) => r.initiative.stage,
    number: (r) => (r.initiative.stage === null ? null : stageOrder[r.initiative.stage]),
  },
  {
    id: 'wasteShare',
    kind: 'share',
    label: 'column.wasteShare',
    width: 76,
    shown: true,
    number: (r, of) => of(r.id).wasteShare,
  },
  {
    id: 'timeToFirstValue',
    kind: 'months',
    label: 'column.timeToFirstValue',
    width: 98,
    shown: true,
    number: (r, of) => of(r.id).timeToFirstValueMonths,
  },
  {
    id: 'budget',
    kind: 'money',
    label: 'column.budget',
    width: 96,
    shown: true,
    field: 'budget',
    number: (r) => r.initiative.budget,
  },
  {
    id: 'spent',
    kind: 'money',
    label: 'column.spent',
    width: 104,
    shown: true,
    field: 'spent',
    number: (r) => r.initiative.spent,
  },
  {
    id: 'owner',
    kind: 'text',
    label: 'column.owner',
    width: 150,
    shown: true,
    field: 'owner',
    text: (r) => r.initiative.owner,
  },
  {
    id: 'startDate',
    kind: 'date',
    label: 'column.startDate',
    width: 124,
    shown: true,
    field: 'startDate',
    number: (r) => day(r.initiative.startDate),
  },
  {
    id: 'endDate',
    kind: 'date',
    label: 'column.endDate',
    width: 124,
    shown: true,
    field: 'endDate',
    number: (r) => day(r.initiative.endDate),
  },
  {
    id: 'capabilities',
    kind: 'list',
    label: 'column.capabilities',
    width: 190,
    shown: true,
    links: 'capability',
    list: (r) => r.capabilityNames,
  },
  {
    id: 'partners',
    kind: 'list',
    label: 'column.partners',
    width: 150,
    shown: true,
    links: 'partner',
    list: (r) => r.partnerNames,
  },
  {
    id: 'team',
    kind: 'text',
    label: 'column.team',
    width: 130,
    shown: false,
    field: 'teamId',
    text: (r) => r.teamName,
  },
  {
    id: 'status',
    kind: 'text',
    label: 'column.status',
    width: 130,
    shown: false,
    field: 'status',
    text: (r) => r.initiative.status,
  },
  {
    id: 'externalId',
    kind: 'text',
    label: 'column.externalId',
    width: 110,
    shown: false,
    field: 'externalId',
    text: (r) => r.initiative.externalId,
  },
];

const byId = new Map(columns.map((column) => [column.id, column]));

/** The column of that id. */
export function columnOf(id: ColumnId): Column {
  const column = byId.get(id);
  if (!column) throw new Error(`no column ${id}`);
  return column;
}

/** True when something can be typed into its cells. */
export const isTyped = (column: Column): boolean => column.field !== undefined || column.links !== undefined;

/** True when its figures stand at the right edge. */
export const isNumeric = (column: Column): boolean => ['money', 'share', 'months'].includes(column.kind);

/** The columns by which rows can be gathered. */
export const groupIds = ['mode', 'stage', 'owner', 'partners', 'capabilities', 'team'] as const;
export type GroupId = (typeof groupIds)[number];

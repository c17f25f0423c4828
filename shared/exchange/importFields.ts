/** What a row of a list is. */
export const rowSubjects = ['initiatives', 'capabilities', 'outcomes', 'segments', 'partners'] as const;
export type RowSubject = (typeof rowSubjects)[number];
/** What a row is where it is no initiative. */
export const otherSubjects = ['capabilities', 'outcomes', 'segments', 'partners'] as const;
export type OtherSubject = (typeof otherSubjects)[number];

/** The columns of a tree that is written one level a column, the uppermost first. */
export const levelFields = ['level1', 'level2', 'level3', 'level4', 'level5', 'level6'] as const;

/** Our fields that a column of a list can fill. */
export const importFields = [
  'externalId',
  'name',
  ...levelFields,
  'depth',
  'description',
  'mode',
  'stage',
  'status',
  'kind',
  'relationship',
  'owner',
  'metric',
  'unit',
  'baseline',
  'target',
  'direction',
  'startDate',
  'endDate',
  'businessValue',
  'importance',
  'currentMaturity',
  'targetMaturity',
  'budget',
  'spent',
  'valuePerMonth',
  'capabilities',
  'capabilityImportance',
  'partners',
  'team',
  'parent',
  'teamPeople',
  'funded',
  'overhead',
  'retired',
  'outcomes',
  'segments',
] as const;
export type ImportField = (typeof importFields)[number];

export const fieldGroupNames = [
  'initiative',
  'capability',
  'outcome',
  'segment',
  'partner',
  'tree',
  'measure',
  'scales',
  'money',
  'dates',
  'team',
  'serves',
  'marks',
] as const;
export type FieldGroup = (typeof fieldGroupNames)[number];

/** What the rows of a list can fill, in the groups in which a person looks for it. */
export const fieldGroups: Readonly<
  Record<RowSubject, readonly (readonly [FieldGroup, readonly ImportField[]])[]>
> = {
  initiatives: [
    ['initiative', ['name', 'externalId', 'description', 'mode', 'stage', 'status', 'owner', 'parent']],
    ['money', ['budget', 'spent', 'valuePerMonth', 'funded']],
    ['dates', ['startDate', 'endDate']],
    ['team', ['team', 'teamPeople']],
    ['serves', ['capabilities', 'capabilityImportance', 'outcomes', 'segments', 'partners']],
    ['marks', ['overhead', 'retired']],
  ],
  capabilities: [
    ['capability', ['name', 'externalId', 'description', 'owner']],
    ['tree', ['parent', 'depth', ...levelFields]],
    ['scales', ['importance', 'currentMaturity', 'targetMaturity']],
    ['money', ['budget']],
    ['marks', ['retired']],
  ],
  outcomes: [
    ['outcome', ['name', 'externalId', 'description', 'owner', 'segments', 'businessValue']],
    ['measure', ['metric', 'unit', 'baseline', 'target', 'endDate', 'direction']],
    ['scales', ['importance', 'currentMaturity', 'targetMaturity']],
    ['money', ['budget']],
    ['marks', ['retired']],
  ],
  segments: [
    ['segment', ['name', 'externalId', 'description', 'kind', 'importance']],
    ['marks', ['retired']],
  ],
  partners: [
    ['partner', ['name', 'externalId', 'description', 'relationship', 'endDate']],
    ['marks', ['retired']],
  ],
};

/** The fields that rows of a subject can fill. */
export const fieldsOf: Readonly<Record<RowSubject, readonly ImportField[]>> = {
  initiatives: fieldGroups.initiatives.flatMap(([, fields]) => fields),
  capabilities: fieldGroups.capabilities.flatMap(([, fields]) => fields),
  outcomes: fieldGroups.outcomes.flatMap(([, fields]) => fields),
  segments: fieldGroups.segments.flatMap(([, fields]) => fields),
  partners: fieldGroups.partners.flatMap(([, fields]) => fields),
};

/** Fields whose words of theirs are translated into words of ours. */
export const translatedFields = [
  'mode',
  'stage',
  'status',
  'funded',
  'overhead',
  'retired',
  'importance',
  'currentMaturity',
  'targetMaturity',
  'capabilityImportance',
  'direction',
  'businessValue',
  'kind',
  'relationship',
] as const;
export type TranslatedField = (typeof translatedFields)[number];
/** Fields on the scale from 1 to 5. */
export const scaleFields = [
  'importance',
  'currentMaturity',
  'targetMaturity',
  'capabilityImportance',
] as const;
export type ScaleField = (typeof scaleFields)[number];
/** Fields whose words are one of a few of ours. */
export const choiceFields = ['direction', 'businessValue', 'kind', 'relationship'] as const;
export type ChoiceField = (typeof choiceFields)[number];
/** Fields whose cells name several things. */
export const listFields = ['capabilities', 'partners', 'outcomes', 'segments'] as const;
export type ListField = (typeof listFields)[number];

/** True when something in these columns says what the rows are called: a name, or the levels of a tree. */
export const namesRows = (columns: Readonly<Partial<Record<ImportField, number>>>): boolean =>
  columns.name !== undefined || levelFields.some((field) => columns[field] !== undefined);

/** The columns that say what a row is called, the one that says it best first. */
export const nameColumns = (columns: Readonly<Partial<Record<ImportField, number>>>): readonly number[] =>
  (['name', ...[...levelFields].reverse()] as const).flatMap((field) => columns[field] ?? []);

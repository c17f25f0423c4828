import { newCapability, newPartner } from '../../domain/defaults.ts';
import { newOutcome, newSegment } from '../../domain/planningDefaults.ts';
import type { RecordOf } from '../../domain/records.ts';
import type { ImportField, OtherSubject } from '../importFields.ts';

/** The tables of records that rows beside initiatives become. */
export const subjectTables = {
  capabilities: 'capability',
  outcomes: 'outcome',
  segments: 'segment',
  partners: 'partner',
} as const satisfies Readonly<Record<OtherSubject, string>>;
export type SubjectTable = (typeof subjectTables)[OtherSubject];
export type SubjectRecord = RecordOf<SubjectTable>;

/** What a list of such rows writes. */
export interface SubjectKind {
  readonly fresh: (id: string, name: string) => SubjectRecord;
  /** Which field of the record each of our fields fills. */
  readonly keys: Readonly<Partial<Record<ImportField, string>>>;
}

export const subjectKinds: Readonly<Record<OtherSubject, SubjectKind>> = {
  capabilities: {
    fresh: (id, name) => newCapability(id, name, null),
    keys: {
      externalId: 'code',
      name: 'name',
      parent: 'parentId',
      description: 'description',
      owner: 'ownerTeamId',
      importance: 'importance',
      currentMaturity: 'currentMaturity',
      targetMaturity: 'targetMaturity',
      budget: 'neededMoney',
      retired: 'retired',
    },
  },
  outcomes: {
    fresh: newOutcome,
    keys: {
      name: 'name',
      description: 'description',
      owner: 'ownerTeamId',
      segments: 'segmentId',
      businessValue: 'businessValue',
      metric: 'metric',
      unit: 'unit',
      baseline: 'baseline',
      target: 'target',
      endDate: 'dueDate',
      direction: 'direction',
      importance: 'importance',
      currentMaturity: 'currentMaturity',
      targetMaturity: 'targetMaturity',
      budget: 'neededMoney',
      retired: 'retired',
    },
  },
  segments: {
    fresh: newSegment,
    keys: {
      name: 'name',
      description: 'description',
      kind: 'kind',
      importance: 'importance',
      retired: 'retired',
    },
  },
  partners: {
    fresh: newPartner,
    keys: {
      name: 'name',
      description: 'description',
      relationship: 'relationship',
      endDate: 'contractEnd',
      retired: 'retired',
    },
  },
};

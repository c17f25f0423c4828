import { useTranslation } from 'react-i18next';
import type { ImportField, RowSubject } from '../../../shared/exchange/importFields.ts';

/** What a field is called for rows that are no initiatives, where it has another name there. */
const own = {
  capabilities: {
    externalId: 'field.code',
    owner: 'field.ownerTeam',
    parent: 'field.parentCapability',
    budget: 'field.neededMoney',
  },
  outcomes: {
    externalId: 'field.id',
    owner: 'field.ownerTeam',
    budget: 'field.neededMoney',
    endDate: 'field.dueDate',
    segments: 'field.segment',
  },
  segments: { externalId: 'field.id' },
  partners: { externalId: 'field.id', endDate: 'field.contractEnd' },
} as const;
type OwnKey = { [S in keyof typeof own]: (typeof own)[S][keyof (typeof own)[S]] }[keyof typeof own];

/** Says the name of a field that rows of a subject fill. */
export function useFieldLabel(subject: RowSubject): (field: ImportField) => string {
  const { t } = useTranslation(['importing', 'importSubjects']);
  const names: Readonly<Partial<Record<ImportField, OwnKey>>> = subject === 'initiatives' ? {} : own[subject];
  return (field) => {
    const key = names[field];
    return key === undefined ? t(`field.${field}`) : t(key, { ns: 'importSubjects' });
  };
}

import { capability, contribution, initiative } from '../db/support.ts';

/** A change that writes an initiative with these values. */
export const put = (id: string, values: Parameters<typeof initiative>[1] = {}) => ({
  op: 'put' as const,
  table: 'initiative' as const,
  record: { ...initiative(id, values) },
});

/** A capability, and the link to it of the initiative `a`. */
export const newContribution = {
  capability: { ...capability('cap'), name: 'Billing' },
  record: { ...contribution('link', 'a', 'cap') },
};

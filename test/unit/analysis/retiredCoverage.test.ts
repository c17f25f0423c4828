import { expect, test } from 'vitest';
import { coverageInput } from '../../../shared/analysis/coverageInput.ts';
import { newCapability, newPartner } from '../../../shared/domain/defaults.ts';
import { newOutcome, newSegment } from '../../../shared/domain/planningDefaults.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';

test('what is retired is neither needed nor served, and a retired partner holds nobody', () => {
  const retired = <R extends object>(record: R): R => ({ ...record, retired: true });
  const engagement = (id: string, partnerId: string, amount: number) => ({
    id,
    initiativeId: 'i',
    partnerId,
    description: '',
    amount,
    externalId: null,
  });
  const records = recordsOf({
    initiative: [initiative('i', { budget: 100_00 })],
    capability: [newCapability('c', 'c', null), retired(newCapability('d', 'd', null))],
    outcome: [newOutcome('o', 'o'), retired(newOutcome('n', 'n'))],
    segment: [{ ...newSegment('s', 's'), importance: 4 }, retired(newSegment('r', 'r'))],
    partner: [newPartner('p', 'p'), retired(newPartner('q', 'q'))],
    contribution: ['c', 'd'].map((capabilityId) => ({
      id: capabilityId,
      initiativeId: 'i',
      capabilityId,
      weight: 0.5,
    })),
    outcomeLink: ['o', 'n'].map((outcomeId) => ({
      id: outcomeId,
      initiativeId: 'i',
      outcomeId,
      weight: 0.5,
    })),
    segmentLink: ['s', 'r'].map((segmentId) => ({
      id: segmentId,
      initiativeId: 'i',
      segmentId,
      weight: 0.5,
    })),
    engagement: [engagement('x', 'p', 1_00), engagement('y', 'q', 50_00)],
  });
  const { input } = coverageInput(records);
  expect(input.capabilities.map(({ id, importance }) => [id, importance ?? null])).toEqual([
    ['c', null],
    ['outcome:o', null],
    ['segment:s', 4],
  ]);
  const [served] = input.initiatives;
  expect(served?.contributions?.map(({ capability }) => capability)).toEqual(['c', 'outcome:o', 'segment:s']);
  expect(served?.vendor).toBe('p');
});

import { describe, expect, it } from 'vitest';
import { portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import { newCapability } from '../../../shared/domain/defaults.ts';
import { newHandoff, newTranche } from '../../../shared/domain/planningDefaults.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const places = [2, 0, 1];
const records = recordsOf({
  initiative: [initiative('i')],
  phase: places.map((at) => phase(`${at}`, 'i', at)),
  tranche: places.map((at) => newTranche(`${at}`, 'i', at, '')),
  handoff: places.map((at) => newHandoff(`${at}`, 'i', at)),
  capability: places.map((position) => ({ ...newCapability(`${position}`, '', null), position })),
});

describe('the groups of a portfolio', () => {
  it.each(['phases', 'tranches', 'handoffs'] as const)('stand in their order: %s', (group) => {
    expect(
      portfolioIndex(records)
        [group].get('i')
        ?.map(({ id }) => id),
    ).toEqual(['0', '1', '2']);
  });

  it('stand in their order: capabilities under their parent', () => {
    expect(
      portfolioIndex(records)
        .capabilityChildren.get(null)
        ?.map(({ id }) => id),
    ).toEqual(['0', '1', '2']);
  });

  it('are made once for each map of records, whatever else changes', () => {
    const { phases } = portfolioIndex(records);
    expect(portfolioIndex({ ...records, tranche: {} }).phases).toBe(phases);
    expect(portfolioIndex({ ...records, phase: { ...records.phase } }).phases).not.toBe(phases);
  });
});

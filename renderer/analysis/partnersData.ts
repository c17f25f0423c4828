import { partnerMoney } from '../../shared/analysis/partnerMoney.ts';
import { builtOnce } from '../../shared/builtOnce.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import type { PartnersData } from '../charts/partners/partnersData.ts';
import { capabilityNames } from '../state/capabilityNames.ts';
import { dataDay } from './carryPicture.ts';

/** Who gets the money, for the pictures of partners; the same answer for the same records. */
export const partnersData = builtOnce((records: PortfolioRecords): PartnersData => {
  const names = capabilityNames(records.capability);
  return {
    ...partnerMoney(records),
    now: dataDay(records),
    nameOf: (kind, id) => (kind === 'capability' ? names.get(id) : records[kind][id]?.name) ?? id,
  };
});

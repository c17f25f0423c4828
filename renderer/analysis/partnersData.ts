import { partnerMoney } from '../../shared/analysis/partnerMoney.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import type { PartnersData } from '../charts/partners/partnersData.ts';
import { capabilityNames } from '../state/capabilityNames.ts';
import { dataDay } from './carryPicture.ts';

const made = new WeakMap<PortfolioRecords, PartnersData>();

/** Who gets the money, for the pictures of partners; the same answer for the same records. */
export function partnersData(records: PortfolioRecords): PartnersData {
  const known = made.get(records);
  if (known) return known;
  const names = capabilityNames(records.capability);
  const data: PartnersData = {
    ...partnerMoney(records),
    now: dataDay(records),
    nameOf: (kind, id) => (kind === 'capability' ? names.get(id) : records[kind][id]?.name) ?? id,
  };
  made.set(records, data);
  return data;
}

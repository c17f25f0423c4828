import type { Mode } from '../../../shared/domain/records.ts';
import type { ComparedMeasure } from '../../charts/comparison/comparisonData.ts';
import { sevenWastesFigure } from './receiptStore.ts';

/** The figure of an initiative that a measure adds up, as its receipt calls it; null where it is a fact or has none. */
export function measureFigure(measure: ComparedMeasure, mode: Mode): string | null {
  switch (measure) {
    case 'value':
    case 'cost':
      return `${mode}.${measure}`;
    case 'wasteMoney':
      return sevenWastesFigure(mode, 'money');
    case 'wasteDays':
      return sevenWastesFigure(mode, 'pd');
    case 'wasteShare':
      return sevenWastesFigure(mode, 'share');
    case 'firstValueMonths':
      return `${mode}.time_to_first_value`;
    case 'betweenReleasesMonths':
      return `${mode}.months_between_releases`;
    default:
      return null;
  }
}

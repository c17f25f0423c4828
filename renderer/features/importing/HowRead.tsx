import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dateOrders, type ImportPlan, moneyUnits } from '../../../shared/exchange/contract.ts';
import { type ImportField, listFields, translatedFields } from '../../../shared/exchange/importFields.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { type PreviewColumn, separatorOf, separators, withFound } from './choices.ts';
import css from './Matching.module.css';
import type { PreviewState } from './useImportPreview.ts';
import { useSigns } from './useSigns.ts';

export interface HowReadProps {
  readonly field: ImportField;
  readonly column: PreviewColumn;
  readonly header: string;
  readonly plan: ImportPlan;
  readonly takeAs: PreviewState['takeAs'];
  readonly onValues: () => void;
}

const money: readonly ImportField[] = ['budget', 'spent', 'valuePerMonth'];
const dates: readonly ImportField[] = ['startDate', 'endDate'];
const lists: readonly ImportField[] = listFields;
const translated: readonly ImportField[] = translatedFields;

/** In which unit, order or pieces a column is read, where that can be chosen. */
export function HowRead({ field, column, header, plan, takeAs, onValues }: HowReadProps) {
  const { t } = useTranslation(['importing', 'importReasons', 'importMapping']);
  const { saySeparator } = useSigns();
  const key = String(column.index);
  if (money.includes(field)) {
    const zeros = plan.zeroUnknown ?? [];
    return (
      <span className={css.how}>
        <SelectField
          compact
          label={t('unitOf', { column: header })}
          value={plan.units[key] ?? 'units'}
          choices={moneyUnits.map((id) => ({ id, text: t(`unit.${id}`, { ns: 'importReasons' }) }))}
          onChange={(unit) => takeAs({ units: { ...plan.units, [key]: unit } })}
        />
        <label className={css.zero}>
          <input
            type="checkbox"
            checked={zeros.includes(column.index)}
            aria-label={t('zeroUnknownOf', { ns: 'importMapping', column: header })}
            onChange={(event) =>
              takeAs({
                zeroUnknown: event.target.checked
                  ? [...zeros, column.index]
                  : zeros.filter((each) => each !== column.index),
              })
            }
          />
          {t('zeroUnknown', { ns: 'importMapping' })}
        </label>
      </span>
    );
  }
  if (dates.includes(field))
    return (
      <SelectField
        compact
        label={t('orderOf', { column: header })}
        value={plan.dateOrders[key] ?? 'yearFirst'}
        choices={dateOrders.map((id) => ({ id, text: t(`order.${id}`) }))}
        onChange={(order) => takeAs({ dateOrders: { ...plan.dateOrders, [key]: order } })}
      />
    );
  // A record beside initiatives names one segment, not several.
  if (lists.includes(field) && (plan.rows ?? 'initiatives') === 'initiatives') {
    const separator = separatorOf(plan, column.index);
    return (
      <SelectField
        compact
        label={t('separatorOf', { ns: 'importMapping', column: header })}
        value={separator}
        choices={withFound(separators, separator).map((id) => ({ id, text: saySeparator(id) }))}
        onChange={(sign) => takeAs({ separators: { ...plan.separators, [key]: sign } })}
      />
    );
  }
  const values = column.values ?? [];
  if (translated.includes(field) && values.length > 0)
    return (
      <Button look="quiet" className={css.values ?? ''} onPress={onValues}>
        <Languages size={13} aria-hidden />
        {t('valuesOf', { ns: 'importMapping', count: values.length })}
      </Button>
    );
  return null;
}

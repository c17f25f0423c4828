import { useTranslation } from 'react-i18next';
import {
  dateOrders,
  type ImportField,
  type ImportPreview,
  importFields,
  moneyUnits,
} from '../../../shared/exchange/contract.ts';
import { SelectField } from '../../ui/Field.tsx';
import css from './ImportDialog.module.css';
import type { PreviewState } from './useImportPreview.ts';

export interface MatchingProps {
  readonly preview: ImportPreview;
  readonly fill: PreviewState['fill'];
  readonly takeAs: PreviewState['takeAs'];
}

const moneyFields: readonly ImportField[] = ['budget', 'spent', 'valuePerMonth'];
const dateFields: readonly ImportField[] = ['startDate', 'endDate'];
const NONE = '';

/** Which column fills each of our fields, with what stands in it, and in what unit or order it is read. */
export function Matching({ preview, fill, takeAs }: MatchingProps) {
  const { t } = useTranslation(['importing', 'importReasons']);
  const { plan, columns } = preview;
  const headerOf = (index: number): string =>
    columns.find((column) => column.index === index)?.header || t('match.noHeader', { number: index + 1 });
  const choices = [
    { id: NONE, text: t('match.none') },
    ...columns.map(({ index }) => ({ id: String(index), text: headerOf(index) })),
  ];
  const used = new Set(Object.values(plan.columns));
  const unused = columns.filter(({ index }) => !used.has(index)).length;
  return (
    <section className={css.matching} aria-label={t('match.title')}>
      <h3>{t('match.title')}</h3>
      <table className={css.match}>
        <thead>
          <tr>
            <th scope="col">{t('match.ours')}</th>
            <th scope="col">{t('match.column')}</th>
            <th scope="col">{t('match.how')}</th>
            <th scope="col">{t('match.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {importFields.map((field) => {
            const index = plan.columns[field];
            const column = columns.find((each) => each.index === index);
            return (
              <tr key={field} data-filled={column !== undefined}>
                <th scope="row">{t(`field.${field}`)}</th>
                <td>
                  <SelectField
                    compact
                    label={t('columnOf', { field: t(`field.${field}`) })}
                    value={index === undefined ? NONE : String(index)}
                    choices={choices}
                    onChange={(id) => fill(field, id === NONE ? null : Number(id))}
                  />
                </td>
                <td className={css.how}>
                  {column && moneyFields.includes(field) && (
                    <SelectField
                      compact
                      label={t('unitOf', { column: headerOf(column.index) })}
                      value={plan.units[String(column.index)] ?? 'units'}
                      choices={moneyUnits.map((id) => ({
                        id,
                        text: t(`unit.${id}`, { ns: 'importReasons' }),
                      }))}
                      onChange={(unit) => takeAs({ units: { ...plan.units, [String(column.index)]: unit } })}
                    />
                  )}
                  {column && dateFields.includes(field) && (
                    <SelectField
                      compact
                      label={t('orderOf', { column: headerOf(column.index) })}
                      value={plan.dateOrders[String(column.index)] ?? 'yearFirst'}
                      choices={dateOrders.map((id) => ({ id, text: t(`order.${id}`) }))}
                      onChange={(order) =>
                        takeAs({ dateOrders: { ...plan.dateOrders, [String(column.index)]: order } })
                      }
                    />
                  )}
                  {column &&
                    !moneyFields.includes(field) &&
                    !dateFields.includes(field) &&
                    column.matched &&
                    t(`match.by.${column.matched}`)}
                </td>
                <td className={css.samples}>{column?.samples.slice(0, 3).join(' · ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {unused > 0 && <p className={css.note}>{t('match.unused', { count: unused })}</p>}
    </section>
  );
}

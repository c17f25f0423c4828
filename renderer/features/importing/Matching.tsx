import { useTranslation } from 'react-i18next';
import {
  type FieldGroup,
  fieldGroups,
  type ImportField,
  type ImportPreview,
} from '../../../shared/exchange/contract.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import type { PreviewColumn } from './choices.ts';
import { HowRead } from './HowRead.tsx';
import css from './Matching.module.css';
import { Sureness } from './Sureness.tsx';
import type { PreviewState } from './useImportPreview.ts';

export interface MatchingProps {
  readonly preview: ImportPreview;
  readonly fill: PreviewState['fill'];
  readonly takeAs: PreviewState['takeAs'];
  /** Shows the values of a field that is translated. */
  readonly onValues: () => void;
}

const NONE = '';
const groups = Object.keys(fieldGroups) as readonly FieldGroup[];

/** Which column fills each of our fields, group by group: how sure that is, how it is read, and what stands there. */
export function Matching({ preview, fill, takeAs, onValues }: MatchingProps) {
  const { t } = useTranslation(['importing', 'importMapping']);
  const { plan, columns } = preview;
  const headerOf = (column: PreviewColumn): string =>
    column.header || t('match.noHeader', { number: column.index + 1 });
  const choices = [
    { id: NONE, text: t('match.none') },
    ...columns.map((column) => ({ id: String(column.index), text: headerOf(column) })),
  ];
  const used = new Set(Object.values(plan.columns));
  const unused = columns.filter(({ index }) => !used.has(index));
  const rowOf = (field: ImportField) => {
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
        <td>{column && <Sureness column={column} />}</td>
        <td>
          {column && (
            <HowRead
              field={field}
              column={column}
              header={headerOf(column)}
              plan={plan}
              takeAs={takeAs}
              onValues={onValues}
            />
          )}
        </td>
        <td className={css.samples} title={column?.samples.join('\n')}>
          {column ? column.samples.slice(0, 3).map((sample) => <span key={sample}>{sample}</span>) : null}
        </td>
      </tr>
    );
  };
  return (
    <section className={css.matching} aria-label={t('match.title')}>
      <table className={css.match}>
        <thead>
          <tr>
            <th scope="col">{t('match.ours')}</th>
            <th scope="col">{t('match.column')}</th>
            <th scope="col">{t('columns.sure', { ns: 'importMapping' })}</th>
            <th scope="col">{t('match.how')}</th>
            <th scope="col">{t('match.samples')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group}>
            <tr className={css.group}>
              <th colSpan={5} scope="rowgroup">
                {t(`group.${group}`, { ns: 'importMapping' })}
              </th>
            </tr>
            {fieldGroups[group].map(rowOf)}
          </tbody>
        ))}
      </table>
      {unused.length > 0 && <Unused columns={unused} headerOf={headerOf} preview={preview} fill={fill} />}
    </section>
  );
}

/** Columns that fill nothing: they are kept, and one that could fill an empty field can be taken at once. */
function Unused({
  columns,
  headerOf,
  preview,
  fill,
}: {
  readonly columns: readonly PreviewColumn[];
  readonly headerOf: (column: PreviewColumn) => string;
  readonly preview: ImportPreview;
  readonly fill: PreviewState['fill'];
}) {
  const { t } = useTranslation(['importMapping', 'importing']);
  return (
    <div className={css.unused}>
      <h3>{t('kept')}</h3>
      <ul>
        {columns.map((column) => {
          const field = column.wouldFill;
          const free = field && preview.plan.columns[field] === undefined ? field : null;
          return (
            <li key={column.index}>
              <span className={css.header}>{headerOf(column)}</span>
              {free && (
                <Button
                  look="quiet"
                  className={css.would ?? ''}
                  aria-label={t('fillWith', {
                    field: t(`field.${free}`, { ns: 'importing' }),
                    column: headerOf(column),
                  })}
                  onPress={() => fill(free, column.index)}
                >
                  {t('wouldFill', { field: t(`field.${free}`, { ns: 'importing' }) })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import {
  fieldGroups,
  fieldsOf,
  type ImportField,
  levelFields,
  type RowSubject,
} from '../../../shared/exchange/importFields.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { labelled } from '../../../shared/text/join.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import type { PreviewColumn } from './choices.ts';
import { HowRead } from './HowRead.tsx';
import css from './Matching.module.css';
import { Sureness } from './Sureness.tsx';
import { useFieldLabel } from './useFieldLabel.ts';
import type { PreviewState } from './useImportPreview.ts';

export interface MatchingProps {
  readonly preview: ImportPreview;
  readonly fill: PreviewState['fill'];
  readonly takeAs: PreviewState['takeAs'];
  /** Shows the values of a field that is translated. */
  readonly onValues: () => void;
}

const NONE = '';

/** Which column fills each of our fields, group by group: how sure that is, how it is read, and what stands there. */
export function Matching({ preview, fill, takeAs, onValues }: MatchingProps) {
  const { t } = useTranslation(['importing', 'importMapping', 'importSubjects']);
  const { plan, columns } = preview;
  const subject = plan.rows ?? 'initiatives';
  const labelOf = useFieldLabel(subject);
  const headerOf = (column: PreviewColumn): string =>
    column.header || t('match.noHeader', { number: column.index + 1 });
  const choices = [
    { id: NONE, text: t('match.none') },
    ...columns.map((column) => ({ id: String(column.index), text: headerOf(column) })),
  ];
  const used = new Set([...Object.values(plan.columns), ...(plan.readings ?? [])]);
  const unused = columns.filter(({ index }) => !used.has(index));
  const rowOf = (field: ImportField) => {
    const index = plan.columns[field];
    const column = columns.find((each) => each.index === index);
    return (
      <tr key={field} data-filled={column !== undefined}>
        <th scope="row">{labelOf(field)}</th>
        <td>
          <SelectField
            compact
            label={t('columnOf', { field: labelOf(field) })}
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
        {fieldGroups[subject].map(([group, fields]) => (
          <tbody key={group}>
            <tr className={css.group}>
              <th colSpan={5} scope="rowgroup">
                {t(`group.${group}`, { ns: 'importSubjects' })}
              </th>
            </tr>
            {fields.filter((field) => isShown(field, plan.columns)).map(rowOf)}
            {group === 'measure' && <Readings columns={columns} plan={plan} takeAs={takeAs} />}
          </tbody>
        ))}
      </table>
      {unused.length > 0 && (
        <Unused subject={subject} columns={unused} headerOf={headerOf} preview={preview} fill={fill} />
      )}
    </section>
  );
}

/** Of the levels of a tree only those in use and the next one. */
function isShown(field: ImportField, filled: ImportPreview['plan']['columns']): boolean {
  const at = (levelFields as readonly ImportField[]).indexOf(field);
  if (at < 2) return true;
  return filled[field] !== undefined || filled[levelFields[at - 1] ?? 'level1'] !== undefined;
}

/** Columns headed by days: what the metric stood at then, to be taken in or not. */
function Readings({
  columns,
  plan,
  takeAs,
}: Pick<MatchingProps, 'takeAs'> & Pick<ImportPreview, 'columns' | 'plan'>) {
  const { t } = useTranslation('importSubjects');
  const language = usePreferences((state) => state.language);
  const found = columns.filter(({ reading }) => reading !== undefined);
  const taken = (plan.readings?.length ?? 0) > 0;
  if (found.length === 0) return null;
  const days = found.flatMap(({ reading }) => reading ?? []);
  return (
    <tr data-filled={taken}>
      <th scope="row">{t('readings')}</th>
      <td colSpan={4}>
        <label className={css.zero}>
          <input
            type="checkbox"
            checked={taken}
            aria-label={labelled(t('readings'), t('readingsTake'), language)}
            onChange={(event) =>
              takeAs({ readings: event.target.checked ? found.map(({ index }) => index) : [] })
            }
          />
          {t('readingsOf', {
            count: days.length,
            days: [...new Set([days[0], days.at(-1)])]
              .flatMap((day) => (day === undefined ? [] : [formatDate(day, language)]))
              .join(' – '),
          })}
        </label>
      </td>
    </tr>
  );
}

/** Columns that fill nothing: they are kept, or have no place and are left out, and one that could fill an empty field can be taken at once. */
function Unused({
  subject,
  columns,
  headerOf,
  preview,
  fill,
}: {
  readonly subject: RowSubject;
  readonly columns: readonly PreviewColumn[];
  readonly headerOf: (column: PreviewColumn) => string;
  readonly preview: ImportPreview;
  readonly fill: PreviewState['fill'];
}) {
  const { t } = useTranslation(['importMapping', 'importing', 'importSubjects']);
  const labelOf = useFieldLabel(subject);
  return (
    <div className={css.unused}>
      <h3>{subject === 'initiatives' ? t('kept') : t('left', { ns: 'importSubjects' })}</h3>
      <ul>
        {columns.map((column) => {
          const field = column.wouldFill;
          const free =
            field && fieldsOf[subject].includes(field) && preview.plan.columns[field] === undefined
              ? field
              : null;
          return (
            <li key={column.index}>
              <span className={css.header}>{headerOf(column)}</span>
              {free && (
                <Button
                  look="quiet"
                  className={css.would ?? ''}
                  aria-label={t('fillWith', {
                    field: labelOf(free),
                    column: headerOf(column),
                  })}
                  onPress={() => fill(free, column.index)}
                >
                  {t('wouldFill', { field: labelOf(free) })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

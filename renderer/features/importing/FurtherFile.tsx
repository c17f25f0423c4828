import { useTranslation } from 'react-i18next';
import type { TableReport } from '../../../shared/exchange/contract.ts';
import {
  fieldsOf,
  type ImportField,
  listFields,
  type OtherSubject,
} from '../../../shared/exchange/importFields.ts';
import {
  type FurtherTable,
  isOwnList,
  type JoinedRole,
  type TableRole,
  tableRoles,
} from '../../../shared/exchange/sources.ts';
import { formatMoney, formatNumber } from '../../../shared/text/format.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { SelectField } from '../../ui/Field.tsx';
import css from './FilesTab.module.css';
import { RemoveFile } from './RemoveFile.tsx';
import { useFieldLabel } from './useFieldLabel.ts';

/** What became of a table whose rows are of one of the sorts that lists have. */
export type FurtherReport = TableReport & { readonly role: TableRole };

export interface FurtherFileProps {
  readonly table: FurtherReport;
  readonly currency: string;
  readonly choice: FurtherTable;
  readonly choose: (next: FurtherTable) => void;
  /** Makes it the list that the others belong to. */
  readonly onMain?: () => void;
  readonly onRemove?: () => void;
}

const NONE = '';
const ISSUES = 3;
const EXAMPLES = 3;
/** Fields of a row of each sort, of those that a column can fill. */
const joinedFields: Readonly<Record<Exclude<JoinedRole, 'initiatives'>, readonly ImportField[]>> = {
  activities: ['name', 'externalId', 'startDate', 'endDate', 'budget', 'teamPeople'],
  suppliers: ['name', 'partners', 'externalId', 'description', 'budget'],
  releases: ['name', 'externalId', 'startDate', 'endDate', 'valuePerMonth'],
  links: listFields,
};
const fieldsIn = (role: TableRole): readonly ImportField[] =>
  role === 'initiatives' || isOwnList(role) ? fieldsOf[role] : joinedFields[role];

/** A file or sheet beside the list: what its rows are, whether and how it comes in, and what comes of it. */
export function FurtherFile({ table, currency, choice, choose, onMain, onRemove }: FurtherFileProps) {
  const { t } = useTranslation(['importMapping', 'importing']);
  const { role } = table;
  const isOwn = isOwnList(role);
  const comesIn = isOwn ? table.taken === true : choice.join !== null;
  return (
    <li className={css.file}>
      <div className={css.head}>
        <strong>{table.fileName}</strong>
        <span>{t('files.rows', { count: table.rows })}</span>
        <SelectField
          compact
          label={t('files.role')}
          value={role}
          choices={tableRoles
            .filter((each) => each !== 'initiatives' || onMain !== undefined || role === each)
            .map((id) => ({ id, text: t(`role.${id}`) }))}
          onChange={(next) => {
            if (next === 'initiatives') onMain?.();
            // Which column fills what is another question for other rows.
            else choose({ file: choice.file, role: next, join: choice.join });
          }}
        />
        {isOwn && (
          <SelectField
            compact
            label={t('files.take')}
            value={choice.taken === false ? 'out' : 'in'}
            choices={(['in', 'out'] as const).map((id) => ({ id, text: t(`files.take.${id}`) }))}
            onChange={(next) => choose({ ...choice, taken: next === 'in' })}
          />
        )}
        {onRemove && <RemoveFile name={table.fileName} onPress={onRemove} />}
      </div>
      {!isOwn && (
        <div className={css.choices}>
          <Join table={table} choice={choice} choose={choose} />
        </div>
      )}
      <Result table={table} currency={currency} choice={choice} comesIn={comesIn} />
      {(comesIn || (isOwn && choice.taken !== false)) && (
        <Columns table={table} choice={choice} choose={choose} subject={isOwn ? role : null} />
      )}
    </li>
  );
}

/** Which column names the initiative of a row, the one that does so most often first. */
function Join({ table, choice, choose }: Pick<FurtherFileProps, 'table' | 'choice' | 'choose'>) {
  const { t } = useTranslation('importMapping');
  const headers = table.headers ?? [];
  const shares = new Map((table.joins ?? []).map(({ column, share }) => [column, share]));
  const joined = [...headers.keys()].sort((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0) || a - b);
  return (
    <SelectField
      label={t('files.join')}
      value={choice.join === null ? NONE : String(choice.join)}
      choices={[
        { id: NONE, text: t('files.leftOut') },
        ...joined.map((column) => ({
          id: String(column),
          text: t('files.joinColumn', {
            column: headers[column] ?? '',
            percent: percent(shares.get(column) ?? 0),
          }),
        })),
      ]}
      onChange={(id) => choose({ ...choice, join: id === NONE ? null : Number(id) })}
    />
  );
}

const percent = (share: number): number => Math.round(100 * share);

/** Which column fills which field; folded away, as most are found. */
function Columns({
  table,
  choice,
  choose,
  subject,
}: Pick<FurtherFileProps, 'table' | 'choice' | 'choose'> & { readonly subject: OtherSubject | null }) {
  const { t } = useTranslation(['importMapping', 'importing']);
  const label = useFieldLabel(subject ?? 'initiatives');
  const { headers = [], columns = {} } = table;
  const fields = fieldsIn(table.role);
  const filled = fields.filter((field) => columns[field] !== undefined);
  const said = filled.map((field) => `${label(field)} ← ${headers[columns[field] ?? -1] ?? ''}`);
  return (
    <details className={css.columns}>
      <summary>
        {t('files.columns', { count: filled.length })}
        <span>{said.join(' · ')}</span>
      </summary>
      <div className={css.choices}>
        {fields.map((field) => (
          <SelectField
            key={field}
            label={label(field)}
            value={columns[field] === undefined ? NONE : String(columns[field])}
            choices={[
              { id: NONE, text: t('match.none', { ns: 'importing' }) },
              ...headers.map((text, column) => ({ id: String(column), text })),
            ]}
            onChange={(id) => {
              const { [field]: _old, ...rest } = columns;
              choose({ ...choice, columns: id === NONE ? rest : { ...rest, [field]: Number(id) } });
            }}
          />
        ))}
      </div>
    </details>
  );
}

const counted = ['created', 'updated', 'unchanged', 'skipped', 'refused'] as const;

/** What comes of the rows, and the first that do not come in as they stand. */
function Result({
  table,
  currency,
  choice,
  comesIn,
}: Pick<FurtherFileProps, 'table' | 'currency' | 'choice'> & { readonly comesIn: boolean }) {
  const { t } = useTranslation(['importMapping', 'importing', 'importReasons']);
  const language = usePreferences((state) => state.language);
  const isOwn = isOwnList(table.role);
  const { issues = [], notes = [] } = table;
  const figures = counted
    .filter((kind) => table[kind] > 0)
    .map((kind) => t(`expected.${kind}`, { ns: 'importing', count: table[kind] }));
  const hits = percent(table.rows === 0 ? 0 : (table.rows - table.unjoined) / table.rows);
  const outcome = comesIn
    ? [
        ...(isOwn ? [] : [t('files.hits', { percent: hits })]),
        ...figures,
        ...(table.sum > 0 ? [formatMoney(table.sum, currency, language)] : []),
      ].join(' · ')
    : t(!isOwn ? 'files.noJoin' : choice.taken === false ? 'files.isOut' : 'files.noName');
  return (
    <>
      <p className={css.outcome} role="status">
        {outcome}
      </p>
      {table.unjoined > 0 && (
        <p className={css.unjoined}>
          {t('files.unjoined', {
            count: table.unjoined,
            shown: formatNumber(table.unjoined, language),
            ids: table.unjoinedIds.join(', '),
          })}
        </p>
      )}
      {notes.map(({ what, count, examples }) => (
        <p key={what} className={css.outcome}>
          {t(`note.${what}`, { ns: 'importReasons' })} · {formatNumber(count, language)}
          {examples.length > 0 && ` (${examples.slice(0, EXAMPLES).join(' · ')})`}
        </p>
      ))}
      {issues.length > 0 && (
        <ul className={css.issues}>
          {issues.slice(0, ISSUES).map(({ row, column, reason, value }) => (
            <li key={`${row} ${column} ${reason}`}>
              {t('files.issue', { row, column, reason: t(`reason.${reason}`, { ns: 'importReasons' }) })}
              {value !== '' && ` (${value})`}
            </li>
          ))}
          {issues.length > ISSUES && (
            <li>{t('report.more', { ns: 'importing', count: issues.length - ISSUES })}</li>
          )}
        </ul>
      )}
    </>
  );
}

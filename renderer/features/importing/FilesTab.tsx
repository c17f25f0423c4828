import { FilePlus2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import { type ImportField, importFields } from '../../../shared/exchange/importFields.ts';
import { type FurtherTable, type TableReport, tableRoles } from '../../../shared/exchange/sources.ts';
import { formatMoney, formatNumber } from '../../../shared/text/format.ts';
import { listEndings } from '../../state/portfolioActions.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { pickFile } from '../../state/service.ts';
import type { ChosenFile } from '../../transport/transport.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import css from './FilesTab.module.css';
import type { PreviewState } from './useImportPreview.ts';

export interface FilesTabProps {
  readonly preview: ImportPreview;
  readonly files: readonly ChosenFile[];
  readonly takeAs: PreviewState['takeAs'];
  readonly onAdd: (file: ChosenFile) => void;
  /** Takes a further file out again, by its place in `files`. */
  readonly onRemove: (index: number) => void;
}

const NONE = '';
/** Fields of a row of each sort, of those that a column can fill. */
const fieldsOf: Readonly<Record<FurtherTable['role'], readonly ImportField[]>> = {
  initiatives: importFields,
  activities: ['name', 'externalId', 'startDate', 'endDate', 'budget', 'teamPeople'],
  suppliers: ['name', 'partners', 'externalId', 'description', 'budget'],
  releases: ['name', 'externalId', 'startDate', 'endDate', 'valuePerMonth'],
};

/** Several files of one portfolio: what each holds, which column joins it and how often that hits, and what comes of it. */
export function FilesTab({ preview, files, takeAs, onAdd, onRemove }: FilesTabProps) {
  const { t } = useTranslation(['importMapping', 'importing']);
  const tables = preview.tables ?? [];
  const main = preview.plan.main ?? 0;
  const choose = (table: TableReport, next: Partial<FurtherTable>): void => {
    const chosen = preview.plan.tables ?? [];
    const file = table.file ?? 0;
    const before = chosen.find((each) => each.file === file) ?? { file, role: table.role, join: null };
    takeAs({ tables: [...chosen.filter((each) => each.file !== file), { ...before, ...next }] });
  };
  return (
    <div className={css.files}>
      <p className={css.help}>{t('files.help')}</p>
      <ul>
        <li className={css.file}>
          <div className={css.head}>
            <strong>{files[main]?.name}</strong>
            <span>{t('files.main')}</span>
            {main > 0 && <Remove name={files[main]?.name ?? ''} onPress={() => onRemove(main)} />}
          </div>
        </li>
        {tables.map((table) => (
          <Further
            key={table.file ?? table.fileName}
            table={table}
            currency={preview.plan.currency}
            choice={preview.plan.tables?.find(({ file }) => file === table.file) ?? null}
            choose={(next) => choose(table, next)}
            {...((table.file ?? 0) > 0 && (table.file ?? 0) < files.length
              ? { onRemove: () => onRemove(table.file ?? 0) }
              : {})}
          />
        ))}
      </ul>
      <Button
        onPress={() => {
          void pickFile(listEndings).then((file) => {
            if (file) onAdd(file);
          });
        }}
      >
        <FilePlus2 size={15} aria-hidden />
        {t('files.add')}
      </Button>
    </div>
  );
}

function Remove({ name, onPress }: { readonly name: string; readonly onPress: () => void }) {
  const { t } = useTranslation('importMapping');
  return (
    <Button look="quiet" icon aria-label={t('files.remove', { name })} onPress={onPress}>
      <X size={14} aria-hidden />
    </Button>
  );
}

function Further({
  table,
  currency,
  choice,
  choose,
  onRemove,
}: {
  readonly table: TableReport;
  readonly currency: string;
  readonly choice: FurtherTable | null;
  readonly choose: (next: Partial<FurtherTable>) => void;
  readonly onRemove?: () => void;
}) {
  const { t } = useTranslation(['importMapping', 'importing']);
  const language = usePreferences((state) => state.language);
  const headers = table.headers ?? [];
  const shares = new Map((table.joins ?? []).map(({ column, share }) => [column, share]));
  const join = choice?.join ?? null;
  const percent = (share: number): number => Math.round(100 * share);
  const joined = [...headers.keys()].sort((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0) || a - b);
  const columns = table.columns ?? {};
  const figures = (['created', 'updated', 'unchanged', 'skipped', 'refused'] as const).filter(
    (kind) => table[kind] > 0,
  );
  return (
    <li className={css.file}>
      <div className={css.head}>
        <strong>{table.fileName}</strong>
        <span>{t('files.rows', { count: table.rows })}</span>
        {onRemove && <Remove name={table.fileName} onPress={onRemove} />}
      </div>
      <div className={css.choices}>
        <SelectField
          label={t('files.role')}
          value={table.role}
          choices={tableRoles
            .filter((role) => role !== 'initiatives')
            .map((id) => ({ id, text: t(`role.${id}`) }))}
          onChange={(role) => choose({ role })}
        />
        <SelectField
          label={t('files.join')}
          value={join === null ? NONE : String(join)}
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
          onChange={(id) => choose({ join: id === NONE ? null : Number(id) })}
        />
        {join !== null &&
          fieldsOf[table.role].map((field) => (
            <SelectField
              key={field}
              label={t(`field.${field}`, { ns: 'importing' })}
              value={columns[field] === undefined ? NONE : String(columns[field])}
              choices={[
                { id: NONE, text: t('match.none', { ns: 'importing' }) },
                ...headers.map((text, column) => ({ id: String(column), text })),
              ]}
              onChange={(id) => {
                const { [field]: _old, ...rest } = columns;
                choose({ columns: id === NONE ? rest : { ...rest, [field]: Number(id) } });
              }}
            />
          ))}
      </div>
      <p className={css.outcome} role="status">
        {join === null
          ? t('files.noJoin')
          : [
              t('files.hits', {
                percent: percent(table.rows === 0 ? 0 : (table.rows - table.unjoined) / table.rows),
              }),
              ...figures.map((kind) => t(`expected.${kind}`, { ns: 'importing', count: table[kind] })),
              ...(table.sum > 0 ? [formatMoney(table.sum, currency, language)] : []),
            ].join(' · ')}
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
    </li>
  );
}

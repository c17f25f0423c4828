import { FilePlus2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview, TableReport } from '../../../shared/exchange/contract.ts';
import type { FurtherTable } from '../../../shared/exchange/sources.ts';
import { listEndings } from '../../state/portfolioActions.ts';
import { pickFile } from '../../state/service.ts';
import type { ChosenFile } from '../../transport/transport.ts';
import { Button } from '../../ui/Button.tsx';
import css from './FilesTab.module.css';
import { FurtherFile, type FurtherReport } from './FurtherFile.tsx';
import { RemoveFile } from './RemoveFile.tsx';
import type { PreviewState } from './useImportPreview.ts';

export interface FilesTabProps {
  readonly preview: ImportPreview;
  readonly files: readonly ChosenFile[];
  readonly takeAs: PreviewState['takeAs'];
  readonly onAdd: (file: ChosenFile) => void;
  /** Takes a further file out again, by its place in `files`. */
  readonly onRemove: (index: number) => void;
}

/** True for all tables beside a list: other records come only in tables that are given back to their portfolio. */
const isFurther = (table: TableReport): table is FurtherReport => table.role !== 'records';

/**
 * Several files or sheets of one portfolio: what each holds, whether and by what it comes in, and what comes of it.
 */
export function FilesTab({ preview, files, takeAs, onAdd, onRemove }: FilesTabProps) {
  const { t } = useTranslation(['importMapping', 'importSubjects']);
  const { tables = [], plan } = preview;
  const main = plan.main ?? 0;
  const rows = plan.rows ?? 'initiatives';
  const mainName = [files[main]?.name ?? '', ...(plan.sheet === undefined ? [] : [plan.sheet])].join(' · ');
  const choose = (table: TableReport, next: FurtherTable): void => {
    const others = (plan.tables ?? []).filter((each) => each.file !== table.file);
    takeAs({ tables: [...others, next] });
  };
  /** The file becomes the one that the others belong to: everything that was chosen was chosen of another. */
  const makeMain = (file: number): void =>
    takeAs({
      main: file,
      rows: 'initiatives',
      tables: undefined,
      headerRow: undefined,
      columns: undefined,
      units: undefined,
      dateOrders: undefined,
      separators: undefined,
      zeroUnknown: undefined,
      readings: undefined,
      decisions: undefined,
      retire: undefined,
    });
  return (
    <div className={css.files}>
      <p className={css.help}>{t('files.help')}</p>
      <ul>
        <li className={css.file}>
          <div className={css.head}>
            <strong>{mainName}</strong>
            <span>
              {rows === 'initiatives' ? t('files.main') : t('files.mainOther', { rows: t(`role.${rows}`) })}
            </span>
            {main > 0 && <RemoveFile name={files[main]?.name ?? ''} onPress={() => onRemove(main)} />}
          </div>
        </li>
        {tables.filter(isFurther).map((table) => {
          const file = table.file ?? 0;
          const isFile = file < files.length;
          const chosen = plan.tables?.find((each) => each.file === file);
          return (
            <FurtherFile
              key={file}
              table={table}
              currency={plan.currency}
              choice={chosen ?? { file, role: table.role, join: null }}
              choose={(next) => choose(table, next)}
              {...(isFile ? { onMain: () => makeMain(file) } : {})}
              {...(isFile && file > 0 ? { onRemove: () => onRemove(file) } : {})}
            />
          );
        })}
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

import { useTranslation } from 'react-i18next';
import { type PortfolioRecords, type TableName, tableNames } from '../../../shared/domain/records.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import start from '../../ui/Start.module.css';
import { Start } from '../../ui/Start.tsx';
import { tableWord } from '../backups/tableWord.ts';
import css from './SnapshotsView.module.css';

/** What stands where snapshots will be: what one would keep today, and what it is for. */
export function FirstSnapshot({
  records,
  readOnly,
  onTake,
}: {
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
  readonly onTake: () => void;
}) {
  const { t } = useTranslation('snapshots');
  const language = usePreferences((state) => state.language);
  const kept = tableNames
    .filter((table) => table !== 'portfolio')
    .map((table) => ({ table, count: Object.keys(records[table]).length }))
    .filter(({ count }) => count > 0);
  return (
    <Start title={t('what.title')} steps={[t('what.look'), t('what.compare'), t('what.back'), t('what.own')]}>
      <header className={start.head}>
        <div>
          <h2>{t(kept.length === 0 ? 'empty.bare' : 'empty.title')}</h2>
          <p>{t(kept.length === 0 ? 'empty.nothing' : 'empty.text')}</p>
        </div>
        <Button look="primary" isDisabled={readOnly} onPress={onTake}>
          {t('new')}
        </Button>
      </header>
      {kept.length > 0 && (
        <dl className={css.kept}>
          {kept.map(({ table, count }: { readonly table: TableName; readonly count: number }) => (
            <div key={table}>
              <dt>{tableWord(table, language)}</dt>
              <dd>{formatNumber(count, language)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Start>
  );
}

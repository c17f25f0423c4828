import { useTranslation } from 'react-i18next';
import type { RecordChange } from '../../../shared/contract/methods.ts';
import type { Language } from '../../../shared/text/area.ts';
import { tableWord } from '../backups/tableWord.ts';
import { fieldWord, type ValueContext, valueWords } from './fieldWords.ts';
import css from './HistoryView.module.css';

/** Records that were added, changed or removed, field by field, before and after. */
export function RecordChanges({
  changes,
  names,
  currency,
  language,
}: {
  readonly changes: readonly RecordChange[];
  /** Names of records that values refer to, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly currency: string;
  readonly language: Language;
}) {
  const { t } = useTranslation('backups');
  const context: ValueContext = {
    language,
    currency,
    names,
    gone: t('history.gone'),
    unknown: t('history.unknown'),
  };
  return changes.map((change) => (
    <Change key={`${change.table}/${change.id}/${change.kind}`} change={change} context={context} />
  ));
}

function Change({ change, context }: { readonly change: RecordChange; readonly context: ValueContext }) {
  const { t } = useTranslation('backups');
  const { table, kind } = change;
  return (
    <section className={css.change}>
      <h3>
        <span className={css.kind} data-kind={kind}>
          {t(`history.${kind}`)}
        </span>
        {change.name ?? t('history.gone')}
        <span className={css.table}>{tableWord(table, context.language)}</span>
      </h3>
      <dl>
        {change.fields.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{fieldWord(table, field, context.language)}</dt>
            <dd>
              {kind === 'updated' ? (
                <>
                  <del>{valueWords(table, field, before, context)}</del>
                  <span aria-hidden> → </span>
                  <ins>{valueWords(table, field, after, context)}</ins>
                </>
              ) : (
                valueWords(table, field, kind === 'added' ? after : before, context)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

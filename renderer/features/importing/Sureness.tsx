import { Check, CircleHelp, UserCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type PreviewColumn, surenessOf } from './choices.ts';
import css from './Matching.module.css';

/** How sure a match is, in a word, a mark and a figure, and what it rests on. */
export function Sureness({ column }: { readonly column: PreviewColumn }) {
  const { t } = useTranslation(['importMapping', 'importing']);
  if (column.matched === null) return null;
  if (column.matched === 'chosen' || column.sure === null || column.sure === undefined)
    return (
      <span className={css.sure} data-sure="chosen">
        <UserCheck size={13} aria-hidden />
        {t('match.by.chosen', { ns: 'importing' })}
      </span>
    );
  const word = surenessOf(column.sure);
  const Mark = word === 'look' ? CircleHelp : Check;
  return (
    <span className={css.sure} data-sure={word}>
      <Mark size={13} aria-hidden />
      {t(`sure.${word}`)}
      <small>
        {t('sure.percent', { percent: Math.round(100 * column.sure) })} ·{' '}
        {t(`match.by.${column.matched}`, { ns: 'importing' })}
      </small>
    </span>
  );
}

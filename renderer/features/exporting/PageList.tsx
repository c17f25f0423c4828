import { useTranslation } from 'react-i18next';
import { type PageId, pageIds, usualPages } from '../../../shared/report/options.ts';
import { Button } from '../../ui/Button.tsx';
import css from './ExportDialog.module.css';
import { toggled } from './exportChoice.ts';

/** The pages of a report to choose from; those of the view behind the dialog are marked. */
export function PageList({
  chosen,
  ofView,
  disabled,
  onChange,
}: {
  readonly chosen: readonly PageId[];
  readonly ofView: readonly PageId[];
  readonly disabled: boolean;
  readonly onChange: (pages: PageId[]) => void;
}) {
  const { t } = useTranslation('reports');
  return (
    <fieldset className={css.group} disabled={disabled}>
      <legend>{t('dialog.pages')}</legend>
      <div className={css.quick}>
        {ofView.length > 0 && (
          <Button look="quiet" isDisabled={disabled} onPress={() => onChange([...ofView])}>
            {t('dialog.onlyView')}
          </Button>
        )}
        <Button look="quiet" isDisabled={disabled} onPress={() => onChange([...usualPages])}>
          {t('dialog.usual')}
        </Button>
        <Button look="quiet" isDisabled={disabled} onPress={() => onChange([...pageIds])}>
          {t('dialog.all')}
        </Button>
      </div>
      <ul className={css.pages}>
        {pageIds.map((page) => (
          <li key={page}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(page)}
                onChange={() => onChange(toggled(pageIds, chosen, page))}
              />
              {t(`page.${page}`)}
              {ofView.includes(page) && <em>{t('dialog.thisView')}</em>}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

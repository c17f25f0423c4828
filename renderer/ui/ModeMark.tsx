import { useTranslation } from 'react-i18next';
import type { Mode } from '../../shared/domain/records.ts';
import css from './ModeMark.module.css';

/** The sign of a mode: a square for a project, a circle for a product team; with its word unless `bare`. */
export function ModeMark({ mode, bare = false }: { readonly mode: Mode; readonly bare?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={css.mark} data-mode={mode}>
      <span className={css.sign} aria-hidden />
      {bare ? <span className="visuallyHidden">{t(`mode.${mode}`)}</span> : t(`mode.${mode}`)}
    </span>
  );
}

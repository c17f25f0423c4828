import { useTranslation } from 'react-i18next';
import { questionOf, writtenTitle } from '../../../shared/storyboard/pages.ts';
import { currentLanguage } from '../../i18n.ts';
import css from './present.module.css';
import { useShownPage } from './useShownPage.ts';

/** The title of what is shown: the one that somebody wrote for the page, else what the picture finds; and the question. */
export function StageHead({ title, subtitle }: { readonly title: string; readonly subtitle?: string }) {
  // Asked again with each language.
  useTranslation();
  const page = useShownPage();
  const language = currentLanguage();
  const question = page ? questionOf(page, language) : '';
  return (
    <header className={css.head}>
      <h1>{(page && writtenTitle(page, language)) ?? title}</h1>
      {(question || subtitle) && <p>{question || subtitle}</p>}
    </header>
  );
}

import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { questionOf, writtenTitle } from '../../../shared/storyboard/pages.ts';
import { heldTogether, shortLine } from '../../../shared/storyboard/shortLine.ts';
import { StageContext } from '../../charts/frame/stage.ts';
import { useMeasure } from '../../charts/frame/useChartSize.ts';
import { currentLanguage } from '../../i18n.ts';
import css from './present.module.css';
import { useShownPage } from './useShownPage.ts';

/** The title of what is shown: the one that somebody wrote for the page, else what the picture finds; and the question. */
export function StageHead({ title, subtitle = '' }: { readonly title: string; readonly subtitle?: string }) {
  // Asked again with each language.
  useTranslation();
  const stage = useContext(StageContext);
  const measure = useMeasure();
  const page = useShownPage();
  const language = currentLanguage();
  const question = page ? questionOf(page, language) : '';
  const line =
    question ||
    (stage ? shortLine(subtitle, stage.width, (text) => measure(text, stage.question)) : subtitle);
  return (
    <header className={css.head}>
      <h1>{heldTogether((page && writtenTitle(page, language)) ?? title)}</h1>
      {line !== '' && <p>{heldTogether(line)}</p>}
    </header>
  );
}

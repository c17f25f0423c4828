import { type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { questionOf, writtenTitle } from '../../../shared/storyboard/pages.ts';
import { heldTogether, shortLine } from '../../../shared/storyboard/shortLine.ts';
import { type DrawNamed, NamedText } from '../../charts/frame/NamedText.tsx';
import { plainText } from '../../charts/frame/naming.ts';
import { StageContext } from '../../charts/frame/stage.ts';
import { useMeasure } from '../../charts/frame/useChartSize.ts';
import { currentLanguage } from '../../i18n.ts';
import { usePresent } from '../../state/presentStore.ts';
import css from './present.module.css';
import { useShownPage } from './useShownPage.ts';

/**
 * The title of what is shown: the one that somebody wrote for the page, else what the picture finds; and the question.
 * Figures that the picture names open, but in the window that a room sees beside the presenter's, which takes no hand.
 */
export function StageHead({
  title,
  subtitle = '',
  draw = asText,
}: {
  readonly title: string;
  readonly subtitle?: string;
  readonly draw?: DrawNamed | undefined;
}) {
  // Asked again with each language.
  useTranslation();
  const stage = useContext(StageContext);
  const measure = useMeasure();
  const page = useShownPage();
  const language = currentLanguage();
  const question = page ? questionOf(page, language) : '';
  const role = usePresent((state) => state.role);
  const said = plainText(subtitle);
  const line =
    question || (stage ? shortLine(said, stage.width, (text) => measure(text, stage.question)) : said);
  const held = (text: string, as: string): ReactNode => (
    <NamedText text={text} as={heldTogether(as)} draw={role === 'projected' ? asText : draw} />
  );
  const own = page && writtenTitle(page, language);
  return (
    <header className={css.head}>
      <h1>{own === null ? held(title, plainText(title)) : heldTogether(own)}</h1>
      {line !== '' && <p>{question === '' ? held(subtitle, line) : heldTogether(question)}</p>}
    </header>
  );
}

const asText: DrawNamed = () => null;

import { useTranslation } from 'react-i18next';
import type { StoryboardPage } from '../../../shared/domain/records.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { currentLanguage } from '../../i18n.ts';
import { presentStoryboard } from '../../state/presentActions.ts';
import { editPage } from '../../state/storyboardActions.ts';
import { restoreView } from '../../state/viewCapture.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineField } from '../../ui/InlineField.tsx';
import type { Parsed } from '../../ui/parse.ts';
import { useProposedTitle } from './ProposedTitles.tsx';
import css from './storyboard.module.css';
import { useViewName } from './useViewName.ts';

type TextField = 'titleEn' | 'titleZh' | 'questionEn' | 'questionZh' | 'notes';

const MOST_MINUTES = 1000;

/** Minutes as somebody types them; nothing is not known. */
function readMinutes(text: string): Parsed<number | null> {
  const clean = text.trim().replace(',', '.');
  if (clean === '') return { ok: true, value: null };
  const minutes = Number(clean);
  return Number.isFinite(minutes) && minutes >= 0 && minutes <= MOST_MINUTES
    ? { ok: true, value: minutes }
    : { ok: false, reason: 'invalid.number' };
}

/** One page: what it says in both languages, its notes and its time. Empty titles are those of the picture. */
export function PageDetail({
  page,
  number,
  readOnly,
}: {
  readonly page: StoryboardPage;
  readonly number: number;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('storyboard');
  const language = currentLanguage();
  const view = useViewName(page.area);
  const proposed = {
    titleEn: useProposedTitle(page.area, 'en'),
    titleZh: useProposedTitle(page.area, 'zh-CN'),
  };
  const placeholderOf = (field: TextField): string => {
    if (field !== 'titleEn' && field !== 'titleZh') return '';
    const title = proposed[field];
    if (title !== null) return t('page.proposed', { title });
    return view === null ? '' : t('page.proposedOf', { view });
  };
  const text = (field: TextField, label: string, lines?: number) => (
    <InlineField
      label={label}
      labelAt="above"
      value={page[field]}
      show={(value) => value}
      read={(value) => ({ ok: true, value: value.trim() })}
      onCommit={(value) => void editPage(page, { [field]: value })}
      placeholder={placeholderOf(field)}
      readOnly={readOnly}
      {...(lines ? { lines } : {})}
    />
  );
  return (
    <section className={css.detail} aria-label={t('page.detail', { number: formatNumber(number, language) })}>
      <h2>{t('page.detail', { number: formatNumber(number, language) })}</h2>
      {text('titleEn', t('page.title'), 2)}
      {text('titleZh', t('page.titleZh'), 2)}
      {text('questionEn', t('page.question'), 2)}
      {text('questionZh', t('page.questionZh'), 2)}
      {text('notes', t('page.notes'), 6)}
      <InlineField
        label={t('page.minutes')}
        labelAt="above"
        value={page.minutes}
        show={(value) => (value === null ? '' : formatNumber(value, language, 1))}
        toText={(value) => (value === null ? '' : String(value))}
        read={readMinutes}
        onCommit={(minutes) => void editPage(page, { minutes })}
        readOnly={readOnly}
      />
      <div className={css.detailButtons}>
        <Button onPress={() => presentStoryboard(page.storyboardId, page.id)}>{t('runFrom')}</Button>
        <Button isDisabled={view === null} onPress={() => restoreView(page)}>
          {t('page.show')}
        </Button>
      </div>
    </section>
  );
}

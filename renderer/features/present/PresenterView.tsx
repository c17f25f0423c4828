import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryboardPage } from '../../../shared/domain/records.ts';
import { clockText } from '../../../shared/storyboard/clock.ts';
import { questionOf, writtenTitle } from '../../../shared/storyboard/pages.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { currentLanguage } from '../../i18n.ts';
import { useHiding } from '../../state/hiding.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { shownPages, showPage, turn } from '../../state/presentActions.ts';
import { usePresent } from '../../state/presentStore.ts';
import { sendNow } from '../../state/projection.ts';
import { Button } from '../../ui/Button.tsx';
import { useViewName } from '../storyboard/useViewName.ts';
import css from './present.module.css';
import { Over, useSecondsOnPage, useSecondsSince } from './StageFoot.tsx';
import { StageScreen } from './StageScreen.tsx';
import { thumbOf, useThumbs } from './thumbs.ts';
import { useShownPage } from './useShownPage.ts';

/** The presenter's window: what the room sees, the notes, what comes next, and the time. */
export function PresenterView() {
  const { t } = useTranslation('present');
  const page = useShownPage();
  const hidden = useHiding();
  const records = usePortfolio((state) => state.records?.storyboardPage);
  const session = usePresent((state) => state.session);
  const pages = records ? shownPages() : [];
  const next = pages[pages.findIndex(({ id }) => id === page?.id) + 1] ?? null;
  const onPage = useSecondsOnPage();
  const total = useSecondsSince(session?.startedAt);
  const planned = page?.minutes ?? null;
  const over = planned !== null && onPage > planned * 60;
  const number = (value: number): string => formatNumber(value, currentLanguage());
  useThumbs(page?.id ?? null);
  return (
    <main className={css.presenter} aria-label={t('presenter.title')}>
      <section className={css.now} aria-label={t('presenter.now')}>
        <div className={css.nowBox}>
          <StageScreen />
        </div>
        <p className={css.state}>
          <span>{t('presenter.following')}</span>
          {hidden.amounts && <strong>{t('stage.amountsHidden')}</strong>}
          {hidden.names && <strong>{t('stage.namesHidden')}</strong>}
        </p>
        <div className={css.turns}>
          <Button onPress={() => atOnce(() => turn(-1))}>{t('presenter.back')}</Button>
          <Button look="primary" onPress={() => atOnce(() => turn(1))}>
            {t('presenter.forward')}
          </Button>
        </div>
        {pages.length > 1 && (
          <ol className={css.pages}>
            {pages.map((each, k) => (
              <li key={each.id}>
                <button
                  type="button"
                  aria-current={each.id === page?.id ? 'page' : undefined}
                  onClick={() => atOnce(() => showPage(each))}
                >
                  <span>{formatNumber(k + 1, currentLanguage())}</span>
                  <PageTitle page={each} />
                </button>
              </li>
            ))}
          </ol>
        )}
      </section>
      <aside className={css.side}>
        <dl className={css.times}>
          <div>
            <dt>{t('presenter.clock')}</dt>
            <dd>
              <Clock />
            </dd>
          </div>
          <div data-over={over || undefined}>
            <dt>{t('presenter.page')}</dt>
            <dd>
              {planned !== null && over && <Over seconds={onPage - planned * 60} />} {clockText(onPage)}
              <small>
                {planned === null
                  ? t('presenter.minutes', { used: number(Math.floor(onPage / 60)) })
                  : t('presenter.minutesOf', {
                      used: number(Math.floor(onPage / 60)),
                      planned: formatNumber(planned, currentLanguage(), 1),
                    })}
              </small>
            </dd>
          </div>
          <div>
            <dt>{t('presenter.total')}</dt>
            <dd>{clockText(total)}</dd>
          </div>
        </dl>
        <section>
          <h2>{t('presenter.notes')}</h2>
          <p className={css.notes}>{page?.notes.trim() || t('presenter.noNotes')}</p>
        </section>
        <section data-next>
          <h2>{t('presenter.next')}</h2>
          {next ? <NextPage page={next} /> : <p>{t('presenter.last')}</p>}
        </section>
      </aside>
    </main>
  );
}

/** Does it, and tells the projected window before this one is drawn. */
function atOnce(act: () => void): void {
  act();
  sendNow();
}

/** What comes next: its title and question, and its picture once it was shown in this session. */
function NextPage({ page }: { readonly page: StoryboardPage }) {
  const language = currentLanguage();
  const thumb = thumbOf(page.id);
  return (
    <div className={css.next}>
      <strong>
        <PageTitle page={page} />
      </strong>
      <p>{questionOf(page, language)}</p>
      {thumb && <img src={thumb} alt="" />}
    </div>
  );
}

/** What a page is called before its picture has told. */
function PageTitle({ page }: { readonly page: StoryboardPage }) {
  const { t } = useTranslation('storyboard');
  const view = useViewName(page.area);
  const written = writtenTitle(page, currentLanguage());
  return written ?? (view === null ? t('page.gone') : t('page.proposedOf', { view }));
}

function Clock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(ticking);
  }, []);
  return <time>{now.toLocaleTimeString(currentLanguage(), { hour: '2-digit', minute: '2-digit' })}</time>;
}

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryboardPage } from '../../../shared/domain/records.ts';
import { clockText } from '../../../shared/storyboard/clock.ts';
import { questionOf, writtenTitle } from '../../../shared/storyboard/pages.ts';
import { currentLanguage } from '../../i18n.ts';
import { useHiding } from '../../state/hiding.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { shownPages, turn } from '../../state/presentActions.ts';
import { usePresent } from '../../state/presentStore.ts';
import { Button } from '../../ui/Button.tsx';
import css from './present.module.css';
import { useSecondsSince } from './StageFoot.tsx';
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
  const onPage = useSecondsSince(session?.pageStartedAt);
  const total = useSecondsSince(session?.startedAt);
  const planned = page?.minutes ?? null;
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
          <Button onPress={() => turn(-1)}>{t('presenter.back')}</Button>
          <Button look="primary" onPress={() => turn(1)}>
            {t('presenter.forward')}
          </Button>
        </div>
      </section>
      <aside className={css.side}>
        <dl className={css.times}>
          <div>
            <dt>{t('presenter.clock')}</dt>
            <dd>
              <Clock />
            </dd>
          </div>
          <div data-over={(planned !== null && onPage > planned * 60) || undefined}>
            <dt>{t('presenter.page')}</dt>
            <dd>
              {clockText(onPage)}
              {planned !== null && (
                <small> {t('presenter.planned', { time: clockText(planned * 60) })}</small>
              )}
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

/** What comes next: its title and question, and its picture once it was shown in this session. */
function NextPage({ page }: { readonly page: StoryboardPage }) {
  const { t } = useTranslation(['storyboard', 'shell']);
  const language = currentLanguage();
  const thumb = thumbOf(page.id);
  const view = t(`view.${page.area}` as 'view.map', { ns: 'shell' });
  return (
    <div className={css.next}>
      <strong>{writtenTitle(page, language) ?? t('page.proposedOf', { view })}</strong>
      <p>{questionOf(page, language)}</p>
      {thumb && <img src={thumb} alt="" />}
    </div>
  );
}

function Clock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(ticking);
  }, []);
  return <time>{now.toLocaleTimeString(currentLanguage(), { hour: '2-digit', minute: '2-digit' })}</time>;
}

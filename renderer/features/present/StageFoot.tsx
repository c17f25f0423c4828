import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockText } from '../../../shared/storyboard/clock.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { plainText } from '../../charts/frame/naming.ts';
import { currentLanguage } from '../../i18n.ts';
import { useHiding } from '../../state/hiding.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { shownPages } from '../../state/presentActions.ts';
import { usePresent } from '../../state/presentStore.ts';
import { FigureText } from '../receipts/FigureText.tsx';
import { useMoved } from '../scenarios/useMoved.ts';
import css from './present.module.css';
import { useStageParts } from './stageParts.ts';
import { useShownPage } from './useShownPage.ts';

/** The line at the foot: where we are, on which scenario, what is hidden, the time, and the keys. */
export function StageFoot() {
  const { t } = useTranslation('present');
  const session = usePresent((state) => state.session);
  const timer = usePresent((state) => state.timer);
  const resumed = usePresent((state) => state.resumed);
  const screens = useStageParts((state) => state.screens);
  const screen = usePresent((state) => state.look.screen);
  const blocked = usePresent((state) => state.blocked);
  const role = usePresent((state) => state.role);
  const hidden = useHiding();
  const looking = usePortfolio((state) => state.looking);
  const scenario = usePortfolio((state) =>
    state.looking.kind === 'scenario' ? (state.records?.scenario[state.looking.id]?.name ?? null) : null,
  );
  // Pages are counted anew when the storyboard changes.
  usePortfolio((state) => state.records?.storyboardPage);
  const pages = shownPages();
  const at = pages.findIndex((page) => page.id === session?.pageId);
  const number = (value: number): string => formatNumber(value, currentLanguage());
  return (
    <footer className={css.foot}>
      <p>
        {at >= 0 && <span>{t('stage.place', { page: number(at + 1), pages: number(pages.length) })}</span>}
        {screens > 1 && (
          <span>
            {t('stage.screen', {
              screen: number(Math.min(screen, screens - 1) + 1),
              screens: number(screens),
            })}
          </span>
        )}
        {scenario !== null && <span className={css.scenario}>{t('stage.scenario', { name: scenario })}</span>}
        {scenario !== null && <Moved />}
        {looking.kind === 'snapshot' && <span>{t('stage.snapshot', { name: looking.snapshot.name })}</span>}
        {hidden.amounts && <span>{t('stage.amountsHidden')}</span>}
        {hidden.names && <span>{t('stage.namesHidden')}</span>}
      </p>
      <p>
        {timer ? (
          <Timer />
        ) : (
          role === 'alone' && (
            <span>{t(blocked ? 'presenter.blocked' : resumed ? 'stage.resumed' : 'stage.keysHint')}</span>
          )
        )}
      </p>
    </footer>
  );
}

/** Seconds since an instant, asked again each second. */
export function useSecondsSince(instant: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  return instant === undefined ? 0 : Math.max(0, Math.floor((Math.max(now, instant) - instant) / 1000));
}

/**
 * What the room has moved against the plan: its waste, which every flip moves, else the first that is known. It opens
 * like the figures of a title, and not in the window that a room sees beside the presenter's.
 */
function Moved() {
  const moved = useMoved();
  const role = usePresent((state) => state.role);
  const amounts = useHiding((state) => state.amounts);
  // A sign alone would say what is hidden.
  if (amounts || !moved) return null;
  const figure = moved.figures.find(({ key }) => key === 'wasteMoney') ?? moved.figures[0];
  if (!figure) return null;
  return (
    <strong data-moved>
      {role === 'projected' ? (
        plainText(figure.text)
      ) : (
        <FigureText text={figure.text} figures={moved.opens} />
      )}
    </strong>
  );
}

/** Seconds that the shown page was on the screen in this meeting, asked again each second. */
export function useSecondsOnPage(): number {
  const { usedMs, runsSince } = usePresent((state) => state.clock);
  const running = useSecondsSince(runsSince ?? undefined);
  return runsSince === null ? Math.floor(usedMs / 1000) : running;
}

/** That a page takes longer than planned, by a sign and in words. */
export function Over({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation('present');
  return <strong className={css.over}>▲ {t('stage.overtime', { time: clockText(seconds) })}</strong>;
}

function Timer() {
  const { t } = useTranslation('present');
  const session = usePresent((state) => state.session);
  const planned = useShownPage()?.minutes ?? null;
  const page = useSecondsOnPage();
  const total = useSecondsSince(session?.startedAt);
  const over = planned !== null && page > planned * 60;
  return (
    <span role="timer" data-over={over || undefined}>
      {planned !== null && over && <Over seconds={page - planned * 60} />}
      {planned === null
        ? t('stage.timer', { page: clockText(page), total: clockText(total) })
        : t('stage.timerOf', {
            page: clockText(page),
            planned: clockText(planned * 60),
            total: clockText(total),
          })}
    </span>
  );
}

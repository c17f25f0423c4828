import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { Portfolio } from '../../../shared/domain/records.ts';
import { PARAMETERS, type ParameterInfo } from '../../../shared/model/parameterTable.ts';
import { runner } from '../../analysis/runner.ts';
import { type Comparison, useComparison } from '../../analysis/useComparison.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { useFiguresLeft, useInitiativeFigures } from '../../analysis/useInitiativeFigures.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useFlowInitiative } from '../flow/useFlowInitiative.ts';
import { inputValue } from '../receipts/parameterWords.ts';
import { type PortfolioFigures, portfolioFigures } from './moves.ts';
import css from './parameters.module.css';
import { type ParameterValue, sameValue } from './parameterValue.ts';

interface Moved {
  readonly info: ParameterInfo;
  readonly before: ParameterValue;
  readonly after: ParameterValue;
}

/** The first parameter whose portfolio value differs between two states. */
function movedParameter(before: Portfolio, after: Portfolio): Moved | null {
  for (const info of PARAMETERS) {
    const old = before.parameters[info.id]?.value ?? info.default;
    const next = after.parameters[info.id]?.value ?? info.default;
    if (!sameValue(old, next)) return { info, before: old, after: next };
  }
  return null;
}

/** Says what the last change of a parameter moved: for the whole portfolio, and for the initiative that Flow shows. */
export function MovesPanel() {
  const { t } = useTranslation('parameters');
  const figures = useFigureWords();
  const currency = useCurrency();
  useInitiativeFigures();
  const left = useFiguresLeft();
  const records = usePortfolio((state) => state.records);
  const portfolio = records ? settingsOf(records) : null;
  const initiative = useFlowInitiative();
  const comparison = useComparison(initiative?.id ?? null);
  const last = useRef<{ portfolio: Portfolio; comparison: Comparison; whole: PortfolioFigures } | null>(null);
  const [moved, setMoved] = useState<{
    readonly what: Moved;
    readonly comparison: Comparison;
    readonly whole: PortfolioFigures;
  } | null>(null);
  const whole = records ? portfolioFigures(records.initiative, runner.headlines) : null;

  useEffect(() => {
    if (!portfolio || !whole) return;
    const before = last.current;
    if (before && before.portfolio !== portfolio) {
      const what = movedParameter(before.portfolio, portfolio);
      if (what) setMoved({ what, comparison: before.comparison, whole: before.whole });
    }
    // Figures that are still being computed belong to no moment; the last complete ones do.
    if (left === 0 || before === null) last.current = { portfolio, comparison, whole };
    else last.current = { ...before, portfolio, comparison };
  });
  if (!records || !whole) return null;

  const pair = (before: number | null, after: number | null, say: (value: number) => string): string => {
    if (before === null || after === null) return '–';
    const [from, to] = [say(before), say(after)];
    return from === to ? t('moves.same', { value: to }) : t('moves.value', { before: from, after: to });
  };
  const say = (info: ParameterInfo, value: ParameterValue): string =>
    inputValue({ value, unit: info.unit }, figures, currency);
  const now = comparison.status === 'ready' ? comparison : null;
  const then = moved?.comparison.status === 'ready' ? moved.comparison : null;
  return (
    <section className={css.moves} aria-label={t('moves.title')} aria-live="polite">
      <h2>{t('moves.title')}</h2>
      {!moved && <p className={css.help}>{t('moves.none')}</p>}
      {moved && (
        <>
          <p>
            <strong>
              {t('moves.of', {
                parameter: t(`param.${moved.what.info.id}`),
                before: say(moved.what.info, moved.what.before),
                after: say(moved.what.info, moved.what.after),
              })}
            </strong>
          </p>
          <h3>{t('moves.portfolio')}</h3>
          {left > 0 ? (
            <p className={css.help}>{t('moves.computing', { count: left })}</p>
          ) : (
            <dl>
              <dt>{t('moves.waste')}</dt>
              <dd>{pair(moved.whole.wasteShare, whole.wasteShare, (value) => figures.percent(value, 1))}</dd>
              <dt>{t('moves.firstValue')}</dt>
              <dd>
                {pair(moved.whole.firstValueMonths, whole.firstValueMonths, (value) => figures.months(value))}
              </dd>
            </dl>
          )}
          {initiative && now && then && (
            <>
              <h3>{t('moves.initiative', { name: initiative.name })}</h3>
              <dl>
                {(['project', 'product'] as const).map((mode) => (
                  <Line
                    key={mode}
                    mode={mode}
                    text={pair(then.result[mode].waste_pd_total, now.result[mode].waste_pd_total, (value) =>
                      figures.number(value),
                    )}
                  />
                ))}
                {now.basis.valueKnown && (
                  <>
                    <dt>{t('moves.delta')}</dt>
                    <dd>{pair(then.result.delta.net, now.result.delta.net, figures.moneyShort)}</dd>
                  </>
                )}
              </dl>
            </>
          )}
        </>
      )}
    </section>
  );
}

function Line({ mode, text }: { readonly mode: 'project' | 'product'; readonly text: string }) {
  const { t } = useTranslation('common');
  const { t: receipts } = useTranslation('receipts');
  return (
    <>
      <dt>
        {t(`mode.${mode}`)}: {receipts('figure.waste_pd_total')}
      </dt>
      <dd>{text}</dd>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { SEVEN_WASTES } from '../../../shared/analysis/figures.ts';
import { parallelKnown } from '../../../shared/analysis/headline.ts';
import { PARAMETERS } from '../../../shared/model/parameterTable.ts';
import type { CompareResult, WasteCategory } from '../../../shared/model/types.ts';
import { bracketed } from '../../../shared/text/join.ts';
import { type Comparison, useComparison } from '../../analysis/useComparison.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { useTornado } from '../../analysis/useSimulation.ts';
import { named, naming } from '../../charts/frame/naming.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { useParametersPage } from '../parameters/parametersStore.ts';
import { Figure } from '../receipts/Figure.tsx';
import { type FiguresOf, FigureText, type OpenFigure } from '../receipts/FigureText.tsx';
import { parameterText } from '../receipts/parameterWords.ts';
import { openReceipt, shownFigure } from '../receipts/receiptStore.ts';
import { figureName } from '../receipts/receiptWords.ts';
import { CadenceFigures } from './CadenceFigures.tsx';
import { driverReceipt } from './driverReceipt.ts';
import { drivers, type TurningPoint, turningPoints } from './drivers.ts';
import css from './flow.module.css';
import { useFlowInitiative } from './useFlowInitiative.ts';

type Ready = Extract<Comparison, { status: 'ready' }>;

/** Beside the flow chart: where the effort goes, what drives the difference, and when the other mode would win. */
export function FlowInspector() {
  const initiative = useFlowInitiative();
  const comparison = useComparison(initiative?.id ?? null);
  if (!initiative || comparison.status !== 'ready') return null;
  return (
    <div className={css.inspector}>
      <WasteBars initiativeId={initiative.id} comparison={comparison} />
      <Drives initiativeId={initiative.id} result={comparison.result} />
      <When initiativeId={initiative.id} comparison={comparison} />
      <CadenceFigures initiativeId={initiative.id} />
      <Basis initiativeId={initiative.id} comparison={comparison} />
    </div>
  );
}

function WasteBars({
  initiativeId,
  comparison,
}: {
  readonly initiativeId: string;
  readonly comparison: Ready;
}) {
  const { t } = useTranslation('flow');
  const { t: common } = useTranslation('common');
  const { result, parameters } = comparison;
  const switchingKnown = usePortfolio(
    ({ records }) => records !== null && parallelKnown(records, initiativeId),
  );
  const unknown: Partial<Record<WasteCategory, string>> = {
    ...(switchingKnown ? {} : { task_switching: t('inspector.switchingUnknown') }),
    ...(comparison.basis.valueKnown ? {} : { delays: t('inspector.delaysUnknown') }),
  };
  const prices = ['release_overhead', 'idle_capacity'] as const;
  const pd = (category: WasteCategory): number =>
    Math.max(result.project.waste[category].pd, result.product.waste[category].pd);
  const largest = Math.max(1e-9, ...[...SEVEN_WASTES, ...prices].map(pd));
  const ordered = [...SEVEN_WASTES].sort((a, b) => pd(b) - pd(a));
  return (
    <section>
      <h2>{t('inspector.where')}</h2>
      <p className={css.note}>
        {t('inspector.whereNote', {
          count: parameters.horizon_months,
          months: parameters.horizon_months,
        })}
      </p>
      <p className={css.key}>
        <span>
          <svg width="9" height="9" aria-hidden="true">
            <rect width="9" height="9" fill="var(--project)" />
          </svg>{' '}
          {common('mode.project')}
        </span>
        <span>
          <svg width="10" height="10" aria-hidden="true">
            <circle cx="5" cy="5" r="5" fill="var(--product)" />
          </svg>{' '}
          {common('mode.product')}
        </span>
      </p>
      {ordered.map((category) =>
        unknown[category] !== undefined ? (
          <p key={category} className={css.wasteHead} title={unknown[category]}>
            <span>{common(`waste.${category}`)}</span>
            <span className={css.note}>{common('unknown')}</span>
          </p>
        ) : (
          <WasteBar key={category} {...{ initiativeId, result, category, largest }} />
        ),
      )}
      <h3>{t('inspector.modes')}</h3>
      <p className={css.note}>{t('inspector.modesNote')}</p>
      {prices.map((category) => (
        <WasteBar key={category} {...{ initiativeId, result, category, largest }} />
      ))}
    </section>
  );
}

function WasteBar({
  initiativeId,
  result,
  category,
  largest,
}: {
  readonly initiativeId: string;
  readonly result: CompareResult;
  readonly category: WasteCategory;
  readonly largest: number;
}) {
  const { t } = useTranslation('flow');
  const { t: common } = useTranslation('common');
  const figures = useFigureWords();
  const name = common(`waste.${category}`);
  // Delays cost no effort but value: their receipt is in money.
  const kind = category === 'delays' ? 'money' : 'pd';
  const amount = (mode: 'project' | 'product'): string =>
    kind === 'money'
      ? figures.moneyShort(result[mode].waste[category].money)
      : figures.days(result[mode].waste[category].pd);
  return (
    <div className={css.waste}>
      <div className={css.wasteHead}>
        <span>{name}</span>
        {(['project', 'product'] as const).map((mode) => (
          <button
            key={mode}
            type="button"
            className={css[mode]}
            title={t('head.receipt', { what: name, mode: common(`mode.${mode}`) })}
            aria-label={`${t('head.receipt', { what: name, mode: common(`mode.${mode}`) })}: ${amount(mode)}`}
            onClick={() => openReceipt(initiativeId, `${mode}.waste.${category}.${kind}`)}
          >
            {amount(mode)}
          </button>
        ))}
      </div>
      {kind === 'pd' &&
        (['project', 'product'] as const).map((mode) => (
          <button
            key={mode}
            type="button"
            tabIndex={-1}
            aria-hidden="true"
            className={css.bar}
            onClick={() => openReceipt(initiativeId, `${mode}.waste.${category}.pd`)}
          >
            <svg width="100%" height="7" aria-hidden="true">
              <rect
                width={`${(100 * result[mode].waste[category].pd) / largest}%`}
                height="7"
                rx={mode === 'product' ? 3.5 : 0}
                fill={`var(--${mode})`}
              />
            </svg>
          </button>
        ))}
    </div>
  );
}

function Drives({ initiativeId, result }: { readonly initiativeId: string; readonly result: CompareResult }) {
  const { t } = useTranslation('flow');
  const { t: receipts } = useTranslation('receipts');
  const { t: common } = useTranslation('common');
  const figures = useFigureWords();
  const { project, product } = drivers(result);
  const list = new Intl.ListFormat(figures.language, { type: 'conjunction' });
  return (
    <section>
      <h2>{t('inspector.drives')}</h2>
      {project.length === 0 && product.length === 0 && <p>{t('inspector.noDifference')}</p>}
      {project.length > 0 && (
        <>
          <p>{t('inspector.drivesLead')}</p>
          <ul className={css.terms}>
            {project.slice(0, 4).map((driver) => (
              <li key={driver.category}>
                <span>{common(`waste.${driver.category}`)}</span>{' '}
                <strong>
                  <Figure
                    opens={driverReceipt(initiativeId, driver, project, { receipts, figures })}
                    label={receipts('open', { what: common(`waste.${driver.category}`) })}
                  >
                    {figures.percent(driver.share)}
                  </Figure>
                </strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {product.length > 0 && (
        <p>
          <FigureText
            text={t('inspector.against', {
              terms: list.format(
                product
                  .slice(0, 3)
                  .map(({ category, personDays }) =>
                    bracketed(
                      common(`waste.${category}`),
                      named(category, `+${figures.days(personDays)}`),
                      figures.language,
                    ),
                  ),
              ),
            })}
            figures={Object.fromEntries(
              product.map(({ category }) => [
                category,
                {
                  label: receipts('open', { what: figureName(`delta.waste.${category}.pd`) }),
                  opens: shownFigure(initiativeId, `delta.waste.${category}.pd`),
                },
              ]),
            )}
          />
        </p>
      )}
    </section>
  );
}

function When({ initiativeId, comparison }: { readonly initiativeId: string; readonly comparison: Ready }) {
  const { t } = useTranslation('flow');
  const { t: words } = useTranslation('parameters');
  const { t: receipts } = useTranslation('receipts');
  const figures = useFigureWords();
  const currency = useCurrency();
  const sensitivity = useTornado(initiativeId);
  const lead = useView((state) => state.lead);
  const value = (id: string, amount: number): string => {
    const info = PARAMETERS.find((parameter) => parameter.id === id)!;
    return parameterText(Number(amount.toPrecision(2)), info.unit, figures, currency);
  };
  const show = (tab: 'parameters' | 'sensitivity'): void => {
    useParametersPage.setState({ tab });
    lead('parameters');
  };
  /** The value from which the other mode wins: where the difference that is worked out now would be none. */
  const turning = ({ row, value: from }: TurningPoint): FiguresOf<'flow'> => {
    const title = receipts('made.turning');
    const net = sensitivity.value?.baseDeltaNet ?? 0;
    const range = receipts('made.tried', {
      low: value(row.param, row.low),
      high: value(row.param, row.high),
    });
    const figure: OpenFigure = {
      label: receipts('open', { what: title }),
      opens: {
        kind: 'made',
        made: {
          title,
          of: words(`param.${row.param}`),
          value: from,
          range,
          formula: 'Δ net(x) = 0',
          operation: 'given',
          parts: [
            {
              name: figureName('delta.net'),
              note: receipts('made.asNow', { value: value(row.param, comparison.parameters[row.param]) }),
              value: net,
              text: figures.money(net),
              opens: shownFigure(initiativeId, 'delta.net'),
            },
          ],
          say: (amount) => value(row.param, amount),
        },
      },
    };
    return {
      'inspector.below.value': figure,
      'inspector.above.value': figure,
      'inspector.sentenceChanges.value': figure,
    };
  };
  const points = sensitivity.value ? turningPoints(sensitivity.value) : [];
  const changes = points.find((point) => point.row.param === 'cr_per_year' && point.side === 'below');
  const productWins = comparison.result.winner === 'product';
  return (
    <section>
      <h2>{productWins ? t('inspector.when') : t('inspector.whenProduct')}</h2>
      {!comparison.basis.valueKnown && <p>{t('inspector.needsValue')}</p>}
      {comparison.basis.valueKnown && sensitivity.status === 'running' && (
        <p className={css.note}>{t('inspector.computing')}</p>
      )}
      {sensitivity.status === 'failed' && (
        <p role="alert">{t('inspector.failed', { message: sensitivity.message })}</p>
      )}
      {comparison.basis.valueKnown && sensitivity.value && (
        <>
          {points.length === 0 && <p>{t('inspector.never', { count: sensitivity.value.rows.length })}</p>}
          {changes && productWins && (
            <p>
              <FigureText
                text={naming(t)('inspector.sentenceChanges', {
                  value: figures.number(changes.value, 1),
                  now: figures.number(comparison.parameters.cr_per_year, 1),
                })}
                figures={turning(changes)}
              />
            </p>
          )}
          <ul className={css.points}>
            {points
              .filter((point) => point !== changes || !productWins)
              .slice(0, 4)
              .map((point) => (
                <li key={point.row.param}>
                  <FigureText
                    text={naming(t)(`inspector.${point.side}`, {
                      name: words(`param.${point.row.param}`),
                      value: value(point.row.param, point.value),
                    })}
                    figures={turning(point)}
                  />{' '}
                  <span className={css.note}>
                    (
                    {t('inspector.now', {
                      value: value(point.row.param, comparison.parameters[point.row.param]),
                    })}
                    )
                  </span>
                </li>
              ))}
          </ul>
        </>
      )}
      <div className={css.buttons}>
        <Button onPress={() => show('sensitivity')}>{t('inspector.sensitivity')}</Button>
        <Button look="quiet" onPress={() => show('parameters')}>
          {t('inspector.parameters')}
        </Button>
      </div>
    </section>
  );
}

function Basis({ initiativeId, comparison }: { readonly initiativeId: string; readonly comparison: Ready }) {
  const { t } = useTranslation('flow');
  const { t: receipts } = useTranslation('receipts');
  const figures = useFigureWords();
  const codes = [...new Set(comparison.basis.assumptions.map((assumption) => assumption.code))];
  const { effort_scale, plan_warning } = comparison.result;
  if (codes.length === 0 && effort_scale === 1 && !plan_warning) return null;
  return (
    <section>
      <h2>{t('inspector.basis')}</h2>
      <ul className={css.points}>
        {effort_scale < 1 && (
          <li>
            <FigureText
              text={naming(t)('inspector.effortScale', { percent: figures.percent(effort_scale) })}
              figures={
                {
                  'inspector.effortScale.percent': {
                    label: receipts('open', { what: figureName('effort_scale') }),
                    opens: shownFigure(initiativeId, 'effort_scale'),
                  },
                } satisfies FiguresOf<'flow'>
              }
            />
          </li>
        )}
        {plan_warning && <li>{t('inspector.planWarning')}</li>}
        {codes.map((code) => (
          <li key={code}>{t(`assumption.${code}`)}</li>
        ))}
      </ul>
    </section>
  );
}

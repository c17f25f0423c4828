import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { elementName } from '../../../shared/analysis/coverageElements.ts';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { Spread } from '../../../shared/comparison/futuresDifference.ts';
import {
  elementParts,
  initiativeParts,
  knownOnOneSide,
  type MovedPart,
  operationOf,
} from '../../../shared/comparison/movedParts.ts';
import { toMajor } from '../../../shared/text/format.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { calledState, differenceText, measureText } from '../../charts/comparison/describe.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { Figure } from './Figure.tsx';
import { measureFigure } from './measureFigure.ts';
import type { Opened } from './receiptStore.ts';
import css from './receipts.module.css';

type MovedOpened = Extract<Opened, { readonly kind: 'moved' }>;

const FIRST = 12;
const MORE = 50;

/** A measure of two states of the plan: both values, and what each initiative or capability that differs has in it. */
export function MovedReceipt({
  opened,
  says = 'expected',
}: {
  readonly opened: MovedOpened;
  /** What the figure that was opened says: the expected case, or the middle of the futures (where there are any). */
  readonly says?: 'expected' | 'middle';
}) {
  const { row, place, compared, baseName } = opened;
  const { measure, base } = row;
  const { t } = useTranslation('receipts');
  const { t: say } = useTranslation('comparison');
  const { currency } = settingsOf(compared.before);
  const figures = useFigureWords(currency);
  const shown = usePortfolio(({ records }) => records);
  const [count, setCount] = useState(FIRST);
  const speech = { say, figures };
  const value = row.values[place] ?? null;
  const isElement = measure === 'gapMoney' || measure === 'overlapMoney';
  const parts = isElement
    ? elementParts(compared.comparison.coverage, measure)
    : initiativeParts(compared.comparison.initiatives, measure).map(inRowUnit);
  const operation = operationOf(measure);
  const isMonths = measure === 'firstValueMonths' || measure === 'betweenReleasesMonths';
  const had = parts.reduce((sum, { before }) => sum + (before ?? 0), 0);
  const same = operation === 'sum' && base !== null ? base - had : null;
  const text = (amount: number | null): string => measureText(measure, amount, speech);
  const spread = spreadOf(opened);
  const signed = (amount: number): string => differenceText(measure, 0, amount, speech) || text(0);
  const oneSided = knownOnOneSide(compared.comparison.initiatives, measure).ids;
  const difference = differenceText(measure, base, row.comparable[place] ?? null, speech);
  const moved = difference || text(base === null || value === null ? value : 0);
  const fromTo = t('moved.fromTo', { from: text(base), to: text(value) });
  const range = spread
    ? t('range', {
        range: t('range.text', {
          p10: signed(spread.low),
          p50: signed(spread.likely),
          p90: signed(spread.high),
        }),
      })
    : whyNoRange();
  return (
    <>
      <p className={css.of}>{t('moved.of', { name: calledState(compared, speech), base: baseName })}</p>
      <p className={css.value}>
        {says === 'middle' && spread ? (
          <>
            {signed(spread.likely)} <span>{t('made.middle')}</span>
          </>
        ) : (
          <>
            {moved} <span>{fromTo}</span>
          </>
        )}
      </p>
      {says === 'middle' && spread && <p>{t('tried.expected', { value: moved, fromTo })}</p>}
      {range !== null && <p className={css.range}>{range}</p>}
      {oneSided.size > 0 && <p>{t('moved.oneSided', { count: oneSided.size })}</p>}
      <h3>{t(isElement ? 'moved.elements' : 'moved.initiatives')}</h3>
      <p className={css.note}>{t(`moved.${operation}`)}</p>
      <table className={css.inputs}>
        <thead>
          <tr>
            <td />
            <th scope="col" className={css.number}>
              {baseName}
            </th>
            <th scope="col" className={css.number}>
              {compared.name}
            </th>
            <th scope="col" className={css.number}>
              {t('moved.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.slice(0, count).map((part) => (
            <tr key={part.id}>
              <th scope="row">{name(part.id)}</th>
              <td className={css.number}>{cell(part, 'before')}</td>
              <td className={css.number}>{cell(part, 'after')}</td>
              <td className={css.number}>
                {operation === 'sum' && !oneSided.has(part.id)
                  ? differenceText(measure, part.before ?? 0, part.after ?? 0, speech)
                  : differenceText(measure, part.before, part.after, speech)}
              </td>
            </tr>
          ))}
          {same !== null && (
            <tr>
              <th scope="row">{t('moved.same')}</th>
              <td className={css.number}>{text(same)}</td>
              <td className={css.number}>{text(same)}</td>
              <td />
            </tr>
          )}
        </tbody>
        {operation === 'sum' && (
          <tfoot>
            <tr className={css.sum}>
              <th scope="row">{t('parts.sum')}</th>
              <td className={css.number}>{text(base)}</td>
              <td className={css.number}>{text(value)}</td>
              <td className={css.number}>{difference}</td>
            </tr>
          </tfoot>
        )}
      </table>
      {parts.length > count && (
        <button type="button" className={css.link} onClick={() => setCount(count + MORE)}>
          {t('moved.more', { count: Math.min(MORE, parts.length - count) })}
        </button>
      )}
    </>
  );

  /** Null for what is only counted. */
  function whyNoRange(): string | null {
    if (isElement) return t('element.noRange');
    if (measure === 'budget') return t('made.entered');
    return measureFigure(measure, 'project') === null ? null : t('made.noRange');
  }

  function name(id: string): string {
    const { after, before } = compared;
    if (isElement) return elementName(after, id) ?? elementName(before, id) ?? id;
    return after.initiative[id]?.name ?? before.initiative[id]?.name ?? id;
  }

  /** What a part has on one side: for an initiative it opens to its own arithmetic there. */
  function cell(part: MovedPart, side: 'before' | 'after'): ReactNode {
    const amount = part[side];
    if (isElement) return elementCell(part.id, side, amount);
    const initiative = compared[side].initiative[part.id];
    if (!initiative || initiative.retired) return t('moved.absent');
    const figure = measureFigure(measure, initiative.mode);
    if (amount === null) return isMonths && isComputed(part.id, side) ? t('noValue') : text(amount);
    if (figure === null) return text(amount);
    const state = { name: side === 'before' ? baseName : compared.name, records: compared[side] };
    return (
      <Figure
        opens={{ kind: 'initiative', initiativeId: part.id, figure, state }}
        label={t('moved.open', { name: initiative.name, state: state.name })}
        className={css.link}
      >
        {text(amount)}
      </Figure>
    );
  }

  /** What is computed and has no month has none by the horizon; the rest is not known. */
  function isComputed(id: string, side: 'before' | 'after'): boolean {
    const difference = compared.comparison.initiatives.find((each) => each.id === id);
    return difference?.[side]?.bookedDays != null;
  }

  /** The state that the views show has the arithmetic of what it needs at hand. */
  function elementCell(id: string, side: 'before' | 'after', amount: number | null): ReactNode {
    const element = compared.comparison.coverage.elements.find((each) => each.id === id)?.[side];
    if (!element) return t('moved.absent');
    const state = side === 'before' ? baseName : compared.name;
    return (
      <>
        {compared[side] === shown ? (
          <Figure
            opens={{ kind: 'element', elementId: id, figure: measure === 'gapMoney' ? 'gap' : 'redundant' }}
            label={t('moved.open', { name: name(id), state })}
            className={css.link}
          >
            {text(amount)}
          </Figure>
        ) : (
          text(amount)
        )}
        <small>
          {t('moved.needSupply', {
            need: figures.moneyShort(element.need),
            supply: figures.moneyShort(element.supply),
          })}
        </small>
      </>
    );
  }

  function inRowUnit(part: MovedPart): MovedPart {
    if (measure !== 'budget') return part;
    const major = (amount: number | null): number | null => amount && toMajor(amount, currency);
    return { ...part, before: major(part.before), after: major(part.after) };
  }
}

/** What the simulated futures say of the difference; null for what is not simulated. */
function spreadOf({ row, compared }: MovedOpened): Spread | null {
  const { futures } = compared.comparison;
  if (!futures) return null;
  const { measure } = row;
  if (measure === 'value') return futures.simulated > futures.valueUnknown ? futures.value : null;
  return measure === 'cost' || measure === 'wasteMoney' ? futures[measure] : null;
}

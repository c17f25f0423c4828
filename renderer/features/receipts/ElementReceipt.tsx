import { useTranslation } from 'react-i18next';
import { elementReceipt } from '../../../shared/analysis/elementReceipt.ts';
import type {
  ElementFact,
  ElementFigure,
  ElementPart,
  ElementUnit,
} from '../../../shared/analysis/elementReceiptTypes.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { useCoverageInStages } from '../../analysis/useCoverage.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import type { FigureWords } from '../../charts/frame/figureWords.ts';
import type { Say } from '../../i18n.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { nameOf } from '../coverage/findingWords.ts';
import { Formula } from './InitiativeReceipt.tsx';
import { Parts } from './Parts.tsx';
import type { Opened, PartLine } from './receiptStore.ts';
import css from './receipts.module.css';

/** What a capability, outcome or segment needs, has, lacks or has twice, and on whom it rests: formula, facts and parts. */
export function ElementReceipt({
  opened,
}: {
  readonly opened: Extract<Opened, { readonly kind: 'element' }>;
}) {
  const { elementId, figure } = opened;
  const { t } = useTranslation('receipts');
  const { t: coverage } = useTranslation('coverage');
  const figures = useFigureWords();
  const records = usePortfolio((state) => state.records);
  const { value } = useCoverageInStages();
  const receipt = records && value && elementReceipt(records, value.analysis, elementId, figure);
  if (!receipt) return <p>{t('gone')}</p>;
  const lineOf = partLine(elementId, receipt, { t, figures, records, speech: { say: coverage, records } });
  const text = (amount: number): string => amountIn(receipt.unit, amount, figures);
  return (
    <>
      <p className={css.of}>
        {elementId === null ? t('element.portfolio') : nameOf(elementId, { say: coverage, records })}
      </p>
      <p className={css.value}>{receipt.value === null ? t('unknown') : text(receipt.value)}</p>
      <p className={css.range}>{t('element.noRange')}</p>
      <Formula text={receipt.formula} />
      {receipt.parts.length > 0 && (
        <Parts
          lines={receipt.parts.map(lineOf)}
          operation={receipt.operation}
          total={receipt.operation === 'sum' && receipt.value !== null ? text(receipt.value) : null}
          say={text}
        />
      )}
      {receipt.facts.length > 0 && <Facts facts={receipt.facts} />}
    </>
  );
}

/** An amount of such a receipt with its unit. */
function amountIn(unit: ElementUnit, amount: number, figures: FigureWords): string {
  if (unit === 'money') return figures.money(amount);
  return unit === 'share' ? figures.percent(amount, 1) : figures.number(amount, 1);
}

interface LineWords {
  readonly t: Say<'receipts'>;
  readonly figures: FigureWords;
  readonly records: PortfolioRecords;
  readonly speech: Parameters<typeof nameOf>[1];
}

/** Says a part of a receipt as one of its lines. */
function partLine(
  elementId: string | null,
  { unit }: { readonly unit: ElementUnit },
  { t, figures, records, speech }: LineWords,
): (part: ElementPart) => PartLine {
  return (part) => {
    const { value } = part;
    const text = amountIn(unit, value, figures);
    const shareOf = (share: number, whole: number): string =>
      t('element.share', { share: figures.percent(share, 1), money: figures.money(whole) });
    switch (part.kind) {
      case 'figure':
        return {
          name: t(`element.${part.figure}`),
          ...(part.vendor === undefined ? {} : { note: nameOf(part.vendor, speech) }),
          value,
          text: amountIn(unitOf(part.figure), value, figures),
          opens: { kind: 'element', elementId, figure: part.figure },
        };
      case 'weight':
        return {
          name: nameOf(part.initiative, speech),
          note: shareOf(part.share, part.whole),
          value,
          text,
          opens: budgetReceipt(records, part.initiative),
        };
      case 'group':
        return {
          name: part.initiatives.map((id) => nameOf(id, speech)).join(' · '),
          value,
          text,
          opens: null,
        };
      case 'repeated':
        return {
          name: nameOf(part.initiative, speech),
          note: t('element.repeated', {
            kappa: figures.number(part.kappa, 2),
            money: figures.money(part.whole),
            lead: nameOf(part.lead, speech),
          }),
          value,
          text,
          opens: null,
        };
      case 'vendor':
        return {
          name: nameOf(part.vendor, speech),
          note: shareOf(part.share, part.whole),
          value,
          text,
          opens: null,
        };
      case 'term':
        return {
          name: t(`element.term.${part.id}`),
          ...(part.vendor === undefined ? {} : { note: nameOf(part.vendor, speech) }),
          value,
          text: amountIn(part.unit, value, figures),
          opens: null,
        };
    }
  };
}

/** The unit of a figure of the coverage. */
const unitOf = (figure: ElementFigure): ElementUnit =>
  figure === 'concentration'
    ? 'index'
    : figure === 'coverage' || figure === 'lockIn' || figure === 'largestShare'
      ? 'share'
      : 'money';

/** Money that nobody entered is what the model says that the initiative costs. */
function budgetReceipt(records: PortfolioRecords, id: string): Opened | null {
  const initiative = records.initiative[id];
  if (!initiative || initiative.budget !== null) return null;
  return { kind: 'initiative', initiativeId: id, figure: `${initiative.mode}.cost`, state: null };
}

function Facts({ facts }: { readonly facts: readonly ElementFact[] }) {
  const { t } = useTranslation('receipts');
  const figures = useFigureWords();
  const textOf = ({ value, unit }: ElementFact): string => {
    if (value === null) return t('unknown');
    if (unit === 'money') return figures.money(value);
    if (unit === 'share') return figures.percent(value, 1);
    return unit === 'level' ? t('element.level', { value }) : figures.number(value, 3);
  };
  return (
    <>
      <h3>{t('inputs')}</h3>
      <table className={css.parts}>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.id}>
              <th scope="row">{t(`element.fact.${fact.id}`)}</th>
              <td className={css.number}>
                {textOf(fact)}
                {fact.id === 'exitReadiness' && fact.value === null && <small>{t('element.asZero')}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

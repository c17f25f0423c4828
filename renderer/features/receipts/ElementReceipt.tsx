import { useTranslation } from 'react-i18next';
import { elementReceipt } from '../../../shared/analysis/elementReceipt.ts';
import type { ElementFact, ElementPart } from '../../../shared/analysis/elementReceiptTypes.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import {
  type ElementWords,
  elementAmountIn,
  elementFactIn,
  elementPartIn,
} from '../../../shared/text/elementReceiptText.ts';
import { useCoverageInStages } from '../../analysis/useCoverage.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { nameOf } from '../coverage/findingWords.ts';
import { Formula } from './InitiativeReceipt.tsx';
import { Parts } from './Parts.tsx';
import type { Opened } from './receiptStore.ts';
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
  const words: ElementWords = {
    say: (key, values) => String(t(key as never, values as never)),
    nameOf: (id) => nameOf(id, { say: coverage, records }),
    money: figures.money,
    percent: figures.percent,
    number: figures.number,
  };
  const text = (amount: number): string => elementAmountIn(receipt.unit, amount, words);
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
          lines={receipt.parts.map((part) => ({
            ...elementPartIn(part, receipt.unit, words),
            value: part.value,
            opens: opensOf(records, elementId, part),
          }))}
          operation={receipt.operation}
          total={receipt.operation === 'sum' && receipt.value !== null ? text(receipt.value) : null}
          say={text}
        />
      )}
      {receipt.facts.length > 0 && <Facts facts={receipt.facts} words={words} />}
    </>
  );
}

/** What a part of a receipt opens. */
function opensOf(records: PortfolioRecords, elementId: string | null, part: ElementPart): Opened | null {
  if (part.kind === 'figure') return { kind: 'element', elementId, figure: part.figure };
  return part.kind === 'weight' ? budgetReceipt(records, part.initiative) : null;
}

/** Money that nobody entered is what the model says that the initiative costs. */
function budgetReceipt(records: PortfolioRecords, id: string): Opened | null {
  const initiative = records.initiative[id];
  if (!initiative || initiative.budget !== null) return null;
  return { kind: 'initiative', initiativeId: id, figure: `${initiative.mode}.cost`, state: null };
}

function Facts({ facts, words }: { readonly facts: readonly ElementFact[]; readonly words: ElementWords }) {
  const { t } = useTranslation('receipts');
  return (
    <>
      <h3>{t('inputs')}</h3>
      <table className={css.parts}>
        <tbody>
          {facts.map((fact) => {
            const { name, text, note } = elementFactIn(fact, words);
            return (
              <tr key={fact.id}>
                <th scope="row">{name}</th>
                <td className={css.number}>
                  {text}
                  {note && <small>{note}</small>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

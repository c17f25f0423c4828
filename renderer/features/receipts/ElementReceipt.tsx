import { useTranslation } from 'react-i18next';
import {
  type ElementFact,
  type ElementPart,
  elementReceipt,
} from '../../../shared/analysis/elementReceipt.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { useCoverageInStages } from '../../analysis/useCoverage.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { nameOf } from '../coverage/findingWords.ts';
import { Formula } from './InitiativeReceipt.tsx';
import { type PartLine, Parts } from './Parts.tsx';
import type { Opened } from './receiptStore.ts';
import css from './receipts.module.css';

/** Money that a capability, outcome or segment needs, has, lacks or has twice: formula, facts and parts. */
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
  const speech = { say: coverage, records };
  const lineOf = (part: ElementPart): PartLine => {
    const text = figures.money(part.value);
    if (part.kind === 'figure') {
      const opens: Opened = { kind: 'element', elementId, figure: part.figure };
      return { name: t(`element.${part.figure}`), value: part.value, text, opens };
    }
    const { initiative, whole } = part;
    const note =
      part.kind === 'weight'
        ? t('element.share', { share: figures.percent(part.share, 1), money: figures.money(whole) })
        : t('element.repeated', {
            kappa: figures.number(part.kappa, 2),
            money: figures.money(whole),
            lead: nameOf(part.lead, speech),
          });
    return {
      name: nameOf(initiative, speech),
      note,
      value: part.value,
      text,
      opens: part.kind === 'weight' ? budgetReceipt(records, initiative) : null,
    };
  };
  return (
    <>
      <p className={css.of}>{nameOf(elementId, speech)}</p>
      <p className={css.value}>{receipt.value === null ? t('unknown') : figures.money(receipt.value)}</p>
      <Formula text={receipt.formula} />
      {receipt.parts.length > 0 && (
        <Parts
          lines={receipt.parts.map(lineOf)}
          operation={receipt.sum ? 'sum' : 'max'}
          total={receipt.sum && receipt.value !== null ? figures.money(receipt.value) : null}
        />
      )}
      {receipt.facts.length > 0 && <Facts facts={receipt.facts} />}
    </>
  );
}

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
              <td className={css.number}>{textOf(fact)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Behind, type Billed, behindRow } from '../../analysis/wasteBill.ts';
import { type BillRow, type Measure, measured } from '../../charts/bill/billData.ts';
import { amountText, type BillSpeech, rowName } from '../../charts/bill/describe.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { Figure } from '../receipts/Figure.tsx';
import { shownFigure } from '../receipts/receiptStore.ts';
import { rowFigure, rowReceipt } from './billFigures.ts';
import css from './wastes.module.css';

const FIRST = 12;
const MORE = 50;

/** The initiatives behind a line of the bill: each with its bar, its way into Flow and its arithmetic. */
export function BehindList({
  row: line,
  isKnown,
  measure,
  initiatives,
  speech,
}: {
  readonly row: BillRow;
  /** False where nobody recorded what the line is made from. */
  readonly isKnown: boolean;
  readonly measure: Measure;
  readonly initiatives: readonly Billed[];
  readonly speech: BillSpeech;
}) {
  const { t } = useTranslation('wastes');
  const [count, setCount] = useState(FIRST);
  const row = line.id;
  // A delay costs no days: what is behind it shows only in money.
  const shownMeasure: Measure = row === 'delays' ? 'money' : measure;
  const behind = useMemo(() => behindRow(initiatives, row, shownMeasure), [initiatives, row, shownMeasure]);
  const size = ({ amount }: Behind): number => measured(amount, shownMeasure);
  const total = behind.reduce((sum, each) => sum + size(each), 0);
  let most = 0;
  for (let sum = 0; most < behind.length && sum < total / 2; most++) sum += size(behind[most]!);
  const name = rowName(row, speech);
  const largest = behind[0] ? size(behind[0]) : 1;
  return (
    <section className={css.behind}>
      <h2>{t('behind.title', { name })}</h2>
      {isKnown && <Sums row={line} measure={shownMeasure} initiatives={initiatives} speech={speech} />}
      <p className={css.note}>
        {behind.length === 0
          ? t('behind.none')
          : t('behind.lead', { count: behind.length, most: speech.figures.number(most) })}
      </p>
      <ol className={css.list}>
        {behind.slice(0, count).map((each) => (
          <li key={each.id}>
            <ModeMark mode={each.mode} bare />
            <button
              type="button"
              className={css.name}
              title={t('behind.flow', { name: each.name })}
              onClick={() => openInFlow(each.id)}
            >
              {each.name}
            </button>
            <svg className={css.bar} height="10" width="100%" aria-hidden="true">
              <rect
                width={`${(100 * size(each)) / largest}%`}
                height="10"
                rx={each.mode === 'product' ? 5 : 0}
                fill={`var(--${each.mode})`}
              />
            </svg>
            <Amount behind={each} row={row} measure={shownMeasure} speech={speech} />
          </li>
        ))}
      </ol>
      {behind.length > count && (
        <Button onPress={() => setCount(count + MORE)}>
          {t('behind.more', { count: Math.min(MORE, behind.length - count) })}
        </Button>
      )}
    </section>
  );
}

/** The line as it is run today and with all in one mode: each sum opens to its initiatives. */
function Sums({
  row,
  measure,
  initiatives,
  speech,
}: {
  readonly row: BillRow;
  readonly measure: Measure;
  readonly initiatives: readonly Billed[];
  readonly speech: BillSpeech;
}) {
  const { t } = useTranslation('wastes');
  const { t: receipts } = useTranslation('receipts');
  const sums = [
    ['today', row.today, t('behind.today')],
    ['project', row.allProject, t('card.project')],
    ['product', row.allProduct, t('card.product')],
  ] as const;
  return (
    <p className={css.sums}>
      {sums.map(([as, amount, name]) => (
        <span key={as}>
          {name}{' '}
          <Figure
            opens={rowReceipt(row, as, measure, initiatives, { ...speech, receipts })}
            label={receipts('open', { what: name })}
            className={css.sum}
          >
            {amountText(row, measure, amount, speech)}
          </Figure>
        </span>
      ))}
    </p>
  );
}

/** Selects an initiative and shows it in Flow. */
export function openInFlow(id: string): void {
  const { select, lead } = useView.getState();
  lead('flow');
  select({ kind: 'initiative', id });
}

function Amount({
  behind,
  row,
  measure,
  speech,
}: {
  readonly behind: Behind;
  readonly row: BillRow['id'];
  readonly measure: Measure;
  readonly speech: BillSpeech;
}) {
  const { t } = useTranslation('wastes');
  const { figures } = speech;
  const text =
    measure === 'pd' ? figures.days(behind.amount.pd) : figures.moneyShort(measured(behind.amount, 'money'));
  return (
    <Figure
      opens={shownFigure(behind.id, rowFigure(row, behind.mode, measure))}
      label={t('behind.receipt', { what: rowName(row, speech), name: behind.name })}
      className={css.number}
    >
      {text}
    </Figure>
  );
}

import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { usePlanComparison } from '../../analysis/usePlanComparison.ts';
import { type Compared, comparedRows } from '../scenarios/comparisonData.ts';
import { MadeReceipt } from './MadeReceipt.tsx';
import { MovedReceipt } from './MovedReceipt.tsx';
import type { Opened } from './receiptStore.ts';
import css from './receipts.module.css';

type TriedOpened = Extract<Opened, { readonly kind: 'tried' }>;

/** What a change that nobody made yet would do to a measure, after what was written down of it before. */
export function TriedReceipt({ opened }: { readonly opened: TriedOpened }) {
  const { t } = useTranslation('receipts');
  return (
    <>
      {opened.recorded !== undefined && (
        <>
          <p>{opened.recorded}</p>
          <h3>{t('tried.now')}</h3>
        </>
      )}
      <Tried opened={opened} />
    </>
  );
}

/** Both states are compared, and opened as any two are. */
function Tried({ opened }: { readonly opened: TriedOpened }) {
  const { name, before, after, measure, elementId, quick } = opened;
  const { t } = useTranslation('receipts');
  const { t: comparison } = useTranslation('comparison');
  const figures = useFigureWords();
  const currency = useCurrency();
  const { status, value, share, message } = usePlanComparison(before, after, settingsOf(after).draws);
  if (status === 'failed') return <p role="alert">{t('range.failed', { message: message ?? '' })}</p>;
  if (status !== 'ready' || !value)
    return <p role="status">{t('tried.computing', { percent: figures.percent(share) })}</p>;
  const compared: Compared = { id: name, name, before, after, comparison: value };
  if (elementId !== null) return <OwnGap compared={compared} elementId={elementId} />;
  const row = comparedRows([compared], currency).find((each) => each.measure === measure);
  if (!row) return <p>{t('gone')}</p>;
  const opens: Extract<Opened, { readonly kind: 'moved' }> = {
    kind: 'moved',
    baseName: comparison('state.plan'),
    compared,
    row,
    place: 0,
  };
  return (
    <>
      <MovedReceipt opened={opens} says={quick ? 'expected' : 'middle'} />
      {quick && <p className={css.note}>{t('tried.quick')}</p>}
      {!quick && value.futures && <p className={css.note}>{t('tried.note')}</p>}
    </>
  );
}

/** What a change does to the gap of one thing that is needed. */
function OwnGap({ compared, elementId }: { readonly compared: Compared; readonly elementId: string }) {
  const { t } = useTranslation('receipts');
  const figures = useFigureWords();
  const moved = compared.comparison.coverage.elements.find(({ id }) => id === elementId);
  if (!moved?.before || !moved.after) return <p>{t('gone')}</p>;
  const [before, after] = [moved.before.gap, moved.after.gap];
  return (
    <MadeReceipt
      opened={{
        kind: 'made',
        made: {
          title: '',
          of: compared.name,
          value: after - before,
          range: t('element.noRange'),
          formula: 'gap after - gap before',
          operation: 'sum',
          parts: [
            { name: t('tried.after'), value: after, text: figures.money(after), opens: null },
            {
              name: t('tried.before'),
              value: -before,
              text: figures.money(-before),
              opens: { kind: 'element', elementId, figure: 'gap' },
            },
          ],
          say: figures.money,
        },
      }}
    />
  );
}

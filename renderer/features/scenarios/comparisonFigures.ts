import { FUTURE_DOTS } from '../../../shared/comparison/futuresDifference.ts';
import { type ComparisonData, dotsAhead } from '../../charts/comparison/comparisonData.ts';
import { bestState, type ComparisonSpeech, calledState } from '../../charts/comparison/describe.ts';
import { signed } from '../../charts/frame/signed.ts';
import type { Say } from '../../i18n.ts';
import type { FiguresOf, OpenFigure } from '../receipts/FigureText.tsx';
import type { MadeFigure, PartLine } from '../receipts/receiptStore.ts';
import type { Compared } from './comparisonData.ts';

/** The figures in what a comparison finds: in how many futures the best state is ahead, and by how much. */
export function comparisonFigures(
  data: ComparisonData,
  compared: readonly Compared[],
  { speech, receipts }: { readonly speech: ComparisonSpeech; readonly receipts: Say<'receipts'> },
): FiguresOf<'comparison'> {
  const best = bestState(data);
  const futures = best?.futures;
  if (!best || !futures) return {};
  const { figures, say } = speech;
  const place = data.states.indexOf(best);
  const state = compared[place];
  const money = (amount: number): string => signed(amount, figures.money);
  const { low, likely, high } = futures.net;
  const spread = receipts('range.text', { p10: money(low), p50: money(likely), p90: money(high) });
  const range = receipts('range', { range: spread });
  const of = receipts('moved.of', { name: calledState(best, speech), base: data.baseName });
  const line = (measure: 'value' | 'cost'): PartLine => {
    const row = data.rows.find((each) => each.measure === measure);
    const middle = futures[measure].likely;
    return {
      name: say(`measure.${measure}`),
      note: receipts('made.middle'),
      value: middle,
      text: money(middle),
      opens: row && state ? { kind: 'moved', baseName: data.baseName, compared: state, row, place } : null,
    };
  };
  const open = (made: MadeFigure): OpenFigure => ({
    label: receipts('open', { what: made.title }),
    opens: { kind: 'made', made },
  });
  const net = open({
    title: receipts('made.netMoved'),
    of,
    value: likely,
    range,
    formula: 'P50(Δ value - Δ cost)',
    operation: 'given',
    parts: [line('value'), line('cost')],
    say: money,
  });
  const ahead = (dots: number, formula: string): OpenFigure =>
    open({
      title: receipts('made.dots'),
      of,
      value: dots,
      range,
      formula,
      operation: 'given',
      parts: [],
      say: (count) => `${figures.number(count)}/${FUTURE_DOTS}`,
    });
  const dots = dotsAhead(futures);
  const first = ahead(dots, `n(Δ net > 0) / n · ${FUTURE_DOTS}`);
  return {
    'finding.best.dots': first,
    'finding.alike.dots': first,
    'finding.ahead.dots': first,
    'finding.behind.dots': ahead(FUTURE_DOTS - dots, `n(Δ net <= 0) / n · ${FUTURE_DOTS}`),
    'finding.ahead.money': net,
    'finding.behind.money': net,
    'subtitle.range.low': net,
    'subtitle.range.high': net,
  };
}

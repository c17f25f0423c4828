import type { FigureWords } from '../../charts/frame/figureWords.ts';
import type { Say } from '../../i18n.ts';
import { type Opened, shownFigure } from '../receipts/receiptStore.ts';
import { figureName } from '../receipts/receiptWords.ts';
import type { Driver } from './drivers.ts';

/** The share of one waste in all the days that the project loses more, as `all` has them. */
export function driverReceipt(
  initiativeId: string,
  { category, personDays, share }: Driver,
  all: readonly Driver[],
  { receipts, figures }: { readonly receipts: Say<'receipts'>; readonly figures: FigureWords },
): Opened {
  const sayDays = (days: number): string => figures.number(days, 1);
  const whole = all.reduce((sum, driver) => sum + driver.personDays, 0);
  const line = (each: Driver) => ({
    name: figureName(`delta.waste.${each.category}.pd`),
    value: each.personDays,
    text: sayDays(each.personDays),
    opens: shownFigure(initiativeId, `delta.waste.${each.category}.pd`),
  });
  const sum: Opened = {
    kind: 'made',
    made: {
      title: receipts('made.lostMore'),
      of: '',
      value: whole,
      range: receipts('made.noRange'),
      formula: 'Σ_wastes max(0, project pd - product pd)',
      operation: 'sum',
      parts: all.map(line),
      say: sayDays,
    },
  };
  return {
    kind: 'made',
    made: {
      title: receipts('made.driver'),
      of: figureName(`delta.waste.${category}.pd`),
      value: share,
      range: receipts('made.noRange'),
      formula: '(project pd - product pd) / Σ_wastes',
      operation: 'ratio',
      parts: [
        line({ category, personDays, share }),
        { name: receipts('made.lostMore'), value: whole, text: sayDays(whole), opens: sum },
      ],
      say: (value) => figures.percent(value, 1),
    },
  };
}

import type {
  ElementFact,
  ElementPart,
  ElementReceipt,
  ElementUnit,
} from '../analysis/elementReceiptTypes.ts';
import type { receipts } from './catalogues/receipts.ts';

type Key = keyof (typeof receipts)['en'];

/** What receipts of what is needed are said with: the sentences, the names behind ids, and how amounts are written. */
export interface ElementWords {
  readonly say: (key: Key, values?: Readonly<Record<string, string | number>>) => string;
  /** The name of an initiative, of something needed, or of a partner. */
  readonly nameOf: (id: string) => string;
  readonly money: (amount: number) => string;
  readonly percent: (share: number, digits: number) => string;
  readonly number: (value: number, digits: number) => string;
}

/** An amount of such a receipt with its unit. */
export function elementAmountIn(unit: ElementUnit, amount: number, words: ElementWords): string {
  if (unit === 'money') return words.money(amount);
  return unit === 'share' ? words.percent(amount, 1) : words.number(amount, 1);
}

/** The unit that a figure of what is needed is in. */
export function elementUnitOf(figure: ElementReceipt['figure']): ElementUnit {
  if (figure === 'concentration') return 'index';
  return figure === 'coverage' || figure === 'lockIn' || figure === 'largestShare' ? 'share' : 'money';
}

/** A part of a receipt: what it is, what its value was made of, and the value with its unit. */
export function elementPartIn(
  part: ElementPart,
  unit: ElementUnit,
  words: ElementWords,
): { readonly name: string; readonly note?: string; readonly text: string } {
  const { say, nameOf } = words;
  const text = (of: ElementUnit): string => elementAmountIn(of, part.value, words);
  const shareOf = ({ share, whole }: { readonly share: number; readonly whole: number }): string =>
    say('element.share', { share: words.percent(share, 1), money: words.money(whole) });
  const vendorNote = (vendor: string | undefined) => (vendor === undefined ? {} : { note: nameOf(vendor) });
  switch (part.kind) {
    case 'figure':
      return {
        name: say(`element.${part.figure}`),
        ...vendorNote(part.vendor),
        text: text(elementUnitOf(part.figure)),
      };
    case 'weight':
      return { name: nameOf(part.initiative), note: shareOf(part), text: text(unit) };
    case 'group':
      return { name: part.initiatives.map(nameOf).join(' · '), text: text(unit) };
    case 'repeated':
      return {
        name: nameOf(part.initiative),
        note: say('element.repeated', {
          kappa: words.percent(part.kappa, 1),
          money: words.money(part.whole),
          lead: nameOf(part.lead),
        }),
        text: text(unit),
      };
    case 'vendor':
      return { name: nameOf(part.vendor), note: shareOf(part), text: text(unit) };
    case 'term':
      return { name: say(`element.term.${part.id}`), ...vendorNote(part.vendor), text: text(part.unit) };
  }
}

/** A fact of a receipt: what it is, its value or that nobody entered it, and how that counts. */
export function elementFactIn(
  { id, value, unit }: ElementFact,
  words: ElementWords,
): { readonly name: string; readonly text: string; readonly note?: string } {
  const { say } = words;
  const name = say(`element.fact.${id}`);
  if (value === null) {
    const note = id === 'exitReadiness' ? { note: say('element.asZero') } : {};
    return { name, text: say('unknown'), ...note };
  }
  if (unit === 'money') return { name, text: words.money(value) };
  if (unit === 'share') return { name, text: words.percent(value, 1) };
  return { name, text: unit === 'level' ? say('element.level', { value }) : words.number(value, 3) };
}

import type { CompanyHandoffs } from '../../../shared/analysis/partnerHandoffs.ts';
import type { PartnerTotal } from '../../../shared/analysis/partnerMoney.ts';
import { toMajor } from '../../../shared/text/format.ts';
import { mostHeld, type PartnersSpeech, shareText } from '../../charts/partners/describe.ts';
import { companyName } from '../../charts/partners/describeCompanies.ts';
import type { PartnersData } from '../../charts/partners/partnersData.ts';
import type { Say } from '../../i18n.ts';
import type { FiguresOf, OpenFigure } from '../receipts/FigureText.tsx';
import { madeSum } from '../receipts/madeSum.ts';
import type { Opens } from '../receipts/receiptStore.ts';
import { shareReceipt } from './RowFigures.tsx';

interface TitleWords {
  readonly data: PartnersData;
  readonly speech: PartnersSpeech;
  readonly receipts: Say<'receipts'>;
}

const open = (what: string, opens: Opens, { receipts }: TitleWords): OpenFigure => ({
  label: receipts('open', { what }),
  opens,
});

/** Money of some partners, in whole currency units, each with its own. */
function moneyOf(title: string, of: string, partners: readonly PartnerTotal[], words: TitleWords) {
  const { speech, receipts } = words;
  return madeSum({
    title,
    of,
    range: partners.some(({ unknown }) => unknown > 0) ? receipts('made.noHigh') : receipts('made.entered'),
    formula: 'Σ_partners amount',
    parts: partners.map(({ partner, money }) => ({
      name: partner.name,
      value: toMajor(money ?? 0, speech.currency),
      opens: null,
    })),
    say: speech.figures.money,
  });
}

/** The figures in the title of the money of partners: the share of those with most, and that of the one held most. */
export function partnersFigures(words: TitleWords): FiguresOf<'partners'> {
  const { data, speech, receipts } = words;
  const { figures } = speech;
  const { top } = data;
  const most = mostHeld(data);
  const held = most && shareReceipt(most, words);
  const share = top && open(receipts('made.topPartners'), () => topReceipt(top), words);
  const holds = held && open(held.title, { kind: 'made', made: held }, words);
  return {
    ...(share && {
      'finding.money.share': share,
      'finding.moneyRange.low': share,
      'finding.moneyRange.high': share,
      'finding.moneyAtMost.share': share,
    }),
    ...(holds && { 'finding.holds.share': holds, 'finding.mayHold.share': holds }),
  };

  function topReceipt({
    partnerIds,
    low,
    high,
  }: NonNullable<PartnersData['top']>): Exclude<Opens, () => void> {
    const of = partnerIds.map((id) => data.nameOf('partner', id)).join(' · ');
    const total = toMajor(data.total, speech.currency);
    const line = (name: string, value: number) => ({ name, value, text: figures.money(value), opens: null });
    return {
      kind: 'made',
      made: {
        title: receipts('made.topPartners'),
        of,
        value: low,
        text: shareText({ low, high }, speech),
        range:
          low === high
            ? receipts('made.entered')
            : receipts('made.upTo', { low: figures.percent(low, 1), high: figures.percent(high, 1) }),
        formula: 'Σ_partners amount / Σ_i B_i',
        operation: 'ratio',
        parts: [line(receipts('made.partnerMoney'), low * total), line(receipts('made.allMoney'), total)],
        say: (value) => figures.percent(value, 1),
      },
    };
  }
}

/** The money in the title of the contracts that end soon. */
export function contractFigures(soon: readonly PartnerTotal[], words: TitleWords): FiguresOf<'partners'> {
  const title = words.receipts('made.soonMoney');
  const of = words.speech.say('tab.contracts');
  return { 'contracts.finding.money': open(title, () => moneyOf(title, of, soon, words), words) };
}

/** The days in the title of the handoffs between companies. */
export function companyFigures([most]: readonly CompanyHandoffs[], words: TitleWords): FiguresOf<'partners'> {
  const { data, speech, receipts } = words;
  if (!most || most.waitDays === null) return {};
  const title = receipts('made.companyWaits');
  return {
    'handoffs.finding.days': open(
      title,
      () =>
        madeSum({
          title,
          of: receipts('made.companies', {
            from: companyName(most.from, data, speech),
            to: companyName(most.to, data, speech),
          }),
          range: receipts('made.dates'),
          formula: 'Σ_handoffs wait_days',
          parts: most.waits.map(({ initiativeId, days }) => ({
            name: data.nameOf('initiative', initiativeId),
            value: days,
            opens: null,
          })),
          say: (days) => speech.figures.number(days, 1),
        }),
      words,
    ),
  };
}

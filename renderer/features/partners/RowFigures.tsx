import { useTranslation } from 'react-i18next';
import { indexReceipt } from '../../../shared/analysis/dependenceReceipt.ts';
import type { PartnerRow } from '../../../shared/analysis/partnerMoney.ts';
import { sharesOf } from '../../../shared/coverage/concentration.ts';
import { INTERNAL_VENDOR } from '../../../shared/coverage/types.ts';
import { toMajor } from '../../../shared/text/format.ts';
import { lockInText, type PartnersSpeech, shareText } from '../../charts/partners/describe.ts';
import type { PartnersData } from '../../charts/partners/partnersData.ts';
import type { Say } from '../../i18n.ts';
import { Figure } from '../receipts/Figure.tsx';
import type { MadeFigure, PartLine } from '../receipts/receiptStore.ts';
import css from './partners.module.css';

interface Words {
  readonly data: PartnersData;
  readonly speech: PartnersSpeech;
  readonly receipts: Say<'receipts'>;
}

/** On whom the selected capability rests: largest share, concentration and lock-in, each opening to its arithmetic. */
export function RowFigures({
  row,
  data,
  speech,
}: {
  readonly row: PartnerRow;
  readonly data: PartnersData;
  readonly speech: PartnersSpeech;
}) {
  const { t: receipts } = useTranslation('receipts');
  const { say, figures } = speech;
  const words: Words = { data, speech, receipts };
  const shown: readonly (readonly [name: string, text: string, made: MadeFigure | null])[] = [
    [
      say('card.largest'),
      row.largest === null
        ? say('words.unknown')
        : `${data.nameOf('partner', row.largest.partnerId)} ${shareText(row.largest, speech)}`,
      shareReceipt(row, words),
    ],
    [
      say('card.hhi'),
      row.hhi === null ? say('words.unknown') : figures.number(row.hhi),
      concentrationReceipt(row, words),
    ],
    [say('card.lockIn'), lockInText(row, speech), lockInReceipt(row, words)],
  ];
  return (
    <section className={css.figures}>
      <h2>{data.nameOf('capability', row.capabilityId)}</h2>
      <dl>
        {shown.map(([name, text, made]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {made === null ? (
                text
              ) : (
                <Figure opens={{ kind: 'made', made }} label={receipts('open', { what: name })}>
                  {text}
                </Figure>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Money of each partner and of own people, in whole currency units, in the order in which shares are taken. */
function moneyOf({ cells, money }: PartnerRow, { speech }: Words): readonly (readonly [string, number])[] {
  const major = (minor: number): number => toMajor(minor, speech.currency);
  const held = cells.reduce((sum, cell) => sum + cell.money, 0);
  return [
    ...cells.map((cell) => [cell.partnerId, major(cell.money)] as const),
    [INTERNAL_VENDOR, major(Math.max(0, money - held))] as const,
  ];
}

const nameIn = (id: string, { data, receipts }: Words): string =>
  id === INTERNAL_VENDOR ? receipts('made.ownPeople') : data.nameOf('partner', id);

/** The largest share of a partner, at least; where amounts are unknown the range says how much it may be. */
export function shareReceipt(row: PartnerRow, words: Words): MadeFigure | null {
  const { data, speech, receipts } = words;
  const { largest } = row;
  if (largest === null || row.money <= 0) return null;
  const { figures } = speech;
  const own = row.cells.find(({ partnerId }) => partnerId === largest.partnerId);
  const line = (name: string, minor: number): PartLine => {
    const value = toMajor(minor, speech.currency);
    return { name, value, text: figures.money(value), opens: null };
  };
  const high = largest.high === null ? null : figures.percent(Math.min(1, largest.high), 1);
  return {
    title: speech.say('card.largest'),
    of: data.nameOf('capability', row.capabilityId),
    value: largest.low,
    text: shareText(largest, speech),
    range:
      high === null
        ? receipts('made.noHigh')
        : row.atLeast && largest.low !== largest.high
          ? receipts('made.upTo', { low: figures.percent(largest.low, 1), high })
          : receipts('made.entered'),
    formula: 'Σ_i w_ic part_i / Σ_i w_ic B_i',
    operation: 'ratio',
    parts: [
      line(data.nameOf('partner', largest.partnerId), own?.money ?? 0),
      line(receipts('element.supply'), row.money),
    ],
    say: (value) => figures.percent(value, 1),
  };
}

function concentrationReceipt(row: PartnerRow, words: Words): MadeFigure | null {
  const { data, speech, receipts } = words;
  if (row.hhi === null) return null;
  const { figures } = speech;
  const { formula, parts, value } = indexReceipt(
    sharesOf(moneyOf(row, words)),
    toMajor(row.money, speech.currency),
  );
  return {
    title: receipts('element.concentration'),
    of: data.nameOf('capability', row.capabilityId),
    value: value ?? 0,
    range: receipts('made.entered'),
    formula,
    operation: 'sum',
    parts: parts.flatMap((part): PartLine[] =>
      part.kind === 'vendor'
        ? [
            {
              name: nameIn(part.vendor, words),
              note: receipts('element.share', {
                share: figures.percent(part.share, 1),
                money: figures.money(part.whole),
              }),
              value: part.value,
              text: figures.number(part.value, 1),
              opens: null,
            },
          ]
        : [],
    ),
    say: (index) => figures.number(index, 1),
  };
}

function lockInReceipt(row: PartnerRow, words: Words): MadeFigure | null {
  const { data, speech, receipts } = words;
  const { largest, lockIn } = row;
  if (largest === null || lockIn === null) return null;
  const { figures } = speech;
  const share = (name: string, value: number, made: MadeFigure | null): PartLine => ({
    name,
    value,
    text: figures.percent(value, 1),
    opens: made && { kind: 'made', made },
  });
  return {
    title: receipts('element.lockIn'),
    of: data.nameOf('capability', row.capabilityId),
    value: lockIn,
    range: receipts('made.entered'),
    formula: 'largest external share · (1 - exit readiness)',
    operation: 'product',
    parts: [
      share(data.nameOf('partner', largest.partnerId), largest.low, shareReceipt(row, words)),
      share(receipts('element.term.notReady'), largest.low > 0 ? lockIn / largest.low : 0, null),
    ],
    say: (value) => figures.percent(value, 1),
  };
}

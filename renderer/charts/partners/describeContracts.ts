import type { PartnerTotal } from '../../../shared/analysis/partnerMoney.ts';
import { dayNumber, isoDay } from '../../../shared/domain/time.ts';
import { formatDate } from '../../../shared/text/format.ts';
import type { LegendItem } from '../frame/legend.ts';
import { numberCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import type { ContractLayout, ContractWords } from './contractLayout.ts';
import { byContractEnd } from './contractLayout.ts';
import {
  dayText,
  moneyText,
  type PartnersSpeech,
  relationshipText,
  shortMoney,
  someNames,
} from './describe.ts';
import { contractState, type PartnersData } from './partnersData.ts';

type State = ReturnType<typeof contractState>;

const stateOf = ({ partner }: PartnerTotal, now: number): State =>
  contractState(partner.contractEnd === null ? null : dayNumber(partner.contractEnd), now);

const stateKey = {
  soon: 'legend.soon',
  later: 'legend.later',
  ended: 'legend.ended',
  unknown: 'legend.endUnknown',
} as const satisfies Record<State, string>;

/** The words inside the drawing. */
export function contractWords(
  data: PartnersData,
  speech: PartnersSpeech,
  tick: ContractWords['tick'],
): ContractWords {
  const { say, figures } = speech;
  return {
    tick,
    end: (day) => dayText(day, speech),
    money: ({ money, unknown, most }) => {
      if (money === null) return most > 0 ? say('share.atMost', { high: shortMoney(most, speech) }) : '?';
      const low = shortMoney(money, speech);
      return unknown > 0 ? say('share.atLeast', { low }) : low;
    },
    exit: ({ partner }) => (partner.exitReadiness === null ? '?' : figures.percent(partner.exitReadiness)),
    hangs: ({ capabilityIds }) =>
      capabilityIds.length === 0
        ? say('words.nothing')
        : someNames(
            capabilityIds.map((id) => data.nameOf('capability', id)),
            speech,
          ),
    unknownEnd: say('words.unknownEnd'),
    now: formatDate(isoDay(data.now), figures.language),
    moneyTitle: say('words.money'),
    exitTitle: say('words.exit'),
    hangsTitle: say('words.hangs'),
  };
}

/** Partners whose contract ends within a year. */
export const endingSoon = (partners: readonly PartnerTotal[], now: number): readonly PartnerTotal[] =>
  partners.filter((total) => stateOf(total, now) === 'soon');

/** What the picture says, in a sentence from its own figures. */
export function contractFinding(
  partners: readonly PartnerTotal[],
  now: number,
  speech: PartnersSpeech,
): string {
  const { say } = speech;
  const soon = endingSoon(partners, now);
  const unknown = partners.filter((total) => stateOf(total, now) === 'unknown').length;
  if (soon.length === 0) {
    return unknown > 0 ? say('contracts.none', { count: unknown }) : say('contracts.allKnown');
  }
  const known = soon.filter(({ money }) => money !== null);
  if (known.length === 0) return say('contracts.findingUnknown', { count: soon.length });
  const money = shortMoney(
    known.reduce((sum, each) => sum + (each.money ?? 0), 0),
    speech,
  );
  const some = known.length < soon.length || known.some(({ unknown: none }) => none > 0);
  return say('contracts.finding', {
    count: soon.length,
    money: some ? say('card.moneyAtLeast', { money }) : money,
  });
}

/** Legend entries for what the drawing really shows. */
export function contractLegend({ lines }: ContractLayout, { say }: PartnersSpeech): readonly LegendItem[] {
  const has = (state: State): boolean => lines.some((line) => line.state === state);
  const items: LegendItem[] = [];
  if (has('soon')) items.push({ swatch: 'contractSoon', label: say(stateKey.soon) });
  if (has('later')) items.push({ swatch: 'contractLater', label: say(stateKey.later) });
  if (has('ended')) items.push({ swatch: 'contractEnded', label: say(stateKey.ended) });
  if (has('unknown')) items.push({ swatch: 'unknownMark', label: say(stateKey.unknown) });
  return items;
}

/** The whole picture in words, for ears. */
export function describeContracts(
  partners: readonly PartnerTotal[],
  now: number,
  { say, figures }: PartnersSpeech,
): string {
  const count = (state: State): string =>
    figures.number(partners.filter((total) => stateOf(total, now) === state).length);
  return say('describe.contracts', {
    partners: figures.number(partners.length),
    soon: count('soon'),
    later: count('later'),
    ended: count('ended'),
    unknown: count('unknown'),
  });
}

/** Every partner with its contract, as a table. */
export function contractTable(
  partners: readonly PartnerTotal[],
  data: PartnersData,
  speech: PartnersSpeech,
): TwinTableData {
  const { say, figures } = speech;
  return {
    caption: say('table.contracts'),
    columns: [
      { id: 'partner', label: say('table.partner'), kind: 'text' },
      { id: 'state', label: say('table.state'), kind: 'text' },
      { id: 'end', label: say('table.end'), kind: 'text' },
      { id: 'money', label: say('table.money'), kind: 'number' },
      { id: 'exit', label: say('table.exit'), kind: 'number' },
      { id: 'relationship', label: say('table.relationship'), kind: 'text' },
      { id: 'initiatives', label: say('table.initiatives'), kind: 'number' },
      { id: 'capabilities', label: say('table.capabilities'), kind: 'text' },
      { id: 'brings', label: say('table.brings'), kind: 'text' },
    ],
    rows: byContractEnd(partners, data.now).map((total) => {
      const { partner } = total;
      const end = partner.contractEnd;
      return {
        id: partner.id,
        cells: [
          textCell(partner.name),
          textCell(say(stateKey[stateOf(total, data.now)])),
          end === null
            ? { value: null, text: say('words.unknown') }
            : { value: end, text: dayText(dayNumber(end), speech) },
          numberCell(total.money, moneyText(total.money, total.unknown, speech)),
          numberCell(
            partner.exitReadiness,
            partner.exitReadiness === null ? say('words.unknown') : figures.percent(partner.exitReadiness),
          ),
          textCell(relationshipText(partner, speech) ?? say('words.unknown')),
          numberCell(total.initiativeIds.length, figures.number(total.initiativeIds.length)),
          textCell(total.capabilityIds.map((id) => data.nameOf('capability', id)).join(say('list.join'))),
          textCell(partner.description),
        ],
      };
    }),
  };
}

import { HELD_TOO_MUCH, type PartnerRow, type PartnerTotal } from '../../../shared/analysis/partnerMoney.ts';
import type { Partner } from '../../../shared/domain/records.ts';
import { dayNumber, isoDay } from '../../../shared/domain/time.ts';
import { formatDate, toMajor } from '../../../shared/text/format.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import type { Say } from '../../i18n.ts';
import type { FigureWords } from '../frame/figureWords.ts';
import type { LegendItem } from '../frame/legend.ts';
import type { MarkCard } from '../frame/markCard.ts';
import { shortName } from '../frame/shortName.ts';
import { numberCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import type { PartnersLayout, PartnersWords } from './layout.ts';
import {
  atWork,
  contractState,
  heldBy,
  type PartnersData,
  type ShareRange,
  shareOf,
} from './partnersData.ts';

/** What the words of these pictures are made from. */
export interface PartnersSpeech {
  readonly say: Say<'partners'>;
  readonly figures: FigureWords;
  readonly currency: string;
}

const MOST_NAMES = 4;

/** Money in minor units, short. */
export const shortMoney = (minor: number, { currency, figures }: PartnersSpeech): string =>
  figures.moneyShort(toMajor(Math.round(minor), currency));

/** A day as a date in full. */
export const dayText = (day: number, { figures }: PartnersSpeech): string =>
  formatDate(isoDay(day), figures.language);

/** Money in full; what is not known is said. */
export function moneyText(money: number | null, unknown: number, speech: PartnersSpeech): string {
  if (money === null || (money === 0 && unknown > 0)) return speech.say('words.unknown');
  const text = speech.figures.money(toMajor(Math.round(money), speech.currency));
  return unknown > 0 ? speech.say('card.moneyAtLeast', { money: text }) : text;
}

/** The first few names, and how many more there are. */
export function someNames(names: readonly string[], { say }: PartnersSpeech): string {
  const first = names.slice(0, MOST_NAMES).join(say('list.join'));
  const rest = names.length - MOST_NAMES;
  return rest > 0 ? say('words.more', { names: first, count: rest }) : first;
}

/** How a partner stands to us; null where nobody said. */
export const relationshipText = ({ relationship }: Partner, { say }: PartnersSpeech): string | null =>
  relationship === null ? null : say(`relationship.${relationship}`);

const limit = ({ figures }: PartnersSpeech): string => figures.percent(HELD_TOO_MUCH);

/** A share in per cent: as it is, from and to, or up to; a question mark where nothing is known. */
export function shareText(share: ShareRange | null, { say, figures }: PartnersSpeech): string {
  if (share === null || (share.low === 0 && share.high === null)) return '?';
  const low = figures.percent(share.low);
  // At least next to nothing says as little as a question mark.
  if (share.high === null) return low.startsWith('<') ? '?' : say('share.atLeast', { low });
  const high = figures.percent(share.high);
  if (low === high || high.startsWith('<')) return high;
  return share.low === 0 ? say('share.atMost', { high }) : say('share.range', { low, high });
}

/** The lock-in of a capability; what is not known is said. */
export const lockInText = ({ lockIn, largest }: PartnerRow, { say, figures }: PartnersSpeech): string =>
  lockIn === null ? (largest === null ? '?' : say('words.lockInUnknown')) : figures.percent(lockIn);

/** The words inside the drawing. */
export function partnersWords(data: PartnersData, speech: PartnersSpeech): PartnersWords {
  const { say } = speech;
  return {
    others: (count) => say('words.others', { count }),
    share: (share) => shareText(share, speech),
    who: ({ largest, lockIn }) => {
      if (largest === null) return '?';
      const name = data.nameOf('partner', largest.partnerId);
      return lockIn === null ? name : say('words.who', { name, share: speech.figures.percent(lockIn) });
    },
    largestTitle: say('words.largest'),
    whoTitle: say('words.who.title'),
  };
}

/** The capability that the title names: the first that a partner holds too much of, else the first that one may. */
export const mostHeld = ({ rows }: PartnersData): PartnerRow | undefined =>
  rows.find(({ largest }) => heldBy(largest) === 'held') ??
  rows.find(({ largest }) => heldBy(largest) === 'maybe');

const knownEnds = (partners: readonly PartnerTotal[]): readonly string[] =>
  partners.flatMap(({ partner }) => partner.contractEnd ?? []);

/** What the pictures say together, in a sentence from their own figures. */
export function partnersFinding(data: PartnersData, speech: PartnersSpeech): string {
  const { say, figures } = speech;
  const working = atWork(data);
  const { top } = data;
  const parts: string[] = [];
  if (top === null) parts.push(say('finding.unknown', { count: working.length }));
  else {
    const [low, high, count] = [figures.percent(top.low), figures.percent(top.high), top.partnerIds.length];
    if (low === high) parts.push(say('finding.money', { share: low, count }));
    else if (top.low > 0) parts.push(say('finding.moneyRange', { low, high, count }));
    else parts.push(say('finding.moneyAtMost', { share: high, count }));
  }
  const most = mostHeld(data);
  if (most?.largest) {
    const values = {
      partner: shortName(data.nameOf('partner', most.largest.partnerId)),
      share: shareText(most.largest, speech),
      capability: shortName(data.nameOf('capability', most.capabilityId)),
    };
    parts.push(
      heldBy(most.largest) === 'held' ? say('finding.holds', values) : say('finding.mayHold', values),
    );
  }
  const ends = knownEnds(working);
  const soon = ends.filter((end) => contractState(dayNumber(end), data.now) === 'soon').length;
  if (soon > 0) parts.push(say('finding.ends', { count: soon }));
  else if (ends.length === 0 && !most) parts.push(say('finding.endsUnknown'));
  return parts.join(say('finding.join'));
}

/** The line under it: what is held too much, what nobody entered, and how money is shared out. */
export function partnersSubtitle(data: PartnersData, speech: PartnersSpeech): string {
  const { say, figures } = speech;
  const count = (state: 'held' | 'maybe'): number =>
    data.rows.filter(({ largest }) => heldBy(largest) === state).length;
  const [held, maybe] = [count('held'), count('maybe')];
  const all = data.partners.reduce((sum, { engagements }) => sum + engagements, 0);
  return joinSentences([
    held > 0 ? say('subtitle.held', { count: held, limit: limit(speech) }) : '',
    maybe > 0 ? say('subtitle.maybe', { count: maybe, limit: limit(speech) }) : '',
    mostHeld(data) && knownEnds(atWork(data)).length === 0 ? say('subtitle.endsUnknown') : '',
    data.unknown > 0 ? say('subtitle.unknown', { count: data.unknown, all: figures.number(all) }) : '',
    say('subtitle.basis'),
  ]);
}

/** Legend entries for what the drawing really shows. */
export function partnersLegend({ lines }: PartnersLayout, speech: PartnersSpeech): readonly LegendItem[] {
  const { say } = speech;
  const cells = lines.flatMap((line) => line.cells);
  const items: LegendItem[] = [];
  if (cells.some(({ state }) => state === 'held')) {
    items.push({ swatch: 'heldCell', label: say('legend.held', { limit: limit(speech) }) });
  }
  if (cells.some(({ state }) => state === 'maybe')) {
    items.push({ swatch: 'maybeCell', label: say('legend.maybe', { limit: limit(speech) }) });
  }
  if (cells.some(({ filled }) => filled > 0)) items.push({ swatch: 'shareCell', label: say('legend.share') });
  if (cells.some(({ unknown }) => unknown)) {
    items.push({ swatch: 'unknownCell', label: say('legend.unknown') });
  }
  return items;
}

/** The whole picture in words, for ears. */
export function describePartners(data: PartnersData, speech: PartnersSpeech): string {
  const { say, figures } = speech;
  return say('describe.money', {
    capabilities: figures.number(data.rows.length),
    partners: figures.number(atWork(data).length),
    held: figures.number(data.rows.filter(({ largest }) => heldBy(largest) === 'held').length),
    limit: limit(speech),
    unknown: figures.number(data.unknown),
  });
}

/** What is known of a partner, for its card. */
export function partnerCard(total: PartnerTotal, data: PartnersData, speech: PartnersSpeech): MarkCard {
  const { say, figures } = speech;
  const { partner } = total;
  const relationship = relationshipText(partner, speech);
  const capabilities = total.capabilityIds.map((id) => data.nameOf('capability', id));
  return {
    title: partner.name,
    rows: [
      ...(relationship === null ? [] : [[say('card.relationship'), relationship] as const]),
      [say('card.money'), moneyText(total.money, total.unknown, speech)],
      ...(total.share === null ? [] : [[say('card.all'), figures.percent(total.share, 1)] as const]),
      ...(total.unknown > 0 ? [[say('card.unknown'), figures.number(total.unknown)] as const] : []),
      [
        say('card.exit'),
        partner.exitReadiness === null ? say('words.unknown') : figures.percent(partner.exitReadiness),
      ],
      [
        say('card.end'),
        partner.contractEnd === null
          ? say('words.unknown')
          : formatDate(partner.contractEnd, figures.language),
      ],
      [say('card.initiatives'), figures.number(total.initiativeIds.length)],
      ...(capabilities.length > 0
        ? [[say('card.capabilities'), someNames(capabilities, speech)] as const]
        : []),
      ...(partner.description === ''
        ? []
        : [[say('card.brings'), partner.description.slice(0, 160)] as const]),
    ],
    note: say('card.pick'),
  };
}

/** What the card beside a mark says; throws for an id that the layout did not make. */
export function partnersCard(
  id: string,
  data: PartnersData,
  layout: PartnersLayout,
  speech: PartnersSpeech,
): MarkCard {
  const { say, figures } = speech;
  const kind = id.slice(0, id.indexOf(':'));
  const [first = '', columnKey] = id.slice(kind.length + 1).split('\n');
  const named = (ids: readonly string[]): string =>
    someNames(
      ids.map((each) => data.nameOf('partner', each)),
      speech,
    );
  if (kind === 'partner') {
    const total = data.partners.find(({ partner }) => partner.id === first);
    if (total) return partnerCard(total, data, speech);
    const column = layout.columns.find(({ key }) => key === first);
    if (!column) throw new Error(`this picture has no mark ${id}`);
    return { title: column.label.text, rows: [['', named(column.partnerIds)]] };
  }
  const row = data.rows.find(({ capabilityId }) => capabilityId === first);
  if (!row) throw new Error(`this picture has no mark ${id}`);
  const capability = data.nameOf('capability', first);
  if (kind === 'row') {
    return {
      title: capability,
      rows: [
        [say('card.own'), figures.money(toMajor(Math.round(row.money), speech.currency))],
        [
          say('card.largest'),
          row.largest === null
            ? say('words.unknown')
            : `${data.nameOf('partner', row.largest.partnerId)} ${shareText(row.largest, speech)}`,
        ],
        [say('card.hhi'), row.hhi === null ? say('words.unknown') : figures.number(row.hhi)],
        [say('card.lockIn'), row.lockIn === null ? say('words.unknown') : figures.percent(row.lockIn)],
      ],
      note: say('card.pickRow'),
    };
  }
  const column = layout.columns.find(({ key }) => key === columnKey)!;
  const own = row.cells.filter(({ partnerId }) => column.partnerIds.includes(partnerId));
  const money = own.reduce((sum, each) => sum + each.money, 0);
  const unknown = own.reduce((sum, each) => sum + each.unknown, 0);
  const initiatives = [...new Set(own.flatMap(({ initiativeIds }) => initiativeIds))];
  return {
    title: `${capability} · ${named(own.map(({ partnerId }) => partnerId))}`,
    rows: [
      [say('card.share'), shareText(shareOf(own, row), speech)],
      [say('card.money'), moneyText(money, unknown, speech)],
      ...(unknown > 0 ? [[say('card.unknown'), figures.number(unknown)] as const] : []),
      [
        say('card.initiatives'),
        someNames(
          initiatives.map((each) => data.nameOf('initiative', each)),
          speech,
        ),
      ],
    ],
    note: say('card.pick'),
  };
}

/** Every capability with each of its partners, as a table. */
export function partnersTable(data: PartnersData, speech: PartnersSpeech): TwinTableData {
  const { say, figures } = speech;
  return {
    caption: say('table.caption'),
    columns: [
      { id: 'capability', label: say('table.capability'), kind: 'text' },
      { id: 'partner', label: say('table.partner'), kind: 'text' },
      { id: 'money', label: say('table.money'), kind: 'number' },
      { id: 'share', label: say('table.share'), kind: 'number' },
      { id: 'unknown', label: say('table.unknown'), kind: 'number' },
      { id: 'hhi', label: say('table.hhi'), kind: 'number' },
      { id: 'lockIn', label: say('table.lockIn'), kind: 'number' },
    ],
    rows: data.rows.flatMap((row) =>
      row.cells.map((cell) => {
        const share = shareOf([cell], row);
        const known = share !== null && (share.low > 0 || share.high === 0);
        return {
          id: `${row.capabilityId}\n${cell.partnerId}`,
          cells: [
            textCell(data.nameOf('capability', row.capabilityId)),
            textCell(data.nameOf('partner', cell.partnerId)),
            numberCell(known ? cell.money : null, moneyText(cell.money, cell.unknown, speech)),
            numberCell(known ? share.low : null, shareText(share, speech)),
            numberCell(cell.unknown, figures.number(cell.unknown)),
            numberCell(row.hhi, row.hhi === null ? say('words.unknown') : figures.number(row.hhi)),
            numberCell(row.lockIn, lockInText(row, speech)),
          ],
        };
      }),
    ),
  };
}

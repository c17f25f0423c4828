import { joinSentences, joinWords } from '../../../shared/text/join.ts';
import type { Say } from '../../i18n.ts';
import type { FigureWords } from '../frame/figureWords.ts';
import type { LegendItem } from '../frame/legend.ts';
import type { MarkCard } from '../frame/markCard.ts';
import { numberCell, type TwinCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import { isGapPending } from '../matrix/matrixData.ts';
import { type Heat, heatOf, type MapNode } from './capabilityTree.ts';
import type { CapabilityMapLayout, CapabilityMapWords } from './layout.ts';

/** What the words of the map are made from. */
export interface CapabilityMapSpeech {
  readonly say: Say<'coverage'>;
  readonly figures: FigureWords;
  readonly heat: Heat;
  /** The quarter that is looked at; null = all time. */
  readonly quarter: string | null;
}

/** Stands in a box without money and initiatives: quieter than a row of zeros. */
const NOTHING = '–';

/** The sentences inside the drawing. */
export function capabilityMapWords({ say, figures, heat }: CapabilityMapSpeech): CapabilityMapWords {
  const amount = (value: number | null): string =>
    value === null
      ? say(heat === 'overlap' ? 'heat.comparing' : 'heat.unknown')
      : heat === 'count'
        ? figures.number(value)
        : figures.moneyShort(value);
  return {
    amount: (value) => (value === 0 ? NOTHING : amount(value)),
    figure: (value, count) =>
      count === 0 && value === 0
        ? NOTHING
        : heat === 'count'
          ? say('heat.onlyCount', { count })
          : say('heat.value', { value: amount(value), initiatives: figures.number(count) }),
    here: say('map.here'),
    itself: (name) => say('map.itself', { name }),
  };
}

const swatches = {
  need: 'heatNeed',
  supply: 'heatSupply',
  gap: 'heatGap',
  overlap: 'heatOverlap',
  count: 'heatCount',
} as const;

/** Legend entries for what the map really shows. */
export function capabilityMapLegend(
  layout: CapabilityMapLayout,
  speech: CapabilityMapSpeech,
): readonly LegendItem[] {
  const { say, figures, heat } = speech;
  const words = capabilityMapWords(speech);
  const tiles = layout.sections.flatMap((section) => section.tiles);
  const [low, high] = layout.domain;
  const items: LegendItem[] = [];
  if (high > 0) {
    const range = {
      low: heat === 'count' ? figures.number(low) : figures.moneyShort(low),
      high: words.amount(high),
    };
    items.push({ swatch: swatches[heat], label: say(`legend.heat.${heat}`, range) });
  }
  if (heat !== 'count' && tiles.some((tile) => tile.figure !== null)) {
    // The sign of the currency as the boxes have it, or that of any where it is as long as a word.
    const sign = figures.moneyShort(0).replace(/[\d\s.,]/g, '');
    items.push({ swatch: 'figures', label: say('legend.figures'), letter: sign.length > 1 ? '¤' : sign });
  }
  if (tiles.some(({ node }) => node.gaps > 0)) items.push({ swatch: 'gap', label: say('legend.mapGap') });
  if (tiles.some(({ node }) => node.overlaps > 0)) {
    items.push({ swatch: 'overlap', label: say('legend.mapOverlap') });
  }
  if (tiles.some(({ dots }) => dots.length > 0)) {
    items.push({ swatch: 'importance', label: say('legend.importance') });
  }
  if (tiles.some(({ arrow }) => arrow !== null)) {
    items.push({ swatch: 'branch', label: say('legend.branch') });
  }
  return items;
}

/** The map in one or two sentences. */
export function describeCapabilityMap(
  focus: MapNode,
  layout: CapabilityMapLayout,
  { say, figures, heat, quarter }: CapabilityMapSpeech,
): string {
  const words = say('describe.map', {
    capabilities: figures.number(focus.capabilities),
    sections: figures.number(layout.sections.length),
    heat: say(`heat.${heat}`),
    gaps: figures.number(focus.gaps),
    overlaps: figures.number(focus.overlaps),
  });
  return joinSentences([
    words,
    ...(quarter === null ? [] : [say('describe.quarter', { quarter })]),
    ...(isGapPending(focus)
      ? [say('describe.glance')]
      : focus.redundant === null && focus.capabilities > 0
        ? [say('describe.comparing')]
        : []),
  ]);
}

/** What the card beside a box or a heading says. */
export function capabilityCard(node: MapNode, { say, figures }: CapabilityMapSpeech): MarkCard {
  const branch = node.children.length > 0;
  const group = node.own?.group ?? '';
  return {
    title: group === '' ? node.name : `${node.name} · ${group}`,
    rows: [
      ...(node.importance === null
        ? []
        : [[say('card.importance'), say('capability.scale', { value: node.importance })] as const]),
      [say('card.need'), node.need === null ? say('needUnknown') : figures.money(node.need)],
      [say('card.funded'), figures.money(node.supply)],
      ...(node.need !== null && node.need > 0 && node.unknownNeeds === 0
        ? [[say('card.covered'), figures.percent(node.supply / node.need)] as const]
        : []),
      ...(isGapPending(node) ? [[say('card.gap'), say('glance.cell')] as const] : []),
      ...(node.gap !== null && node.gap > 0 ? [[say('card.gap'), figures.money(node.gap)] as const] : []),
      ...(node.redundant === null
        ? [[say('card.redundant'), say('comparing.cell')] as const]
        : node.redundant > 0
          ? [[say('card.redundant'), figures.money(node.redundant)] as const]
          : []),
      ...(!branch && node.own?.alone ? [[say('card.alone'), say('card.aloneYes')] as const] : []),
      [say('card.initiatives'), figures.number(node.initiatives)],
      ...(branch
        ? [
            [say('card.below'), figures.number(node.capabilities)] as const,
            ...(node.unknownNeeds > 0
              ? [[say('card.unknownNeeds'), figures.number(node.unknownNeeds)] as const]
              : []),
            ...(node.gaps > 0 ? [[say('card.gaps'), figures.number(node.gaps)] as const] : []),
            ...(node.overlaps > 0 ? [[say('card.overlaps'), figures.number(node.overlaps)] as const] : []),
          ]
        : []),
    ],
    ...(branch ? { note: say('card.open') } : {}),
  };
}

/** A quarter as a column of the table: its name, and each capability's amount in it by the heat of the map. */
export interface HeatColumn {
  readonly name: string;
  readonly amount: (id: string) => number | null;
}

/** The branch as a table: a line for each capability with the sums of what is below it, in the order of the tree. */
export function capabilityMapTable(
  focus: MapNode,
  speech: CapabilityMapSpeech,
  quarters: readonly HeatColumn[],
): TwinTableData {
  const { say, figures, heat } = speech;
  const money = (value: number | null): TwinCell =>
    value === null ? { value: null, text: say('needUnknown') } : numberCell(value, figures.money(value));
  const amount = (value: number | null): TwinCell =>
    value !== null && heat === 'count' ? numberCell(value, figures.number(value)) : money(value);
  const nodes: MapNode[] = [];
  const walk = (node: MapNode): void => {
    if (node.own) nodes.push(node);
    for (const child of node.children) walk(child);
  };
  walk(focus);
  const flags = (node: MapNode): string =>
    joinWords(
      [...(node.gaps > 0 ? [say('flag.gap')] : []), ...(node.overlaps > 0 ? [say('flag.overlap')] : [])],
      figures.language,
    );
  return {
    caption: say('map.table'),
    columns: [
      { id: 'capability', label: say('table.capability'), kind: 'text' },
      { id: 'group', label: say('table.group'), kind: 'text' },
      { id: 'importance', label: say('table.importance'), kind: 'number' },
      { id: 'need', label: say('table.need'), kind: 'number' },
      { id: 'supply', label: say('table.supply'), kind: 'number' },
      { id: 'gap', label: say('table.gap'), kind: 'number' },
      { id: 'redundant', label: say('table.redundant'), kind: 'number' },
      { id: 'initiatives', label: say('table.initiatives'), kind: 'number' },
      { id: 'flag', label: say('table.flag'), kind: 'text' },
      ...quarters.map(({ name }, q) => ({
        id: `quarter${q}`,
        label: say('table.ofQuarter', { what: say(`heat.${heat}`), quarter: name }),
        kind: 'number' as const,
      })),
    ],
    rows: nodes.map((node) => ({
      id: node.id,
      cells: [
        textCell(node.name),
        textCell(node.own?.group ?? ''),
        numberCell(node.importance, node.importance === null ? '' : figures.number(node.importance)),
        money(node.need),
        money(node.supply),
        isGapPending(node) ? { value: null, text: say('glance.cell') } : money(node.gap),
        node.redundant === null ? { value: null, text: say('comparing.cell') } : money(node.redundant),
        numberCell(node.initiatives, figures.number(node.initiatives)),
        textCell(flags(node)),
        ...quarters.map((quarter) => amount(quarter.amount(node.id))),
      ],
    })),
  };
}

/** The amounts of every branch of a tree by id. */
export function amountsOf(root: MapNode, heat: Heat): ReadonlyMap<string, number | null> {
  const amounts = new Map<string, number | null>();
  const walk = (node: MapNode): void => {
    amounts.set(node.id, heatOf(node, heat));
    for (const child of node.children) walk(child);
  };
  walk(root);
  return amounts;
}

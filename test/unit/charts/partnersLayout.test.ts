import { describe, expect, it } from 'vitest';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { labelRect, overlaps } from '../../../renderer/charts/frame/rects.ts';
import {
  byContractEnd,
  CONTRACT_ROW,
  layoutContracts,
} from '../../../renderer/charts/partners/contractLayout.ts';
import {
  type PartnersSpeech,
  partnersCard,
  partnersFinding,
  partnersLegend,
  partnersTable,
  partnersWords,
} from '../../../renderer/charts/partners/describe.ts';
import {
  contractFinding,
  contractTable,
  contractWords,
} from '../../../renderer/charts/partners/describeContracts.ts';
import { layoutPartners, PARTNER_ROW } from '../../../renderer/charts/partners/layout.ts';
import type { PartnersData } from '../../../renderer/charts/partners/partnersData.ts';
import type { PartnerRow, PartnerTotal } from '../../../shared/analysis/partnerMoney.ts';
import { newPartner } from '../../../shared/domain/defaults.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import { sayOf } from '../../helpers/sayOf.ts';

const speech: PartnersSpeech = {
  say: sayOf('partners', 'en'),
  figures: figureWords('en', 'USD'),
  currency: 'USD',
};
const now = dayNumber('2026-01-15');
const total = (id: string, money: number | null, contractEnd: string | null): PartnerTotal => ({
  partner: { ...newPartner(id, `${id} Consulting Group`), contractEnd },
  money,
  share: money === null ? null : money / 1000_00,
  most: money ?? 300_00,
  unknown: money === null ? 1 : 0,
  engagements: 1,
  initiativeIds: ['i'],
  capabilityIds: ['Claims', 'Fraud'],
});
const row = (
  capabilityId: string,
  cells: readonly (readonly [id: string, money: number, most: number | null])[],
  largest: PartnerRow['largest'],
): PartnerRow => ({
  capabilityId,
  money: 100_00,
  cells: cells.map(([partnerId, money, most]) => ({
    partnerId,
    money,
    most,
    unknown: money === most ? 0 : 1,
    initiativeIds: ['i'],
  })),
  largest,
  atLeast: cells.some(([, money, most]) => money !== most),
  hhi: 5000,
  lockIn: null,
});
const partners = [
  total('A', 500_00, '2026-06-30'),
  total('B', 200_00, '2025-06-30'),
  total('C', 100_00, '2029-01-01'),
  total('D', null, null),
];
const data: PartnersData = {
  rows: [
    row(
      'Claims',
      [
        ['A', 62_00, 62_00],
        ['D', 0, 38_00],
      ],
      { partnerId: 'A', low: 0.62, high: 0.62 },
    ),
    row('Fraud', [['D', 0, 90_00]], { partnerId: 'D', low: 0, high: 0.9 }),
    row('Payments', [['B', 20_00, 20_00]], { partnerId: 'B', low: 0.2, high: 0.2 }),
  ],
  partners,
  total: 1000_00,
  top: { partnerIds: ['A', 'B', 'C'], low: 0.8, high: 0.8 },
  unknown: 1,
  now,
  nameOf: (_, id) => id,
};
const draw = (of: PartnersData, width = 900) =>
  layoutPartners(of, of.rows, width, partnersWords(of, speech), estimateWidth);

describe('money by capability and partner', () => {
  it('says a share as it is or up to what it may be, and marks too much by frame and number', () => {
    const { lines, columns } = draw(data);
    expect(columns.map(({ key }) => key)).toEqual(['A', 'B', 'D']);
    expect(lines.map(({ held }) => held)).toEqual(['held', 'maybe', 'no']);
    expect(lines[1]!.y - lines[0]!.y).toBe(PARTNER_ROW);
    expect(
      lines.map(({ cells }) => cells.map(({ state, unknown, text }) => [state, unknown, text.text])),
    ).toEqual([
      [
        ['held', false, '62%'],
        ['no', true, '≤38%'],
      ],
      [['maybe', true, '≤90%']],
      [['no', false, '20%']],
    ]);
    expect(lines[0]!.cells[0]!.rect.x + lines[0]!.cells[0]!.rect.width / 2).toBeCloseTo(columns[0]!.x, 9);
    expect(partnersLegend(draw(data), speech).map(({ swatch }) => swatch)).toEqual([
      'heldCell',
      'maybeCell',
      'shareCell',
      'unknownCell',
    ]);
  });

  it('gives a column of its own first to whoever is largest in a row, in the order of their money', () => {
    const ids = Array.from({ length: 60 }, (_, k) => `P${k}`);
    const held = (capabilityId: string, id: string) =>
      row(capabilityId, [[id, 90_00, 90_00]], { partnerId: id, low: 0.9, high: 0.9 });
    const many: PartnersData = {
      ...data,
      partners: ids.map((id, k) => total(id, (100 - k) * 100, null)),
      rows: [
        held('Claims', 'P59'),
        held('Fraud', 'P30'),
        row(
          'Payments',
          ids.map((id) => [id, 1_00, 1_00] as const),
          { partnerId: 'P0', low: 0.01, high: 0.01 },
        ),
      ],
    };
    const { columns, lines } = draw(many, 800);
    const own = columns.slice(0, -1).map(({ key }) => key);
    expect(own).toEqual([...own].sort((a, b) => ids.indexOf(a) - ids.indexOf(b)));
    expect(own).toEqual(expect.arrayContaining(['P0', 'P1', 'P30', 'P59']));
    expect(columns.at(-1)!.partnerIds).toEqual(ids.filter((id) => !own.includes(id)));
    expect(lines[0]!.cells.map(({ id, state }) => [id, state])).toEqual([['cell:Claims\nP59', 'held']]);
  });

  it('puts more partners than have room together, and never too much with them as one', () => {
    const ids = Array.from({ length: 60 }, (_, k) => `P${k}`);
    const many: PartnersData = {
      ...data,
      partners: ids.map((id) => total(id, 1_00, null)),
      rows: [
        row(
          'Claims',
          ids.map((id) => [id, 1_00, 1_00] as const),
          { partnerId: 'P0', low: 0.01, high: 0.01 },
        ),
      ],
    };
    const layout = draw(many, 800);
    const last = layout.columns.at(-1)!;
    expect(last.key).toBe('#others');
    expect(last.partnerIds.length).toBe(60 - layout.columns.length + 1);
    const others = layout.lines[0]!.cells.find(({ id }) => id.endsWith('#others'))!;
    expect(others.filled).toBeGreaterThan(0.4);
    expect(others.state).toBe('no');
    expect(last.x + 31).toBeLessThanOrEqual(layout.right + 1);
  });

  it.each([320, 480, 900, 1600])('lets no words of a row meet at %i px', (width) => {
    for (const { name, largest, who, cells } of draw(data, width).lines) {
      const rects = [name, largest, who, ...cells.map(({ text }) => text)].map(labelRect);
      rects.forEach((a, k) => {
        for (const b of rects.slice(k + 1)) expect(overlaps(a, b)).toBe(false);
      });
    }
  });

  it('says its finding, its cards and its table in its own figures', () => {
    expect(partnersFinding(data, speech)).toBe(
      '80% of the money sits with 3 partners; A holds 62% of “Claims”; 1 contract ends within a year',
    );
    expect(
      partnersFinding(
        { ...data, top: { ...data.top!, low: 0.2, high: 0.5 }, rows: data.rows.slice(1) },
        speech,
      ),
    ).toBe(
      '20% to 50% of the money sits with 3 partners; D may hold “Fraud” (≤90%); 1 contract ends within a year',
    );
    const layout = draw(data);
    for (const { id } of layout.marks) expect(partnersCard(id, data, layout, speech).title).not.toBe('');
    const { rows } = partnersTable(data, speech);
    expect(rows.map(({ cells }) => [cells[1]!.text, cells[3]!.value, cells[3]!.text])).toEqual([
      ['A', 0.62, '62%'],
      ['D', null, '≤38%'],
      ['D', null, '≤90%'],
      ['B', 0.2, '20%'],
    ]);
  });

  it('heads both columns of words on one line, clear of the names that lean over the second', () => {
    const ids = Array.from({ length: 40 }, (_, k) => `Partner number ${k} with a long name`);
    const full = row(
      'Claims',
      ids.map((id) => [id, 1_00, 1_00] as const),
      null,
    );
    const { titles, columns } = draw({
      ...data,
      rows: [full],
      partners: ids.map((id) => total(id, 1_00, null)),
    });
    const [share, who] = titles;
    expect(who!.y).toBe(share!.y);
    const box = labelRect(who!);
    for (const { label } of columns) {
      // A name rises by 45°: what it is right of its foot, it is above it; its letters hang a little below that line.
      const lowest = label.y - (box.x - label.x) + label.size * 0.35;
      expect(lowest).toBeLessThanOrEqual(box.y);
    }
    const last = columns.at(-1)!.label;
    expect(last.x + last.width * Math.SQRT1_2).toBeGreaterThan(box.x);
  });

  it('draws nothing of nothing', () => {
    const empty = draw({ ...data, rows: [], partners: [] });
    expect([empty.lines, empty.columns, empty.marks]).toEqual([[], [], []]);
    expect(partnersFinding({ ...data, rows: [], partners: [], top: null }, speech)).toBe(
      'How much money sits with 0 partners is not known; no contract’s end is known',
    );
  });
});

describe('contract ends', () => {
  const words = contractWords(data, speech, () => '2026');
  const lay = (list: readonly PartnerTotal[], width = 900) =>
    layoutContracts(list, now, width, 1, words, estimateWidth);

  it('says a day that has no room beside its end above the line, which would strike it through', () => {
    const { lines, plotRight } = lay([total('A', 1, '2026-03-01'), total('B', 1, '2029-12-31')]);
    const [first, last] = [lines[0]!, lines[1]!];
    expect(first.end.anchor).toBe('start');
    expect(last.end.anchor).toBe('end');
    expect(last.x! + 10 + last.end.width).toBeGreaterThan(plotRight);
    expect(last.end.y).toBeLessThan(last.y - 4);
    expect(last.end.y - last.end.size).toBeGreaterThan(last.y - CONTRACT_ROW / 2 - 3);
  });

  it('stands in the order in which they end, then what has ended, then what nobody knows', () => {
    expect(byContractEnd(partners, now).map(({ partner }) => partner.id)).toEqual(['A', 'C', 'B', 'D']);
    const { lines, nowX, soonX } = lay(partners);
    expect(lines.map(({ state }) => state)).toEqual(['soon', 'later', 'ended', 'unknown']);
    expect(lines[1]!.y - lines[0]!.y).toBe(CONTRACT_ROW);
    expect(lines[0]!.x).toBeGreaterThan(nowX);
    expect(lines[0]!.x).toBeLessThan(soonX);
    expect(lines[1]!.x).toBeGreaterThan(soonX);
    expect(lines[2]!.x).toBeLessThan(nowX);
    expect(lines[3]!.x).toBeNull();
    expect(lines[3]!.money.text).toBe('≤$300');
  });

  it.each([400, 620, 900, 1600])('lets no words meet at %i px', (width) => {
    const { lines, titles, nowLabel } = lay(partners, width);
    const all = [...lines.flatMap(({ name, end, money, exit, hangs }) => [name, end, money, exit, hangs])];
    for (const labels of [all, [...titles, nowLabel]]) {
      const rects = labels.map(labelRect);
      rects.forEach((a, k) => {
        for (const b of rects.slice(k + 1)) expect(overlaps(a, b)).toBe(false);
      });
    }
  });

  it('says what ends and what nobody knows', () => {
    expect(contractFinding(partners, now, speech)).toBe('1 contract ends within a year, with $500 on it');
    expect(contractFinding(partners.slice(3), now, speech)).toBe(
      'No contract ends within a year; of 1 the end is not known',
    );
    const { rows } = contractTable(partners, data, speech);
    expect(rows.map(({ cells }) => cells[2]!.value)).toEqual([
      '2026-06-30',
      '2029-01-01',
      '2025-06-30',
      null,
    ]);
    expect(lay([]).lines).toEqual([]);
  });
});

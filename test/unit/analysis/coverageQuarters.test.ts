import { describe, expect, it } from 'vitest';
import { causesOf, coverageQuarters, rowInQuarter } from '../../../renderer/analysis/coverageQuarters.ts';
import { type PortfolioCoverage, wholeCoverageSteps } from '../../../renderer/analysis/jobs.ts';
import {
  attributeCells,
  attribution,
  columnsOf,
  restColumns,
} from '../../../renderer/analysis/matrixColumns.ts';
import { matrixData } from '../../../renderer/analysis/matrixData.ts';
import { firstDayOf, planQuarters } from '../../../renderer/analysis/quarterWindow.ts';
import { LEAST_IMPORTANCE } from '../../../shared/coverage/checks/orphan.ts';
import { newCapability, newTeam } from '../../../shared/domain/defaults.ts';
import { newOutcome } from '../../../shared/domain/planningDefaults.ts';
import type { Partner, PortfolioRecords } from '../../../shared/domain/records.ts';
import { isoDay } from '../../../shared/domain/time.ts';
import { runSteps } from '../../../shared/steps.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';

const partner = (id: string, contractEnd: string | null): Partner => ({
  id,
  name: `Partner ${id}`,
  description: '',
  relationship: null,
  exitReadiness: null,
  contractEnd,
  retired: false,
});
const rated = { importance: 4, currentMaturity: 1, targetMaturity: 4 } as const;
const engagement = (id: string, initiativeId: string, partnerId: string, amount: number | null) => ({
  id,
  initiativeId,
  partnerId,
  description: '',
  amount,
  externalId: null,
});

/** Two capabilities over 2026: one loses its project in June, the other a partner in September. */
const records: PortfolioRecords = recordsOf(
  {
    team: [newTeam('t', 'Claims team')],
    partner: [partner('p', '2026-09-30'), partner('q', null)],
    capability: [
      { ...newCapability('c1', 'Claims', null), ...rated },
      { ...newCapability('c2', 'Fraud', null), ...rated, position: 1 },
      { ...newCapability('old', 'Old', null), ...rated, position: 2, retired: true },
    ],
    initiative: [
      initiative('a', { budget: 600_00, startDate: '2026-01-01', endDate: '2026-06-30', teamId: 't' }),
      initiative('b', { budget: 1200_00, startDate: '2026-01-01', endDate: '2026-12-31' }),
    ],
    contribution: [
      { id: 'x', initiativeId: 'a', capabilityId: 'c1', weight: 1 },
      { id: 'y', initiativeId: 'b', capabilityId: 'c2', weight: 0.5 },
      { id: 'z', initiativeId: 'b', capabilityId: 'old', weight: 0.5 },
    ],
    outcome: [newOutcome('o', 'Churn')],
    outcomeLink: [{ id: 'l', initiativeId: 'a', outcomeId: 'o', weight: 0.25 }],
    engagement: [
      engagement('e1', 'b', 'p', 900_00),
      engagement('e2', 'b', 'q', 120_00),
      engagement('e3', 'a', 'q', null),
    ],
  },
  { dataDate: '2026-02-15' },
);

const coverageOf = (of: PortfolioRecords): PortfolioCoverage => runSteps(wholeCoverageSteps(of));
const coverage = coverageOf(records);
const data = matrixData(records, coverage);
const time = coverageQuarters(records, coverage, data.rows)!;

describe('the quarters of a plan', () => {
  it('begin on the calendar, and end a quarter after the last end', () => {
    expect(time.quarters.map(({ id }) => id)).toEqual([
      '2026-01-01',
      '2026-04-01',
      '2026-07-01',
      '2026-10-01',
      '2027-01-01',
    ]);
  });

  it('follow the fiscal year, look a year back and four ahead, and show a plan elsewhere as a whole', () => {
    const days = (extent: { from: number; to: number }, planDay: string, first = 1): readonly string[] =>
      planQuarters('2020-01-01', extent, planDay, first).map((each) =>
        isoDay(firstDayOf('2020-01-01', each)),
      );
    expect(days({ from: 0, to: 10 }, '2020-03-01', 2)[0]).toBe('2019-11-01');
    const long = days({ from: 0, to: 240 }, '2030-05-05');
    expect([long[0], long.at(-1)]).toEqual(['2029-04-01', '2034-04-01']);
    const elsewhere = days({ from: 0, to: 240 }, '1990-01-01');
    expect([elsewhere[0], elsewhere.length]).toEqual(['2020-01-01', 40]);
    expect(days({ from: 0, to: 0 }, '2020-01-01').length).toBeGreaterThanOrEqual(4);
  });

  it('say what opens and who leaves', () => {
    expect(time.quarters.map(({ gaps }) => gaps)).toEqual([0, 0, 1, 2, 2]);
    expect(time.quarters.map(({ opening }) => opening)).toEqual([[], [], ['c1'], ['c2'], []]);
    expect(causesOf(time, 2, data.cells)).toEqual({ initiatives: ['a'], partners: [] });
    expect(causesOf(time, 3, data.cells)).toEqual({ initiatives: [], partners: ['p'] });
    expect(time.quarters.map(({ alone }) => alone)).toEqual([0, 0, 1, 1, 2]);
  });

  it('give rows their figures of the quarter and leave unknown needs unknown', () => {
    const row = data.rows.find(({ id }) => id === 'c1')!;
    expect(rowInQuarter(time, row, 0)).toMatchObject({ flag: null, alone: false });
    expect(rowInQuarter(time, row, 0).supply).toBeCloseTo(300, -1);
    expect(rowInQuarter(time, row, 2)).toMatchObject({ supply: 0, flag: 'gap', alone: true });
    const unknown = rowInQuarter(time, { ...row, need: null, gap: null }, 1);
    expect([unknown.need, unknown.gap]).toEqual([null, null]);
  });

  it('say nothing of overlaps before texts were compared, and flag what nobody carries though its need is unknown', () => {
    const early = coverageQuarters(records, { ...coverage, compared: false }, data.rows)!;
    expect(early.quarters.map(({ redundant }) => redundant)).toEqual([null, null, null, null, null]);
    const row = data.rows.find(({ id }) => id === 'c1')!;
    expect(rowInQuarter(early, row, 0).redundant).toBeNull();
    expect(rowInQuarter(time, row, 0).redundant).toBe(0);
    const unknown = { ...row, need: null, gap: null };
    expect([0, 2].map((q) => rowInQuarter(time, unknown, q).flag)).toEqual([null, 'gap']);
    // 600 of the first project over two quarters, and all that serves the other.
    const sums = time.quarters.map(({ supply }) => supply);
    expect(sums[0]! + sums[1]! + sums[2]! + sums[3]! + sums[4]!).toBeCloseTo(600 + 600, 6);
    expect(sums[0]).toBeGreaterThan(300);
    expect(coverageQuarters(records, { ...coverage, origin: null }, data.rows)).toBeNull();
  });

  describe('count a capability that nobody carries', () => {
    const from = (q: number): number => time.frames.quarters[q]!.from_month;
    /** The quarters where the capabilities are left alone from these months on. */
    const leftFrom = (months: Readonly<Record<string, number>>, rows = data.rows, of = records) =>
      coverageQuarters(
        of,
        {
          ...coverage,
          analysis: {
            ...coverage.analysis,
            elements: coverage.analysis.elements.map((each) => ({
              ...each,
              orphan_from_month: months[each.id] ?? null,
            })),
          },
        },
        rows,
      )!.quarters;
    const unrated = data.rows.map((row) => ({ ...row, need: null, gap: null }));

    it('from the first day of a quarter on, and not the day after in that quarter', () => {
      expect(leftFrom({ c1: from(1) }).map(({ alone }) => alone)).toEqual([0, 1, 1, 1, 1]);
      expect(leftFrom({ c1: from(1) + 0.03 }).map(({ alone }) => alone)).toEqual([0, 0, 1, 1, 1]);
    });

    it('and not one whose need is unknown, however little serves it', () => {
      expect(leftFrom({}, unrated).map(({ gaps }) => gaps)).toEqual([0, 0, 0, 0, 0]);
      expect(leftFrom({ c1: from(3) }, unrated).map(({ gaps }) => gaps)).toEqual([0, 0, 0, 1, 1]);
    });

    it('only where it matters', () => {
      const rating = (importance: number): PortfolioRecords => ({
        ...records,
        capability: { ...records.capability, c1: { ...records.capability.c1!, importance } },
      });
      const alone = (importance: number) =>
        leftFrom({ c1: from(1) }, unrated, rating(importance)).map((each) => each.alone);
      expect(alone(LEAST_IMPORTANCE)).toEqual([0, 1, 1, 1, 1]);
      expect(alone(LEAST_IMPORTANCE - 1)).toEqual([0, 0, 0, 0, 0]);
    });

    it('by the money that is missing, and of the same money in their order', () => {
      // In the fourth quarter the first lacks 121 and the other 84; in the last neither has anything.
      const opening = (q: number, rows = unrated) => leftFrom({ c1: from(q), c2: from(q) }, rows)[q]!.opening;
      expect(opening(3)).toEqual(['c1', 'c2']);
      expect(opening(4)).toEqual(['c1', 'c2']);
      expect(opening(4, [...unrated].reverse())).toEqual(['c1', 'c2']);
    });
  });

  it('leave retired capabilities out of rows, needs and cells', () => {
    expect(data.rows.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(coverage.analysis.elements.some(({ id }) => id === 'old')).toBe(false);
    expect(coverage.analysis.problems).toEqual([]);
  });
});

describe('what the columns stand for', () => {
  const { money, over_time } = coverage.analysis;
  const cellsOf = (kind: 'teams' | 'partners' | 'outcomes', q: number | null = null) => {
    const parts = attribution(kind, records, money, over_time!.spells);
    const found = attributeCells(data.cells, parts, q === null ? null : over_time!.quarters[q]!);
    return Object.fromEntries(found.map(({ row, column, money: part }) => [`${row}/${column}`, part]));
  };
  const sum = (cells: Readonly<Record<string, number>>, row: string): number =>
    Object.entries(cells).reduce(
      (total, [key, part]) => (key.startsWith(`${row}/`) ? total + part : total),
      0,
    );

  it('teams get the money of the initiatives that name them', () => {
    expect(cellsOf('teams')).toEqual({ 'c1/t': 600, [`c2/${restColumns.teams}`]: 600 });
  });

  it('outcomes get it by the weights of the links, the rest has none', () => {
    expect(cellsOf('outcomes')).toEqual({
      'c1/o': 150,
      [`c1/${restColumns.outcomes}`]: 450,
      [`c2/${restColumns.outcomes}`]: 600,
    });
  });

  it('two contracts of one partner are one column', () => {
    const twice = { ...records.engagement, e4: engagement('e4', 'b', 'p', 60_00) };
    const parts = attribution('partners', { ...records, engagement: twice }, money, over_time!.spells);
    const found = attributeCells(data.cells, parts, null).find(
      ({ row, column }) => row === 'c2' && column === 'p',
    );
    // 900 and 60 of 1,200, of which half goes into this capability.
    expect(found?.money).toBeCloseTo(480, 9);
  });

  it('partners get what is agreed, our own people the rest; an amount that is not known stays so', () => {
    const cells = cellsOf('partners');
    expect(cells['c2/p']).toBeCloseTo(450, 9);
    expect(cells['c2/q']).toBeCloseTo(60, 9);
    expect(cells[`c2/${restColumns.ownPeople}`]).toBeCloseTo(90, 9);
    expect(cells[`c1/${restColumns.unknownShare}:q`]).toBeCloseTo(600, 9);
  });

  it('after the end of a contract its partner has nothing, and no money is lost or made in any quarter', () => {
    expect(cellsOf('partners', 2)['c2/p']).toBeGreaterThan(0);
    expect(cellsOf('partners', 3)['c2/p']).toBeUndefined();
    for (const kind of ['teams', 'partners', 'outcomes'] as const) {
      expect(sum(cellsOf(kind), 'c2')).toBeCloseTo(600, 6);
      for (const q of time.quarters.keys()) {
        for (const id of ['c1', 'c2']) {
          const row = rowInQuarter(time, data.rows.find((each) => each.id === id)!, q);
          expect(sum(cellsOf(kind, q), id)).toBeCloseTo(row.supply, 6);
        }
      }
    }
  });

  it('have names, also where nobody is named', () => {
    const cells = attributeCells(
      data.cells,
      attribution('partners', records, money, over_time!.spells),
      null,
    );
    const columns = columnsOf('partners', records, cells, (id, name) => name ?? `rest${id}`);
    expect(columns.map(({ name, rest }) => [name, rest ?? false])).toEqual([
      ['Partner q', true],
      ['Partner p', false],
      ['Partner q', false],
      [`rest${restColumns.ownPeople}`, true],
    ]);
    expect(columns.every(({ mode }) => mode === null)).toBe(true);
  });
});

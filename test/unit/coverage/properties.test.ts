import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseCoverage } from '../../../shared/coverage/analyse.ts';
import { sortKey } from '../../../shared/coverage/order.ts';
import type { CoverageElement, CoverageInitiative, CoverageInput } from '../../../shared/coverage/types.ts';
import { compareCodePoints } from '../../../shared/text/compareCodePoints.ts';
import { numbersIn } from './helpers.ts';

const elementIds = ['C1', 'C2', 'C3', 'O1', 'S1'];
const month = fc.integer({ min: 0, max: 40 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary);

const initiative = (id: string): fc.Arbitrary<CoverageInitiative> =>
  fc.record({
    id: fc.constant(id),
    mode: fc.constantFrom('project' as const, 'product' as const),
    name: maybe(
      fc.constantFrom('客户开户平台', '客户数字化开户', 'Customer portal', 'Portal for customers', ''),
    ),
    budget: maybe(fc.integer({ min: 0, max: 1000 })),
    funded: fc.constantFrom(true, true, null, false),
    start_month: maybe(month),
    end_month: maybe(month),
    team: maybe(fc.constantFrom('T1', 'T2')),
    vendor: maybe(fc.constantFrom('V1', 'V2', 'internal')),
    collaboration_group: fc.constantFrom(null, null, 'g', 'I1'),
    depends_on: fc.constantFrom(null, [], ['I0'], ['I1', 'gone']),
    exit_readiness: maybe(fc.constantFrom(0, 0.3, 1)),
    contributions: maybe(
      fc.array(
        fc.record({
          capability: fc.constantFrom(...elementIds, 'gone'),
          weight: maybe(fc.integer({ min: 0, max: 150 }).map((percent) => percent / 100)),
        }),
        { maxLength: 5 },
      ),
    ),
  });

const scale = fc.integer({ min: 1, max: 5 });
const capability = (id: string): fc.Arbitrary<CoverageElement> =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constant(id.startsWith('O') ? 'outcome' : id.startsWith('S') ? 'segment' : 'capability'),
    importance: maybe(scale),
    current: scale,
    target: scale,
    needed_money: maybe(fc.integer({ min: 0, max: 2000 })),
    owner_team: maybe(fc.constantFrom('T1', '')),
  });

const portfolio: fc.Arbitrary<CoverageInput> = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.subarray(elementIds))
  .chain(([count, ids]) =>
    fc.record({
      initiatives: fc.tuple(...Array.from({ length: count }, (_, at) => initiative(`I${at}`))),
      capabilities: fc.tuple(...ids.map(capability)),
    }),
  );

const run = (input: CoverageInput) => analyseCoverage(input)!;
const nearly = 1 + 1e-9;

describe('laws of the coverage analysis', () => {
  it('redundant <= contested <= supply, supply = its contributions, scores in 0..1', () => {
    let overlapping = 0;
    fc.assert(
      fc.property(portfolio, (input) => {
        for (const row of run(input).elements) {
          expect(row.redundant_money).toBeLessThanOrEqual(row.contested_money * nearly);
          expect(row.contested_money).toBeLessThanOrEqual(row.supply_money * nearly);
          expect(row.supply_money).toBeCloseTo(
            row.contributors.reduce((sum, { money }) => sum + money, 0),
            6,
          );
          for (const score of [row.gap_score, row.demand, row.lock_in]) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
          }
          expect(row.gap_money).toBeGreaterThanOrEqual(0);
          if (row.redundant_money > 0) overlapping++;
        }
      }),
      { numRuns: 500 },
    );
    expect(overlapping).toBeGreaterThan(10);
  });

  it('no initiative spends more than its money within a kind', () => {
    fc.assert(
      fc.property(portfolio, (input) => {
        const { elements, money } = run(input);
        const spent = new Map<string, number>();
        for (const { kind, contributors } of elements) {
          for (const { initiative: id, money: part } of contributors) {
            spent.set(`${kind} ${id}`, (spent.get(`${kind} ${id}`) ?? 0) + part);
          }
        }
        for (const [key, sum] of spent) expect(sum).toBeLessThanOrEqual(money[key.split(' ')[1]!]! * nearly);
      }),
    );
  });

  it('ranks by score, then type, then subject', () => {
    fc.assert(
      fc.property(portfolio, (input) => {
        const { findings } = run(input);
        findings.slice(1).forEach((next, at) => {
          const before = findings[at]!;
          const order =
            sortKey(next.score) - sortKey(before.score) ||
            compareCodePoints(before.type, next.type) ||
            compareCodePoints(before.subject, next.subject);
          expect(order).toBeLessThanOrEqual(0);
        });
        for (const { score, money, confidence, importance } of findings) {
          expect(score).toBe((money * confidence * importance) / 5);
        }
      }),
    );
  });

  it('has no NaN and nothing infinite, whatever numbers come in', () => {
    const odd = fc.constantFrom(
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      -5,
      1e308,
      1e99,
    );
    const broken = fc
      .tuple(portfolio, odd, fc.nat(), fc.nat())
      .map(([input, value, at, field]): CoverageInput => {
        const fields = ['budget', 'start_month', 'end_month', 'exit_readiness'] as const;
        const scales = ['importance', 'current', 'target', 'needed_money', 'exit_readiness'] as const;
        return {
          initiatives: input.initiatives.map((one, index) =>
            index === at % 8 ? { ...one, [fields[field % fields.length]!]: value } : one,
          ),
          capabilities: input.capabilities.map((one, index) =>
            index === at % 5 ? { ...one, [scales[field % scales.length]!]: value } : one,
          ),
        };
      });
    fc.assert(
      fc.property(broken, (input) => {
        for (const number of numbersIn(run(input))) expect(Number.isFinite(number)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same bytes for the same input', () => {
    fc.assert(
      fc.property(portfolio, (input) => {
        expect(JSON.stringify(run(structuredClone(input)))).toBe(JSON.stringify(run(input)));
      }),
    );
  });

  it('money x 3 makes money and scores x 3, and nothing else', () => {
    fc.assert(
      fc.property(portfolio, (input) => {
        const times = (value: number | null | undefined) => (typeof value === 'number' ? value * 3 : value);
        const richer = {
          initiatives: input.initiatives.map((one) => ({ ...one, budget: times(one.budget) ?? null })),
          capabilities: input.capabilities.map((one) => ({
            ...one,
            needed_money: times(one.needed_money) ?? null,
          })),
        };
        const [plain, rich] = [run(input), run(richer)];
        expect(rich.total_money).toBeCloseTo(plain.total_money * 3, 6);
        rich.elements.forEach((row, at) => {
          expect(row.gap_money).toBeCloseTo(plain.elements[at]!.gap_money * 3, 6);
          expect(row.redundant_money).toBeCloseTo(plain.elements[at]!.redundant_money * 3, 6);
          expect(row.gap_score).toBeCloseTo(plain.elements[at]!.gap_score, 9);
          expect(row.hhi_vendor).toBeCloseTo(plain.elements[at]!.hhi_vendor, 6);
        });
      }),
    );
  });
});

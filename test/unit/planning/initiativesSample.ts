import fc from 'fast-check';
import { newCapability, newRelease, newTeam } from '../../../shared/domain/defaults.ts';
import {
  newHandoff,
  newOutcome,
  newOverheadWork,
  newSegment,
  newTranche,
} from '../../../shared/domain/planningDefaults.ts';
import type { AnyRecord, PortfolioRecords, TableName } from '../../../shared/domain/records.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

let made = 0;
/** An id that no record has yet. */
export const newId = (): string => {
  made += 1;
  return `new${made}`;
};

/** The initiatives of every random portfolio. */
export const ids = ['a', 'b', 'c', 'd'] as const;

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });
const money = fc.integer({ min: 0, max: 1e9 });
const day = fc.integer({ min: 0, max: 900 }).map((days) => isoFrom(days));
const isoFrom = (days: number): string =>
  new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);

const someInitiative = (id: string) =>
  fc
    .record({
      mode: fc.constantFrom('project' as const, 'product' as const),
      description: fc.constantFrom('', 'Text', '说明'),
      owner: maybe(fc.constantFrom('Ada', '李雷')),
      budget: maybe(money),
      spent: maybe(money),
      valuePerMonth: maybe(money),
      teamPeople: maybe(fc.integer({ min: 1, max: 40 })),
      scopePersonDays: maybe(fc.integer({ min: 10, max: 4000 })),
      teamDayRate: maybe(fc.integer({ min: 100_00, max: 2000_00 })),
      teamId: maybe(fc.constantFrom('t0', 't1')),
      retired: fc.boolean(),
      overhead: fc.boolean(),
      funded: fc.boolean(),
      start: maybe(day),
      length: maybe(fc.integer({ min: 1, max: 900 })),
    })
    .map(({ start, length, ...rest }) =>
      initiative(id, {
        ...rest,
        startDate: start,
        endDate:
          start === null || length === null
            ? null
            : isoFrom((Date.parse(start) - Date.UTC(2026, 0, 1)) / 86_400_000 + length),
      }),
    );

const somePhases = (initiativeId: string) =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom(
          'funding' as const,
          'analysis' as const,
          'build' as const,
          'test' as const,
          'release' as const,
        ),
        months: fc.integer({ min: 1, max: 9 }),
        people: maybe(fc.integer({ min: 1, max: 20 })),
        cost: maybe(money),
        dayRate: maybe(fc.integer({ min: 100_00, max: 2000_00 })),
        waitMonths: maybe(fc.integer({ min: 0, max: 4 })),
        teamId: maybe(fc.constantFrom('t0', 't1')),
      }),
      { maxLength: 5 },
    )
    .map((list) =>
      list.map((values, position) => phase(`${initiativeId}-p${position}`, initiativeId, position, values)),
    );

/** Shares that add up to 100 % at most. */
const shares = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 4 }).map((list) => {
  const sum = list.reduce((total, each) => total + each, 0);
  return list.map((each) => (sum <= 100 ? each / 100 : Math.floor((each / sum) * 1e6) / 1e6));
});

const someParts = (id: string) =>
  fc
    .record({
      phases: somePhases(id),
      capabilities: shares,
      outcomes: shares,
      segments: shares,
      handoffs: fc.nat({ max: 3 }),
      tranches: fc.nat({ max: 3 }),
      releases: fc.nat({ max: 3 }),
      people: fc.array(fc.tuple(fc.constantFrom('t0', 't1'), fc.constantFrom('2026-Q1', '2026-Q2')), {
        maxLength: 3,
      }),
      needs: fc.subarray([...ids]),
      overhead: fc.boolean(),
    })
    .map((parts): Partial<Record<TableName, AnyRecord[]>> => {
      const list = (count: number, make: (at: number) => AnyRecord) =>
        Array.from({ length: count }, (_, at) => make(at));
      const linksTo = (prefix: string, field: string, weights: readonly number[]) =>
        weights.map((weight, at) => ({
          id: `${id}-${prefix}${at}`,
          initiativeId: id,
          [field]: `${prefix}${at}`,
          weight,
        })) as unknown as AnyRecord[];
      return {
        phase: parts.phases,
        contribution: linksTo('k', 'capabilityId', parts.capabilities),
        outcomeLink: linksTo('o', 'outcomeId', parts.outcomes),
        segmentLink: linksTo('s', 'segmentId', parts.segments),
        handoff: list(parts.handoffs, (at) => ({
          ...newHandoff(`${id}-h${at}`, id, at),
          phaseId: parts.phases[at]?.id ?? null,
        })),
        tranche: list(parts.tranches, (at) => newTranche(`${id}-t${at}`, id, at, `Tranche ${at + 1}`)),
        release: list(parts.releases, (at) => newRelease(`${id}-r${at}`, id, `Release ${at}`)),
        allocation: parts.people.map(([teamId, quarter], at) => ({
          id: `${id}-l${at}`,
          initiativeId: id,
          teamId,
          quarter,
          people: at + 1,
        })),
        dependency: parts.needs
          .filter((other) => other !== id)
          .map((other) => ({ id: `${id}-d${other}`, fromInitiativeId: id, toInitiativeId: other })),
        overheadWork: parts.overhead
          ? [{ ...newOverheadWork(`${id}-w`, 'Weekly report'), initiativeId: id }]
          : [],
      };
    });

/** Portfolios of four initiatives with all their parts, lawful and far from typical. */
export const somePortfolio: fc.Arbitrary<PortfolioRecords> = fc
  .tuple(
    fc.tuple(...ids.map(someInitiative)),
    fc.tuple(...ids.map(someParts)),
    fc.option(fc.integer({ min: 100_00, max: 2000_00 })),
  )
  .map(([initiatives, parts, dayRate]) => {
    const tables: Partial<Record<TableName, AnyRecord[]>> = {
      team: [newTeam('t0', 'Red'), newTeam('t1', 'Blue')],
      capability: [0, 1, 2, 3].map((at) => ({ ...newCapability(`k${at}`, `K${at}`, null), position: at })),
      outcome: [0, 1, 2, 3].map((at) => newOutcome(`o${at}`, `O${at}`)),
      segment: [0, 1, 2, 3].map((at) => newSegment(`s${at}`, `S${at}`)),
      initiative: [...initiatives],
    };
    for (const own of parts)
      for (const [table, list] of Object.entries(own) as [TableName, AnyRecord[]][])
        tables[table] = [...(tables[table] ?? []), ...list];
    return recordsOf(tables, { dayRate });
  });

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carrierRows, carriersOf, carrierTeams } from '../../../shared/analysis/carrierMatrix.ts';
import { suppliesOf } from '../../../shared/analysis/carriers.ts';
import { roleSwitching, switchingInputs } from '../../../shared/analysis/roleSwitching.ts';
import { newCapability, newTeam } from '../../../shared/domain/defaults.ts';
import type { Contribution, Initiative } from '../../../shared/domain/records.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const day = dayNumber;
const serves = (initiativeId: string, capabilityId: string, weight = 1): Contribution => ({
  id: `${initiativeId}-${capabilityId}`,
  initiativeId,
  capabilityId,
  weight,
});
const project = (id: string, values: Partial<Initiative> = {}): Initiative =>
  initiative(id, { startDate: '2026-01-01', endDate: '2026-06-30', budget: 100_000, ...values });
const capability = (id: string, values = {}) => ({ ...newCapability(id, id, null), ...values });

describe('who carries a capability', () => {
  it('is known by team, with the money of each, and what rests on one team comes first', () => {
    const records = recordsOf({
      team: [newTeam('t1', 'One'), newTeam('t2', 'Two')],
      capability: [capability('a'), capability('b'), capability('c')],
      initiative: [
        project('i1', { teamId: 't1', budget: 300_000 }),
        project('i2', { teamId: 't2' }),
        project('i3', { budget: null }),
      ],
      contribution: [serves('i1', 'a', 0.5), serves('i1', 'b', 0.5), serves('i2', 'b'), serves('i3', 'c')],
    });
    const rows = carrierRows(records, day('2026-03-01'));
    expect(
      rows.map(({ capabilityId, teams, unknownTeams, money, unknownMoney }) => [
        capabilityId,
        teams,
        unknownTeams,
        money,
        unknownMoney,
      ]),
    ).toEqual([
      ['a', 1, 0, 150_000, 0],
      // Whoever works on it is not known; that is not nobody.
      ['c', 0, 1, 0, 1],
      ['b', 2, 0, 250_000, 0],
    ]);
    expect(rows[2]!.cells.map(({ teamId, money }) => [teamId, money])).toEqual([
      ['t1', 150_000],
      ['t2', 100_000],
    ]);
    expect(carrierTeams(rows)).toEqual(['t1', 't2']);
  });

  it('adds a team over all that it carries, names who owns it and stays, and passes over what is retired', () => {
    const records = recordsOf({
      team: [newTeam('t1', 'One'), newTeam('t2', 'Two'), newTeam('owner', 'Owner')],
      capability: [
        capability('a', { ownerTeamId: 'owner' }),
        capability('b'),
        capability('old', { retired: true }),
      ],
      initiative: [
        project('i1', { teamId: 't1', budget: 300_000 }),
        project('i2', { teamId: 't2', budget: 200_000 }),
        project('i3', { teamId: 't2', budget: 900_000 }),
      ],
      contribution: [
        serves('i1', 'a', 0.5),
        serves('i1', 'b', 0.5),
        serves('i2', 'b'),
        serves('i3', 'old'),
        serves('i3', 'gone', 0.5),
      ],
    });
    const rows = carrierRows(records, day('2026-03-01'));
    expect(rows.map(({ capabilityId, ownerTeamId, teams }) => [capabilityId, ownerTeamId, teams])).toEqual([
      ['b', null, 2],
      ['a', 'owner', 2],
    ]);
    // 150,000 twice is more than 200,000 once.
    expect(carrierTeams(rows)).toEqual(['t1', 't2', 'owner']);
  });

  it('stays with what a team does as a project while the team runs a product too', () => {
    const endsOf = (mode: 'project' | 'product') =>
      suppliesOf(
        recordsOf({
          team: [newTeam('t', 'One')],
          capability: [capability('a')],
          initiative: [
            project('i1', { teamId: 't' }),
            project('i2', { teamId: 't', mode, endDate: '2026-12-31' }),
          ],
          contribution: [serves('i1', 'a')],
        }),
      ).map(({ end }) => end);
    expect(endsOf('product')).toEqual(['open']);
    expect(endsOf('project')).toEqual([day('2027-01-01')]);
  });

  it('knows no one end of people without a team who go one after the other', () => {
    const endOf = (second: string) => {
      const [row] = carrierRows(
        recordsOf({
          capability: [capability('a')],
          initiative: [project('i1'), project('i2', { endDate: second })],
          contribution: [serves('i1', 'a'), serves('i2', 'a')],
        }),
        day('2026-03-01'),
      );
      return row!.cells.map(({ end }) => end);
    };
    expect(endOf('2026-06-30')).toEqual([day('2026-07-01')]);
    expect(endOf('2026-07-31')).toEqual([null]);
  });

  it('does not count a hand lent, under a tenth of the known money', () => {
    const records = recordsOf({
      team: [newTeam('t1', 'One'), newTeam('t2', 'Two')],
      capability: [capability('a')],
      initiative: [
        project('i1', { teamId: 't1', budget: 1_000_000 }),
        project('i2', { teamId: 't2', budget: 50_000 }),
      ],
      contribution: [serves('i1', 'a'), serves('i2', 'a')],
    });
    const [row] = carrierRows(records, day('2026-03-01'));
    expect(row!.teams).toBe(1);
    expect(row!.cells.map(({ real }) => real)).toEqual([true, false]);
  });

  it('shares an initiative among the teams of its phases, by cost where all have one, else by days', () => {
    const phases = (costs: readonly (number | null)[]) => [
      phase('p1', 'i1', 0, { teamId: 't1', startDate: '2026-01-01', endDate: '2026-01-30', cost: costs[0]! }),
      phase('p2', 'i1', 1, { startDate: '2026-01-31', endDate: '2026-03-31', cost: costs[1]! }),
    ];
    const money = (costs: readonly (number | null)[]) =>
      suppliesOf(
        recordsOf({
          team: [newTeam('t1', 'One'), newTeam('t2', 'Two')],
          capability: [capability('a')],
          initiative: [project('i1', { teamId: 't2', budget: 90_000 })],
          phase: phases(costs),
          contribution: [serves('i1', 'a')],
        }),
      ).map((supply) => [supply.teamId, supply.money]);
    expect(money([null, null])).toEqual([
      ['t1', 30_000],
      ['t2', 60_000],
    ]);
    expect(money([200, 100])).toEqual([
      ['t1', 60_000],
      ['t2', 30_000],
    ]);
    // Costs of nothing at all say nothing of who does how much.
    expect(money([0, 0])).toEqual([
      ['t1', 45_000],
      ['t2', 45_000],
    ]);
  });

  it('adds the phases of one team, from its first day to its last', () => {
    const [own, other] = suppliesOf(
      recordsOf({
        team: [newTeam('t1', 'One'), newTeam('t2', 'Two')],
        capability: [capability('a')],
        initiative: [project('i1', { budget: 90_000 })],
        phase: ['t1', 't2', 't1'].map((teamId, at) =>
          phase(`p${at}`, 'i1', at, {
            teamId,
            startDate: `2026-0${at + 1}-01`,
            endDate: `2026-0${at + 1}-28`,
            cost: 100,
          }),
        ),
        contribution: [serves('i1', 'a')],
      }),
    );
    expect(own).toMatchObject({ teamId: 't1', from: day('2026-01-01'), end: day('2026-03-29') });
    expect(own!.money).toBeCloseTo(60_000, 6);
    expect(other!.money).toBeCloseTo(30_000, 6);
  });

  it('knows no end of a team of which one work has none on record', () => {
    const endsOf = (...ends: readonly (string | null)[]) =>
      suppliesOf(
        recordsOf({
          team: [newTeam('t1', 'One')],
          capability: [capability('a')],
          initiative: ends.map((endDate, at) => project(`i${at}`, { teamId: 't1', endDate })),
          contribution: ends.map((_, at) => serves(`i${at}`, 'a')),
        }),
      ).map(({ end }) => end);
    expect(endsOf('2026-06-30', '2026-03-31')).toEqual([day('2026-07-01'), day('2026-07-01')]);
    expect(endsOf('2026-06-30', null)).toEqual([null, null]);
    expect(endsOf(null, '2026-06-30')).toEqual([null, null]);
  });
});

describe('what scatters', () => {
  const tables = {
    team: [
      newTeam('stays', 'Stays'),
      { ...newTeam('goes', 'Goes'), disbandsOn: '2026-10-01' },
      newTeam('temporary', 'Temporary'),
      { ...newTeam('stable', 'Stable'), stableSince: '2020-01-01' },
    ],
    capability: ['a', 'b', 'c', 'd', 'e'].map((id) => capability(id)),
    initiative: [
      project('product', { mode: 'product', teamId: 'stays', endDate: null }),
      project('onGoes', { teamId: 'goes' }),
      project('onTemporary', { teamId: 'temporary' }),
      project('nobody', { endDate: '2026-04-30' }),
      project('onStable', { teamId: 'stable' }),
    ],
    contribution: [
      serves('product', 'a'),
      serves('onGoes', 'a', 0.5),
      serves('onGoes', 'b', 0.5),
      serves('onTemporary', 'c'),
      serves('nobody', 'd', 0.6),
      serves('nobody', 'c', 0.4),
      serves('onStable', 'e'),
    ],
  };
  it('is told in order of time: with its money, and with what nobody carries from then on', () => {
    const { scatters } = carriersOf(recordsOf(tables));
    expect(
      scatters.map(({ kind, ofId, day: at, money, leftAlone }) => [kind, ofId, at, money, leftAlone]),
    ).toEqual([
      ['project', 'nobody', day('2026-05-01'), 100_000, ['d']],
      ['team', 'temporary', day('2026-07-01'), 100_000, ['c']],
      ['team', 'goes', day('2026-10-01'), 100_000, ['b']],
    ]);
  });

  it('counts a project once, with those of its people who go last, and not at all where somebody stays', () => {
    const phases = (id: string, first: string, second: string) => [
      phase(`${id}1`, id, 0, { teamId: first, startDate: '2026-01-01', endDate: '2026-03-31' }),
      phase(`${id}2`, id, 1, { teamId: second, startDate: '2026-04-01', endDate: '2026-06-30' }),
    ];
    const { scatters } = carriersOf(
      recordsOf({
        team: [
          newTeam('t1', 'One'),
          newTeam('t2', 'Two'),
          { ...newTeam('stays', 'Stays'), stableSince: '2020-01-01' },
        ],
        capability: [capability('a')],
        initiative: [
          project('ends'),
          project('leaves'),
          project('alone', { endDate: '2026-09-30' }),
          project('team', { mode: 'product', teamId: 't1' }),
        ],
        phase: [...phases('ends', 't2', 't3'), ...phases('leaves', 't2', 'stays')],
        contribution: ['ends', 'leaves', 'alone', 'team'].map((id) => serves(id, 'a')),
      }),
    );
    expect(scatters.map(({ ofId, projectIds }) => [ofId, projectIds])).toEqual([
      ['t2', []],
      ['t3', ['ends']],
      ['alone', ['alone']],
    ]);
  });

  it.each([[['t1', 't2']], [['t2', 't1']]])(
    'counts a project whose teams go on one day with one of them: %j',
    (teams) => {
      const { scatters } = carriersOf(
        recordsOf({
          team: [newTeam('t2', 'Two'), newTeam('t1', 'One')],
          capability: [capability('a')],
          initiative: [project('ends')],
          phase: teams.map((teamId, at) =>
            phase(teamId, 'ends', at, { teamId, startDate: '2026-01-01', endDate: '2026-06-30' }),
          ),
          contribution: [serves('ends', 'a')],
        }),
      );
      expect(scatters.map(({ ofId, projectIds }) => [ofId, projectIds])).toEqual([
        ['t1', ['ends']],
        ['t2', []],
      ]);
    },
  );

  it('shows a day later what is left: nobody, or nobody yet, or those who stay', () => {
    const records = recordsOf({
      ...tables,
      initiative: [
        ...tables.initiative,
        project('later', { startDate: '2027-01-01', endDate: '2027-06-30' }),
      ],
      contribution: [...tables.contribution, serves('later', 'd')],
    });
    const rows = new Map(carrierRows(records, day('2026-11-01')).map((row) => [row.capabilityId, row]));
    expect(rows.get('a')).toMatchObject({ teams: 1, aloneFrom: null });
    expect(rows.get('b')).toMatchObject({
      teams: 0,
      cells: [],
      aloneFrom: day('2026-10-01'),
      nextFrom: null,
    });
    expect(rows.get('d')).toMatchObject({ teams: 0, cells: [], nextFrom: day('2027-01-01') });
    // A team that is stable on record keeps what it knows after its project.
    expect(rows.get('e')).toMatchObject({ teams: 1, aloneFrom: null });
  });

  it('leaves nothing alone that a team owns, until that team goes too', () => {
    const owned = (ownerTeamId: string) =>
      carriersOf(
        recordsOf({
          ...tables,
          capability: tables.capability.map((each) => (each.id === 'd' ? { ...each, ownerTeamId } : each)),
        }),
      ).scatters.find(({ ofId }) => ofId === 'nobody')!.leftAlone;
    expect(owned('stays')).toEqual([]);
    expect(owned('goes')).toEqual([]);
  });

  it('does not count work that is not funded, stopped or retired', () => {
    const records = recordsOf({
      capability: [capability('a')],
      initiative: [
        project('i1', { funded: false }),
        project('i2', { stage: 'stopped' }),
        project('i3', { retired: true }),
      ],
      contribution: [serves('i1', 'a'), serves('i2', 'a'), serves('i3', 'a')],
    });
    expect(suppliesOf(records)).toEqual([]);
    expect(carrierRows(records, day('2026-02-01'))).toEqual([]);
  });

  it('leaves a capability alone exactly once, on its last carrier’s last day', () => {
    const date = fc.integer({ min: 1, max: 700 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(date, fc.constantFrom('a', 'b', 'c')), { minLength: 1, maxLength: 12 }),
        (list) => {
          const iso = (days: number): string =>
            new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
          const records = recordsOf({
            capability: ['a', 'b', 'c'].map((id) => capability(id)),
            initiative: list.map(([end], k) => project(`i${k}`, { endDate: iso(end) })),
            contribution: list.map(([, id], k) => serves(`i${k}`, id)),
          });
          const { scatters } = carriersOf(records);
          for (const id of ['a', 'b', 'c']) {
            const ends = list.filter(([, each]) => each === id).map(([end]) => day(iso(end)) + 1);
            const left = new Set(scatters.flatMap((each) => (each.leftAlone.includes(id) ? [each.day] : [])));
            expect([...left]).toEqual(ends.length === 0 ? [] : [Math.max(...ends)]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('task switching by role', () => {
  it('spreads a team’s loss over its roles, and counts teams without roles as unknown people', () => {
    const busy = (id: string, teamId: string) => project(id, { teamId, budget: 100_000, teamDayRate: 800 });
    const { roles, unknown } = roleSwitching(
      recordsOf({
        team: [newTeam('t1', 'One'), newTeam('t2', 'Two')],
        teamMember: [
          { id: 'm1', teamId: 't1', name: 'Developer', people: 4 },
          { id: 'm2', teamId: 't1', name: 'Designer', people: 1 },
        ],
        initiative: [busy('i1', 't1'), busy('i2', 't1'), busy('i3', 't2'), project('i4')],
      }),
    );
    expect(roles.map(({ role, people, teams, peak }) => [role, people, teams, peak])).toEqual([
      ['Developer', 4, 1, 2],
      ['Designer', 1, 1, 2],
      [null, null, 1, 1],
    ]);
    const [developer, designer, nobody] = roles;
    expect(developer!.loss).toBeGreaterThan(0);
    expect(developer!.loss).toBe(designer!.loss);
    expect(developer!.peopleLost).toBeCloseTo(4 * developer!.loss, 10);
    expect(nobody!.peopleLost).toBeNull();
    expect(unknown).toBe(1);
  });

  const months = (id: string, teamId: string, startDate: string, endDate: string) =>
    project(id, { teamId, startDate, endDate, budget: 100_000, teamDayRate: 800 });
  // Two at once for half of the time cost 17 % of that half (MODEL.md 2.2); one alone costs nothing.
  const plan = {
    team: [newTeam('t1', 'One'), newTeam('t2', 'Two'), newTeam('t3', 'Three')],
    initiative: [
      months('i1', 't1', '2026-01-01', '2026-12-31'),
      months('i2', 't1', '2026-01-01', '2026-06-30'),
      months('i3', 't2', '2026-01-01', '2026-12-31'),
      months('i4', 't3', '2026-01-01', '2026-12-31'),
    ],
  };
  const member = (id: string, teamId: string, name: string, people: number) => ({ id, teamId, name, people });

  it('weighs the teams of a role by its people, and gives the parts that the figures are added up from', () => {
    const records = recordsOf({
      ...plan,
      teamMember: [
        member('m1', 't1', 'Developer', 4),
        member('m2', 't2', 'Developer', 6),
        member('m3', 't1', 'Tester', 1),
      ],
    });
    const { roles } = roleSwitching(records);
    expect(roles.map(({ role }) => role)).toEqual(['Developer', 'Tester', null]);
    const [developer, tester, unnamed] = roles;
    expect(tester!.loss).toBeCloseTo(0.17 / 2, 2);
    expect(developer!.peopleLost).toBeCloseTo(4 * tester!.loss, 12);
    expect(developer!.loss).toBeCloseTo((4 * tester!.loss) / 10, 12);
    expect(developer!.mean).toBeCloseTo((4 * 1.5 + 6) / 10, 2);
    expect(developer!.teams).toBe(2);
    expect(developer!.peak).toBe(2);
    for (const { loss, people, peopleLost, of } of [developer!, tester!]) {
      expect(of.reduce((sum, part) => sum + part.loss * part.people!, 0)).toBe(peopleLost);
      expect(peopleLost! / people!).toBe(loss);
    }
    expect(developer!.of.map(({ switching }) => switching.team).sort()).toEqual(['t1', 't2']);
    expect(unnamed!.of).toMatchObject([{ people: null, loss: 0 }]);
  });

  it('puts the most people lost first, then goes by name, and teams without roles last', () => {
    const { roles } = roleSwitching(
      recordsOf({
        ...plan,
        teamMember: [
          member('m1', 't1', 'Zoologist', 2),
          member('m2', 't1', 'Baker', 1),
          member('m3', 't1', 'Archer', 1),
        ],
      }),
    );
    expect(roles.map(({ role }) => role)).toEqual(['Zoologist', 'Archer', 'Baker', null]);
  });

  it('loses nothing where the table is turned to nothing, and more where it is turned up', () => {
    const records = recordsOf({ ...plan, teamMember: [member('m1', 't1', 'Developer', 4)] });
    const [unnamed] = roleSwitching(recordsOf(plan)).roles;
    // The mean of three teams, of which one switches for half of its time.
    expect(unnamed!.loss).toBeCloseTo(0.17 / 2 / 3, 2);
    expect(unnamed).toMatchObject({ role: null, people: null, peopleLost: null, teams: 3 });
    const at = (switch_scale?: number): number =>
      roleSwitching(records, switch_scale === undefined ? {} : { switch_scale }).roles[0]!.loss;
    expect(at(0)).toBe(0);
    expect(at(1.6)).toBeCloseTo(1.6 * at(), 12);
  });

  it('lists the parameters that it rests on, and who set them', () => {
    const own = { value: 0.5, by: 'Ada', at: '2026-05-06T07:08:09.010Z' };
    const inputs = switchingInputs(recordsOf(plan, { parameters: { switch_scale: own } }));
    expect(inputs.map(({ id, source, value }) => [id, source, value])).toEqual([
      ['switch_table', 'default', [0, 0.17, 0.2, 0.22, 0.24]],
      ['switch_scale', 'portfolio', 0.5],
    ]);
    expect(inputs[1]).toMatchObject({ set_by: 'Ada', set_at: own.at, disputed: 'table_contested' });
    expect(inputs[0]).not.toHaveProperty('set_by');
  });
});

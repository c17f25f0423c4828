import type { CarryData } from '../../renderer/charts/carry/carryData.ts';
import { addLosses, NO_LOSS, type ScatterLoss } from '../../renderer/charts/carry/scatterLoss.ts';
import type { CarrierCell, CarrierRow, Scatter } from '../../shared/analysis/carrierMatrix.ts';
import { dayNumber } from '../../shared/domain/time.ts';

/** The day of the data. */
export const sampleDay = dayNumber('2026-01-15');
/** What a team carries of a capability. */
export const carried = (
  teamId: string | null,
  money: number,
  values: Partial<CarrierCell> = {},
): CarrierCell => ({
  teamId,
  money,
  unknownMoney: 0,
  initiativeIds: ['i'],
  real: true,
  end: 'open',
  ...values,
});
/** Who carries a capability. */
export const capabilityRow = (
  capabilityId: string,
  cells: readonly CarrierCell[],
  values: Partial<CarrierRow> = {},
): CarrierRow => ({
  capabilityId,
  cells,
  money: cells.reduce((sum, each) => sum + each.money, 0),
  unknownMoney: 0,
  teams: cells.filter(({ teamId }) => teamId !== null).length,
  unknownTeams: cells.filter(({ teamId }) => teamId === null).length,
  ownerTeamId: null,
  aloneFrom: null,
  nextFrom: null,
  ...values,
});
const scatter = (id: string, date: string, money: number, leftAlone: readonly string[] = []): Scatter => ({
  id,
  kind: 'project',
  ofId: id,
  day: dayNumber(date),
  money,
  unknownMoney: 0,
  capabilityIds: leftAlone,
  leftAlone,
  projectIds: [id],
});
/** What a project of the sample loses: twelve days of hand-over and thirty of relearning; P10 and P90 where simulated. */
const lost = (id: string, money: number, simulated: boolean): ScatterLoss =>
  addLosses([
    {
      ...NO_LOSS,
      projects: [
        {
          id,
          handoverDays: 12,
          relearningDays: 30,
          money,
          knowledge: 0.25,
          range: simulated
            ? { days: { low: 20, high: 90 }, money: { low: money / 2, high: money * 2 } }
            : null,
        },
      ],
    },
  ]);
const rows = [
  capabilityRow('Claims', [carried('t1', 400_00)], { aloneFrom: dayNumber('2026-07-01') }),
  capabilityRow('Fraud', [], { aloneFrom: dayNumber('2025-01-01') }),
  capabilityRow('Pricing', [carried(null, 100_00)]),
  capabilityRow('Payments', [
    carried('t1', 100_00),
    carried('t2', 25_00, { end: sampleDay + 90, real: false }),
    carried(null, 0, { unknownMoney: 1 }),
  ]),
];
/** Four capabilities: one rests on one team, one on nobody, one on people unknown, one on several. */
export const carrySample: CarryData = {
  rows,
  teamIds: ['t1', 't2'],
  scatters: [
    scatter('i1', '2026-02-01', 100_00),
    scatter('i2', '2026-05-01', 400_00, ['Claims', 'Pricing']),
    scatter('i3', '2026-05-20', 50_00),
  ],
  losses: new Map([
    ['i1', lost('i1', 50_00, true)],
    ['i2', lost('i2', 90_00, true)],
    ['i3', { ...NO_LOSS, unknown: 1 }],
  ]),
  day: sampleDay,
  now: sampleDay,
  nameOf: (_, id) => `The ${id}`,
};

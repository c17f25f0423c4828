import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../../shared/contract/changes.ts';
import { newOutcome, newOverheadWork, newSegment } from '../../shared/domain/planningDefaults.ts';
import type { AnyRecord, PortfolioRecords, TableName } from '../../shared/domain/records.ts';
import { fromExchange, readExchange } from '../../shared/exchange/json.ts';
import { startingRules } from '../../shared/guardrails/rules.ts';
import { withChanges } from '../../shared/planning/withChanges.ts';
import { projectRoot } from './projectRoot.ts';

/** The portfolio that comes with the program, which holds nothing of what people say about it themselves. */
export function sampleRecords(): PortfolioRecords {
  const file = 'hhs-2012.json';
  return fromExchange(readExchange(readFileSync(join(projectRoot, 'assets', 'samples', file), 'utf8'), file));
}

const put = (table: TableName, record: AnyRecord): Change => ({ op: 'put', table, record: record as never });

/** A name that only a guardrail bears, and one that only a piece of overhead bears. */
export const secretRule = 'As Jane Roe promised';
export const secretWork = 'Weekly slides for Jane Roe';

/**
 * What the lists of a report are made of, on top of some records: outcomes that are reached, late, and not known;
 * segments, the starting guardrails with one of one's own and one that is off, overhead, and parameters that were set.
 */
export function listed(records: PortfolioRecords): readonly Change[] {
  const teams = Object.keys(records.team);
  const initiatives = Object.keys(records.initiative);
  const segments = ['Beneficiaries', 'Clinics', '审查人员'].map((name, at) => ({
    ...newSegment(`segment-${at}`, name),
    kind: at === 2 ? ('internal' as const) : ('external' as const),
    importance: at === 1 ? null : 5 - at,
    description: `Who ${name} are`,
  }));
  const outcome = (id: string, name: string, values: Partial<ReturnType<typeof newOutcome>>) =>
    put('outcome', { ...newOutcome(id, name), ...values });
  const reading = (outcomeId: string, date: string, value: number) =>
    put('outcomeReading', { id: `${outcomeId}-${date}`, outcomeId, date, value, note: '' });
  return [
    ...segments.map((segment) => put('segment', segment)),
    outcome('claims', 'Claims are settled sooner', {
      metric: 'Days to settle a claim',
      unit: 'days',
      baseline: 40,
      target: 12,
      dueDate: '2013-06-30',
      direction: 'down',
      segmentId: 'segment-0',
      ownerTeamId: teams[0] ?? null,
      importance: 5,
    }),
    reading('claims', '2011-03-31', 38),
    reading('claims', '2011-09-30', 31),
    reading('claims', '2012-03-31', 24),
    outcome('savings', 'Running costs fall', {
      metric: 'Cost of operation a year',
      unit: '$ million',
      baseline: 734.5,
      target: 512.25,
      dueDate: '2011-12-31',
      segmentId: 'segment-1',
    }),
    reading('savings', '2011-06-30', 751.75),
    outcome('uptake', 'Clinics send records electronically', {
      metric: 'Share of clinics',
      unit: '%',
      baseline: 35,
      target: 60,
      dueDate: '2012-12-31',
    }),
    reading('uptake', '2011-06-30', 47),
    reading('uptake', '2012-06-30', 66),
    outcome('trust', 'Patients trust what is done with their data', {}),
    outcome('old', 'An outcome of former days', { retired: true }),
    put('outcomeLink', { id: 'l1', outcomeId: 'claims', initiativeId: initiatives[0]!, weight: 0.5 }),
    put('outcomeLink', { id: 'l2', outcomeId: 'claims', initiativeId: initiatives[1]!, weight: 0.5 }),
    ...startingRules().map((rule, position) =>
      put('guardrail', {
        id: `rule-${position}`,
        position,
        // As the program names it where nobody does.
        name: position === 0 ? 'Every initiative serves an outcome' : `Rule ${position}`,
        rule: { ...rule },
        active: position !== 4,
      }),
    ),
    put('guardrail', {
      id: 'own',
      position: 20,
      name: secretRule,
      rule: {
        kind: 'own',
        table: 'initiative',
        where: [],
        must: { field: 'budget', comparison: 'atMost', value: 123_456_700 },
      },
      active: true,
    }),
    put('overheadWork', {
      ...newOverheadWork('slides', secretWork),
      personDaysPerMonth: 12,
      manual: true,
      stopBy: '2011-12-31',
      teamId: teams[0] ?? null,
    }),
    put('overheadWork', { ...newOverheadWork('copying', 'Data copied by hand'), teamId: teams[1] ?? null }),
    put('overheadWork', {
      ...newOverheadWork('printing', 'Printed reports'),
      personDaysPerMonth: 4,
      stopped: true,
    }),
    {
      op: 'patch',
      table: 'portfolio',
      id: 'portfolio',
      values: {
        dayRate: 98_700,
        parameters: {
          handoff_retention: { value: 0.63, by: 'Jane Roe', at: '2012-02-01T09:00:00.000Z' },
        },
      },
    },
  ];
}

/** The sample with all of that. */
export function listedSample(): PortfolioRecords {
  const records = sampleRecords();
  return withChanges(records, [...listed(records)]);
}

import { describe, expect, it } from 'vitest';
import { handoffLedger } from '../../../shared/analysis/handoffLedger.ts';
import { initiativeInput } from '../../../shared/analysis/initiativeInput.ts';
import { ledgerPlaces } from '../../../shared/analysis/ledgerInput.ts';
import { newHandoff } from '../../../shared/domain/planningDefaults.ts';
import type { AnyRecord, Handoff, Portfolio } from '../../../shared/domain/records.ts';
import { DAYS_PER_CALENDAR_MONTH } from '../../../shared/domain/time.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const handoff = (position: number, kind: Handoff['kind'], values: Partial<Handoff> = {}): Handoff => ({
  ...newHandoff(`h${position}`, 'i', position, kind),
  ...values,
});

const phases = [
  phase('a', 'i', 0, { kind: 'analysis', months: 2, people: 3, dayRate: 70_000 }),
  phase('b', 'i', 1, { months: 5, people: 6, dayRate: 65_000, waitMonths: 4, carryOver: 0.25 }),
  phase('c', 'i', 2, { kind: 'test', months: 2, people: 4, dayRate: 65_000 }),
];

const recordsWith = (
  handoffs: readonly Handoff[],
  tables: { initiative?: AnyRecord[]; phase?: AnyRecord[] } = {},
  portfolio: Partial<Portfolio> = {},
) =>
  recordsOf(
    {
      initiative: [initiative('i', { valuePerMonth: 6_000_000 })],
      phase: phases,
      ...tables,
      handoff: handoffs,
    },
    portfolio,
  );

const setting = (value: number) => ({ value, by: 'Ada', at: '2026-01-01T00:00:00.000Z' });

describe('the places of a ledger', () => {
  const placesOf = (handoffs: readonly Handoff[], order: readonly (string | null)[] = ['a', 'b', 'c']) =>
    ledgerPlaces(handoffs, order).map(({ phase }) => phase);

  it.each<[string, Handoff[], (number | null)[]]>([
    ['teams lead on, phase by phase', [handoff(0, 'team'), handoff(1, 'partner')], [1, 2]],
    [
      'an approval stands before the phase that the next team leads into',
      [handoff(0, 'approval'), handoff(1, 'funding'), handoff(2, 'team'), handoff(3, 'legal')],
      [1, 1, 1, 2],
    ],
    ['rows past the last phase stay there', [0, 1, 2, 3].map((at) => handoff(at, 'team')), [1, 2, 2, 2]],
    ['a named phase leads on from there', [handoff(0, 'team', { phaseId: 'a' }), handoff(1, 'team')], [0, 1]],
    [
      'a named approval says where the work is by then',
      [handoff(0, 'funding', { phaseId: 'c' }), handoff(1, 'team')],
      [2, 2],
    ],
    ['a phase that is not in the plan counts as none', [handoff(0, 'team', { phaseId: 'gone' })], [1]],
    ['no rows', [], []],
  ])('%s', (_, handoffs, expected) => {
    expect(placesOf(handoffs)).toEqual(expected);
  });

  it('have nowhere to lead without phases, and one phase takes all', () => {
    expect(placesOf([handoff(0, 'team')], [])).toEqual([null]);
    expect(placesOf([handoff(0, 'team'), handoff(1, 'legal')], ['a'])).toEqual([0, 0]);
  });
});

describe('the ledger in the input of the model', () => {
  it('gives a phase the days that were waited, all rows before it together', () => {
    const { input, provenance } = initiativeInput(
      recordsWith([
        handoff(0, 'approval', { waitDays: 10 }),
        handoff(1, 'legal', { waitDays: 20.436875 }),
        handoff(2, 'team', { waitDays: null }),
        handoff(3, 'team', { waitDays: 0 }),
      ]),
      'i',
    );
    expect(input?.phases?.map((each) => each.wait_months)).toEqual([undefined, 1, 0]);
    expect(provenance['phases.1.wait_months']).toEqual({ source: 'derived' });
    expect(provenance['phases.0.wait_months']).toBeUndefined();
  });

  it('leaves waits alone that no row knows', () => {
    const { input, provenance } = initiativeInput(recordsWith([handoff(0, 'team')]), 'i');
    expect(input?.phases?.map((each) => each.wait_months)).toEqual([undefined, 4, undefined]);
    expect(provenance['phases.1.wait_months']).toBeUndefined();
  });

  it('keeps the mean of the likely shares of team and partner handoffs', () => {
    const { input, provenance } = initiativeInput(
      recordsWith(
        [
          handoff(0, 'team', { keptLikely: 0.4 }),
          handoff(1, 'partner', { keptLikely: 0.8 }),
          handoff(2, 'approval', { keptLikely: 0.01 }),
          handoff(3, 'team', { keptLow: 0.1, keptHigh: 0.9 }),
        ],
        {},
        { parameters: { handoff_retention: setting(0.9) } },
      ),
      'i',
    );
    expect(input?.params?.handoff_retention).toBeCloseTo(0.6, 12);
    expect(provenance.handoff_retention).toEqual({ source: 'derived' });
  });

  it('gives way to the parameter of the initiative, and says nothing when nothing is known', () => {
    const own = initiativeInput(
      recordsWith([handoff(0, 'team', { keptLikely: 0.4 })], {
        initiative: [initiative('i', { parameters: { handoff_retention: setting(0.7) } })],
      }),
      'i',
    );
    expect(own.input?.params?.handoff_retention).toBe(0.7);
    expect(own.provenance.handoff_retention?.source).toBe('initiative');
    const none = initiativeInput(recordsWith([handoff(0, 'approval', { keptLikely: 0.4 })]), 'i');
    expect(none.input?.params).not.toHaveProperty('handoff_retention');
  });

  it('puts waits before the standard phases of a project without any', () => {
    const records = recordsOf(
      {
        initiative: [initiative('i', { startDate: '2026-01-01', endDate: '2026-12-31', budget: 60_000_000 })],
        handoff: [handoff(0, 'funding', { waitDays: DAYS_PER_CALENDAR_MONTH * 2 }), handoff(1, 'team')],
      },
      { dayRate: 60_000 },
    );
    const { input, provenance } = initiativeInput(records, 'i');
    expect(input?.phases?.map((each) => each.wait_months)).toEqual([
      undefined,
      2,
      undefined,
      undefined,
      undefined,
    ]);
    expect(provenance['phases.1.wait_months']).toEqual({ source: 'derived' });
  });

  it('changes nothing of an initiative without rows', () => {
    const records = recordsWith([{ ...newHandoff('x', 'other', 0), waitDays: 90, keptLikely: 0.1 }]);
    expect(initiativeInput(records, 'i')).toEqual(initiativeInput(recordsWith([]), 'i'));
  });
});

describe('handoffLedger', () => {
  const rows = [
    handoff(0, 'approval', { waitDays: 30 }),
    handoff(1, 'team', { keptLow: 0.2, keptLikely: 0.5, keptHigh: 0.6, relearningDays: 12 }),
    handoff(2, 'legal', { waitDays: 5, phaseId: 'b' }),
  ];

  it('stands what was recorded beside what the model says, once for each phase', () => {
    const ledger = handoffLedger(recordsWith(rows), 'i');
    expect(ledger.computed).toBe(true);
    expect(ledger.rows.map(({ phaseId, phaseNamed }) => [phaseId, phaseNamed])).toEqual([
      ['b', false],
      ['b', false],
      ['b', true],
    ]);
    const [approval, team, legal] = ledger.rows;
    expect([approval?.modelled, legal?.modelled]).toEqual([null, null]);
    expect(team?.handoff.relearningDays).toBe(12);
    expect(team?.modelled).toMatchObject({ phase: 1, phaseIds: ['b'], waitRecorded: true });
    expect(team?.modelled?.waitDays).toBeCloseTo(35, 9);
    // People who came along keep all of it, the others half: less what the wait forgets.
    expect(team?.modelled?.kept).toBeLessThan(0.25 + 0.75 * 0.5);
    expect(team?.modelled?.kept).toBeGreaterThan(0.9 * (0.25 + 0.75 * 0.5));
    expect(team?.modelled?.relearningDays).toBeGreaterThan(0);
  });

  it('names the handoffs that nobody wrote down', () => {
    const { unrecorded } = handoffLedger(recordsWith(rows), 'i');
    expect(unrecorded.map(({ phase, phaseIds, waitRecorded }) => [phase, phaseIds, waitRecorded])).toEqual([
      [2, ['c'], false],
    ]);
  });

  it('does not count recorded relearning twice: it changes no modelled figure', () => {
    const without = handoffLedger(recordsWith(rows.map((row) => ({ ...row, relearningDays: null }))), 'i');
    const modelledOf = ({ rows: all }: ReturnType<typeof handoffLedger>) => all.map((row) => row.modelled);
    expect(modelledOf(without)).toEqual(modelledOf(handoffLedger(recordsWith(rows), 'i')));
  });

  it('shows rows that lead into a phase without time of its own at the phase after it', () => {
    const records = recordsWith(
      [handoff(0, 'funding', { phaseId: 'f', waitDays: 60 })],
      {
        phase: [
          phase('a', 'i', 0, { kind: 'analysis', months: 2, people: 3, dayRate: 70_000 }),
          phase('f', 'i', 1, { kind: 'funding', waitMonths: 1 }),
          phase('b', 'i', 2, { months: 5, people: 6, dayRate: 65_000 }),
        ],
      },
      { dayRate: 65_000 },
    );
    const [row] = handoffLedger(records, 'i').rows;
    expect(row?.modelled).toMatchObject({ phase: 1, phaseIds: ['b'] });
    expect(row?.modelled?.waitDays).toBeCloseTo(60, 9);
  });

  it('has recorded rows and no figures where the model cannot compute, or there are no phases', () => {
    const bare = recordsOf({ initiative: [initiative('i', {})], handoff: rows });
    const team = recordsOf(
      {
        initiative: [
          initiative('i', { mode: 'product', teamPeople: 5, scopePersonDays: 900, teamDayRate: 60_000 }),
        ],
        handoff: rows,
      },
      {},
    );
    for (const records of [bare, team]) {
      const ledger = handoffLedger(records, 'i');
      expect(ledger.computed).toBe(false);
      expect(ledger.unrecorded).toEqual([]);
      expect(ledger.rows.map(({ handoff: { id }, phaseId, modelled }) => [id, phaseId, modelled])).toEqual([
        ['h0', null, null],
        ['h1', null, null],
        ['h2', null, null],
      ]);
    }
    expect(handoffLedger(bare, 'nobody')).toEqual({ rows: [], unrecorded: [], computed: false });
  });
});

import { describe, expect, it } from 'vitest';
import type { MapNode } from '../../../renderer/charts/capabilityMap/capabilityTree.ts';
import { layoutCapabilityMap } from '../../../renderer/charts/capabilityMap/layout.ts';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { namedMap } from '../../../renderer/pictures/pages/namedMap.ts';
import { newPhase } from '../../../shared/domain/defaults.ts';
import { newHandoff } from '../../../shared/domain/planningDefaults.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import type { PageId } from '../../../shared/report/options.ts';
import type { Report } from '../../../shared/report/page.ts';
import { sampleRecords } from '../../helpers/listedSample.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';
import { reportOf } from '../../helpers/reportOf.ts';
import { syntheticRecords } from '../../helpers/syntheticRecords.ts';

const pagesOf = (records: PortfolioRecords, id: PageId) =>
  reportOf(records, { pages: ['overview', id] }).pages.filter((page) => page.id === id);

/** Initiatives as lists bring them: a name, dates and money. */
const bare = [
  initiative('Alpha', { startDate: '2026-01-01', endDate: '2026-12-31', budget: 100_000 }),
  initiative('Beta', { startDate: '2026-02-01', endDate: '2027-12-31', budget: 200_000 }),
];

describe('a list of names, dates and money', () => {
  it.each(['cadence', 'handoffs'] as const)('has no page “%s”, which would show nothing', (id) => {
    expect(pagesOf(recordsOf({ initiative: bare }), id)).toEqual([]);
    expect(pagesOf(syntheticRecords({ initiatives: 5, capabilities: 3, seed: 2 }), id)).toHaveLength(1);
  });

  it('has the page of handoffs as soon as one is on record', () => {
    const records = recordsOf({
      initiative: bare,
      handoff: [{ ...newHandoff('h', 'Alpha', 0), waitDays: 30 }],
    });
    expect(pagesOf(records, 'handoffs')).toHaveLength(1);
  });
});

describe('the timeline of initiatives whose starts are not known', () => {
  const ends = (...days: readonly string[]) =>
    recordsOf(
      { initiative: days.map((day) => initiative(`until ${day}`, { endDate: day })) },
      { dataDate: '2026-06-30' },
    );
  it('does not say that nothing is at work', () => {
    expect(pagesOf(ends('2027-01-31', '2026-01-31'), 'timeline')[0]?.title).toBe(
      '1 initiative may be at work on 30 Jun 2026; its start or its end is not known',
    );
    expect(pagesOf(ends('2026-01-31'), 'timeline')[0]?.title).toBe('Nothing is at work on 30 Jun 2026');
  });

  it('counts them beside those that are at work', () => {
    const { initiative: unsure, portfolio } = ends('2027-01-31', '2027-02-28');
    const records = { ...recordsOf({ initiative: bare }), portfolio };
    const [page] = pagesOf({ ...records, initiative: { ...records.initiative, ...unsure } }, 'timeline');
    expect(page?.title).toBe('2 initiatives are at work on 30 Jun 2026');
    expect(page?.subtitle).toContain('2 more may be: their starts or their ends are not known.');
  });
});

describe('a map of capabilities', () => {
  it('of three hundred capabilities has a box for each area, and each box its name', () => {
    const records = syntheticRecords({ initiatives: 20, capabilities: 300, seed: 7 });
    const [page] = pagesOf(records, 'capabilities');
    const areas = Object.values(records.capability).filter(({ parentId }) => parentId === null);
    expect(page?.subtitle).toMatch(
      new RegExp(`A box for each of the ${areas.length} areas, with everything below it\\.$`),
    );
    for (const { name } of areas) expect(page?.sheet).toContain(`>${name}<`);
    // The figures stay those of every capability.
    expect(page?.table?.rows.length).toBeGreaterThan(299);
  });

  const node = (id: string, gap: number | null, children: readonly MapNode[] = []): MapNode => ({
    id,
    name: id,
    importance: null,
    own: null,
    children,
    need: null,
    supply: 0,
    gap,
    redundant: null,
    initiatives: 0,
    ownInitiatives: 0,
    capabilities: 1,
    unknownNeeds: 0,
    gaps: 0,
    overlaps: 0,
  });
  const words = {
    figure: () => '$1',
    amount: () => '$1',
    here: 'Here',
    itself: (name: string) => name,
  };
  const mapOf = (root: MapNode) =>
    namedMap(root, 'gap', (shown) =>
      layoutCapabilityMap(shown, 'gap', { width: 800, height: 400 }, words, estimateWidth),
    );

  it('shows all where all find room for their names', () => {
    const few = node('all', null, [node('A', 1, [node('A1', 1)]), node('B', null)]);
    expect(mapOf(few).cut).toBeNull();
  });

  it('of very many without areas shows those with the highest amounts, and unknown ones last', () => {
    const many = Array.from({ length: 500 }, (_, at) => node(`C${at}`, at % 2 === 0 ? at : null));
    const { layout, cut } = mapOf(node('all', null, many));
    const tiles = layout.sections.flatMap(({ tiles: found }) => found);
    expect(cut).toEqual({ kind: 'most', shown: tiles.length });
    expect(tiles.length).toBeGreaterThan(20);
    expect(tiles.slice(0, 3).map((tile) => tile.node.id)).toEqual(['C498', 'C496', 'C494']);
    expect(tiles.every(({ name }) => name.length > 0)).toBe(true);
  });
});

it('says that nobody entered a value where no gain is known, and not that no project gains', () => {
  const sample = sampleRecords();
  const [page] = reportOf(
    { ...sample, portfolio: { portfolio: { ...sample.portfolio.portfolio!, assumedPaybackMonths: null } } },
    { pages: ['overview'] },
  ).pages;
  expect(page?.sheet).not.toMatch(/No project [^.]*gain/);
  expect(page?.sheet).toContain('Nobody entered a value');
});

it('says of product teams alone that nothing runs as a project, and not that no project gains', () => {
  const sample = sampleRecords();
  const teams = Object.fromEntries(
    Object.entries(sample.initiative).map(([id, each]) => [id, { ...each, mode: 'product' as const }]),
  );
  const [page] = reportOf({ ...sample, initiative: teams }, { pages: ['overview'] }).pages;
  expect(page?.sheet).toContain('Nothing here runs as a project');
});

describe('a portfolio whose projects have no money on record', () => {
  const sample = sampleRecords();
  /** Without what anything costs, whatever the field is called. */
  const withoutCosts = <R extends object>(table: Readonly<Record<string, R>>): Readonly<Record<string, R>> =>
    Object.fromEntries(
      Object.entries(table).map(([id, record]) => [
        id,
        Object.fromEntries(
          Object.entries(record).map(([field, value]) => [
            field,
            /budget|spent|amount|cost/i.test(field) && typeof value === 'number' ? null : value,
          ]),
        ) as R,
      ]),
    );
  const records: PortfolioRecords = {
    ...sample,
    initiative: withoutCosts(sample.initiative),
    phase: withoutCosts(sample.phase),
    contribution: withoutCosts(sample.contribution),
    engagement: withoutCosts(sample.engagement),
  };
  const report = reportOf(records, { pages: ['overview', 'map', 'findings'] });
  const [overview, map] = report.pages;

  it('is not said to have no projects, or none that gains', () => {
    expect(map?.title).toBe('None of the 202 projects can be played forward: they lack facts');
    expect(overview?.sheet).not.toMatch(/No project [^.]*gain/);
  });

  it('does not say that likely duplicates put nothing at stake: what they cost is not known', () => {
    const unknownIn = ({ pages }: Report): number => {
      const { columns, rows } = pages.find(({ id }) => id === 'findings')!.table!;
      const at = columns.findIndex(({ id }) => id === 'money');
      return rows.filter((row) => row[at]?.text === 'not known' && row[at].value === null).length;
    };
    expect(unknownIn(report)).toBeGreaterThan(5);
  });
});

describe('the flow of an initiative', () => {
  const textsOf = (waitMonths: number): string =>
    pagesOf(
      recordsOf({
        initiative: [
          initiative('Alpha', { mode: 'project', startDate: '2026-01-01', valuePerMonth: 100_000_00 }),
        ],
        phase: (['analysis', 'build'] as const).map((kind, position) => ({
          ...newPhase(kind, 'Alpha', position, kind, kind),
          ...{ months: 2, people: 4, dayRate: 500_00, waitMonths: position * waitMonths },
        })),
      }),
      'flow',
    )
      .map(({ sheet }) => sheet.replace(/<[^>]+>/g, ''))
      .join('\n');

  it('tells of waiting where some is on record, and of none where nobody entered any', () => {
    expect(textsOf(2)).toMatch(/1 handoff, 2\.0 mo waiting, ?team disbanded at month \d/);
    expect(textsOf(0)).toMatch(/1 handoff, team disbanded ?at month \d/);
  });
});

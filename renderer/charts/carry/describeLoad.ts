import { type Load, overloadOf } from '../../../shared/analysis/teamLoad.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import type { LegendItem } from '../frame/legend.ts';
import type { MarkCard } from '../frame/markCard.ts';
import { numberCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import type { CarrySpeech } from './describe.ts';
import {
  byOverload,
  type LoadData,
  type LoadGridWords,
  type LoadLayout,
  worstOverload,
} from './loadLayout.ts';

const peopleText = (people: number, { say, figures }: CarrySpeech): string =>
  say('load.peopleValue', { people: figures.number(people, 1) });

/** What stands in a cell: too much by how much, else the share in use, else the people asked for with a question mark. */
function cellText(load: Load, size: number | null, { say, figures }: CarrySpeech): string {
  const more = load.unknown > 0 ? '+' : '';
  if (load.people === null) return '?';
  const over = overloadOf(load, size);
  if (over === null || size === null) return `${figures.number(load.people, 1)} ?`;
  if (over > 0) return `${say('load.over', { percent: figures.percent(over) })}${more}`;
  return `${figures.percent(load.people / size)}${more}`;
}

/** The words inside the drawing. */
export function loadGridWords(speech: CarrySpeech, tick: LoadGridWords['tick']): LoadGridWords {
  const { say, figures } = speech;
  return {
    tick,
    people: (size) =>
      size === null ? say('load.peopleUnknown') : say('load.people', { people: figures.number(size, 1) }),
    load: (load, size) => cellText(load, size, speech),
  };
}

const quarterText = (quarter: { readonly from: number }, speech: CarrySpeech): string =>
  speech.quarter(quarter.from);

/** What the picture says, in a sentence from its own figures. */
export function loadFinding(data: LoadData, speech: CarrySpeech): string {
  const { say, figures } = speech;
  const known = data.teams.filter((team) => worstOverload(team) !== null);
  if (data.teams.length === 0) return say('load.none');
  if (known.length === 0) return say('load.unknown');
  const [worst] = byOverload(known);
  const over = known.filter((team) => (worstOverload(team) ?? 0) > 0);
  const most = worst ? worstOverload(worst) : null;
  if (!worst || !most) return say('load.fits', { count: known.length });
  const at = worst.loads.findIndex((load) => overloadOf(load, worst.size) === most);
  return say('load.finding', {
    count: over.length,
    team: worst.name,
    percent: figures.percent(most),
    quarter: quarterText(data.quarters[at]!, speech),
  });
}

/** The line under it, with what is not known. */
export function loadSubtitle({ teams }: LoadData, { say }: CarrySpeech): string {
  const unsized = teams.filter(({ size }) => size === null).length;
  return joinSentences([say('load.subtitle'), unsized > 0 ? say('load.sizes', { count: unsized }) : '']);
}

/** Legend entries for what the drawing really shows. */
export function loadLegend(layout: LoadLayout, { say }: CarrySpeech): readonly LegendItem[] {
  const states = new Set(layout.rows.flatMap(({ cells }) => cells.map(({ state }) => state)));
  return [
    ...(states.has('over') ? [{ swatch: 'overload' as const, label: say('load.legendOver') }] : []),
    ...(states.has('fits') ? [{ swatch: 'supply' as const, label: say('load.legendFits') }] : []),
    ...(states.has('unknown') ? [{ swatch: 'forgone' as const, label: say('load.legendUnknown') }] : []),
  ];
}

/** The whole picture in a sentence, for ears. */
export const describeLoad = ({ teams, quarters }: LoadData, { say, figures }: CarrySpeech): string =>
  say('load.describe', {
    teams: figures.number(teams.length),
    quarters: figures.number(quarters.length),
    over: figures.number(teams.filter((team) => (worstOverload(team) ?? 0) > 0).length),
  });

/** What the card beside a cell says. */
export function loadCard(id: string, data: LoadData, speech: CarrySpeech): MarkCard {
  const { say, figures } = speech;
  const [teamId, at] = id.slice(id.indexOf(':') + 1).split('\n');
  const team = data.teams.find((each) => each.teamId === teamId)!;
  const load = team.loads[Number(at)]!;
  const over = overloadOf(load, team.size);
  return {
    title: team.name,
    rows: [
      ['', quarterText(data.quarters[Number(at)]!, speech)],
      [say('load.wanted'), load.people === null ? '?' : peopleText(load.people, speech)],
      [say('load.has'), team.size === null ? say('load.peopleUnknown') : peopleText(team.size, speech)],
      ...(over !== null && over > 0 ? [[say('load.overload'), figures.percent(over)] as const] : []),
      ...(load.unknown > 0 ? [[say('load.unknownWork'), figures.number(load.unknown)] as const] : []),
    ],
  };
}

/** The load of each team in each quarter as a table; quarters without work are left out. */
export function loadTable(data: LoadData, speech: CarrySpeech): TwinTableData {
  const { say, figures } = speech;
  return {
    caption: say('load.table'),
    columns: [
      { id: 'team', label: say('table.team'), kind: 'text' },
      { id: 'quarter', label: say('load.tableQuarter'), kind: 'text' },
      { id: 'wanted', label: say('load.wanted'), kind: 'number' },
      { id: 'has', label: say('load.has'), kind: 'number' },
      { id: 'over', label: say('load.overload'), kind: 'number' },
      { id: 'unknown', label: say('load.unknownWork'), kind: 'number' },
    ],
    rows: byOverload(data.teams).flatMap((team) =>
      team.loads.flatMap((load, at) => {
        if (load.people === 0 && load.unknown === 0) return [];
        const over = overloadOf(load, team.size);
        return [
          {
            id: `${team.teamId}\n${at}`,
            cells: [
              textCell(team.name),
              textCell(quarterText(data.quarters[at]!, speech)),
              numberCell(load.people, load.people === null ? '?' : figures.number(load.people, 1)),
              numberCell(team.size, team.size === null ? '?' : figures.number(team.size, 1)),
              numberCell(over, over === null ? '?' : figures.percent(over)),
              numberCell(load.unknown, figures.number(load.unknown)),
            ],
          },
        ];
      }),
    ),
  };
}

import { median } from 'd3-array';
import { isoDay } from '../../../shared/domain/time.ts';
import { countAs, formatDate } from '../../../shared/text/format.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import type { LegendItem } from '../frame/legend.ts';
import type { MarkCard } from '../frame/markCard.ts';
import { numberCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import type { MapSpeech } from '../map/describe.ts';
import { WALK_ALL } from './layout.ts';
import { isUnmeasured, type StripRelease, type StripRow } from './stripData.ts';

/** What the strip says, in a sentence from its own figures. */
export function stripFinding(rows: readonly StripRow[], { say, figures }: MapSpeech): string {
  const middle = median(rows, (row) => row.cadence ?? undefined);
  if (middle === undefined) return say('cadence.none');
  const never = rows.filter((row) => row.never && row.cadence === null).length;
  const horizon = rows.reduce((most, row) => Math.max(most, row.horizonMonths), 0);
  const months = figures.number(middle, 1);
  return never > 0
    ? say('cadence.finding', { count: countAs(months), months, never: figures.number(never), horizon })
    : say('cadence.findingPlain', { count: countAs(months), months });
}

/** The line under it: what is measured, and what has no date. */
export function stripSubtitle(rows: readonly StripRow[], { say, figures }: MapSpeech): string {
  const out = rows.flatMap(({ releases }) => releases.filter(({ kind }) => kind === 'out'));
  const measured = out.filter((release) => !isUnmeasured(release)).length;
  const lacking = rows.filter(({ pressLacks }) => pressLacks.length > 0).length;
  const undated = rows.filter(({ releases, never }) => releases.length === 0 && !never).length;
  return joinSentences([
    say('cadence.subtitle'),
    out.length > 0
      ? say('cadence.measured', {
          count: out.length,
          measured: figures.number(measured),
          out: figures.number(out.length),
        })
      : '',
    lacking > 0 ? say('cadence.lacking', { count: lacking }) : '',
    undated > 0 ? say('cadence.undated', { count: undated }) : '',
  ]);
}

/** What a picture on the screen does without where there are very many rows; empty where it does without nothing. */
export const stripCut = (rows: readonly StripRow[], { say, figures }: MapSpeech): string =>
  rows.length > WALK_ALL ? say('cadence.cut', { count: WALK_ALL, all: figures.number(rows.length) }) : '';

/** How often an initiative releases. */
export function cadenceText(row: StripRow, { say, figures }: MapSpeech): string {
  if (row.cadence !== null) return say('cadence.every', { months: figures.months(row.cadence) });
  return row.never ? say('cadence.never', { months: row.horizonMonths }) : say('cadence.noCadence');
}

/** What the press release lacks, in words; empty where nothing is missing. */
const lacksText = ({ pressLacks }: StripRow, { say, figures }: MapSpeech): string =>
  pressLacks.map((part) => say(`cadence.lacks.${part}`)).join(figures.language === 'en' ? ', ' : '、');

/** Legend entries for what the strip really shows. */
export function stripLegend(rows: readonly StripRow[], { say }: MapSpeech): readonly LegendItem[] {
  const has = (test: (release: StripRelease, row: StripRow) => boolean): boolean =>
    rows.some((row) => row.releases.some((release) => test(release, row)));
  const items: LegendItem[] = [];
  if (has(({ kind }) => kind === 'out')) items.push({ swatch: 'recordedFilled', label: say('cadence.out') });
  if (has(({ kind }) => kind === 'planned')) {
    items.push({ swatch: 'recordedHollow', label: say('cadence.planned') });
  }
  if (has(({ kind }, row) => kind === 'modelled' && row.mode === 'project')) {
    items.push({ swatch: 'modelledProject', label: say('cadence.modelledProject') });
  }
  if (has(({ kind }, row) => kind === 'modelled' && row.mode === 'product')) {
    items.push({ swatch: 'modelledProduct', label: say('cadence.modelledProduct') });
  }
  if (has(({ measured }) => measured !== null)) {
    items.push({ swatch: 'valueAfter', label: say('cadence.value') });
  }
  if (has((release) => release.first && !isUnmeasured(release))) {
    items.push({ swatch: 'flag', label: say('cadence.first') });
  }
  if (has(isUnmeasured)) items.push({ swatch: 'flagHollow', label: say('cadence.missing') });
  if (rows.some(({ pressLacks }) => pressLacks.length > 0)) {
    items.push({ swatch: 'pressFlag', label: say('cadence.pressFlag') });
  }
  return items;
}

const kindText = ({ kind }: StripRelease, { say }: MapSpeech): string =>
  kind === 'modelled' ? say('cadence.modelled') : say(`cadence.${kind}`);

const dateText = ({ day }: StripRelease, { figures }: MapSpeech): string =>
  formatDate(isoDay(day), figures.language);

const measuredText = (release: StripRelease, { say, figures }: MapSpeech): string =>
  release.measured !== null
    ? figures.money(release.measured)
    : isUnmeasured(release)
      ? say('cadence.notMeasured')
      : '';

/** What the card beside a row or a release says. */
export function stripCard(id: string, rows: readonly StripRow[], speech: MapSpeech): MarkCard {
  const { say, figures, mode } = speech;
  const [key, at] = id.slice(id.indexOf(':') + 1).split('\n');
  const row = rows.find((each) => each.id === key)!;
  const lacks = lacksText(row, speech);
  if (id.startsWith('press:')) {
    return { title: row.name, rows: [[say('cadence.lacks'), lacks]], note: say('cadence.writeIt') };
  }
  if (at === undefined) {
    const count = (kind: StripRelease['kind']): string =>
      figures.number(row.releases.filter((release) => release.kind === kind).length);
    return {
      title: row.name,
      rows: [
        ['', mode(row.mode)],
        [say('cadence.cadence'), cadenceText(row, speech)],
        [say('cadence.out'), count('out')],
        [say('cadence.planned'), count('planned')],
        [say('cadence.modelled'), count('modelled')],
        ...(lacks === '' ? [] : [[say('cadence.lacks'), lacks] as const]),
      ],
    };
  }
  const release = row.releases[Number(at)]!;
  const measured = measuredText(release, speech);
  return {
    title: release.name ?? row.name,
    rows: [
      ...(release.name === null ? [] : [['', row.name] as const]),
      [kindText(release, speech), dateText(release, speech)],
      ...(release.first ? [['', say('cadence.first')] as const] : []),
      ...(measured === '' ? [] : [[say('cadence.measuredValue'), measured] as const]),
    ],
  };
}

/** Every release as a table; an initiative without any has a line of its own. */
export function stripTable(rows: readonly StripRow[], speech: MapSpeech): TwinTableData {
  const { say, mode } = speech;
  return {
    caption: say('cadence.table'),
    columns: [
      { id: 'name', label: say('table.name'), kind: 'text' },
      { id: 'mode', label: say('table.mode'), kind: 'text' },
      { id: 'cadence', label: say('cadence.cadence'), kind: 'number' },
      { id: 'lacks', label: say('cadence.lacks'), kind: 'text' },
      { id: 'kind', label: say('cadence.kind'), kind: 'text' },
      { id: 'release', label: say('cadence.release'), kind: 'text' },
      { id: 'date', label: say('cadence.date'), kind: 'text' },
      { id: 'measured', label: say('cadence.measuredValue'), kind: 'number' },
    ],
    rows: rows.flatMap((row) => {
      const own = [
        textCell(row.name),
        textCell(mode(row.mode)),
        numberCell(row.cadence, cadenceText(row, speech)),
        textCell(lacksText(row, speech)),
      ];
      if (row.releases.length === 0) {
        return [
          { id: row.id, cells: [...own, textCell(''), textCell(''), textCell(''), numberCell(null, '')] },
        ];
      }
      return row.releases.map((release, k) => ({
        id: `${row.id}\n${k}`,
        cells: [
          ...own,
          textCell(kindText(release, speech)),
          textCell(release.name ?? ''),
          { value: isoDay(release.day), text: dateText(release, speech) },
          numberCell(release.measured, measuredText(release, speech)),
        ],
      }));
    }),
  };
}

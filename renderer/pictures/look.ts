import type { Mode } from '../../shared/domain/records.ts';
import { type HandoffChoice, readHandoffChoice } from '../analysis/handoffPicture.ts';
import { isKeptDay } from '../charts/carry/carryData.ts';
import { isTwinLook, type TwinLook, twinKey } from '../charts/frame/twinLook.ts';
import type { MapAxis, RankBy } from '../charts/map/mapData.ts';
import { isKeptWindow, type MapWindow } from '../charts/map/window.ts';
import type { TimeWindow } from '../charts/stringline/scene.ts';
import { isKeptTime } from '../charts/stringline/timeWindow.ts';
import { type FindingFilter, isKeptChoice, isKeptKind } from '../features/coverage/findingFilter.ts';
import { readDirectory } from '../features/directory/directoryStore.ts';
import type { Arrangement } from '../features/initiatives/arrangement.ts';
import { readArrangement } from '../features/initiatives/readArrangement.ts';
import { readTimeline, type TimelineLook } from '../features/timeline/timelineStore.ts';
import { readScope, type ScopeId } from '../features/wastes/useScope.ts';
import { type CoverageLook, readCoverageLook } from '../state/coverageStore.ts';
import { isPlace, isText, oneOf } from '../state/kept.ts';

/**
 * How a page of a storyboard shows its view: what was captured when it was added. Parts that a page says nothing of
 * stand as when a view is opened for the first time; a report without a storyboard has no look, and shows what says
 * most.
 */
export interface PageLook {
  readonly selected: { readonly kind: string; readonly id: string } | null;
  readonly flowMode: 'project' | 'product' | 'compare';
  /** Null where the page says nothing of it: then what has most to say is shown. */
  readonly coverage: CoverageLook | null;
  readonly coverageSearch: string;
  readonly coverageMode: Mode | 'all';
  readonly mapAxis: MapAxis;
  readonly mapBy: RankBy;
  readonly mapSearch: string;
  /** Null where all of it is shown. */
  readonly mapWindow: MapWindow | null;
  readonly cadenceWindow: TimeWindow | null;
  readonly wastesIn: 'pd' | 'money';
  readonly partnersTab: PartnersTab;
  readonly carryTab: 'carry' | 'load';
  /** The first day after the chosen quarter, as a day number; null for the day of the data. */
  readonly carryDay: number | null;
  readonly handoffs: HandoffChoice;
  readonly handoffsWindow: TimeWindow | null;
  readonly scope: ScopeId;
  readonly findings: FindingFilter;
  /** Which of the compared states stands in front, 0 first. */
  readonly comparisonFocus: number;
  /** How the table of a picture is shown, by the picture's name; none for one that the page says nothing of. */
  readonly twin: (name: string) => TwinLook | null;
  readonly table: Arrangement;
  readonly timeline: TimelineLook | null;
  readonly rankingId: string | null;
  readonly outcomes: {
    readonly tab: 'outcomes' | 'segments';
    readonly search: string;
    readonly retiredShown: boolean;
  };
  readonly directory: ReturnType<typeof readDirectory> & { readonly search: string };
  readonly parameters: { readonly search: string; readonly changedOnly: boolean };
}

type PartnersTab = 'money' | 'contracts' | 'handoffs';
type Captured = Readonly<Record<string, unknown>>;

const part = (state: Captured, name: string): Captured | null => {
  const found = Object.hasOwn(state, name) ? state[name] : null;
  return typeof found === 'object' && found !== null ? (found as Captured) : null;
};

const known = <T>(value: unknown, isValid: (value: unknown) => value is T | null): T | null =>
  isValid(value) ? value : null;

/** The look of a page from what was captured, perhaps by another version: what is not understood is passed over. */
export function lookOf(state: Captured): PageLook {
  const view = part(state, 'view') ?? {};
  const kept = part(state, 'kept') ?? {};
  const coverage = part(state, 'coverage');
  const timeline = part(state, 'timeline');
  const text = (value: unknown): string => (isText(value) ? value : '');
  const one = <const T extends string>(value: unknown, first: T, ...rest: readonly T[]): T =>
    oneOf(first, ...rest)(value) ? value : first;
  const selection = part(view, 'selection');
  const outcomes = part(state, 'outcomes') ?? {};
  const directory = part(state, 'directory') ?? {};
  const parameters = part(state, 'parameters') ?? {};
  return {
    selected:
      selection && isText(selection.kind) && isText(selection.id)
        ? { kind: selection.kind, id: selection.id }
        : null,
    flowMode: one(view.flowMode, 'compare', 'project', 'product'),
    coverage: coverage && readCoverageLook(coverage),
    coverageSearch: text(kept['coverage.search']),
    coverageMode: one(kept['coverage.mode'], 'all', 'project', 'product'),
    mapAxis: one(kept['map.axis'], 'between', 'first'),
    mapBy: one(kept['map.by'], 'gain', 'perMoney'),
    mapSearch: text(kept['map.search']),
    mapWindow: known(kept['map.window'], isKeptWindow),
    cadenceWindow: known(kept['cadence.window'], isKeptTime),
    wastesIn: one(kept['wastes.measure'], 'pd', 'money'),
    partnersTab: one(kept['partners.tab'], 'money', 'contracts', 'handoffs'),
    carryTab: one(kept['carry.tab'], 'carry', 'load'),
    carryDay: known(kept['carry.day'], isKeptDay),
    handoffs: readHandoffChoice(part(state, 'handoffs') ?? {}),
    handoffsWindow: known(kept['handoffs.window'], isKeptTime),
    scope: readScope(part(state, 'scope') ?? {}),
    findings: {
      kind: known(kept['findings.kind'], isKeptKind) ?? 'all',
      show: known(kept['findings.show'], isKeptChoice) ?? 'all',
    },
    comparisonFocus: known(kept['comparison.focus'], isPlace) ?? 0,
    twin: (name) => known(kept[twinKey(name)], isTwinLook),
    table: readArrangement(part(state, 'table') ?? {}),
    timeline: timeline && readTimeline(timeline),
    outcomes: {
      tab: one(outcomes.tab, 'outcomes', 'segments'),
      search: text(outcomes.search),
      retiredShown: outcomes.retiredShown === true,
    },
    directory: { ...readDirectory(directory), search: text(directory.search) },
    parameters: { search: text(parameters.search), changedOnly: parameters.changedOnly === true },
    rankingId: isText(part(state, 'rankings')?.rankingId) ? String(part(state, 'rankings')?.rankingId) : null,
  };
}

/** The id of what is selected, where it is of that kind. */
export const selectedOf = (look: PageLook | null, kind: string): string | null =>
  look?.selected?.kind === kind ? look.selected.id : null;

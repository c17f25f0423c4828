import { builtOnce } from '../../../shared/builtOnce.ts';
import type { Snapshot } from '../../../shared/contract/methods.ts';
import type { Mode, PortfolioRecords } from '../../../shared/domain/records.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import type { Command } from '../../commands/command.ts';
import { commands } from '../../commands/commandList.ts';
import { viewIds } from '../../state/viewStore.ts';
import { fuzzyScore, plain } from '../../ui/fuzzy.ts';

/** The kinds of records that the palette finds, in the order in which equal ones stand. */
const recordKinds = ['initiative', 'capability', 'outcome', 'team', 'partner', 'segment'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Something that the palette can run or show. */
export type Entry =
  | { readonly kind: 'command'; readonly id: string; readonly command: Command }
  | { readonly kind: 'initiative'; readonly id: string; readonly name: string; readonly mode: Mode }
  | {
      readonly kind: Exclude<RecordKind, 'initiative'> | 'savedView' | 'snapshot';
      readonly id: string;
      readonly name: string;
    };

/** Entries under a heading. */
export interface EntryGroup {
  readonly key: 'recent' | 'views' | 'commands' | Exclude<Entry['kind'], 'command'>;
  readonly entries: readonly Entry[];
}

/** What the palette looks through. */
export interface PaletteSources {
  readonly records: PortfolioRecords | null;
  readonly snapshots: readonly Snapshot[];
  /** Names of entries as `nameOf` gives them, newest first. */
  readonly recent: readonly string[];
}

/** The name under which an entry is builtOnce. */
export const nameOf = (entry: Entry): string => `${entry.kind}:${entry.id}`;

const IN_GROUP = 6;
const RECENT = 6;

interface Named {
  readonly id: string;
  readonly name: string;
}
/** A record's name in the form in which it is searched, made once for each state of the record. */
const plainName = builtOnce(({ name }: Named): string => plain(name));

const isView = ({ group, id }: Command): boolean => group === 'view' && id.startsWith('view.');

const commandTexts = new Map(
  commands.map((command) => {
    const view = isView(command) && viewIds.find((id) => command.id === `view.${id}`);
    return [
      command.id,
      // A person thinks of a command in either language, whichever the page speaks; of a view by its own name.
      (['en', 'zh-CN'] as const)
        .flatMap((language) => {
          const words = catalogue.shell[language];
          return [words[command.label], ...(view ? [words[`view.${view}`]] : [])];
        })
        .map(plain),
    ];
  }),
);

const commandEntry = (command: Command): Entry => ({ kind: 'command', id: command.id, command });

function recordEntry(kind: RecordKind, record: Named): Entry {
  if (kind === 'initiative')
    return { kind, id: record.id, name: record.name, mode: (record as Named & { readonly mode: Mode }).mode };
  return { kind, id: record.id, name: record.name };
}

/**
 * What the palette shows: what was used last and all commands that can be run for no query, else what fits best, by
 * kind. A command that cannot be run now is found too, so that it can say why; those of a presentation are not.
 */
export function paletteGroups(query: string, sources: PaletteSources): readonly EntryGroup[] {
  const wanted = plain(query.trim());
  const offered = commands.filter(({ id, where }) => id !== 'app.palette' && where !== 'present');
  if (wanted === '')
    return groupsAtFirst(
      offered.filter(({ refusal }) => refusal() === null),
      sources,
    );
  const lately = new Set(sources.recent);
  const ofRecords = recordGroups(sources, wanted, false);
  const groups: readonly Found[] = [
    { key: 'views', found: bestCommands(offered.filter(isView), wanted) },
    {
      key: 'commands',
      found: bestCommands(
        offered.filter((each) => !isView(each)),
        wanted,
      ),
    },
    // Letters strewn over a name count only where no name holds what was typed.
    ...(ofRecords.some(({ found }) => found.length > 0) ? ofRecords : recordGroups(sources, wanted, true)),
  ];
  return groups
    .map(({ key, found }) => {
      // What was used lately comes first among what fits about as well.
      const sorted = [...found]
        .map(({ entry, score }) => ({ entry, score: score + (lately.has(nameOf(entry)) ? 120 : 0) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, IN_GROUP);
      return { key, top: sorted[0]?.score ?? 0, entries: sorted.map(({ entry }) => entry) };
    })
    .filter(({ entries }) => entries.length > 0)
    .sort((a, b) => b.top - a.top)
    .map(({ key, entries }) => ({ key, entries }));
}

interface Scored {
  readonly entry: Entry;
  readonly score: number;
}

function groupsAtFirst(runnable: readonly Command[], sources: PaletteSources): readonly EntryGroup[] {
  const recent = sources.recent.flatMap((name) => entryNamed(name, runnable, sources) ?? []).slice(0, RECENT);
  const groups: EntryGroup[] = [
    { key: 'recent', entries: recent },
    { key: 'views', entries: runnable.filter(isView).map(commandEntry) },
    { key: 'commands', entries: runnable.filter((each) => !isView(each)).map(commandEntry) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

/** The entry of that name, or null when it is gone or cannot be run now. */
function entryNamed(
  name: string,
  runnable: readonly Command[],
  { records, snapshots }: PaletteSources,
): Entry | null {
  const at = name.indexOf(':');
  const [kind, id] = [name.slice(0, at), name.slice(at + 1)];
  if (kind === 'command') {
    const command = runnable.find((each) => each.id === id);
    return command ? commandEntry(command) : null;
  }
  if (kind === 'snapshot') {
    const snapshot = snapshots.find((each) => each.id === id);
    return snapshot ? { kind, id, name: snapshot.name } : null;
  }
  if (!records) return null;
  if (kind === 'savedView') {
    const view = Object.hasOwn(records.savedView, id) ? records.savedView[id] : undefined;
    return view ? { kind, id, name: view.name } : null;
  }
  const known = recordKinds.find((each) => each === kind);
  if (!known || !Object.hasOwn(records[known], id)) return null;
  const record: Named | undefined = records[known][id];
  return record ? recordEntry(known, record) : null;
}

function bestCommands(list: readonly Command[], wanted: string): readonly Scored[] {
  return list.flatMap((command) => {
    const isRefused = command.refusal() !== null;
    // What cannot be run now is named only where it is clearly meant.
    const texts = (commandTexts.get(command.id) ?? []).filter((text) => !isRefused || text.includes(wanted));
    const score = Math.max(0, ...texts.map((text) => fuzzyScore(wanted, text)));
    // A command said by its very name is meant, also where a record is called much like it.
    return score > 0 ? [{ entry: commandEntry(command), score: score + (isRefused ? 0 : 30) }] : [];
  });
}

interface Found {
  readonly key: EntryGroup['key'];
  readonly found: readonly Scored[];
}

function recordGroups(
  { records, snapshots }: PaletteSources,
  wanted: string,
  strewn: boolean,
): readonly Found[] {
  const groups: Found[] = recordKinds.map((kind) => ({
    key: kind,
    found: best(records ? Object.values<Named>(records[kind]) : [], wanted, strewn, (record) =>
      recordEntry(kind, record),
    ),
  }));
  const views = Object.values(records?.savedView ?? {}).filter(({ area }) => area === 'initiatives');
  for (const [key, list] of [
    ['savedView', views],
    ['snapshot', snapshots],
  ] as const)
    groups.push({
      key,
      found: best<Named>(list, wanted, strewn, ({ id, name }) => ({ kind: key, id, name })),
    });
  return groups;
}

/** The records that fit best: those that hold the text, or with `strewn` its letters in order. */
function best<R extends Named>(
  records: readonly R[],
  wanted: string,
  strewn: boolean,
  entryOf: (record: R) => Entry,
): readonly Scored[] {
  const fitting: { readonly record: R; readonly score: number }[] = [];
  for (const record of records) {
    const name = plainName(record);
    if (!strewn && !name.includes(wanted)) continue;
    const score = fuzzyScore(wanted, name);
    if (score > 0) fitting.push({ record, score });
  }
  return fitting
    .sort((a, b) => b.score - a.score)
    .slice(0, 4 * IN_GROUP)
    .map(({ record, score }) => ({ entry: entryOf(record), score }));
}

import type {
  Capability,
  Initiative,
  Mode,
  Partner,
  PortfolioRecords,
} from '../../../shared/domain/records.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { type Command, commands } from '../../commands/commandList.ts';
import { fuzzyScore, plain } from '../../ui/fuzzy.ts';

/** Something that the palette can run or show. */
export type Entry =
  | { readonly kind: 'command'; readonly id: string; readonly command: Command }
  | { readonly kind: 'initiative'; readonly id: string; readonly name: string; readonly mode: Mode }
  | { readonly kind: 'capability' | 'partner'; readonly id: string; readonly name: string };

interface Prepared {
  readonly entry: Entry;
  readonly texts: readonly string[];
}

const SHOWN = 40;
const preparedCommands: readonly Prepared[] = commands.map((command) => ({
  entry: { kind: 'command', id: command.id, command },
  // A person thinks of a command in either language, whichever the page speaks.
  texts: [catalogue.shell.en[command.label], catalogue.shell['zh-CN'][command.label]].map(plain),
}));

const preparedRecords = new WeakMap<object, readonly Prepared[]>();

function recordsOf(
  records: PortfolioRecords,
  table: 'initiative' | 'capability' | 'partner',
): readonly Prepared[] {
  const ready = preparedRecords.get(records[table]);
  if (ready) return ready;
  const prepared = Object.values<Initiative | Capability | Partner>(records[table]).map(
    (record): Prepared => {
      const { id, name } = record;
      const entry: Entry =
        'mode' in record
          ? { kind: 'initiative', id, name, mode: record.mode }
          : { kind: table === 'partner' ? 'partner' : 'capability', id, name };
      return { entry, texts: [plain(name)] };
    },
  );
  preparedRecords.set(records[table], prepared);
  return prepared;
}

/** What fits the query best first: commands that can run now, then records by name. */
export function paletteEntries(query: string, records: PortfolioRecords | null): readonly Entry[] {
  const wanted = plain(query.trim());
  const candidates = preparedCommands.filter(
    ({ entry }) => entry.kind === 'command' && entry.id !== 'app.palette' && entry.command.enabledWhen(),
  );
  if (wanted === '') return candidates.map(({ entry }) => entry);
  const found: { readonly entry: Entry; readonly score: number }[] = [];
  const look = (list: readonly Prepared[], bonus: number): void => {
    for (const { entry, texts } of list) {
      const score = Math.max(...texts.map((text) => fuzzyScore(wanted, text)));
      if (score > 0) found.push({ entry, score: score + bonus });
    }
  };
  look(candidates, 30);
  if (records) {
    look(recordsOf(records, 'initiative'), 10);
    look(recordsOf(records, 'capability'), 5);
    look(recordsOf(records, 'partner'), 0);
  }
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(({ entry }) => entry);
}

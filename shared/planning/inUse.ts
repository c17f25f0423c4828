import { builtOnce } from '../builtOnce.ts';
import type { Initiative, Team } from '../domain/records.ts';

interface Retirable {
  readonly retired: boolean;
}
type Table<R> = Readonly<Record<string, R>>;

const kept = builtOnce((table: Table<Retirable>): readonly Retirable[] =>
  Object.values(table).filter(({ retired }) => !retired),
);

/** The records of a table that are not retired, in its order; the same list for the same state of the table. */
export const inUse = <R extends Retirable>(table: Table<R>): readonly R[] => kept(table) as readonly R[];

/** Teams that exist on a day: a team is retired by the day on which it disbands. */
export const teamsOn = (teams: Table<Team>, day: string): readonly Team[] =>
  Object.values(teams).filter(({ disbandsOn }) => disbandsOn === null || disbandsOn > day);

/** Whether an initiative is planned or under way. */
export const isLive = ({ retired, stage }: Initiative): boolean =>
  !retired && stage !== 'done' && stage !== 'stopped';

import type { Handoff, PhaseKind, PortfolioRecords } from '../domain/records.ts';

/**
 * Where work is: a team on record, someone that only the ledger names, the people of a kind of phase where no team is
 * recorded, or nobody knows.
 */
export interface Station {
  readonly kind: 'team' | 'name' | 'phase' | 'unknown';
  /** Equal for equal stations. */
  readonly key: string;
  /** The team's name, the ledger's, or the kind of phase; empty where not known. */
  readonly name: string;
  readonly teamId: string | null;
}

const unknown: Station = { kind: 'unknown', key: 'unknown', name: '', teamId: null };

function teamStation(records: PortfolioRecords, id: string | null | undefined): Station | null {
  const team = id == null ? undefined : records.team[id];
  return team ? { kind: 'team', key: `team:${team.id}`, name: team.name, teamId: team.id } : null;
}

function namedStation(name: string | undefined): Station | null {
  const text = name?.trim() ?? '';
  return text === '' ? null : { kind: 'name', key: `name:${text.toLowerCase()}`, name: text, teamId: null };
}

/**
 * Who works on a step: its own team, else whoever the ledger hands it to, else whoever the ledger says hands it on,
 * else the people of its kind of phase. The initiative's team does not stand in for the teams of phases, as work
 * passes between people there whatever they are called together.
 */
export function lineStation(
  records: PortfolioRecords,
  phaseKind: PhaseKind | null,
  teamId: string | null,
  into?: Handoff,
  outOf?: Handoff,
): Station {
  return (
    teamStation(records, teamId) ??
    teamStation(records, into?.toTeamId) ??
    namedStation(into?.toName) ??
    teamStation(records, outOf?.fromTeamId) ??
    namedStation(outOf?.fromName) ??
    (phaseKind === null
      ? unknown
      : { kind: 'phase', key: `phase:${phaseKind}`, name: phaseKind, teamId: null })
  );
}

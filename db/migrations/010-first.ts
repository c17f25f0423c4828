import {
  day,
  declared,
  flag,
  inRange,
  json,
  key,
  money,
  moneyRange,
  months,
  name,
  neededOneOf,
  needs,
  number,
  oneOf,
  parallel,
  people,
  position,
  type SeldomKnown,
  scale,
  share,
  to,
} from './constraints.ts';

const seldomOfInitiative: readonly SeldomKnown[] = [
  moneyRange('value_per_month'),
  number('value_decay_monthly', 'REAL', 0, 1),
  number('value_end_month', 'REAL', 0, 1200),
  number('deadline_month', 'REAL', 0, 1200),
  moneyRange('penalty_per_month'),
  number('team_people', 'REAL', 0, 100_000),
  number('team_allocation', 'REAL', 0, 1),
  number('team_parallel', 'REAL', 1, 50),
  moneyRange('team_day_rate'),
  number('scope_person_days', 'REAL', 0, 100_000_000),
  number('familiarity', 'REAL', 0, 1),
  number('start_wait_months', 'REAL', 0, 1200),
];

/** The file's first schema: records, history, snapshots and the file's own counters. */
export const first = `
CREATE TABLE portfolio (
  seq INTEGER PRIMARY KEY CHECK (seq = 0),
  id TEXT NOT NULL UNIQUE CHECK (id = 'portfolio'),
  ${name},
  description TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  fiscal_year_start_month INTEGER NOT NULL CHECK (fiscal_year_start_month BETWEEN 1 AND 12),
  ${day('data_date')},
  ${money('day_rate')},
  assumed_payback_months REAL CHECK (assumed_payback_months > 0 AND assumed_payback_months <= 600),
  draws INTEGER NOT NULL CHECK (draws BETWEEN 100 AND 100000),
  seed INTEGER NOT NULL CHECK (seed BETWEEN 0 AND 4294967295),
  duplicate_threshold REAL NOT NULL CHECK (duplicate_threshold BETWEEN 0.1 AND 1),
  ${json('parameters')}
) STRICT;

CREATE TABLE team (
  ${key},
  ${name},
  mission TEXT NOT NULL
) STRICT;

CREATE TABLE partner (
  ${key},
  ${name},
  description TEXT NOT NULL,
  ${oneOf('relationship', 'supplier', 'integrator', 'coInnovator')},
  ${share('exit_readiness')},
  ${day('contract_end')}
) STRICT;

CREATE TABLE capability (
  ${key},
  ${to('parent_id', 'capability')},
  ${position},
  code TEXT,
  ${name},
  description TEXT NOT NULL,
  ${scale('importance')},
  ${scale('current_maturity')},
  ${scale('target_maturity')},
  ${money('needed_money')},
  ${to('owner_team_id', 'team')}
) STRICT;
CREATE INDEX capability_parent ON capability (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX capability_owner_team ON capability (owner_team_id) WHERE owner_team_id IS NOT NULL;

CREATE TABLE initiative (
  ${key},
  external_id TEXT,
  ${name},
  description TEXT NOT NULL,
  ${neededOneOf('mode', 'project', 'product')},
  ${oneOf('stage', 'idea', 'candidate', 'planned', 'active', 'paused', 'done', 'stopped')},
  status TEXT,
  owner TEXT,
  ${to('team_id', 'team')},
  ${day('start_date')},
  ${day('end_date')},
  ${money('budget')},
  ${money('spent')},
  ${flag('funded')},
  collaboration_group TEXT CHECK (collaboration_group <> ''),
  ${declared(seldomOfInitiative)},
  ${json('parameters')},
  ${json('extra')},
  ${inRange(seldomOfInitiative)}
) STRICT;
CREATE INDEX initiative_team ON initiative (team_id) WHERE team_id IS NOT NULL;

CREATE TABLE phase (
  ${key},
  ${needs('initiative_id', 'initiative')},
  ${position},
  ${neededOneOf('kind', 'idea', 'businessCase', 'funding', 'prioritisation', 'teamAssembly', 'analysis', 'design', 'build', 'test', 'release', 'handOver')},
  ${name},
  ${day('start_date')},
  ${day('end_date')},
  ${day('actual_start_date')},
  ${day('actual_end_date')},
  ${months('months')},
  ${months('wait_months')},
  ${people('people')},
  ${share('allocation')},
  ${parallel('parallel')},
  ${money('day_rate')},
  ${share('carry_over')},
  ${money('cost')},
  ${to('team_id', 'team')},
  external_id TEXT
) STRICT;
CREATE INDEX phase_initiative ON phase (initiative_id);
CREATE INDEX phase_team ON phase (team_id) WHERE team_id IS NOT NULL;

CREATE TABLE release (
  ${key},
  ${needs('initiative_id', 'initiative')},
  ${name},
  ${day('planned_date')},
  ${day('actual_date')},
  ${share('scope_share')},
  ${money('planned_value_per_month')},
  ${money('measured_value_per_month')},
  hypothesis TEXT NOT NULL,
  learned TEXT NOT NULL,
  external_id TEXT
) STRICT;
CREATE INDEX release_initiative ON release (initiative_id);

CREATE TABLE scope_item (
  ${key},
  ${needs('initiative_id', 'initiative')},
  ${name},
  person_days REAL NOT NULL CHECK (person_days > 0 AND person_days <= 100000000),
  value_share REAL NOT NULL CHECK (value_share BETWEEN 0 AND 1),
  ${flag('useful')},
  ${flag('mlp')}
) STRICT;
CREATE INDEX scope_item_initiative ON scope_item (initiative_id);

CREATE TABLE contribution (
  ${key},
  ${needs('initiative_id', 'initiative')},
  ${needs('capability_id', 'capability')},
  weight REAL NOT NULL CHECK (weight BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX contribution_initiative ON contribution (initiative_id);
CREATE INDEX contribution_capability ON contribution (capability_id);

CREATE TABLE engagement (
  ${key},
  ${needs('initiative_id', 'initiative')},
  ${needs('partner_id', 'partner')},
  description TEXT NOT NULL,
  ${money('amount')},
  external_id TEXT
) STRICT;
CREATE INDEX engagement_initiative ON engagement (initiative_id);
CREATE INDEX engagement_partner ON engagement (partner_id);

CREATE TABLE dependency (
  ${key},
  ${needs('from_initiative_id', 'initiative')},
  ${needs('to_initiative_id', 'initiative')}
) STRICT;
CREATE INDEX dependency_from ON dependency (from_initiative_id);
CREATE INDEX dependency_to ON dependency (to_initiative_id);

CREATE TABLE file_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  next_seq INTEGER NOT NULL CHECK (next_seq >= 1)
) STRICT;

CREATE TABLE history_entry (
  id INTEGER PRIMARY KEY,
  label_key TEXT NOT NULL,
  ${json('label_params')},
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  ${neededOneOf('state', 'done', 'undone', 'damaged')},
  added INTEGER NOT NULL CHECK (added >= 0),
  updated INTEGER NOT NULL CHECK (updated >= 0),
  removed INTEGER NOT NULL CHECK (removed >= 0),
  payload BLOB NOT NULL,
  crc32 INTEGER NOT NULL
) STRICT;
CREATE INDEX history_state ON history_entry (state, id);

CREATE TABLE snapshot (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  ${name},
  note TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  created_at TEXT NOT NULL,
  schema_version INTEGER NOT NULL CHECK (schema_version > 0),
  ${json('counts')},
  payload BLOB NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;

INSERT INTO file_state (id, revision, next_seq) VALUES (1, 0, 1);
`;

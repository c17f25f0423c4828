import {
  day,
  flag,
  key,
  money,
  name,
  neededOneOf,
  needs,
  oneOf,
  position,
  scale,
  share,
  to,
} from './constraints.ts';

/** Existing rows get what "not so" and "not known" mean: ALTER TABLE asks for a default where NULL is not allowed. */
const addedFlag = (column: string) =>
  `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} BETWEEN 0 AND 1)`;
const shortText = (column: string, most = 500) =>
  `${column} TEXT NOT NULL CHECK (length(${column}) <= ${most})`;
const measure = (column: string) => `${column} REAL CHECK (${column} BETWEEN -1e15 AND 1e15)`;
const neededShare = (column: string) => `${column} REAL NOT NULL CHECK (${column} BETWEEN 0 AND 1)`;
const neededPeople = 'people REAL NOT NULL CHECK (people BETWEEN 0 AND 100000)';
const personDays = (column: string) => `${column} REAL CHECK (${column} BETWEEN 0 AND 100000000)`;

/** Planning: outcomes, segments, people by role, quarters, the handoff ledger, tranches, overhead, saved views. */
export const planning = `
ALTER TABLE team ADD COLUMN ${day('stable_since')};
ALTER TABLE team ADD COLUMN decides_alone TEXT NOT NULL DEFAULT '';
ALTER TABLE team ADD COLUMN platforms TEXT NOT NULL DEFAULT '[]'
  CHECK (platforms = '[]' OR (json_valid(platforms) AND json_type(platforms) = 'array'));
ALTER TABLE team ADD COLUMN ${day('disbands_on')};
ALTER TABLE initiative ADD COLUMN ${addedFlag('overhead')};
ALTER TABLE initiative ADD COLUMN ${addedFlag('retired')};

CREATE TABLE team_member (
  ${key},
  ${needs('team_id', 'team')},
  ${name},
  ${neededPeople}
) STRICT;
CREATE INDEX team_member_team ON team_member (team_id);

CREATE TABLE segment (
  ${key},
  ${name},
  description TEXT NOT NULL,
  ${oneOf('kind', 'internal', 'external')}
) STRICT;

CREATE TABLE outcome (
  ${key},
  ${name},
  description TEXT NOT NULL,
  ${shortText('metric')},
  ${shortText('unit', 100)},
  ${measure('baseline')},
  ${measure('target')},
  ${day('due_date')},
  ${oneOf('direction', 'up', 'down')},
  ${oneOf('business_value', 'timeToMarket', 'revenue', 'fasterResearch', 'customerExperience', 'newProducts', 'newMarkets', 'operatingEfficiency', 'cashFlow', 'costTransparency', 'partnerRevenue', 'churn', 'partnerTimeToMarket', 'deliveryCost')},
  ${to('segment_id', 'segment')},
  ${to('owner_team_id', 'team')},
  ${scale('importance')},
  ${scale('current_maturity')},
  ${scale('target_maturity')},
  ${money('needed_money')}
) STRICT;
CREATE INDEX outcome_segment ON outcome (segment_id);
CREATE INDEX outcome_owner_team ON outcome (owner_team_id);

CREATE TABLE outcome_reading (
  ${key},
  ${needs('outcome_id', 'outcome')},
  date TEXT NOT NULL CHECK (date IS date(date) AND date >= '1900' AND date < '2200'),
  value REAL NOT NULL CHECK (value BETWEEN -1e15 AND 1e15),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX outcome_reading_outcome ON outcome_reading (outcome_id);

CREATE TABLE outcome_link (
  ${key},
  ${needs('initiative_id', 'initiative')},
  ${needs('outcome_id', 'outcome')},
  ${neededShare('weight')}
) STRICT;
CREATE INDEX outcome_link_initiative ON outcome_link (initiative_id);
CREATE INDEX outcome_link_outcome ON outcome_link (outcome_id);

CREATE TABLE segment_link (
  ${key},
  ${needs('initiative_id', 'initiative')},
  ${needs('segment_id', 'segment')},
  ${neededShare('weight')}
) STRICT;
CREATE INDEX segment_link_initiative ON segment_link (initiative_id);
CREATE INDEX segment_link_segment ON segment_link (segment_id);

CREATE TABLE allocation (
  ${key},
  ${needs('team_id', 'team')},
  ${needs('initiative_id', 'initiative')},
  quarter TEXT NOT NULL CHECK (quarter GLOB '[12][0-9][0-9][0-9]-Q[1-4]' AND quarter >= '1900' AND quarter < '2200'),
  ${neededPeople}
) STRICT;
CREATE INDEX allocation_team ON allocation (team_id);
CREATE INDEX allocation_initiative ON allocation (initiative_id);

CREATE TABLE handoff (
  ${key},
  ${needs('initiative_id', 'initiative')},
  ${position},
  ${neededOneOf('kind', 'team', 'approval', 'legal', 'funding', 'partner')},
  ${shortText('from_name')},
  ${shortText('to_name')},
  ${to('from_team_id', 'team')},
  ${to('to_team_id', 'team')},
  passes TEXT NOT NULL,
  wait_days REAL CHECK (wait_days BETWEEN 0 AND 36500),
  ${share('kept_low')},
  ${share('kept_likely')},
  ${share('kept_high')},
  ${personDays('relearning_days')},
  ${to('phase_id', 'phase')}
) STRICT;
CREATE INDEX handoff_initiative ON handoff (initiative_id);
CREATE INDEX handoff_from_team ON handoff (from_team_id);
CREATE INDEX handoff_to_team ON handoff (to_team_id);
CREATE INDEX handoff_phase ON handoff (phase_id);

CREATE TABLE tranche (
  ${key},
  ${needs('initiative_id', 'initiative')},
  ${position},
  ${name},
  ${day('start_date')},
  ${day('end_date')},
  ${money('amount')},
  evidence TEXT NOT NULL,
  ${neededOneOf('decision', 'pending', 'continue', 'change', 'stop')},
  ${day('decided_on')}
) STRICT;
CREATE INDEX tranche_initiative ON tranche (initiative_id);

CREATE TABLE overhead_work (
  ${key},
  ${name},
  description TEXT NOT NULL,
  ${to('team_id', 'team')},
  ${to('initiative_id', 'initiative')},
  ${personDays('person_days_per_month')},
  ${flag('manual')},
  ${day('stop_by')},
  ${flag('stopped')}
) STRICT;
CREATE INDEX overhead_work_team ON overhead_work (team_id);
CREATE INDEX overhead_work_initiative ON overhead_work (initiative_id);

CREATE TABLE saved_view (
  ${key},
  ${name},
  area TEXT NOT NULL CHECK (area <> '' AND length(area) <= 60),
  settings TEXT NOT NULL CHECK (settings = '{}' OR
    (length(settings) <= 100000 AND json_valid(settings) AND json_type(settings) = 'object'))
) STRICT;
`;

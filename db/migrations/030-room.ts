import {
  day,
  flag,
  json,
  key,
  money,
  months,
  name,
  neededOneOf,
  needs,
  position,
  scale,
  to,
} from './constraints.ts';

/** Existing rows get what "not so" means: ALTER TABLE asks for a default where NULL is not allowed. */
const retired = 'retired INTEGER NOT NULL DEFAULT 0 CHECK (retired BETWEEN 0 AND 1)';
const shortText = (column: string) => `${column} TEXT NOT NULL CHECK (length(${column}) <= 500)`;
const text = (column: string) => `${column} TEXT NOT NULL`;
const who = 'by_whom TEXT NOT NULL CHECK (length(by_whom) <= 200)';
const longName = `name TEXT NOT NULL CHECK (name <> '' AND name = trim(name) AND length(name) <= 2000)`;
const neededDay = (column: string) =>
  `${column} TEXT NOT NULL CHECK (${column} IS date(${column}) AND ${column} >= '1900' AND ${column} < '2200')`;
const list = (column: string) =>
  `${column} TEXT NOT NULL CHECK (${column} = '[]' OR (json_valid(${column}) AND json_type(${column}) = 'array'))`;
const seldomJson = (column: string) =>
  `${column} TEXT CHECK (${column} IS NULL OR (json_valid(${column}) AND json_type(${column}) = 'object'))`;

/** The room: scenarios, decisions, rankings, guardrails, storyboards, press releases; and what can be retired. */
export const room = `
ALTER TABLE capability ADD COLUMN ${retired};
ALTER TABLE partner ADD COLUMN ${retired};
ALTER TABLE segment ADD COLUMN ${scale('importance')};
ALTER TABLE segment ADD COLUMN ${retired};
ALTER TABLE outcome ADD COLUMN ${retired};
ALTER TABLE handoff ADD COLUMN ${to('from_partner_id', 'partner')};
ALTER TABLE handoff ADD COLUMN ${to('to_partner_id', 'partner')};
CREATE INDEX handoff_from_partner ON handoff (from_partner_id);
CREATE INDEX handoff_to_partner ON handoff (to_partner_id);

CREATE TABLE scenario (
  ${key},
  ${position},
  ${name},
  ${text('description')},
  ${to('parent_id', 'scenario')},
  ${who},
  created_at TEXT NOT NULL,
  applied_at TEXT
) STRICT;
CREATE INDEX scenario_parent ON scenario (parent_id);

CREATE TABLE scenario_step (
  ${key},
  ${needs('scenario_id', 'scenario')},
  ${position},
  ${json('label')},
  ${who},
  at TEXT NOT NULL,
  ${list('changes')}
) STRICT;
CREATE INDEX scenario_step_scenario ON scenario_step (scenario_id);

CREATE TABLE decision (
  ${key},
  ${longName},
  ${neededOneOf('state', 'open', 'decided', 'dropped')},
  ${neededOneOf('subject', 'free', 'finding', 'flip', 'comparison')},
  ${shortText('finding_key')},
  ${to('initiative_id', 'initiative')},
  ${to('capability_id', 'capability')},
  ${to('scenario_id', 'scenario')},
  ${text('reason')},
  ${shortText('owner')},
  ${day('decided_on')},
  ${day('review_on')},
  ${day('reviewed_on')},
  ${text('happened')},
  ${seldomJson('figures')},
  ${who},
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX decision_initiative ON decision (initiative_id);
CREATE INDEX decision_capability ON decision (capability_id);
CREATE INDEX decision_scenario ON decision (scenario_id);

CREATE TABLE decision_option (
  ${key},
  ${needs('decision_id', 'decision')},
  ${position},
  ${neededOneOf('kind', 'build', 'extend', 'merge', 'split', 'retire', 'convert', 'partner', 'accept')},
  ${longName},
  ${text('description')},
  ${money('cost')},
  ${months('months')},
  ${json('effects')},
  ${to('scenario_id', 'scenario')},
  ${flag('chosen')}
) STRICT;
CREATE INDEX decision_option_decision ON decision_option (decision_id);
CREATE INDEX decision_option_scenario ON decision_option (scenario_id);

CREATE TABLE action_item (
  ${key},
  ${longName},
  ${shortText('owner')},
  ${day('due_date')},
  ${day('done_on')},
  ${to('decision_id', 'decision')},
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX action_item_decision ON action_item (decision_id);

CREATE TABLE parking_item (
  ${key},
  ${longName},
  ${who},
  at TEXT NOT NULL,
  ${flag('settled')},
  ${to('decision_id', 'decision')}
) STRICT;
CREATE INDEX parking_item_decision ON parking_item (decision_id);

CREATE TABLE intention (
  ${key},
  finding_key TEXT NOT NULL CHECK (finding_key <> '' AND length(finding_key) <= 500),
  reason TEXT NOT NULL CHECK (reason <> '' AND length(reason) <= 2000),
  ${who},
  at TEXT NOT NULL,
  ${day('review_on')}
) STRICT;

CREATE TABLE ranking (
  ${key},
  ${position},
  ${name},
  ${neededOneOf('ranked', 'initiative', 'outcome', 'option')},
  ${neededOneOf('method', 'drag', 'pairs', 'dots')},
  ${to('decision_id', 'decision')},
  ${list('items')},
  ${list('pairs')},
  ${list('dots')},
  ${shortText('agreed_by')},
  ${day('agreed_on')},
  ${text('note')}
) STRICT;
CREATE INDEX ranking_decision ON ranking (decision_id);

CREATE TABLE guardrail (
  ${key},
  ${position},
  ${name},
  ${json('rule')},
  ${flag('active')}
) STRICT;

CREATE TABLE waiver (
  ${key},
  ${needs('guardrail_id', 'guardrail')},
  subject TEXT CHECK (subject IS NULL OR (subject <> '' AND length(subject) <= 200)),
  ${text('reason')},
  ${shortText('owner')},
  ${neededDay('granted_on')},
  ${day('until')}
) STRICT;
CREATE INDEX waiver_guardrail ON waiver (guardrail_id);

CREATE TABLE storyboard (
  ${key},
  ${position},
  ${name},
  ${text('description')}
) STRICT;

CREATE TABLE storyboard_page (
  ${key},
  ${needs('storyboard_id', 'storyboard')},
  ${position},
  ${shortText('title_en')},
  ${shortText('title_zh')},
  ${shortText('question_en')},
  ${shortText('question_zh')},
  ${text('notes')},
  minutes REAL CHECK (minutes BETWEEN 0 AND 1000),
  area TEXT NOT NULL CHECK (area <> '' AND length(area) <= 60),
  ${json('state')}
) STRICT;
CREATE INDEX storyboard_page_storyboard ON storyboard_page (storyboard_id);

CREATE TABLE meeting (
  ${key},
  ${name},
  started_at TEXT NOT NULL,
  ended_at TEXT,
  ${to('storyboard_id', 'storyboard')},
  after_step INTEGER NOT NULL CHECK (after_step >= 0),
  ${text('notes')}
) STRICT;
CREATE INDEX meeting_storyboard ON meeting (storyboard_id);

CREATE TABLE press_release (
  ${key},
  ${needs('initiative_id', 'initiative')},
  ${shortText('title')},
  ${shortText('subtitle')},
  ${day('date')},
  ${text('introduction')},
  ${text('value_proposition')},
  ${list('features')},
  ${list('questions')},
  ${text('user_guide')},
  ${text('benefit_ensured')},
  ${text('need_checked')},
  ${text('value_measured')},
  ${text('feedback_answered')}
) STRICT;
CREATE INDEX press_release_initiative ON press_release (initiative_id);

CREATE TABLE import_report (
  ${key},
  at TEXT NOT NULL,
  ${who},
  ${shortText('file_name')},
  ${json('report')}
) STRICT;
`;

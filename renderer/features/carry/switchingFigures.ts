import {
  type RoleSwitching,
  type RoleTeam,
  roleSwitching,
  switchingInputs,
} from '../../../shared/analysis/roleSwitching.ts';
import type { SwitchingSpan } from '../../../shared/coverage/taskSwitching.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { PARAMETERS } from '../../../shared/model/parameterTable.ts';
import type { CarrySpeech } from '../../charts/carry/describe.ts';
import type { Say } from '../../i18n.ts';
import { madeSum } from '../receipts/madeSum.ts';
import type { Opened, PartLine } from '../receipts/receiptStore.ts';

interface SwitchingWords {
  readonly records: PortfolioRecords;
  readonly speech: CarrySpeech;
  readonly receipts: Say<'receipts'>;
}

/** A role by name; teams of which nobody entered roles by how many they are. */
export const roleName = ({ role, teams }: RoleSwitching, { say }: CarrySpeech): string =>
  role ?? say('roles.unnamed', { count: teams });

/** The share of its time that a role loses to switching: people lost by people where they are known, else by team. */
export function switchedShare(role: RoleSwitching, words: SwitchingWords): Opened {
  const { speech, receipts } = words;
  const { figures } = speech;
  const { people, peopleLost } = role;
  const say = (share: number): string => figures.percent(share, 1);
  const known = people !== null && peopleLost !== null && people > 0;
  return {
    kind: 'made',
    made: {
      title: receipts('made.switching'),
      of: roleName(role, speech),
      value: role.loss,
      range: rangeOf(role, ({ loss }) => loss, say, words),
      formula: known ? 'Σ_teams people s / Σ_teams people' : 'mean_teams s',
      operation: known ? 'ratio' : 'mean',
      parts: known
        ? [
            {
              name: receipts('made.switchedPeople'),
              value: peopleLost,
              text: figures.number(peopleLost, 2),
              opens: () => switchedPeople(role, words),
            },
            {
              name: receipts('made.rolePeople'),
              value: people,
              text: figures.number(people, 2),
              opens: null,
            },
          ]
        : role.of.map((team): PartLine => ({ ...teamLine(role, team, words), text: say(team.loss) })),
      say,
      inputs: switchingInputs(words.records),
    },
  };
}

/** The full-time people that a role loses to switching, by team; of teams without roles nobody knows them. */
export function switchedPeople(role: RoleSwitching, words: SwitchingWords): Opened {
  const { speech, receipts } = words;
  const say = (people: number): string => speech.figures.number(people, 2);
  return madeSum({
    title: receipts('made.switchedPeople'),
    of: roleName(role, speech),
    range: rangeOf(role, ({ peopleLost }) => peopleLost ?? 0, say, words),
    formula: 'Σ_teams people s',
    parts: role.of.map((team) => ({
      ...teamLine(role, team, words),
      note: receipts('made.lostOf', {
        share: speech.figures.percent(team.loss, 1),
        people: say(team.people ?? 0),
      }),
      value: team.loss * (team.people ?? 0),
    })),
    say,
    inputs: switchingInputs(words.records),
  });
}

/** The figure with the table of losses turned down and up as far as is plausible: research disputes it. */
function rangeOf(
  { role }: RoleSwitching,
  of: (role: RoleSwitching) => number,
  say: (value: number) => string,
  { records, receipts }: SwitchingWords,
): string {
  const { min, max } = PARAMETERS.find(({ id }) => id === 'switch_scale')!;
  const at = (switch_scale: number): string => {
    const tried = roleSwitching(records, { switch_scale }).roles.find((each) => each.role === role);
    return tried ? say(of(tried)) : '';
  };
  return min === null || max === null
    ? receipts('made.noRange')
    : receipts('made.switchRange', { low: at(min), high: at(max) });
}

const teamLine = (role: RoleSwitching, team: RoleTeam, words: SwitchingWords): Omit<PartLine, 'text'> => ({
  name: nameOf(team, words),
  value: team.loss,
  opens: () => teamShare(role, team, words),
});

const nameOf = ({ switching: { team } }: RoleTeam, { records }: SwitchingWords): string =>
  records.team[team]?.name ?? team;

/** The share of a team's time that goes into switching: months lost by months with work. */
function teamShare(role: RoleSwitching, team: RoleTeam, words: SwitchingWords): Opened {
  const { speech, receipts, records } = words;
  const { figures } = speech;
  const { spans } = team.switching;
  const of = nameOf(team, words);
  const say = (months: number): string => figures.number(months, 2);
  const sayShare = (share: number): string => figures.percent(share, 1);
  const tried = (figure: (of: RoleTeam) => number, sayIt: (value: number) => string): string =>
    rangeOf(
      role,
      ({ of: teams }) =>
        figure(teams.find(({ switching }) => switching.team === team.switching.team) ?? team),
      sayIt,
      words,
    );
  const sum = (
    title: string,
    range: string,
    formula: string,
    monthsOf: (span: SwitchingSpan) => number,
  ): PartLine => {
    const opens = madeSum({
      title,
      of,
      range,
      formula,
      parts: spans.map((span) => ({
        name: span.initiatives.map((id) => records.initiative[id]?.name ?? id).join(' · '),
        note: receipts('made.span', {
          count: span.initiatives.length,
          share: figures.percent(span.loss, 1),
        }),
        value: monthsOf(span),
        opens: null,
      })),
      say,
    });
    return { name: title, value: opens.made.value, text: say(opens.made.value), opens };
  };
  const months = ({ from_month, to_month }: SwitchingSpan): number => to_month - from_month;
  return {
    kind: 'made',
    made: {
      title: receipts('made.switching'),
      of,
      value: team.loss,
      range: tried(({ loss }) => loss, sayShare),
      formula: 'Σ_spans months s(n) / Σ_spans months',
      operation: 'ratio',
      parts: [
        sum(
          receipts('made.lostMonths'),
          tried(({ switching }) => switching.lost_months, say),
          'Σ_spans months s(n)',
          (span) => months(span) * span.loss,
        ),
        sum(receipts('made.busyMonths'), receipts('made.dates'), 'Σ_spans months', months),
      ],
      say: sayShare,
      inputs: switchingInputs(records),
    },
  };
}

import { type TeamSwitching, taskSwitching } from '../coverage/taskSwitching.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { portfolioInputs } from '../model/receiptInputs.ts';
import type { ReceiptInput } from '../model/receiptTypes.ts';
import type { ModelParameterOverrides } from '../model/types.ts';
import { compareCodePoints } from '../text/compareCodePoints.ts';
import { coverageInput } from './coverageInput.ts';
import { portfolioParameters, settingsOf } from './initiativeInput.ts';

/** People of a role in one team, and the share of that team's time that goes into switching. */
export interface RoleTeam {
  readonly switching: TeamSwitching;
  /** Full-time people; null where nobody entered the team's roles. */
  readonly people: number | null;
  /** Months lost / months with work, 0..0.9. */
  readonly loss: number;
}

/** What switching between initiatives costs the people of one role, over all teams that have it. */
export interface RoleSwitching {
  /** The role; null for teams of which nobody entered roles. */
  readonly role: string | null;
  /** Full-time people; null where nobody entered them. */
  readonly people: number | null;
  readonly teams: number;
  /** Most initiatives that one of these teams works on at once. */
  readonly peak: number;
  /** Mean number of initiatives at once while there is work, weighted by people. */
  readonly mean: number;
  /** Share of their time that goes into switching, 0..0.9, weighted by people. */
  readonly loss: number;
  /** Full-time people lost to it; null where the people are not known. */
  readonly peopleLost: number | null;
  /** What the figures are added up from, in this order. */
  readonly of: readonly RoleTeam[];
}

export interface RolesSwitching {
  /** The most people lost first; teams without roles last. */
  readonly roles: readonly RoleSwitching[];
  /** Initiatives whose team or end is not known: they may make it worse. */
  readonly unknown: number;
}

/**
 * Task switching by role: each team's share of time lost (MODEL.md 2.4), spread over the roles that it has on record.
 * `tried` are values of parameters that stand in for the portfolio's own.
 */
export function roleSwitching(
  records: PortfolioRecords,
  tried: ModelParameterOverrides = {},
): RolesSwitching {
  const { teams, unknown } = taskSwitching(coverageInput(records).input.initiatives, {
    params: { ...portfolioParameters(settingsOf(records)), ...tried },
  });
  const members: ReadonlyMap<string, readonly { readonly name: string | null; readonly people: number }[]> =
    Map.groupBy(Object.values(records.teamMember), ({ teamId }) => teamId);
  interface Sum {
    people: number;
    weight: number;
    mean: number;
    loss: number;
    peak: number;
    readonly of: RoleTeam[];
  }
  const sums = new Map<string | null, Sum>();
  for (const switching of teams) {
    const { team, peak, mean_parallel, busy_months, lost_months } = switching;
    const loss = busy_months > 0 ? lost_months / busy_months : 0;
    const roles = members.get(team) ?? [{ name: null, people: 0 }];
    for (const { name, people } of roles) {
      const weight = name === null ? 1 : people;
      const sum = sums.get(name) ?? { people: 0, weight: 0, mean: 0, loss: 0, peak: 0, of: [] };
      sum.people += people;
      sum.weight += weight;
      sum.mean += mean_parallel * weight;
      sum.loss += loss * weight;
      sum.peak = Math.max(sum.peak, peak);
      sum.of.push({ switching, people: name === null ? null : people, loss });
      sums.set(name, sum);
    }
  }
  const roles = [...sums].map(
    ([role, { people, weight, mean, loss, peak, of }]): RoleSwitching => ({
      role,
      people: role === null ? null : people,
      teams: new Set(of.map(({ switching }) => switching.team)).size,
      peak,
      mean: weight > 0 ? mean / weight : 0,
      loss: weight > 0 ? loss / weight : 0,
      peopleLost: role === null ? null : loss,
      of,
    }),
  );
  roles.sort(
    (a, b) =>
      Number(a.role === null) - Number(b.role === null) ||
      (b.peopleLost ?? 0) - (a.peopleLost ?? 0) ||
      compareCodePoints(a.role ?? '', b.role ?? ''),
  );
  return { roles, unknown: unknown.length };
}

/** The parameters that the losses rest on, as the portfolio has them. */
export function switchingInputs(records: PortfolioRecords): readonly ReceiptInput[] {
  const settings = settingsOf(records);
  return portfolioInputs(
    ['switch_table', 'switch_scale'],
    portfolioParameters(settings),
    Object.fromEntries(
      Object.entries(settings.parameters).map(([id, { by, at }]) => [id, { source: 'portfolio', by, at }]),
    ),
  );
}

import type { Scatter } from '../../../shared/analysis/carrierMatrix.ts';
import type { Headline } from '../../../shared/analysis/headline.ts';
import { toMinor } from '../../../shared/text/format.ts';

/** P10 and P90 of something. */
interface Ends {
  readonly low: number;
  readonly high: number;
}

/** What one project loses when it disbands; person-days and minor units, deterministic with the range of its futures. */
export interface ProjectLoss {
  readonly id: string;
  readonly handoverDays: number;
  readonly relearningDays: number;
  readonly money: number;
  /** Share of the knowledge that is left after the hand-over. */
  readonly knowledge: number;
  /** Null while it is being simulated, or where it will not be. */
  readonly range: { readonly days: Ends; readonly money: Ends } | null;
}

/** What is lost when some projects disband, added up; figures of those that are not known yet are missing in it. */
export interface ScatterLoss {
  readonly projects: readonly ProjectLoss[];
  readonly days: number;
  /** Minor units. */
  readonly money: number;
  /** Each project at its P10, and each at its P90; null unless all of them are simulated. */
  readonly range: { readonly days: Ends; readonly money: Ends } | null;
  /** Projects that still wait for their figures. */
  readonly pending: number;
  /** Projects that lack the facts, or that hand nothing over within the horizon. */
  readonly unknown: number;
}

export const NO_LOSS: ScatterLoss = {
  projects: [],
  days: 0,
  money: 0,
  range: null,
  pending: 0,
  unknown: 0,
};

/** The figures that losses are made from: the model's (undefined: still to come), and the simulated futures where there are any. */
export interface LossFigures {
  readonly headlineOf: (id: string) => Headline | undefined;
  readonly futuresOf: (
    id: string,
  ) => { readonly disbanding: { readonly pd: Ends; readonly money: Ends } } | null | undefined;
}

/** What each scattering loses, by its id; money in minor units of the currency. */
export const scatterLosses = (
  scatters: readonly Scatter[],
  figures: LossFigures,
  currency: string,
): ReadonlyMap<string, ScatterLoss> =>
  new Map(
    scatters.map(({ id, projectIds }) => [
      id,
      lossOf(projectIds, figures, (amount) => toMinor(amount, currency)),
    ]),
  );

/** Projects that are simulated at most: those that go next, or in the chosen quarter. */
const SIMULATED = 40;

/** The projects whose ranges are shown: those that scatter after a day, the next ones first. */
export const simulatedScatters = (scatters: readonly Scatter[], from: number): readonly string[] =>
  scatters
    .filter(({ day }) => day > from)
    .flatMap(({ projectIds }) => projectIds)
    .slice(0, SIMULATED);

/** The loss of some projects; `inMinor` turns whole currency units into minor ones. */
export function lossOf(
  projectIds: readonly string[],
  { headlineOf, futuresOf }: LossFigures,
  inMinor: (amount: number) => number,
): ScatterLoss {
  let [pending, unknown] = [0, 0];
  const projects = projectIds.flatMap((id): ProjectLoss[] => {
    const headline = headlineOf(id);
    if (headline === undefined) {
      pending += 1;
      return [];
    }
    const loss = headline?.disbanding;
    if (!loss) {
      unknown += 1;
      return [];
    }
    const futures = futuresOf(id)?.disbanding;
    return [
      {
        id,
        handoverDays: loss.handoverPd,
        relearningDays: loss.relearningPd,
        money: inMinor(loss.handoverMoney + loss.relearningMoney),
        knowledge: loss.knowledge,
        range: futures
          ? {
              days: futures.pd,
              money: { low: inMinor(futures.money.low), high: inMinor(futures.money.high) },
            }
          : null,
      },
    ];
  });
  return { ...addUp(projects), pending, unknown };
}

/** Several losses as one. */
export function addLosses(losses: readonly ScatterLoss[]): ScatterLoss {
  return {
    ...addUp(losses.flatMap(({ projects }) => projects)),
    pending: losses.reduce((sum, { pending }) => sum + pending, 0),
    unknown: losses.reduce((sum, { unknown }) => sum + unknown, 0),
  };
}

function addUp(projects: readonly ProjectLoss[]): Pick<ScatterLoss, 'projects' | 'days' | 'money' | 'range'> {
  const sum = (of: (project: ProjectLoss) => number): number =>
    projects.reduce((total, project) => total + of(project), 0);
  const ends = (of: 'days' | 'money'): Ends => ({
    low: sum(({ range }) => range![of].low),
    high: sum(({ range }) => range![of].high),
  });
  const simulated = projects.length > 0 && projects.every(({ range }) => range !== null);
  return {
    projects,
    days: sum(({ handoverDays, relearningDays }) => handoverDays + relearningDays),
    money: sum(({ money }) => money),
    range: simulated ? { days: ends('days'), money: ends('money') } : null,
  };
}

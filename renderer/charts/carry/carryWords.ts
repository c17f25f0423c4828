import type { CarrierRow } from '../../../shared/analysis/carrierMatrix.ts';
import type { TickName } from '../timeline/axis.ts';

/** The words inside the drawing. */
export interface CarryWords {
  readonly tick: (name: TickName) => string;
  readonly unknownTeam: string;
  readonly others: (count: number) => string;
  /** The number of teams, and that others may be there. */
  readonly teams: (row: CarrierRow) => string;
  /** From when on nobody carries it; empty where somebody stays. */
  readonly alone: (row: CarrierRow) => string;
  readonly scatterTitle: string;
  readonly lossTitle: string;
  readonly lossDays: (days: number) => string;
  readonly teamsTitle: string;
  readonly aloneTitle: string;
  readonly now: string;
  readonly money: (minor: number) => string;
}

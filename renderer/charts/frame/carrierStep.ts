/** How many teams carry something: nobody, one, two, or more; the shape goes with the number. */
export type CarrierStep = 0 | 1 | 2 | 3;

/** The shape for a number of teams; three stands for three and more. */
export const carrierStep = (teams: number): CarrierStep =>
  teams <= 0 ? 0 : teams === 1 ? 1 : teams === 2 ? 2 : 3;

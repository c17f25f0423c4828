/** A handoff that somebody picked in the picture; `handoffId` null where the ledger has no row of it. */
export interface PickedHandoff {
  readonly initiativeId: string;
  readonly handoffId: string | null;
}

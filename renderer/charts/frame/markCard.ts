/** What the card beside a mark says, whether the mouse or the keyboard stands on it. */
export interface MarkCard {
  readonly title: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly note?: string;
}

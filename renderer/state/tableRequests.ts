import { create } from 'zustand';

interface Requests {
  /** What a command last asked of the table; the number tells two of the same kind apart. */
  readonly request: {
    readonly what: 'search' | 'new';
    readonly number: number;
  } | null;
}

/** Wishes of commands that the initiatives table fulfils once it is on the screen. */
export const useTableRequests = create<Requests>()(() => ({ request: null }));

let number = 0;

/** Asks the table to take the keyboard: into its search, or into a new row. */
export function requestTable(what: 'search' | 'new'): void {
  number += 1;
  useTableRequests.setState({ request: { what, number } });
}

/** Answers that the request was fulfilled. */
export function requestDone(): void {
  useTableRequests.setState({ request: null });
}

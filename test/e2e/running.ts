import type { Page } from 'playwright-core';

/** One running program with one window, in either host, as the journeys drive it. */
export interface Running {
  readonly page: Page;
  /** Another window on the same data folder that opens the same portfolio. */
  openSecond(): Promise<Page>;
  /** Does what makes the program ask for a file, and answers it with `path`. */
  choose(path: string, act: () => Promise<void>): Promise<void>;
  /** Does what makes the program save a file; answers where it was saved. Making a large one may take `withinMs`. */
  save(act: () => Promise<void>, withinMs?: number): Promise<string>;
  /** Ends the program as a person would. */
  quit(): Promise<void>;
  /** Ends the program as a crash would. */
  kill(): Promise<void>;
}

export interface StartOptions {
  readonly home: string;
  /** Told every console error and warning, every failed script, and every line of trouble of the host itself. */
  readonly problem: (line: string) => void;
  readonly locale: string;
}

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const stateSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400),
  height: z.int().min(300),
  maximized: z.boolean(),
});
/** Where a window stood when it was last closed, in device-independent pixels. */
export type WindowState = Readonly<z.infer<typeof stateSchema>>;

/** Remembers where the last window stood, in `window.json` of the folder. */
export function rememberWindows(folder: string, log: (line: string) => void) {
  const path = join(folder, 'window.json');
  return {
    /** What was remembered; null the first time, or when it cannot be read (the log says why). */
    read(): WindowState | null {
      try {
        return stateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
          log(`window.json is passed over: ${String(error)}`);
        return null;
      }
    },
    write(state: WindowState): void {
      try {
        writeFileSync(`${path}.new`, JSON.stringify(state));
        renameSync(`${path}.new`, path);
      } catch (error) {
        log(`window.json is not written: ${String(error)}`);
      }
    },
  } as const;
}

/** Whether enough of a window lies on one of the screens for a person to take hold of it. */
export function isReachable(state: Rectangle, screens: readonly Rectangle[]): boolean {
  const graspable = 120;
  return screens.some((screen) => {
    const width = Math.min(state.x + state.width, screen.x + screen.width) - Math.max(state.x, screen.x);
    const titleShows = state.y >= screen.y && state.y < screen.y + screen.height - graspable / 2;
    return titleShows && width >= graspable;
  });
}

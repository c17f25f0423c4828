import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { eventNames, methodNames } from '../shared/contract/methods.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const output = {
  outDir: path('../.build/desktop'),
  emptyOutDir: false,
  minify: false,
  sourcemap: false,
} as const;

/**
 * Builds the desktop host to `.build/desktop`, by mode: `main` (everything but Electron and the database's addon
 * in it) or `preload` (one file, as the sandbox demands). Both are CommonJS: Electron loads that before it is ready,
 * in every version and from inside an archive. They run on Electron 33 and later.
 */
export default defineConfig(({ mode }) =>
  mode === 'preload'
    ? {
        define: {
          METHOD_NAMES: JSON.stringify(methodNames),
          EVENT_NAMES: JSON.stringify(eventNames),
        },
        build: {
          ...output,
          target: 'chrome130',
          lib: { entry: path('desktop/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
          rolldownOptions: { external: ['electron'] },
        },
      }
    : {
        ssr: { noExternal: true, external: ['electron', 'better-sqlite3', '@napi-rs/canvas'] },
        build: {
          ...output,
          ssr: true,
          target: 'node20',
          rolldownOptions: {
            input: { main: path('desktop/main.ts'), ...workers() },
            output: {
              format: 'cjs',
              entryFileNames: '[name].cjs',
              chunkFileNames: 'chunks/[name]-[hash].cjs',
            },
          },
        },
      },
);

/** Threads are started from files of their own beside the one that starts them. */
function workers(): Record<string, string> {
  const files = readdirSync(path('core'), { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith('.worker.ts'))
      .map((file) => [file.slice(0, -'.ts'.length), path(`core/${file}`)]),
  );
}

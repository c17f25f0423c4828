import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Fonts that exports measure with and embed; one Chinese weight is enough, and more would double the program. */
const fonts: Readonly<Record<string, string>> = {
  'Inter-400.ttf': '../node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  'Inter-600.ttf': '../node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  'NotoSansSC-400.ttf':
    '../node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
};

/**
 * Builds the page to `.build/page`. The content-security policy allows no inline script or style, so nothing is
 * inlined: assets stay files, and workers are modules of their own.
 *
 * In the mode `pictures` it builds the drawings alone to `.build/pictures`, as one CommonJS file for the service,
 * which makes exports from them without any page, with the fonts beside it.
 */
export default defineConfig(({ mode }) =>
  mode === 'pictures'
    ? {
        root: path('.'),
        define: { 'process.env.NODE_ENV': '"production"' },
        // Whatever the process that builds is for, such as a test: there is one kind of drawing.
        oxc: { jsx: { runtime: 'automatic', development: false } },
        ssr: { noExternal: true },
        plugins: [
          {
            name: 'throughline-fonts',
            generateBundle() {
              for (const [fileName, from] of Object.entries(fonts))
                this.emitFile({ type: 'asset', fileName, source: readFileSync(path(from)) });
            },
          },
        ],
        build: {
          ssr: true,
          outDir: path('../.build/pictures'),
          // Every file has one name for ever: a program that is using the last build never finds the folder empty.
          emptyOutDir: false,
          target: 'node20',
          minify: false,
          sourcemap: false,
          rolldownOptions: {
            input: { pictures: path('pictures/pictures.ts') },
            output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
          },
        },
      }
    : {
        root: path('.'),
        base: './',
        plugins: [react()],
        worker: { format: 'es' },
        // A container that one module names is asked for its width in another.
        css: { transformer: 'lightningcss', lightningcss: { cssModules: { container: false } } },
        build: {
          outDir: path('../.build/page'),
          emptyOutDir: true,
          target: 'chrome130',
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          sourcemap: false,
          chunkSizeWarningLimit: 2200,
          rolldownOptions: {
            output: {
              codeSplitting: {
                // What views share would be two hundred small files, and a request each. What has to run before any
                // schema is made stays by itself: the first script may import nothing else.
                groups: [
                  { name: 'early', test: /[\\/]zod[\\/]|preload-helper|jitless/, priority: 1 },
                  { name: 'shared', minShareCount: 2 },
                ],
              },
            },
          },
        },
      },
);

import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { z } from 'zod';

const stampSchema = z.object({ startedAt: z.number() });

/** Which parts of the program a build makes, and from which sources. */
const parts = {
  page: { sources: ['renderer', 'shared', 'package-lock.json'], made: 'page/index.html' },
  pictures: { sources: ['renderer', 'shared', 'package-lock.json'], made: 'pictures/pictures.cjs' },
  desktop: { sources: ['electron', 'db', 'shared', 'package-lock.json'], made: 'desktop/main.cjs' },
} as const;
export type BuildPart = keyof typeof parts;

/** Whether the build of a part is missing or older than its sources. */
export async function isStale(root: string, part: BuildPart): Promise<boolean> {
  const { sources, made } = parts[part];
  const startedAt = await readStamp(root, part);
  if (startedAt === null || !(await exists(join(root, '.build', made)))) return true;
  for (const source of sources) if ((await newest(join(root, source))) > startedAt) return true;
  return false;
}

/** Builds a part of the program into `.build`; throws what the build throws. */
export async function buildPart(root: string, part: BuildPart): Promise<void> {
  const startedAt = Date.now();
  const folder = join(root, part === 'desktop' ? 'electron' : 'renderer');
  // Node reads the configuration as it is; nothing is written beside it.
  const common = { logLevel: 'warn', root: folder, configLoader: 'native' } as const;
  if (part !== 'desktop') {
    const configFile = join(root, 'renderer', 'vite.config.ts');
    await build({ ...common, configFile, ...(part === 'pictures' ? { mode: 'pictures' } : {}) });
  } else {
    await rm(join(root, '.build', 'desktop'), { recursive: true, force: true });
    for (const mode of ['main', 'preload'])
      await build({ ...common, mode, configFile: join(root, 'electron', 'vite.config.ts') });
  }
  await mkdir(join(root, '.build'), { recursive: true });
  await writeFile(stampPath(root, part), JSON.stringify({ startedAt }));
}

function stampPath(root: string, part: BuildPart): string {
  return join(root, '.build', `${part}.json`);
}

async function readStamp(root: string, part: BuildPart): Promise<number | null> {
  if (!(await exists(stampPath(root, part)))) return null;
  const stamp = stampSchema.safeParse(JSON.parse(await readFile(stampPath(root, part), 'utf8')));
  return stamp.success ? stamp.data.startedAt : null;
}

/** When the newest file at or under a path was changed, in milliseconds. */
async function newest(path: string): Promise<number> {
  const entry = await stat(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  const times = (await readdir(path)).map((name) => newest(join(path, name)));
  // The folder's own time tells of files that were taken away.
  return Math.max(entry.mtimeMs, ...(await Promise.all(times)));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

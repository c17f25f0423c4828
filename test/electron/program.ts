import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { projectRoot } from '../helpers/projectRoot.ts';

/** Where the test runtime lies beside the project; absent on most machines. */
const runtimeTools = join(projectRoot, '..', 'shared', 'tools', 'electron');
const packaged = join(projectRoot, '.dist', 'linux-unpacked');
const forTests = join(projectRoot, '.dist', 'for-tests');
const addon = join('resources', 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds');

/** The packaged program's executable, exactly as it would be shipped. */
export const packagedProgram = join(packaged, 'throughline');

/** Every file of the packaged program's archive, with a slash in front. */
export function packagedFiles(): readonly string[] {
  return listPackage(join(packaged, 'resources', 'app.asar'), { isPack: false });
}

/**
 * Makes the program that the Electron suite drives: the packaged one, with two differences that the runtime forces.
 * Its addon is the one for that runtime's older Node, and the fuse that keeps debuggers out is set back, because
 * the driver comes in by it. Answers its path, or why there is none.
 */
export async function prepareElectronProgram(): Promise<{ program: string } | { missing: string }> {
  const named = process.env.ELECTRON_PROGRAM;
  if (named) return existsSync(named) ? { program: named } : { missing: `${named} is not there` };
  if (!existsSync(runtimeTools)) return { missing: 'there is no ../shared/tools/electron' };
  if (!existsSync(packagedProgram))
    return { missing: 'the program is not packaged; npm run package:test does it' };
  rmSync(forTests, { recursive: true, force: true });
  copyLinked(packaged, forTests);
  const overlay = readdirSync(runtimeTools).find((name) => name.endsWith('linux-x64.node'));
  if (!overlay) return { missing: 'the test runtime has no addon' };
  replace(join(runtimeTools, overlay), join(forTests, addon, 'linux-x64.node'));
  const program = join(forTests, 'throughline');
  replace(packagedProgram, program);
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  return { program };
}

/** A copy of a folder made of hard links: the runtime is hundreds of megabytes. */
function copyLinked(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const source = join(from, name);
    if (statSync(source).isDirectory()) copyLinked(source, join(to, name));
    else linkSync(source, join(to, name));
  }
}

function replace(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { force: true });
  cpSync(source, target);
}

/** Makes the test runtime and packages the program with it — not for shipping: it is an older Electron. */
export function packageForTests(): void {
  const runtime = execFileSync(join(runtimeTools, 'prepare.sh'), { encoding: 'utf8' }).trim();
  execFileSync(
    process.execPath,
    [
      join(projectRoot, 'node_modules', 'electron-builder', 'cli.js'),
      '--linux',
      'dir',
      `-c.electronDist=${runtime}`,
      '-c.npmRebuild=false',
    ],
    { cwd: projectRoot, stdio: 'inherit' },
  );
}

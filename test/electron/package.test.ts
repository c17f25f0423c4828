import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'vitest';
import { packagedFiles, packagedProgram } from './program.ts';

/** How the program's file spells a fuse that is on, and one that is off. */
const [on, off] = ['1', '0'].map((sign) => sign.charCodeAt(0));

test('the fuses of the program as shipped are set', async () => {
  const wire = await getCurrentFuseWire(packagedProgram);
  expect({
    runAsNode: wire[FuseV1Options.RunAsNode],
    nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
    cookieEncryption: wire[FuseV1Options.EnableCookieEncryption],
    asarIntegrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
    filePrivileges: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
  }).toEqual({
    runAsNode: off,
    nodeOptions: off,
    inspect: off,
    cookieEncryption: on,
    asarIntegrity: on,
    onlyAsar: on,
    filePrivileges: off,
  });
});

test('the archive holds the build and the packages with an addon, and nothing of the workshop', () => {
  const folders = new Set(packagedFiles().map((file) => file.split('/').slice(1, 3).join('/')));
  expect([...folders].sort()).toEqual([
    '.build',
    '.build/desktop',
    '.build/page',
    '.build/pictures',
    'node_modules',
    'node_modules/@napi-rs',
    'node_modules/better-sqlite3',
    'package.json',
  ]);
  expect(packagedFiles().filter((file) => /\.(ts|tsx|map)$/.test(file))).toEqual([]);
});

test('addons for one system lie beside the archive, and so does the sample', () => {
  const resources = join(packagedProgram, '..', 'resources');
  const beside = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' });
  expect(beside.filter((file) => file.endsWith('.node')).sort()).toEqual([
    join('node_modules', '@napi-rs', 'canvas-linux-x64-gnu', 'skia.linux-x64-gnu.node'),
    join('node_modules', 'better-sqlite3', 'prebuilds', 'linux-x64.node'),
  ]);
  expect(readdirSync(join(resources, 'samples'))).toContain('hhs-2012.json');
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { AppError, ErrorCode } from '../../shared/contract/result.ts';
import { errors } from '../../shared/text/catalogues/errors.ts';
import { label, type TestService } from '../contract/support.ts';
import { initiative } from '../db/support.ts';

/** Adds one initiative, whose description takes `bytes`. */
export const add = (test: TestService, id: string, bytes = 0) =>
  test.ok('records.change', { label, changes: [put(id, bytes)] });

/** A change that adds an initiative. */
export const put = (id: string, bytes = 0) => ({
  op: 'put' as const,
  table: 'initiative' as const,
  record: { ...initiative(id, { description: 'x'.repeat(bytes) }) },
});

/** The ids of all initiatives of the open portfolio. */
export const idsOf = async (test: TestService): Promise<readonly string[]> =>
  Object.keys((await test.ok('portfolio.current', {}))?.records.initiative ?? {});

/** The error has this code, and a sentence in each language. */
export function expectSaid(error: AppError, code: ErrorCode): void {
  expect(error).toMatchObject({ code });
  expect(errors.en[code]).toMatch(/\w.*\.$/);
  expect(errors['zh-CN'][code]).toMatch(/\p{Script=Han}/u);
}

/** A small disk of its own, or why there cannot be one here. */
export function smallDisk(megabytes: number): { readonly path: string; readonly drop: () => void } | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'mounting a small disk needs root on Linux';
  const path = mkdtempSync(join(tmpdir(), 'throughline-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'pipe' });
  } catch (error) {
    rmSync(path, { recursive: true });
    return `no small disk could be mounted: ${String(error).split('\n')[0]}`;
  }
  return {
    path,
    drop() {
      execFileSync('umount', ['-l', path]);
      rmSync(path, { recursive: true });
    },
  };
}

/** Fills a disk to its last byte; answers the file that does so. */
export function fill(folder: string): string {
  const path = join(folder, 'filler');
  for (const bytes of [1 << 20, 4096, 1]) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(bytes), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  return path;
}

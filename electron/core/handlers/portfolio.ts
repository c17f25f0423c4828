import { copyFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { sorted } from '../../../db/failures.ts';
import { damaged, inspectFile } from '../../../db/inspect.ts';
import { copyCleanly, extension } from '../../../db/portfolioFile.ts';
import type { OpenPortfolio } from '../../../shared/contract/methods.ts';
import { type ErrorCode, Failure } from '../../../shared/contract/result.ts';
import { newPortfolio } from '../../../shared/domain/defaults.ts';
import type { Handlers, ServiceContext } from '../context.ts';
import { freePath } from '../fileNames.ts';
import { replaceFile } from '../portfolioFiles.ts';
import { openSample } from '../sample.ts';

/** Codes of files that cannot be opened although they may be ours: a backup can stand in for them. */
const replaceable: readonly ErrorCode[] = ['damaged_file', 'not_a_portfolio', 'file_empty', 'file_missing'];

/** Opens a file; a refusal also says by which ref its backups can be asked for, and how many good ones there are. */
async function openAt(path: string, context: ServiceContext): Promise<OpenPortfolio> {
  try {
    return await context.session.open(path);
  } catch (error) {
    throw await withBackups(error, path, context);
  }
}

async function withBackups(
  error: unknown,
  path: string,
  { session, known }: ServiceContext,
): Promise<unknown> {
  if (!(error instanceof Failure) || !replaceable.includes(error.error.code)) return error;
  const backups = await session.backups.countGood(path);
  const { code } = error.error;
  const asItIs = code === 'damaged_file' || code === 'file_missing' || backups === 0;
  // A file that we made backups of is ours: when its first page is gone, it only looks like something else.
  const failure = asItIs ? error : damaged(path, error.message);
  return new Failure(failure.error.code, failure.message, {
    params: { ...failure.error.params, ref: known.refOf(path), backups, folder: dirname(path) },
    place: { file: basename(path) },
    cause: error,
  });
}

/** Opening, making, copying and rescuing portfolio files. */
export const portfolioHandlers = {
  'portfolio.current': (_input, { session }) => session.current(),
  'portfolio.list': (_input, { known }) => ({ files: [...known.list()] }),
  'portfolio.create': (input, { session }) =>
    session.create(
      freePath(session.portfolioFolder, input.name, extension),
      newPortfolio(input.name, input.currency),
    ),
  'portfolio.open': (input, context) => openAt(context.known.pathOf(input.ref), context),
  'portfolio.openChosen': async (input, context) => {
    const { files, session, options } = context;
    const chosen = files.require(input.file);
    if (options.host !== 'browser') return openAt(chosen.path, context);
    // What a browser sends is a copy already; it moves to where it stays after this session, once it proves sound.
    sorted(chosen.path, () => inspectFile(chosen.path));
    const path = freePath(session.portfolioFolder, basename(chosen.name, extension), extension);
    replaceFile(path, (part) => copyFileSync(chosen.path, part));
    return openAt(path, context);
  },
  'portfolio.openSample': (_input, context) => openSample(context),
  'portfolio.close': async (_input, { session }) => {
    await session.leave();
    return {};
  },
  'portfolio.discardNew': (_input, { session, known }) => {
    const path = session.openPath;
    if (path === null || !session.isUntouched()) return { discarded: false };
    session.discard();
    known.forget(path);
    return { discarded: true };
  },
  'portfolio.copy': async (_input, { session, files }) => {
    const suggestedName = basename(session.path());
    const { token, path } = files.make(suggestedName);
    await copyCleanly(session.reading(), path);
    return { file: token, suggestedName };
  },
  'portfolio.reopen': async (_input, context) => {
    const path = context.session.path();
    try {
      return await context.session.reopen();
    } catch (error) {
      throw await withBackups(error, path, context);
    }
  },
  'portfolio.showBackup': (input, { session }) => session.showBackup(input.backup),
  'portfolio.backups': async (input, { session, known }) => {
    const path = known.pathOf(input.ref);
    try {
      return { backups: [...(await session.backups.list(path))], problem: session.backups.problem };
    } catch (error) {
      if (!(error instanceof Failure) || error.error.code !== 'backups_unreadable') throw error;
      return { backups: [], problem: error.error };
    }
  },
  'portfolio.restoreBackup': async (input, context) => {
    const { session, known } = context;
    const path = known.pathOf(input.ref);
    const backup = session.backups.require(path, input.backup);
    if (session.openPath === path) await session.close();
    replaceFile(path, (part) => {
      copyFileSync(backup.path, part);
      // The copy is whole before the damaged file gives up its name.
      session.setAside(path);
    });
    return openAt(path, context);
  },
} satisfies Handlers<
  | 'portfolio.current'
  | 'portfolio.list'
  | 'portfolio.create'
  | 'portfolio.open'
  | 'portfolio.openChosen'
  | 'portfolio.openSample'
  | 'portfolio.close'
  | 'portfolio.discardNew'
  | 'portfolio.copy'
  | 'portfolio.backups'
  | 'portfolio.reopen'
  | 'portfolio.showBackup'
  | 'portfolio.restoreBackup'
>;

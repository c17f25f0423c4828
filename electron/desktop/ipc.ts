import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { type BrowserWindow, dialog, type IpcMain, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import type { ChosenFile } from '../../shared/contract/bridge.ts';
import { fileTokenSchema } from '../../shared/contract/methods.ts';
import { Failure, type Result } from '../../shared/contract/result.ts';
import { replaceFile, requireReplaceable } from '../core/portfolioFiles.ts';
import type { Service } from '../core/service.ts';
import { refusedToWrite, writes } from '../core/viewOnly.ts';
import { asResult } from './asResult.ts';
import { channels } from './channels.ts';
import { refuseSender } from './security.ts';

/** A window of ours and the service behind it. */
export interface Planner {
  readonly window: BrowserWindow;
  readonly service: Service;
  /** True for a window that is projected beside another one: it shows that one's portfolio and can write nothing. */
  readonly viewOnly?: boolean;
}

export interface IpcOptions {
  /** The window of ours with that web contents, or null. */
  readonly plannerOf: (webContentsId: number) => Planner | null;
  /** Opens the window that is projected beside this one. */
  readonly openProjected: (planner: Planner, session: string) => Promise<boolean>;
  /** Sentences of the native dialogs in the language now chosen. */
  readonly words: () => { readonly allFiles: string };
  /** Told every call that was answered, with its name. */
  readonly answered: (planner: Planner, method: string, result: Result<unknown>) => void;
  readonly log: (line: string) => void;
}

const acceptSchema = z.array(z.string().regex(/^\.[a-z0-9]{1,20}$/)).max(20);
const placeSchema = z.uuid();
const nameSchema = z.string().min(1).max(255);
const sessionSchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

/** Answers the preload's messages. A sender that is not our page is rejected and logged; failures are values. */
export function answerMessages(ipcMain: IpcMain, options: IpcOptions): void {
  const answer = (
    channel: string,
    reply: (planner: Planner, ...input: unknown[]) => Promise<Result<unknown>>,
  ): void =>
    ipcMain.handle(channel, (event, ...input: unknown[]) => reply(admit(event, channel, options), ...input));

  answer(channels.call, async (planner, method, input) => {
    const name = String(method);
    if (planner.viewOnly && writes(name)) return refusedToWrite(name);
    const result = await planner.service.dispatch(name, input);
    options.answered(planner, name, result);
    return result;
  });
  answer(channels.openProjected, (planner, session) =>
    asResult(async () => !planner.viewOnly && options.openProjected(planner, sessionSchema.parse(session))),
  );
  answer(channels.pickFile, (planner, accept) =>
    asResult(() => pickFile(planner, acceptSchema.parse(accept), options.words().allFiles)),
  );
  answer(channels.takeFile, (planner, path) => asResult(() => register(planner, z.string().parse(path))));
  const places = new Map<string, string>();
  answer(channels.choosePlace, (planner, name) =>
    asResult(async () => {
      const path = await askForPlace(planner, nameSchema.parse(name));
      if (path === null) return null;
      requireReplaceable(path);
      const place = randomUUID();
      places.set(place, path);
      return place;
    }),
  );
  answer(channels.saveFile, (planner, token, name, place) =>
    asResult(async () => {
      const file = planner.service.files.resolve(fileTokenSchema.parse(token));
      if (!file) throw new Failure('not_found', 'That file is no longer kept');
      const path =
        place === undefined
          ? await askForPlace(planner, nameSchema.parse(name))
          : takeFrom(places, placeSchema.parse(place));
      if (path === null) return null;
      replaceFile(path, (part) => copyFileSync(file.path, part));
      return { savedTo: path };
    }),
  );
}

function admit(event: IpcMainInvokeEvent, channel: string, options: IpcOptions): Planner {
  const planner = options.plannerOf(event.sender.id);
  const reason = refuseSender({ frame: event.senderFrame, known: planner !== null });
  if (planner && reason === null) return planner;
  options.log(`refused a message on ${channel}: ${reason}`);
  throw new Error('Refused');
}

async function pickFile(
  { window, service }: Planner,
  accept: readonly string[],
  allFiles: string,
): Promise<ChosenFile | null> {
  const extensions = accept.map((ending) => ending.slice(1));
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [
      ...(extensions.length > 0 ? [{ name: accept.join(' '), extensions }] : []),
      { name: allFiles, extensions: ['*'] },
    ],
  });
  const path = filePaths[0];
  return canceled || path === undefined ? null : register({ service }, path);
}

/** Makes a file on disk known to the service; throws a `Failure` where it is not a readable file. */
export async function register({ service }: Pick<Planner, 'service'>, path: string): Promise<ChosenFile> {
  const name = basename(path);
  const found = await stat(path).catch((cause: unknown) => {
    throw new Failure('file_missing', `${name} cannot be found`, { place: { file: name }, cause });
  });
  if (!found.isFile())
    throw new Failure('file_unreadable', `${name} is not a file`, { place: { file: name } });
  return { token: service.files.register(path, name), name, bytes: found.size };
}

/** Asks where to save a file; null when the person turns away. */
async function askForPlace({ window }: Planner, suggestedName: string): Promise<string | null> {
  const defaultPath = basename(suggestedName);
  const extension = extname(defaultPath).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath,
    ...(extension ? { filters: [{ name: `.${extension}`, extensions: [extension] }] } : {}),
  });
  return canceled || !filePath ? null : filePath;
}

/** The place that a token stands for, once. Throws `not_found` for one that was not chosen, or was used. */
function takeFrom(places: Map<string, string>, place: string): string {
  const path = places.get(place);
  if (path === undefined) throw new Failure('not_found', 'That place was not chosen, or was used already');
  places.delete(place);
  return path;
}

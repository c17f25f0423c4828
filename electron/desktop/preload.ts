import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import type { DesktopBridge } from '../../shared/contract/bridge.ts';
import type { EventName, MethodName } from '../../shared/contract/methods.ts';
import { channels } from './channels.ts';

/** Written in by the build from the contract, so that the preload carries no schemas. */
declare const METHOD_NAMES: readonly MethodName[];
declare const EVENT_NAMES: readonly EventName[];

/** The DOM's `File`, which only the page's types know. */
type PickedFile = Parameters<typeof webUtils.getPathForFile>[0];

const named = METHOD_NAMES.map((name) => [
  name,
  (input: unknown) => ipcRenderer.invoke(channels.call, name, input),
]);

/** Passes on the payload alone: the page never holds an event of Electron's. */
function listen(channel: string, hear: (...payload: unknown[]) => void): () => void {
  const pass = (_event: IpcRendererEvent, ...payload: unknown[]): void => hear(...payload);
  ipcRenderer.on(channel, pass);
  return () => ipcRenderer.off(channel, pass);
}

const bridge: DesktopBridge<PickedFile> = {
  methods: Object.fromEntries(named) as DesktopBridge<PickedFile>['methods'],
  on: (event, listener) => {
    if (!EVENT_NAMES.includes(event)) throw new Error(`No event ${String(event)}`);
    return listen(channels.event, (name, payload) => {
      if (name === event) listener(payload as Parameters<typeof listener>[0]);
    });
  },
  onCommand: (listener) => listen(channels.command, (id) => listener(String(id))),
  openProjected: (session) => ipcRenderer.invoke(channels.openProjected, session),
  pickFile: (accept) => ipcRenderer.invoke(channels.pickFile, accept),
  // The path comes from the picked file itself; page script has no way to name one.
  takeFile: (file) => ipcRenderer.invoke(channels.takeFile, webUtils.getPathForFile(file)),
  choosePlace: (suggestedName) => ipcRenderer.invoke(channels.choosePlace, suggestedName),
  saveFile: (token, suggestedName, place) =>
    ipcRenderer.invoke(channels.saveFile, token, suggestedName, place),
};

contextBridge.exposeInMainWorld('throughline', bridge);

import type { DesktopBridge } from '../../shared/contract/bridge.ts';
import type { Transport } from './transport.ts';
import { unwrap } from './unwrap.ts';

declare global {
  interface Window {
    /** Put there by the desktop host's preload; absent in an ordinary browser. */
    readonly throughline?: DesktopBridge<File>;
  }
}

/** Carries calls over the desktop host's preload. File functions throw a `Failure` when the host refuses. */
export function bridgeTransport(bridge: DesktopBridge<File>): Transport {
  return {
    call: (method, input) => bridge.methods[method](input),
    on: (event, listener) => bridge.on(event, listener),
    pickFile: async (accept) => unwrap(await bridge.pickFile(accept)),
    takeFile: async (file) => unwrap(await bridge.takeFile(file)),
    choosePlace: async (suggestedName) => unwrap(await bridge.choosePlace(suggestedName)),
    saveFile: async (token, suggestedName, place) =>
      unwrap(await bridge.saveFile(token, suggestedName, place)),
    openProjected: async (session) => unwrap(await bridge.openProjected(session)),
    onCommand: (listener) => bridge.onCommand(listener),
  };
}

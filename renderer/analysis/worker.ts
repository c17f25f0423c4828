import { Engine, type FromEngine, type ToEngine } from './engine.ts';
import { giveWay } from './giveWay.ts';

/** The little of a worker's scope that is needed; the page's types do not know a worker's. */
const scope = globalThis as unknown as {
  postMessage: (message: FromEngine) => void;
  onmessage: ((event: MessageEvent<ToEngine>) => void) | null;
};

const engine = new Engine(
  (message) => scope.postMessage(message),
  () => new Promise((resolve) => giveWay(resolve, 'user-visible')),
);
scope.onmessage = (event) => engine.receive(event.data);

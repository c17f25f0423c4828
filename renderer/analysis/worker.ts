import { Engine, type FromEngine, type ToEngine } from './engine.ts';

/** The little of a worker's scope that is needed; the page's types do not know a worker's. */
const scope = globalThis as unknown as {
  postMessage: (message: FromEngine) => void;
  onmessage: ((event: MessageEvent<ToEngine>) => void) | null;
};

const engine = new Engine(
  (message) => scope.postMessage(message),
  () => new Promise((resolve) => setTimeout(resolve, 0)),
);
scope.onmessage = (event) => engine.receive(event.data);

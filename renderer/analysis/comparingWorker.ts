import { Comparer, type FromComparer, type ToComparer } from './comparing.ts';
import { giveWay } from './giveWay.ts';

/** The little of a worker's scope that is needed; the page's types do not know a worker's. */
const scope = globalThis as unknown as {
  postMessage: (message: FromComparer) => void;
  onmessage: ((event: MessageEvent<ToComparer>) => void) | null;
};

const comparer = new Comparer(
  (message) => scope.postMessage(message),
  () => new Promise((resolve) => giveWay(resolve, 'user-visible')),
);
scope.onmessage = (event) => comparer.receive(event.data);

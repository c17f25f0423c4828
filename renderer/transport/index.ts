import { bridgeTransport } from './bridge.ts';
import { httpTransport } from './http.ts';
import type { Transport } from './transport.ts';

/** The transport of the host that shows this page: the desktop's bridge where there is one, else http. */
export const transport: Transport = window.throughline
  ? bridgeTransport(window.throughline)
  : httpTransport();

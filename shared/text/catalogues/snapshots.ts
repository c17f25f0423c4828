import { area } from '../area.ts';

export const snapshots = area({ en: {}, zh: {} });

import { area } from '../area.ts';

export const flow = area({ en: {}, zh: {} });

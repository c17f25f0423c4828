import { area } from '../area.ts';

export const initiatives = area({ en: {}, zh: {} });

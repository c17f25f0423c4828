import { area } from '../area.ts';

export const coverage = area({ en: {}, zh: {} });

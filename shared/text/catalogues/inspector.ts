import { area } from '../area.ts';

export const inspector = area({ en: {}, zh: {} });

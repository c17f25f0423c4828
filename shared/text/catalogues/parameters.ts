import { area } from '../area.ts';

export const parameters = area({ en: {}, zh: {} });

import { area } from '../area.ts';

export const importing = area({ en: {}, zh: {} });

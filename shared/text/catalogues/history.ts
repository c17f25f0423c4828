import { area } from '../area.ts';

export const history = area({ en: {}, zh: {} });

import { area } from '../area.ts';

export const exporting = area({ en: {}, zh: {} });

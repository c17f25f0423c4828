import { area } from '../area.ts';

export const receipts = area({ en: {}, zh: {} });

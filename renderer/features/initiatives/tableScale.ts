import type { Preferences } from '../../../shared/contract/methods.ts';

/** By how much lines and columns grow with the letters of a theme. */
export const tableScale = (theme: Preferences['theme']): number => (theme === 'projector' ? 1.3 : 1);

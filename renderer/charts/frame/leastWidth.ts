/**
 * What most layouts are at least wide, in their own px: less leaves no room for names beside a picture. Larger types
 * enlarge a chart only as far as so much of it still fits.
 */
export const LEAST_WIDTH = 520;

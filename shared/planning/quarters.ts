/** Calendar quarters written `YYYY-Qn`, whatever the fiscal year. */

const indexOf = (quarter: string): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
const quarterAt = (index: number): string => `${Math.floor(index / 4)}-Q${(((index % 4) + 4) % 4) + 1}`;

/** The calendar quarter of an ISO day. */
export const quarterOfDay = (isoDay: string): string =>
  quarterAt(Number(isoDay.slice(0, 4)) * 4 + Math.floor((Number(isoDay.slice(5, 7)) - 1) / 3));

/** The quarter that lies a number of quarters later, or earlier where it is negative. */
export const quarterLater = (quarter: string, by: number): string => quarterAt(indexOf(quarter) + by);

/** How many quarters later the second one lies; negative where it is earlier. */
export const quartersBetween = (from: string, to: string): number => indexOf(to) - indexOf(from);

/** A run of quarters from the first one on. */
export const quartersFrom = (first: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => quarterLater(first, at));

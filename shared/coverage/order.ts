/** A number to sort by: 12 digits, so that a rounding difference of the last bit never decides a rank. */
export const sortKey = (value: number): number => Number(value.toPrecision(12));

/** Whether a metric of that unit is counted in money, so that its readings are amounts: `$`, `million EUR`. */
export const countedInMoney = (unit: string, currency: string): boolean =>
  /\p{Sc}/u.test(unit) || unit.toUpperCase().includes(currency);

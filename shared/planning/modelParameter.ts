import { initiativeInput, settingsOf } from '../analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { PARAMETERS, type ParameterId } from '../model/parameterTable.ts';

/**
 * The number of a model parameter that holds for an initiative: its own, else what its records show, else the
 * portfolio's, else the default of MODEL.md 2.2. Only for parameters that are numbers.
 */
export function effectiveParameter(records: PortfolioRecords, id: string, parameter: ParameterId): number {
  const own = initiativeInput(records, id).input?.params?.[parameter];
  const set =
    own ??
    records.initiative[id]?.parameters[parameter]?.value ??
    settingsOf(records).parameters[parameter]?.value ??
    PARAMETERS.find((each) => each.id === parameter)?.default;
  if (typeof set !== 'number') throw new Error(`${parameter} is not a number`);
  return set;
}

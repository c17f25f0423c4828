import type { Initiative, ParameterSetting, Portfolio } from '../../../shared/domain/records.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { change } from '../../state/service.ts';
import type { ParameterValue } from './parameterValue.ts';

function setting(value: ParameterValue): ParameterSetting {
  return {
    value: typeof value === 'object' ? [...value] : value,
    by: usePreferences.getState().userName,
    at: new Date().toISOString(),
  };
}

const without = <T>(values: Readonly<Record<string, T>>, id: string): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => key !== id));

/** Sets a parameter for the whole portfolio, or with null lets the default rule again; one undoable step. */
export function setPortfolioParameter(
  portfolio: Portfolio,
  id: string,
  value: ParameterValue | null,
): Promise<boolean> {
  const parameters =
    value === null ? without(portfolio.parameters, id) : { ...portfolio.parameters, [id]: setting(value) };
  return change(value === null ? 'parameter.reset' : 'parameter.set', { parameter: id }, [
    { op: 'patch', table: 'portfolio', id: 'portfolio', values: { parameters } },
  ]);
}

/** Sets a parameter for one initiative, or with null lets it follow the portfolio; one undoable step. */
export function setInitiativeParameter(
  initiative: Initiative,
  id: string,
  value: ParameterValue | null,
): Promise<boolean> {
  const parameters =
    value === null ? without(initiative.parameters, id) : { ...initiative.parameters, [id]: setting(value) };
  return change(
    value === null ? 'parameter.resetFor' : 'parameter.setFor',
    { parameter: id, name: initiative.name },
    [{ op: 'patch', table: 'initiative', id: initiative.id, values: { parameters } }],
  );
}

/** Changes a setting of the portfolio; one undoable step. */
export function setPortfolioSetting(field: keyof Portfolio, value: string | number | null): Promise<boolean> {
  return change('portfolio.setting', { setting: field }, [
    { op: 'patch', table: 'portfolio', id: 'portfolio', values: { [field]: value } },
  ]);
}

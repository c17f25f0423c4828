import { focusField } from '../flow/focusField.ts';
import { useParametersPage } from './parametersStore.ts';

/** Brings a parameter of the portfolio onto the screen and gives it the keyboard. */
export function focusParameter(id: string): void {
  useParametersPage.setState({ tab: 'parameters', search: '', changedOnly: false });
  focusField(`parameter.${id}`);
}

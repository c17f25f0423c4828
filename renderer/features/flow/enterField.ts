import { useView } from '../../state/viewStore.ts';
import { focusField } from './focusField.ts';

/**
 * Leads the person to where a missing fact is entered: a portfolio setting in the parameters, anything of an
 * initiative in its inspector. `field` is `portfolio.field`, `initiative.field` or `phase.id.field`.
 */
export function enterField(initiativeId: string, field: string): void {
  const view = useView.getState();
  const [table = '', ...rest] = field.split('.');
  if (table === 'portfolio') {
    view.go('parameters');
    focusField(field);
    return;
  }
  view.go('initiatives');
  view.select({ kind: 'initiative', id: initiativeId });
  view.set({ inspectorOpen: true });
  focusField(table === 'phase' || rest[0] === 'phases' ? 'phases' : (rest.at(-1) ?? field));
}

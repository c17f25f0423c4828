import i18next from 'i18next';
import type { inspector } from '../../../shared/text/catalogues/inspector.ts';
import { useView } from '../../state/viewStore.ts';
import { type SectionId, useSections } from '../inspector/sectionStore.ts';
import { focusField, focusWhenThere } from './focusField.ts';

type InspectorKey = keyof (typeof inspector)['en'];

/** Where the inspector asks for a field of an initiative: the section, and the field's label where it has one. */
const places: Readonly<Record<string, { readonly section: SectionId; readonly label?: InspectorKey }>> = {
  startDate: { section: 'facts', label: 'startDate' },
  endDate: { section: 'facts', label: 'endDate' },
  teamId: { section: 'facts', label: 'team' },
  budget: { section: 'money', label: 'budget' },
  valuePerMonth: { section: 'money', label: 'valuePerMonth' },
  teamPeople: { section: 'staffing', label: 'people' },
  teamAllocation: { section: 'staffing', label: 'allocation' },
  teamParallel: { section: 'staffing', label: 'parallel' },
  teamDayRate: { section: 'staffing' },
  scopePersonDays: { section: 'staffing', label: 'scopePersonDays' },
  phases: { section: 'phases' },
  releases: { section: 'releases' },
  pressRelease: { section: 'pressRelease' },
  outcomes: { section: 'outcomes' },
  capabilities: { section: 'capabilities' },
  overhead: { section: 'overhead' },
  parameters: { section: 'parameters' },
};

/**
 * Leads the person to where a missing fact is entered, with a way back: a portfolio setting in the parameters, anything
 * of an initiative in its inspector. `field` is `portfolio.field`, `initiative.field` or `phase.id.field`.
 */
export function enterField(initiativeId: string, field: string): void {
  const view = useView.getState();
  const [table = '', ...rest] = field.split('.');
  if (table === 'portfolio') {
    view.lead('parameters');
    focusField(field);
    return;
  }
  view.lead('initiatives');
  view.select({ kind: 'initiative', id: initiativeId });
  view.set({ inspectorOpen: true });
  const place = table === 'phase' ? places.phases : places[rest[0] ?? ''];
  if (!place) return;
  const { section, label } = place;
  useSections.setState(({ open }) => ({ open: { ...open, [section]: true } }));
  focusWhenThere(() => {
    const pane = document.querySelector('aside');
    if (!pane) return null;
    if (label !== undefined) {
      const text = String(i18next.t(label as never, { ns: 'inspector' } as never));
      const labels = Array.from(pane.querySelectorAll('label'));
      return labels.find((each) => each.textContent?.trim() === text)?.control ?? null;
    }
    const title = i18next.t(`section.${section}`, { ns: 'inspector' });
    const toggles = Array.from(pane.querySelectorAll<HTMLElement>('button[aria-controls]'));
    const toggle = toggles.find((each) => each.textContent?.trim().startsWith(title));
    const controlled = toggle?.getAttribute('aria-controls');
    const body = controlled ? document.getElementById(controlled) : null;
    return body?.querySelector<HTMLElement>('input, select, textarea, button') ?? toggle ?? null;
  });
}

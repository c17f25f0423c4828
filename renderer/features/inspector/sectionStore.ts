import { create } from 'zustand';
import { remember } from '../../state/viewMemory.ts';

const sectionIds = [
  'facts',
  'pressRelease',
  'money',
  'staffing',
  'phases',
  'handoffs',
  'releases',
  'tranches',
  'outcomes',
  'capabilities',
  'partners',
  'dependencies',
  'overhead',
  'extra',
  'parameters',
] as const;
export type SectionId = (typeof sectionIds)[number];

interface SectionState {
  readonly open: Readonly<Record<SectionId, boolean>>;
  readonly toggle: (id: SectionId) => void;
}

/** Which sections of the inspector are unfolded; remembered per portfolio. */
export const useSections = create<SectionState>()((set) => ({
  open: {
    facts: true,
    pressRelease: false,
    money: true,
    staffing: false,
    phases: true,
    handoffs: true,
    releases: true,
    tranches: true,
    outcomes: true,
    capabilities: true,
    partners: false,
    dependencies: false,
    overhead: false,
    extra: false,
    parameters: false,
  },
  toggle: (id) => set(({ open }) => ({ open: { ...open, [id]: !open[id] } })),
}));

remember('inspector', {
  memory: () => useSections.getState().open,
  recall: (memory) =>
    useSections.setState(({ open }) => ({
      open: Object.fromEntries(
        sectionIds.map((id) => {
          const stored: unknown = (memory as Partial<Record<SectionId, unknown>>)[id];
          return [id, typeof stored === 'boolean' ? stored : open[id]];
        }),
      ) as Record<SectionId, boolean>,
    })),
  reset: () => useSections.setState(useSections.getInitialState()),
  subscribe: (heard) => useSections.subscribe(heard),
});

import { create } from 'zustand';

interface ParametersPage {
  readonly tab: 'parameters' | 'sensitivity' | 'evidence';
  readonly search: string;
  readonly changedOnly: boolean;
}

/** What the parameters view shows. */
export const useParametersPage = create<ParametersPage>()(() => ({
  tab: 'parameters',
  search: '',
  changedOnly: false,
}));

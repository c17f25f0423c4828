import { useView } from '../../state/viewStore.ts';
import { useDirectory } from '../directory/directoryStore.ts';

/** Goes to where teams are entered. */
export function showTeams(): void {
  useDirectory.getState().show('teams');
  useView.getState().lead('directory');
}

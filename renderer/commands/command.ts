import type { shell } from '../../shared/text/catalogues/shell.ts';
import { selectedInitiative } from '../state/initiativeActions.ts';
import type { Refusal } from '../state/noticeStore.ts';
import { usePortfolio } from '../state/portfolioStore.ts';
import type { Shortcut } from './shortcuts.ts';

type ShellKey = keyof (typeof shell)['en'];
export type CommandGroup = 'portfolio' | 'edit' | 'view' | 'initiative' | 'present' | 'app';

/** Something a person can do: menus, palette, keys and buttons all read it from one list. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: Extract<ShellKey, `command.${string}`>;
  /** The first one is shown. */
  readonly shortcuts: readonly Shortcut[];
  /** Whether its keys also work in a field: always, never, or `kept`: until something is typed that is not kept yet. */
  readonly inFields: boolean | 'kept';
  /** Where its keys mean it: at the desk, while a room is presented to, or both. */
  readonly where: 'desk' | 'present' | 'both';
  /** Why it cannot be run now, or null where it can. */
  readonly refusal: () => Refusal | null;
  readonly run: () => void;
}

/** Makes a command; by itself its keys work in fields too, and at the desk. */
export function command(
  id: string,
  group: CommandGroup,
  label: Command['label'],
  shortcuts: readonly Shortcut[],
  refusal: Command['refusal'],
  run: () => void,
  inFields: Command['inFields'] = true,
  where: Command['where'] = 'desk',
): Command {
  return { id, group, label, shortcuts, inFields, where, refusal, run };
}

/** Refuses nothing. */
export const always = (): Refusal | null => null;

/** Wants a portfolio to be open. */
export const opened = (): Refusal | null =>
  usePortfolio.getState().records === null ? 'cannot.closed' : null;

/** Wants a portfolio that can be written. */
export const writable = (): Refusal | null =>
  opened() ?? (usePortfolio.getState().file?.readOnly ? 'cannot.readOnly' : null);

/** Wants that what is shown can be changed: no snapshot is looked at. */
export const changeable = (): Refusal | null =>
  writable() ?? (usePortfolio.getState().looking.kind === 'snapshot' ? 'cannot.snapshot' : null);

/** Wants an initiative to be selected, and that it can be changed. */
export const withInitiative = (): Refusal | null =>
  changeable() ?? (selectedInitiative() === null ? 'cannot.noInitiative' : null);

import { MoreHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { Button } from '../Button.tsx';
import { MenuPopover } from '../Menu.tsx';

/** What can be done with one row of a grid, behind a button at its end; Shift and F10 open it too. */
export function GridRowMenu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <MenuTrigger>
      <Button look="quiet" icon excludeFromTabOrder data-row-menu aria-label={label}>
        <MoreHorizontal size={15} aria-hidden />
      </Button>
      <MenuPopover label={label}>{children}</MenuPopover>
    </MenuTrigger>
  );
}

/** Opens the menu of the row with that key; nothing where it has none. */
export const openRowMenu = (grid: Element | null, key: string): void =>
  grid?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] [data-row-menu]`)?.click();

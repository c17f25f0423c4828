import { useLayoutEffect } from 'react';

let open = 0;

/** Whether a dialog lies over the page: what is under it must not be changed by a key. */
export const isDialogOpen = (): boolean => open > 0;

/** Counts the caller as an open dialog as long as it is drawn. */
export function useOpenDialog(): void {
  useLayoutEffect(() => {
    open += 1;
    return () => {
      open -= 1;
    };
  }, []);
}

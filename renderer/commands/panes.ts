/**
 * What can take the keyboard at the beginning of a region. Tab passes over choices beside the one that is made, and so
 * does this; the handle that moves the edge of a region is no part of it.
 */
const beginning =
  ':is(button, input, select):not([disabled], [tabindex="-1"]), [tabindex="0"]:not([role=separator])';
/** A table takes the keyboard where its cursor is, the navigation where the view is. */
const place = ':is([role=grid], [role=treegrid]) [tabindex="0"], button[aria-current]';

/** Takes the keyboard from the navigation to the view, its own lists, the inspector and round again. */
export function toNextPane(): void {
  const panes = Array.from(document.querySelectorAll<HTMLElement>('nav, main, aside'));
  // A view's own list lies within the view: the innermost region is where the keyboard is.
  const here = panes.findLastIndex((pane) => pane.contains(document.activeElement));
  // A region that has the keyboard as a whole, as a view has that was just chosen, is still to be entered.
  const first = here >= 0 && panes[here] === document.activeElement ? 0 : 1;
  for (let step = first; step < panes.length + first; step += 1) {
    const pane = panes[(here + step) % panes.length];
    if (pane && takesKeyboard(pane)) return;
  }
}

/** Gives a region the keyboard; false where nothing in it can take it. One that is still coming takes it as a whole. */
function takesKeyboard(pane: HTMLElement): boolean {
  const own = (selector: string): HTMLElement | undefined =>
    Array.from(pane.querySelectorAll<HTMLElement>(selector)).find(
      (each) => each.closest('nav, main, aside') === pane,
    );
  const first = own(place) ?? own(beginning);
  if (!first && pane.querySelector('[aria-busy=true]')) return takesWhole(pane);
  first?.focus();
  return first !== undefined && document.activeElement === first;
}

/** Gives a region the keyboard as a whole; false where it cannot take it. */
export function takesWhole(pane: HTMLElement): boolean {
  if (document.activeElement === pane) return true;
  // Only while it holds the keyboard: a click beside its controls must not take it.
  pane.tabIndex = -1;
  pane.addEventListener('blur', () => pane.removeAttribute('tabindex'), { once: true });
  pane.focus({ preventScroll: true });
  return document.activeElement === pane;
}

import { useView, type ViewState, viewIds } from './viewStore.ts';

/** A part of the screen that is remembered per portfolio. What `recall` gets was written by `memory`, perhaps long ago. */
export interface Remembered {
  readonly memory: () => object;
  readonly recall: (memory: object) => void;
  readonly reset: () => void;
  readonly subscribe: (heard: () => void) => () => void;
  /** What is searched for in it: it decides what is shown, and is forgotten when the portfolio is left. */
  readonly search?: { readonly read: () => string; readonly write: (search: string) => void };
}

const parts = new Map<string, Remembered>();
/** What waits for a part whose module is not loaded yet. */
let waiting: Readonly<Record<string, object>> = {};
let active: { readonly ref: string; readonly stored: Readonly<Record<string, object>> } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

const keyOf = (ref: string): string => `throughline.view.${ref}`;

/** Has a part remembered from now on; call once, when its module loads. */
export function remember(name: string, part: Remembered): void {
  parts.set(name, part);
  part.subscribe(saveSoon);
  const stored = waiting[name] ?? active?.stored[name];
  if (stored) restore(part, stored);
}

function restore(part: Remembered, state: { readonly search?: unknown }): void {
  part.recall(state);
  part.search?.write(typeof state.search === 'string' ? state.search : '');
}

/** What every part shows now, by its name: what it remembers, and its search. */
export function partsState(): Readonly<Record<string, object>> {
  const shown = [...parts].map(([name, part]) => [
    name,
    part.search ? { ...part.memory(), search: part.search.read() } : part.memory(),
  ]);
  return { ...waiting, ...Object.fromEntries(shown) };
}

/** Puts the named parts to a state that `partsState` gave; a part that is loaded later hears it then. Others stay. */
export function restoreParts(states: Readonly<Record<string, object>>): void {
  const known = Object.entries(states).filter(([, state]) => typeof state === 'object' && state !== null);
  waiting = Object.fromEntries(known.filter(([name]) => !parts.has(name)));
  for (const [name, state] of known) {
    const part = parts.get(name);
    if (part) restore(part, state);
  }
}

let keeps = true;
/** Has this window remember nothing from now on: it only follows another one, which remembers for both. */
export function keepNothing(): void {
  keeps = false;
}

/** Puts the screen back to how this portfolio was left; what was `interrupted` counts more than what the browser remembers. */
export function startMemory(ref: string, interrupted: Readonly<Record<string, object>> | null = null): void {
  if (!keeps) return;
  // What is shown still belongs to the portfolio that is left.
  if (active?.ref !== ref) writeNow();
  const stored = interrupted ?? read(ref);
  active = null;
  waiting = {};
  for (const [name, part] of parts) {
    part.reset();
    const memory = stored[name];
    if (memory) restore(part, memory);
  }
  active = { ref, stored };
}

const listeners = new Set<() => void>();
/** Hears of every change of a remembered part; answers the function that stops listening. */
export function onPartsChange(heard: () => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}

function saveSoon(): void {
  for (const heard of listeners) heard();
  if (!active) return;
  clearTimeout(timer);
  timer = setTimeout(writeNow, 300);
}

/** Has what still waits to be remembered written when the page is left or put out of sight, as it may not come back. */
export function saveOnLeaving(): void {
  window.addEventListener('pagehide', writeNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') writeNow();
  });
}

function read(ref: string): Readonly<Record<string, object>> {
  const text = localStorage.getItem(keyOf(ref));
  if (!text) return {};
  try {
    const stored: unknown = JSON.parse(text);
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, object>) : {};
  } catch {
    // Somebody else's text under our key: forgetting it loses only how the screen was arranged.
    localStorage.removeItem(keyOf(ref));
    return {};
  }
}

function writeNow(): void {
  if (timer === undefined || !active) return;
  clearTimeout(timer);
  timer = undefined;
  const stored = Object.fromEntries([...parts].map(([name, part]) => [name, part.memory()]));
  try {
    localStorage.setItem(keyOf(active.ref), JSON.stringify(stored));
  } catch (cause) {
    console.info('how the screen is arranged could not be remembered', cause);
  }
}

const rememberedOfView = [
  'view',
  'selection',
  'flowInitiativeId',
  'flowMode',
  'coverageView',
  'inspectorOpen',
  'inspectorWidth',
] as const satisfies readonly (keyof ViewState)[];

remember('view', {
  memory: () => {
    const state = useView.getState();
    return Object.fromEntries(rememberedOfView.map((key) => [key, state[key]]));
  },
  recall: (memory) => {
    const known = Object.fromEntries(
      Object.entries(memory).filter(([key]) => rememberedOfView.some((each) => each === key)),
    ) as Partial<ViewState>;
    const view = viewIds.find((id) => id === known.view) ?? 'initiatives';
    useView.setState({ ...known, view });
  },
  reset: () => useView.setState(useView.getInitialState()),
  subscribe: (heard) => useView.subscribe(heard),
});

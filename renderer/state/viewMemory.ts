import { type TableMemory, useTable } from './tableStore.ts';
import { useView, type ViewState, viewIds } from './viewStore.ts';

const remembered = [
  'view',
  'selection',
  'flowInitiativeId',
  'flowMode',
  'coverageView',
  'inspectorOpen',
  'inspectorWidth',
] as const satisfies readonly (keyof ViewState)[];

interface Memory {
  readonly view: Partial<Pick<ViewState, (typeof remembered)[number]>>;
  readonly table: Partial<TableMemory>;
}

const keyOf = (ref: string): string => `throughline.view.${ref}`;
let stop: (() => void) | null = null;

/** Puts the views back to how this portfolio was left, and remembers them from now on. */
export function startMemory(ref: string): void {
  stop?.();
  useView.setState(useView.getInitialState());
  useTable.setState(useTable.getInitialState());
  const memory = readMemory(ref);
  if (memory) {
    const view = memory.view.view;
    useView.setState({ ...memory.view, view: view && viewIds.includes(view) ? view : 'initiatives' });
    useTable.getState().recall(memory.table);
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => writeMemory(ref), 300);
  };
  const stops = [useView.subscribe(save), useTable.subscribe(save)];
  stop = () => {
    clearTimeout(timer);
    for (const each of stops) each();
  };
}

function readMemory(ref: string): Memory | null {
  const text = localStorage.getItem(keyOf(ref));
  if (!text) return null;
  try {
    const memory = JSON.parse(text) as Partial<Memory>;
    return { view: memory.view ?? {}, table: memory.table ?? {} };
  } catch {
    // Somebody else's text under our key: forgetting it loses only how the screen was arranged.
    localStorage.removeItem(keyOf(ref));
    return null;
  }
}

function writeMemory(ref: string): void {
  const view = useView.getState();
  const memory: Memory = {
    view: Object.fromEntries(remembered.map((key) => [key, view[key]])) as Memory['view'],
    table: useTable.getState().memory(),
  };
  try {
    localStorage.setItem(keyOf(ref), JSON.stringify(memory));
  } catch (cause) {
    console.info('the view could not be remembered', cause);
  }
}

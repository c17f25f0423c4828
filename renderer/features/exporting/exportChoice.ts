import { z } from 'zod';
import { create } from 'zustand';
import {
  type ExportFormat,
  exportFormats,
  type PageId,
  pageIds,
  pageSizes,
  reportThemes,
  usualPages,
} from '../../../shared/report/options.ts';
import { languages } from '../../../shared/text/area.ts';
import type { ViewId } from '../../state/viewStore.ts';

const KEY = 'throughline.export';

/** What was chosen last, for every portfolio; language and theme are those of the page until somebody chooses others. */
const choiceSchema = z.object({
  formats: z.array(z.enum(exportFormats)),
  pages: z.array(z.enum(pageIds)),
  language: z.enum(languages).nullable(),
  theme: z.enum(reportThemes).nullable(),
  pageSize: z.enum(pageSizes),
  amounts: z.enum(['shown', 'hidden']),
  names: z.enum(['shown', 'hidden']),
});
export type ExportChoice = Readonly<z.infer<typeof choiceSchema>>;

const usual: ExportChoice = {
  formats: ['pptx'],
  pages: [...usualPages],
  language: null,
  theme: null,
  pageSize: '16:9',
  amounts: 'shown',
  names: 'shown',
};

function remembered(): ExportChoice {
  const text = localStorage.getItem(KEY);
  if (text === null) return usual;
  try {
    const read = choiceSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : usual;
  } catch {
    // Somebody else's text under our key: only what was chosen last is lost.
    return usual;
  }
}

/** The choice of the export dialog, remembered from one export to the next. */
export const useExportChoice = create<
  ExportChoice & { readonly set: (values: Partial<ExportChoice>) => void }
>()((set) => ({ ...remembered(), set }));

/** Keeps the choice for the next time. */
export function rememberChoice(): void {
  const { set: _, ...choice } = useExportChoice.getState();
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch (cause) {
    console.info('what was chosen for an export could not be remembered', cause);
  }
}

/**
 * The pages that show what a view shows; none for a view that no page stands for, and none for the list of initiatives:
 * who exports where the program opens wants the whole report.
 */
export function pagesOfView(view: ViewId): readonly PageId[] {
  switch (view) {
    case 'timeline':
    case 'flow':
    case 'handoffs':
    case 'carry':
    case 'partners':
    case 'wastes':
    case 'decisions':
    case 'rankings':
    case 'outcomes':
    case 'guardrails':
    case 'directory':
    case 'overhead':
    case 'snapshots':
    case 'history':
      return [view];
    case 'map':
      return ['map', 'cadence'];
    case 'parameters':
      return ['parameters', 'sensitivity', 'evidence'];
    case 'scenarios':
      return ['comparison'];
    case 'coverage':
      return ['capabilities', 'coverage', 'findings'];
    case 'capabilities':
      return ['capabilities'];
    default:
      return [];
  }
}

/** The list with the entry put in or taken out, in the order of `all`. */
export const toggled = <T extends string>(all: readonly T[], list: readonly T[], entry: T): T[] =>
  all.filter((each) => (each === entry ? !list.includes(each) : list.includes(each)));

export const allFormats: readonly ExportFormat[] = exportFormats;

import type { Language } from './area.ts';
import { common } from './catalogues/common.ts';
import { receipts } from './catalogues/receipts.ts';
import { filled } from './filled.ts';

type Words = Readonly<Record<string, string>>;

/** An id that nobody gave words. */
export const readable = (id: string): string => id.replaceAll('_', ' ');

/** The name of a figure of the model such as `project.waste.handoffs.pd`, without its mode. */
export function figureNameIn(figure: string, language: Language): string {
  const words: Words = receipts[language];
  const terms: Words = common[language];
  const nameOf = (id: string): string => figureNameIn(id, language);
  const [of = '', ...rest] = figure.split('.');
  if (of === 'montecarlo') {
    const statistic = words[`statistic.${rest.at(-1)}`];
    if (statistic === undefined) return nameOf(`project.${rest.slice(1).join('.')}`);
    return filled(words['figure.simulated'] ?? figure, {
      figure: nameOf(rest.slice(0, -1).join('.')),
      statistic,
    });
  }
  if (of === 'delta')
    return filled(words['figure.delta'] ?? figure, { figure: nameOf(`project.${rest.join('.')}`) });
  const path = of === 'project' || of === 'product' ? rest : [of, ...rest];
  if (path[0] === 'waste')
    return filled(words['figure.waste'] ?? figure, {
      category: terms[`waste.${path[1]}`] ?? readable(path[1] ?? ''),
      kind: words[`kind.${path[2]}`] ?? '',
    });
  return words[`figure.${path.join('.')}`] ?? readable(path.join(' '));
}

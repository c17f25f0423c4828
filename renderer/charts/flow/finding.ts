import { shortName } from '../frame/shortName.ts';
import type { FlowSpeech } from './describe.ts';
import type { FlowData } from './flowData.ts';

/** What the flow of an initiative says: when each mode first reaches customers, and which one it is run in. */
export function flowFinding(
  data: FlowData,
  { say, figures, name }: Pick<FlowSpeech, 'say' | 'figures' | 'name'>,
): { readonly title: string; readonly subtitle: string } {
  const project = data.project.releaseMonth;
  const product = data.product.releases[0]?.month ?? null;
  const both = project !== null && project <= data.horizon && product !== null && product <= data.horizon;
  return {
    title: both
      ? say('title.product', {
          name: shortName(name),
          product: figures.number(product, 1),
          project: figures.number(project, 1),
        })
      : say('title.neither', { name: shortName(name) }),
    subtitle: say(`subtitle.${data.mode}`, { months: data.horizon }),
  };
}

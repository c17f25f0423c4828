import { countAs } from '../../../shared/text/format.ts';
import { shortName } from '../frame/shortName.ts';
import type { FlowSpeech } from './describe.ts';
import type { FlowData } from './flowData.ts';

/** What the flow of an initiative says: when each mode first reaches customers, and which one it is run in. */
export function flowFinding(
  data: FlowData,
  { say, figures, name }: Pick<FlowSpeech, 'say' | 'figures' | 'name'>,
): { readonly title: string; readonly subtitle: string } {
  const project = within(data.project.releaseMonth, data.horizon);
  const product = within(data.product.releases[0]?.month ?? null, data.horizon);
  const key =
    product === null
      ? project === null
        ? 'title.neither'
        : 'title.projectOnly'
      : project === null
        ? 'title.productOnly'
        : 'title.product';
  const months = (month: number | null): string => (month === null ? '' : figures.number(month, 1));
  return {
    title: say(key, {
      name: shortName(name),
      count: countAs(months(product ?? project)),
      product: months(product),
      project: months(project),
      months: data.horizon,
    }),
    subtitle: say(`subtitle.${data.mode}`, { months: data.horizon }),
  };
}

/** A month that the picture shows; null for one beyond it. */
const within = (month: number | null, horizon: number): number | null =>
  month !== null && month <= horizon ? month : null;

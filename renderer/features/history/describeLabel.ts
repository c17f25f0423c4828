import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/domain/label.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { currentLanguage } from '../../i18n.ts';

/** A step of the history in words; a step of a newer program, whose words we lack, is named as a plain change. */
export function describeLabel(label: Label): string {
  const { key } = label;
  const params: Record<string, string | number> = { ...label.params };
  // A step of a scenario carries what was done there, under the key that it would have in the plan.
  const { stepKey } = params;
  if (key === 'scenario.step' && typeof stepKey === 'string' && stepKey !== key)
    params.step = describeLabel({ key: stepKey, params: label.params });
  // Fields are stored by their names in the file, so that both languages can say them.
  const { field } = params;
  if (typeof field === 'string') {
    const name = `field.${field}`;
    if (i18next.exists(name, { ns: 'inspector' })) params.field = say('inspector', name, {});
  }
  // Instants too, so that each reader sees their own time zone.
  const { at } = params;
  if (typeof at === 'string') params.at = formatInstant(at, currentLanguage());
  for (const kind of ['parameter', 'setting'] as const) {
    const id = params[kind];
    const name = `${kind === 'parameter' ? 'param' : 'setting'}.${id}`;
    if (typeof id === 'string' && i18next.exists(name, { ns: 'parameters' })) {
      params[kind] = say('parameters', name, {});
    }
  }
  const known = i18next.exists(key, { ns: 'history', ...params });
  return say('history', known ? key : 'other', params);
}

function say(
  ns: 'history' | 'inspector' | 'parameters',
  key: string,
  params: Record<string, string | number>,
): string {
  return String(i18next.t(key as never, { ns, ...params } as never));
}

/** `describeLabel` that follows a change of language. */
export function useDescribeLabel(): (label: Label) => string {
  useTranslation('history');
  return describeLabel;
}

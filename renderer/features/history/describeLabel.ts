import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/domain/label.ts';
import type { Language } from '../../../shared/text/area.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { currentLanguage } from '../../i18n.ts';
import { sayKeyIn } from '../../pictures/words.ts';

/** A step of the history in words; a step of a newer program, whose words we lack, is named as a plain change. */
export function describeLabelIn(language: Language, label: Label): string {
  const { key } = label;
  const params: Record<string, string | number> = { ...label.params };
  // A step of a scenario carries what was done there, under the key that it would have in the plan.
  const { stepKey } = params;
  if (key === 'scenario.step' && typeof stepKey === 'string' && stepKey !== key)
    params.step = describeLabelIn(language, { key: stepKey, params: label.params });
  // Fields are stored by their names in the file, so that both languages can say them.
  const { field } = params;
  if (typeof field === 'string') params.field = sayKeyIn(language, 'inspector', `field.${field}`) ?? field;
  // Instants too, so that each reader sees their own time zone.
  const { at } = params;
  if (typeof at === 'string') params.at = formatInstant(at, language);
  for (const kind of ['parameter', 'setting'] as const) {
    const id = params[kind];
    if (typeof id === 'string')
      params[kind] = sayKeyIn(language, 'parameters', `${kind === 'parameter' ? 'param' : kind}.${id}`) ?? id;
  }
  return sayKeyIn(language, 'history', key, params) ?? sayKeyIn(language, 'history', 'other', params) ?? key;
}

/** `describeLabelIn` in the language that the page speaks. */
export const describeLabel = (label: Label): string => describeLabelIn(currentLanguage(), label);

/** `describeLabel` that follows a change of language. */
export function useDescribeLabel(): (label: Label) => string {
  useTranslation('history');
  return describeLabel;
}

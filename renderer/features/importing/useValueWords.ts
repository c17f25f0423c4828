import { useTranslation } from 'react-i18next';
import { modes, stages } from '../../../shared/domain/records.ts';
import {
  type ChoiceField,
  choiceFields,
  type ScaleField,
  scaleFields,
  type TranslatedField,
} from '../../../shared/exchange/importFields.ts';
import { choiceKeys } from '../../../shared/exchange/values/choiceWords.ts';
import { confidenceWords } from '../../../shared/exchange/values/statusWords.ts';
import { exporting } from '../../../shared/text/catalogues/exporting.ts';
import { usePreferences } from '../../state/preferencesStore.ts';

const isScale = (field: TranslatedField): field is ScaleField =>
  (scaleFields as readonly TranslatedField[]).includes(field);
const isChoice = (field: TranslatedField): field is ChoiceField =>
  (choiceFields as readonly TranslatedField[]).includes(field);

/** Says our value of a translated field in the language of the page; a status of their own stays as it is. */
export function useValueWords(): (field: TranslatedField, value: string) => string {
  const language = usePreferences((state) => state.language);
  const { t } = useTranslation(['importMapping', 'common', 'importSubjects']);
  return (field, value) => {
    if (field === 'mode') {
      const mode = modes.find((each) => each === value);
      return mode ? t(`mode.${mode}`, { ns: 'common' }) : value;
    }
    if (field === 'stage') {
      const stage = stages.find((each) => each === value);
      return stage ? t(`stage.${stage}`, { ns: 'common' }) : value;
    }
    if (field === 'status') {
      const status = confidenceWords.find((each) => each === value);
      return status ? t(`status.${status}`) : value;
    }
    if (isScale(field)) return value === '' ? value : t('step', { ns: 'importSubjects', step: value });
    if (isChoice(field)) {
      const words: Readonly<Record<string, string>> = exporting[language];
      return words[choiceKeys[field](value)] ?? value;
    }
    return value === 'yes' ? t('values.yes') : value === 'no' ? t('values.no') : value;
  };
}

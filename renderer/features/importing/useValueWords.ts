import { useTranslation } from 'react-i18next';
import { modes, stages } from '../../../shared/domain/records.ts';
import type { TranslatedField } from '../../../shared/exchange/contract.ts';
import { confidenceWords } from '../../../shared/exchange/statusWords.ts';

/** Says our value of a translated field in the language of the page; a status of their own stays as it is. */
export function useValueWords(): (field: TranslatedField, value: string) => string {
  const { t } = useTranslation(['importMapping', 'common']);
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
    return value === 'yes' ? t('values.yes') : value === 'no' ? t('values.no') : value;
  };
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import { PARAMETERS } from '../../../shared/model/parameterTable.ts';
import { usePlanReadOnly, usePortfolio } from '../../state/portfolioStore.ts';
import { SelectField } from '../../ui/Field.tsx';
import { ParameterField } from './ParameterField.tsx';
import { setInitiativeParameter } from './parameterActions.ts';
import css from './parameters.module.css';

/** The parameters that one initiative sets for itself; all others follow the portfolio. */
export function ParametersSection({ id }: { readonly id: string }) {
  const { t } = useTranslation('parameters');
  const records = usePortfolio((state) => state.records);
  const readOnly = usePlanReadOnly();
  const [added, setAdded] = useState<readonly string[]>([]);
  const initiative = records?.initiative[id];
  if (!records || !initiative) return null;
  const portfolio = settingsOf(records);
  const shown = PARAMETERS.filter(
    (info) => Object.hasOwn(initiative.parameters, info.id) || added.includes(info.id),
  );
  const rest = PARAMETERS.filter((info) => !shown.includes(info));
  return (
    <div className={css.section}>
      <p className={css.help}>{t('section.note')}</p>
      {shown.length === 0 && <p className={css.help}>{t('section.none')}</p>}
      {shown.map((info) => (
        <ParameterField
          key={info.id}
          compact
          info={info}
          inherited={portfolio.parameters[info.id]?.value ?? info.default}
          setting={initiative.parameters[info.id]}
          readOnly={readOnly}
          onChange={(value) => {
            if (value === null) setAdded(added.filter((each) => each !== info.id));
            void setInitiativeParameter(initiative, info.id, value);
          }}
        />
      ))}
      {!readOnly && (
        <SelectField
          compact
          label={t('section.add')}
          value=""
          choices={[
            { id: '', text: t('section.add') },
            ...rest.map((info) => ({ id: info.id as string, text: t(`param.${info.id}`) })),
          ]}
          onChange={(chosen) => {
            if (chosen !== '') setAdded([...added, chosen]);
          }}
        />
      )}
    </div>
  );
}

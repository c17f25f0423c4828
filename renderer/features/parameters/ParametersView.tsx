import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import { PARAMETERS, type ParameterGroup } from '../../../shared/model/parameterTable.ts';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { usePlanReadOnly, usePortfolio } from '../../state/portfolioStore.ts';
import { EvidenceTable } from './EvidenceTable.tsx';
import { MovesPanel } from './MovesPanel.tsx';
import { ParameterField } from './ParameterField.tsx';
import { setPortfolioParameter } from './parameterActions.ts';
import css from './parameters.module.css';
import { parameterTabs, useParametersPage } from './parametersStore.ts';
import { SensitivityPicture } from './SensitivityPicture.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';
import { shownParameters } from './shownParameters.ts';

const groups = [...new Set(PARAMETERS.map((info) => info.group))] as readonly ParameterGroup[];

/** What the model assumes: parameters with their evidence, which of them matter, and the portfolio's settings. */
export function ParametersView() {
  const { t } = useTranslation('parameters');
  const tab = useParametersPage((state) => state.tab);
  const records = usePortfolio((state) => state.records);
  if (!records) return null;
  return (
    <div className={css.view}>
      <header className={css.head}>
        <div className={css.titles}>
          <h1>{t('title')}</h1>
          <p>{t('subtitle')}</p>
        </div>
        <Segmented
          label={t('tab.label')}
          value={tab}
          choices={parameterTabs.map((id) => ({
            id,
            text: t(`tab.${id}`),
          }))}
          onChange={(next) => useParametersPage.setState({ tab: next })}
        />
      </header>
      {tab === 'parameters' && <Parameters />}
      {tab === 'sensitivity' && <SensitivityPicture />}
      {tab === 'evidence' && <EvidenceTable />}
    </div>
  );
}

function Parameters() {
  const { t } = useTranslation('parameters');
  const { search, changedOnly } = useParametersPage();
  const portfolio = usePortfolio((state) => (state.records ? settingsOf(state.records) : null));
  const readOnly = usePlanReadOnly();
  if (!portfolio) return null;
  const shown = shownParameters({ search, changedOnly }, portfolio.parameters, t);
  return (
    <div className={css.columns}>
      <div className={css.main}>
        <div className={css.filters}>
          <input
            type="search"
            className={css.search}
            aria-label={t('search')}
            placeholder={t('search')}
            value={search}
            onChange={(event) => useParametersPage.setState({ search: event.target.value })}
          />
          <label className={css.check}>
            <input
              type="checkbox"
              checked={changedOnly}
              onChange={(event) => useParametersPage.setState({ changedOnly: event.target.checked })}
            />
            {t('changedOnly')}
          </label>
        </div>
        {shown.length === 0 && <p className={css.help}>{t('search.none')}</p>}
        {groups.map((group) => {
          const members = shown.filter((info) => info.group === group);
          if (members.length === 0) return null;
          return (
            <section key={group} className={css.group} aria-label={t(`group.${group}`)}>
              <h2>{t(`group.${group}`)}</h2>
              {members.map((info) => (
                <ParameterField
                  key={info.id}
                  field={`parameter.${info.id}`}
                  info={info}
                  inherited={info.default}
                  setting={portfolio.parameters[info.id]}
                  readOnly={readOnly}
                  onChange={(value) => void setPortfolioParameter(portfolio, info.id, value)}
                />
              ))}
            </section>
          );
        })}
      </div>
      <aside className={css.side}>
        <MovesPanel />
        <SettingsPanel portfolio={portfolio} readOnly={readOnly} />
      </aside>
    </div>
  );
}

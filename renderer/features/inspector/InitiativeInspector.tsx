import { Waypoints } from 'lucide-react';
import { lazy, memo, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { type Initiative, modes, type PortfolioRecords } from '../../../shared/domain/records.ts';
import { editInitiative, flipMode } from '../../state/initiativeActions.ts';
import { usePlanReadOnly } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineField } from '../../ui/InlineField.tsx';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { readName } from '../../ui/readers.ts';
import { OutcomesSection } from '../outcomes/OutcomesSection.tsx';
import { OverheadSection } from '../overhead/OverheadSection.tsx';
import { HandoffSection } from '../planning/HandoffSection.tsx';
import { InitiativeBadges, InitiativeMenu } from '../planning/InitiativeMenu.tsx';
import { PressReleaseSection } from '../planning/PressReleaseSection.tsx';
import { TrancheSection } from '../planning/TrancheSection.tsx';
import { CapabilitiesSection } from './CapabilitiesSection.tsx';
import { DependenciesSection } from './DependenciesSection.tsx';
import { FactsSection } from './FactsSection.tsx';
import { Folding } from './Folding.tsx';
import css from './InitiativeInspector.module.css';
import { MoneySection, StaffingSection } from './MoneySection.tsx';
import { PartnersSection } from './PartnersSection.tsx';
import { PhasesSection } from './PhasesSection.tsx';
import { ReleasesSection } from './ReleasesSection.tsx';

const ParametersSection = lazy(async () => ({
  default: (await import('../parameters/ParametersSection.tsx')).ParametersSection,
}));

export interface InitiativeInspectorProps {
  readonly initiative: Initiative;
  /** The portfolio that it is shown in; the pane says when it is the newest. */
  readonly records: PortfolioRecords;
}

/** Everything about one initiative, each value changed where it stands; drawn only for another state of the portfolio. */
export const InitiativeInspector = memo(function InitiativeInspector({
  initiative,
  records,
}: InitiativeInspectorProps) {
  const { t } = useTranslation('inspector');
  const readOnly = usePlanReadOnly();
  const view = useView((state) => state.view);
  const shared = { initiative, records, readOnly };
  const extra = Object.entries(initiative.extra);
  return (
    <div>
      <header className={css.header}>
        <div className={css.name}>
          <InlineField
            label={t('name')}
            labelAt="hidden"
            look="title"
            lines={1}
            value={initiative.name}
            show={(name) => name}
            read={readName}
            readOnly={readOnly}
            onCommit={(name) => void editInitiative(initiative, 'name', { name })}
          />
        </div>
        <div className={css.modeLine}>
          <fieldset className={css.modes}>
            <legend className="visuallyHidden">{t('mode')}</legend>
            {modes.map((mode) => (
              <label key={mode} className={css.mode} data-mode={mode}>
                <input
                  type="radio"
                  name="inspector-mode"
                  checked={initiative.mode === mode}
                  disabled={readOnly}
                  onChange={() => void flipMode(initiative)}
                />
                <ModeMark mode={mode} />
              </label>
            ))}
          </fieldset>
          {view !== 'flow' && (
            <Button
              look="quiet"
              icon
              aria-label={t('open')}
              onPress={() => {
                useView.getState().lead('flow');
                useView.getState().set({ flowInitiativeId: initiative.id });
              }}
            >
              <Waypoints size={16} aria-hidden />
            </Button>
          )}
          {!readOnly && <InitiativeMenu initiative={initiative} />}
        </div>
        <InitiativeBadges initiative={initiative} />
      </header>
      <FactsSection {...shared} />
      <PressReleaseSection key={initiative.id} {...shared} />
      <MoneySection {...shared} />
      <OutcomesSection {...shared} />
      <CapabilitiesSection {...shared} />
      <PhasesSection {...shared} />
      <HandoffSection {...shared} />
      <ReleasesSection {...shared} />
      <TrancheSection {...shared} />
      <StaffingSection {...shared} />
      <PartnersSection {...shared} />
      <DependenciesSection {...shared} />
      <OverheadSection {...shared} />
      <Folding id="parameters">
        <Suspense fallback={null}>
          <ParametersSection id={initiative.id} />
        </Suspense>
      </Folding>
      {extra.length > 0 && (
        <Folding id="extra" note={extra.length}>
          <p className={css.hint}>{t('extra.note')}</p>
          <dl className={css.extra}>
            {extra.map(([column, text]) => (
              <div key={column}>
                <dt>{column}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </Folding>
      )}
    </div>
  );
});

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Scenario } from '../../../shared/domain/records.ts';
import { scenarioSteps, stepsByScenario } from '../../../shared/scenarios/scenarioChanges.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import {
  createScenario,
  dropScenario,
  duplicateScenario,
  editScenario,
  removeStep,
} from '../../state/scenarioActions.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { InlineField } from '../../ui/InlineField.tsx';
import { ActionItem, MenuPopover } from '../../ui/Menu.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { readName, readProse } from '../../ui/readers.ts';
import { useDescribeLabel } from '../history/describeLabel.ts';
import { ApplyDialog } from './ApplyDialog.tsx';
import css from './scenarios.module.css';

/** One scenario: its name and steps edited where they stand, shown, applied, copied, dropped. */
export function ScenarioLine({
  scenario,
  plan,
  readOnly,
}: {
  readonly scenario: Scenario;
  readonly plan: PortfolioRecords;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('scenarios');
  const language = usePreferences((state) => state.language);
  const shown = usePortfolio(({ looking }) => looking.kind === 'scenario' && looking.id === scenario.id);
  const [asked, setAsked] = useState<'apply' | 'drop' | null>(null);
  const [open, setOpen] = useState(false);
  const steps = stepsByScenario(plan).get(scenario.id) ?? [];
  const parent = scenario.parentId === null ? null : plan.scenario[scenario.parentId];
  const applied = scenario.appliedAt !== null;
  const above = Object.values(plan.scenario)
    .filter(({ parentId, appliedAt }) => parentId === scenario.id && appliedAt === null)
    .map(({ name }) => `“${name}”`);
  const locked = readOnly || applied;
  return (
    <li className={css.line} data-shown={shown}>
      <div className={css.what}>
        <InlineField
          label={t('rename')}
          labelAt="hidden"
          look="title"
          value={scenario.name}
          show={(value) => value}
          read={readName}
          readOnly={locked}
          onCommit={(name) => void editScenario(scenario, { name })}
        />
        <InlineField
          label={t('describe')}
          labelAt="hidden"
          value={scenario.description}
          show={(value) => value}
          read={readProse}
          placeholder={t('describeHint')}
          readOnly={locked}
          onCommit={(description) => void editScenario(scenario, { description })}
        />
        <p className={css.facts}>
          {steps.length > 0 ? (
            <button
              type="button"
              className={css.stepCount}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {t('bar.steps', { count: steps.length })}
            </button>
          ) : (
            t('list.noSteps')
          )}
          {parent && parent.appliedAt === null && ` · ${t('bar.onTop', { name: parent.name })}`}
          {scenario.by !== '' && ` · ${scenario.by}`}
          {` · ${formatInstant(scenario.createdAt, language)}`}
          {scenario.appliedAt !== null &&
            ` · ${t('state.applied', { at: formatInstant(scenario.appliedAt, language) })}`}
        </p>
        {open && <Steps scenario={scenario} steps={steps} locked={locked} />}
      </div>
      {!applied && (
        <>
          {shown ? (
            <span className={css.now}>{t('shown')}</span>
          ) : (
            <Button onPress={() => usePortfolio.getState().lookAtScenario(scenario.id)}>{t('show')}</Button>
          )}
          <Button
            isDisabled={readOnly || scenarioSteps(plan, scenario.id).length === 0}
            onPress={() => setAsked('apply')}
          >
            {t('bar.apply')}
          </Button>
        </>
      )}
      <MenuTrigger>
        <Button look="quiet" icon aria-label={t('more', { name: scenario.name })} isDisabled={readOnly}>
          <ChevronDown size={16} aria-hidden />
        </Button>
        <MenuPopover label={t('more', { name: scenario.name })}>
          <ActionItem id="copy" text={t('duplicate')} onAction={() => void duplicateScenario(scenario)} />
          {!applied && (
            <ActionItem id="stack" text={t('stack')} onAction={() => void createScenario(scenario.id)} />
          )}
          <ActionItem id="drop" text={t('drop')} onAction={() => setAsked('drop')} />
        </MenuPopover>
      </MenuTrigger>
      {asked === 'apply' && <ApplyDialog scenario={scenario} onClose={() => setAsked(null)} />}
      {asked === 'drop' && (
        <ConfirmDialog
          title={t('drop.title', { name: scenario.name })}
          body={joinSentences([
            t('drop.body'),
            above.length === 0
              ? ''
              : t('drop.above', {
                  count: above.length,
                  names: new Intl.ListFormat(language, { type: 'conjunction' }).format(above),
                }),
          ])}
          action={t('drop.do')}
          danger
          onConfirm={async () => {
            await dropScenario(scenario);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </li>
  );
}

function Steps({
  scenario,
  steps,
  locked,
}: {
  readonly scenario: Scenario;
  readonly steps: NonNullable<ReturnType<ReturnType<typeof stepsByScenario>['get']>>;
  readonly locked: boolean;
}) {
  const { t } = useTranslation('scenarios');
  const describe = useDescribeLabel();
  const language = usePreferences((state) => state.language);
  return (
    <ol className={css.steps} aria-label={t('steps.title', { name: scenario.name })}>
      {steps.map((step) => {
        const what = describe(step.label);
        return (
          <li key={step.id}>
            <span>{what}</span>
            <small>
              {step.by === '' ? t('steps.nobody') : step.by} · {formatInstant(step.at, language)}
            </small>
            {!locked && (
              <RemoveButton
                label={t('steps.remove', { what })}
                onPress={() => void removeStep(scenario, step)}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { scenarioState } from '../../../shared/report/states.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { SelectField } from '../../ui/Field.tsx';
import { useDescribeLabel } from '../history/describeLabel.ts';
import { useSayError } from '../shell/sayError.ts';
import { useSnapshots } from '../snapshots/snapshotStore.ts';
import css from './ExportDialog.module.css';
import { ofScenario, ofSnapshot, PLAN, wantedState } from './stateChoice.ts';

/** Steps that are named one by one; of more, their number is said. */
const NAMED = 5;

/** Which state an export is of: the plan, a scenario on top of it, or a snapshot; names the steps that do not fit. */
export function StateField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (choice: string) => void;
}) {
  const { t } = useTranslation('reports');
  const describe = useDescribeLabel();
  const sayError = useSayError();
  const snapshots = useSnapshots();
  const plan = usePortfolio((state) => state.plan);
  const { scenario } = wantedState(value);
  const scenarios = useMemo(
    () =>
      Object.values(plan?.scenario ?? {})
        .filter(({ appliedAt }) => appliedAt === null)
        .sort((a, b) => a.position - b.position),
    [plan],
  );
  const leftOut = useMemo(
    () =>
      plan && scenarios.some(({ id }) => id === scenario) ? scenarioState(plan, scenario ?? '').leftOut : [],
    [plan, scenarios, scenario],
  );
  return (
    <>
      <SelectField
        label={t('dialog.what')}
        value={value}
        choices={[
          { id: PLAN, text: t('dialog.now') },
          ...scenarios.map(({ id, name }) => ({ id: ofScenario(id), text: t('dialog.scenario', { name }) })),
          ...(snapshots ?? []).map(({ id, name }) => ({
            id: ofSnapshot(id),
            text: t('dialog.snapshot', { name }),
          })),
        ]}
        onChange={onChange}
      />
      {leftOut.length > 0 && (
        <div className={css.leftOut} role="status">
          <p>{t('dialog.leftOut', { count: leftOut.length })}</p>
          <ul>
            {leftOut.slice(0, NAMED).map(({ label, error }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two steps may say the same
              <li key={at}>
                {describe(label)} <small>{sayError(error)}</small>
              </li>
            ))}
            {leftOut.length > NAMED && <li>{t('dialog.leftOutMore', { count: leftOut.length - NAMED })}</li>}
          </ul>
        </div>
      )}
    </>
  );
}

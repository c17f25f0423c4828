import { useTranslation } from 'react-i18next';
import { type Phase, phaseKinds } from '../../../shared/domain/records.ts';
import { change } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { readMonths, readParallel, readPeople } from '../../ui/readers.ts';
import css from './Lines.module.css';
import { useFieldRows } from './useFieldRows.tsx';

export interface PhaseFieldsProps {
  readonly phase: Phase;
  readonly initiativeName: string;
  readonly readOnly: boolean;
}

/** One phase's details. */
export function PhaseFields({ phase, initiativeName, readOnly }: PhaseFieldsProps) {
  const { t } = useTranslation(['inspector', 'common']);
  const label = { name: initiativeName, phase: phase.name };
  const patch = (values: Partial<Phase>): void =>
    void change('phase.edit', label, [{ op: 'patch', table: 'phase', id: phase.id, values }]);

  const rows = useFieldRows(phase, patch, readOnly);
  return (
    <div className={css.fields}>
      {rows.name('name', t('name'))}
      <InlineSelect
        label={t('phase.kind')}
        value={phase.kind}
        readOnly={readOnly}
        choices={phaseKinds.map((id) => ({ id, text: t(`phase.${id}`, { ns: 'common' }) }))}
        onCommit={(kind) => patch({ kind })}
      />
      {rows.dates(
        { field: 'startDate', label: t('phase.start') },
        { field: 'endDate', label: t('phase.end') },
      )}
      {rows.dates(
        { field: 'actualStartDate', label: t('phase.actualStart') },
        { field: 'actualEndDate', label: t('phase.actualEnd') },
      )}
      {rows.number('months', t('phase.months'), readMonths)}
      {rows.number('waitMonths', t('phase.wait'), readMonths)}
      {rows.number('people', t('phase.people'), readPeople)}
      {rows.share('allocation', t('phase.allocation'))}
      {rows.number('parallel', t('phase.parallel'), readParallel)}
      {rows.share('carryOver', t('phase.carryOver'))}
      {rows.money('dayRate', t('phase.dayRate'))}
      {rows.money('cost', t('phase.cost'))}
      {!readOnly && (
        <div className={css.buttons}>
          <Button
            look="danger"
            onPress={() =>
              void change('phase.remove', label, [{ op: 'remove', table: 'phase', id: phase.id }])
            }
          >
            {t('phase.remove')}
          </Button>
        </div>
      )}
    </div>
  );
}

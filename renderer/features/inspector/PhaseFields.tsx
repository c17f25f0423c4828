import { useTranslation } from 'react-i18next';
import { type Phase, phaseKinds } from '../../../shared/domain/records.ts';
import { change } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineField } from '../../ui/InlineField.tsx';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { type Parsed, parseDate } from '../../ui/parse.ts';
import { readMonths, readName, readParallel, readPeople, readShare } from '../../ui/readers.ts';
import css from './Lines.module.css';
import { useWords } from './useWords.ts';

export interface PhaseFieldsProps {
  readonly phase: Phase;
  readonly initiativeName: string;
  readonly readOnly: boolean;
}

const pairs = { startDate: 'endDate', actualStartDate: 'actualEndDate' } as const;

/** One phase's details. */
export function PhaseFields({ phase, initiativeName, readOnly }: PhaseFieldsProps) {
  const { t } = useTranslation(['inspector', 'common']);
  const words = useWords();
  const label = { name: initiativeName, phase: phase.name };
  const patch = (values: Partial<Phase>): void =>
    void change('phase.edit', label, [{ op: 'patch', table: 'phase', id: phase.id, values }]);

  const numbers = (
    field: 'months' | 'waitMonths' | 'people' | 'parallel',
    text: string,
    read: (typed: string) => Parsed<number | null>,
  ) => (
    <InlineField
      label={text}
      numeric
      value={phase[field]}
      show={words.number}
      toText={words.numberText}
      read={read}
      readOnly={readOnly}
      onCommit={(value) => patch({ [field]: value })}
    />
  );
  const shares = (field: 'allocation' | 'carryOver', text: string) => (
    <InlineField
      label={text}
      numeric
      value={phase[field]}
      show={words.share}
      toText={words.shareText}
      read={readShare}
      readOnly={readOnly}
      onCommit={(value) => patch({ [field]: value })}
    />
  );
  const money = (field: 'dayRate' | 'cost', text: string) => (
    <InlineField
      label={text}
      numeric
      value={phase[field]}
      show={words.money}
      toText={words.moneyText}
      read={words.readMoney}
      readOnly={readOnly}
      onCommit={(value) => patch({ [field]: value })}
    />
  );
  const date = (field: 'startDate' | 'endDate' | 'actualStartDate' | 'actualEndDate', text: string) => (
    <InlineField
      label={text}
      numeric
      value={phase[field]}
      show={words.date}
      toText={words.dateText}
      read={(typed): Parsed<string | null> => {
        const parsed = parseDate(typed);
        if (!parsed.ok) return parsed;
        for (const [start, end] of Object.entries(pairs) as ['startDate', 'endDate'][]) {
          const from = field === start ? parsed.value : phase[start];
          const to = field === end ? parsed.value : phase[end];
          if ((field === start || field === end) && from !== null && to !== null && to < from)
            return { ok: false, reason: 'invalid.order' };
        }
        return parsed;
      }}
      readOnly={readOnly}
      onCommit={(value) => patch({ [field]: value })}
    />
  );
  return (
    <div className={css.fields}>
      <InlineField
        label={t('name')}
        value={phase.name}
        show={(name) => name}
        read={readName}
        readOnly={readOnly}
        onCommit={(name) => patch({ name })}
      />
      <InlineSelect
        label={t('phase.kind')}
        value={phase.kind}
        readOnly={readOnly}
        choices={phaseKinds.map((id) => ({ id, text: t(`phase.${id}`, { ns: 'common' }) }))}
        onCommit={(kind) => patch({ kind })}
      />
      {date('startDate', t('phase.start'))}
      {date('endDate', t('phase.end'))}
      {date('actualStartDate', t('phase.actualStart'))}
      {date('actualEndDate', t('phase.actualEnd'))}
      {numbers('months', t('phase.months'), readMonths)}
      {numbers('waitMonths', t('phase.wait'), readMonths)}
      {numbers('people', t('phase.people'), readPeople)}
      {shares('allocation', t('phase.allocation'))}
      {numbers('parallel', t('phase.parallel'), readParallel)}
      {shares('carryOver', t('phase.carryOver'))}
      {money('dayRate', t('phase.dayRate'))}
      {money('cost', t('phase.cost'))}
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

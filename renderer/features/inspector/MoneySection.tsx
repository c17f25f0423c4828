import { useTranslation } from 'react-i18next';
import type { Initiative } from '../../../shared/domain/records.ts';
import { editInitiative } from '../../state/initiativeActions.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { readParallel, readPeople, readPersonDays, readShare } from '../../ui/readers.ts';
import { Folding } from './Folding.tsx';
import css from './InitiativeInspector.module.css';
import type { SectionOf } from './sectionProps.ts';
import { useWords } from './useWords.ts';

/** What it may cost, what it cost so far, and what it is worth a month once it is out. */
export function MoneySection({ initiative, readOnly }: SectionOf) {
  const { t } = useTranslation('inspector');
  const words = useWords();
  const money = (field: 'budget' | 'spent' | 'valuePerMonth') => (
    <InlineField
      label={t(field)}
      numeric
      value={initiative[field]}
      show={words.money}
      toText={words.moneyText}
      read={words.readMoney}
      readOnly={readOnly}
      onCommit={(value) => void editInitiative(initiative, field, { [field]: value })}
    />
  );
  const { budget, spent } = initiative;
  const note = budget !== null && budget > 0 && spent !== null ? spent / budget : null;
  return (
    <Folding
      id="money"
      note={note === null ? undefined : t('spentShare', { share: words.share(Math.round(note * 100) / 100) })}
    >
      {money('budget')}
      {money('spent')}
      {money('valuePerMonth')}
      <InlineSelect
        label={t('funded')}
        value={initiative.funded ? 'yes' : 'no'}
        readOnly={readOnly}
        choices={[
          { id: 'yes', text: t('fundedYes') },
          { id: 'no', text: t('fundedNo') },
        ]}
        onCommit={(id) => void editInitiative(initiative, 'funded', { funded: id === 'yes' })}
      />
    </Folding>
  );
}

const staffing = [
  { field: 'teamPeople', label: 'people', read: readPeople },
  { field: 'teamAllocation', label: 'allocation', read: readShare },
  { field: 'teamParallel', label: 'parallel', read: readParallel },
  { field: 'scopePersonDays', label: 'scopePersonDays', read: readPersonDays },
] as const satisfies readonly {
  readonly field: keyof Initiative;
  readonly label: string;
  readonly read: unknown;
}[];

/** The people who do the work when a product team runs it. */
export function StaffingSection({ initiative, readOnly }: SectionOf) {
  const { t } = useTranslation('inspector');
  const words = useWords();
  return (
    <Folding id="staffing" note={words.number(initiative.teamPeople) || undefined}>
      <p className={css.hint}>{t('staffingHint')}</p>
      {staffing.map(({ field, label, read }) => (
        <InlineField
          key={field}
          label={t(label)}
          numeric
          value={initiative[field]}
          show={field === 'teamAllocation' ? words.share : words.number}
          toText={field === 'teamAllocation' ? words.shareText : words.numberText}
          read={read}
          readOnly={readOnly}
          onCommit={(value) => void editInitiative(initiative, field, { [field]: value })}
        />
      ))}
      <InlineField
        label={t('dayRate')}
        numeric
        value={initiative.teamDayRate}
        show={words.money}
        toText={words.moneyText}
        read={words.readMoney}
        readOnly={readOnly}
        onCommit={(teamDayRate) => void editInitiative(initiative, 'teamDayRate', { teamDayRate })}
      />
    </Folding>
  );
}

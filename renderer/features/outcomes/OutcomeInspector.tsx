import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { directions } from '../../../shared/domain/planningRecords.ts';
import type { Outcome } from '../../../shared/domain/records.ts';
import { inUse, teamsOn } from '../../../shared/planning/inUse.ts';
import { directionContradicts, progressOf, readingsByOutcome } from '../../../shared/planning/outcomes.ts';
import { usePlanReadOnly, usePortfolio } from '../../state/portfolioStore.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { parseSigned } from '../../ui/parse.ts';
import { readText } from '../../ui/readers.ts';
import lines from '../inspector/Lines.module.css';
import { useFieldRows } from '../inspector/useFieldRows.tsx';
import { useWords } from '../inspector/useWords.ts';
import { planDay } from '../planning/today.ts';
import { OutcomeInitiatives } from './OutcomeInitiatives.tsx';
import { editOutcome, nameIn } from './outcomeActions.ts';
import css from './outcomes.module.css';
import { ProgressMark } from './ProgressMark.tsx';
import { Readings } from './Readings.tsx';
import { useValueChoices } from './useValueWords.ts';

const steps = ['1', '2', '3', '4', '5'] as const;
const none = [] as const;

/** Everything about one outcome, each value changed where it stands. */
export function OutcomeInspector({ id }: { readonly id: string }) {
  const { t } = useTranslation('outcomes');
  const outcome = usePortfolio((state) => state.records?.outcome[id]);
  return outcome ? <Inspected outcome={outcome} /> : <p className={css.summary}>{t('inspect.gone')}</p>;
}

function Inspected({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation(['outcomes', 'common']);
  const words = useWords();
  const values = useValueChoices();
  const records = usePortfolio((state) => state.records);
  const readOnly = usePlanReadOnly();
  const readings = records ? (readingsByOutcome(records).get(outcome.id) ?? none) : none;
  const segmentNames = useMemo(
    () => inUse(records?.segment ?? {}).map(({ name }) => name),
    [records?.segment],
  );
  const teamNames = useMemo(
    () => (records ? teamsOn(records.team, planDay(records)).map(({ name }) => name) : []),
    [records],
  );
  const edit = (changed: Partial<Outcome>): void => editOutcome(outcome, changed);
  const rows = useFieldRows(outcome, edit, readOnly);
  const scale = (field: 'importance' | 'currentMaturity' | 'targetMaturity', label: string) => (
    <InlineSelect
      label={label}
      value={String(outcome[field] ?? '') as '' | (typeof steps)[number]}
      readOnly={readOnly}
      choices={[
        { id: '' as const, text: t('unknown', { ns: 'common' }) },
        ...steps.map((value) => ({ id: value, text: t('scale', { value }) })),
      ]}
      onCommit={(value) => edit({ [field]: value === '' ? null : Number(value) })}
    />
  );
  return (
    <div className={css.inspector}>
      <header>
        {rows.title('name', t('column.name'))}
        <p className={css.headline}>
          <ProgressMark progress={progressOf(outcome, readings)} />
        </p>
        {outcome.retired && <p className={css.state}>{t('state.retired')}</p>}
      </header>
      <section>
        <h2>{t('inspect.target')}</h2>
        {rows.text('metric', t('inspect.metric'), { placeholder: t('inspect.metricHint') })}
        {rows.text('unit', t('inspect.unit'), { longest: 100 })}
        {rows.number('baseline', t('column.baseline'), parseSigned)}
        {rows.number('target', t('column.target'), parseSigned)}
        {rows.date('dueDate', t('column.dueDate'))}
        <InlineSelect
          label={t('column.direction')}
          value={outcome.direction ?? ''}
          readOnly={readOnly}
          choices={[
            { id: '' as const, text: t('unknown', { ns: 'common' }) },
            ...directions.map((each) => ({ id: each, text: t(`direction.${each}`) })),
          ]}
          onCommit={(direction) => edit({ direction: direction === '' ? null : direction })}
        />
        {directionContradicts(outcome) && (
          <p className={lines.wrong} role="alert">
            {t('direction.contradicts')}
          </p>
        )}
      </section>
      <section>
        <h2>{t('inspect.readings')}</h2>
        <Readings outcome={outcome} readings={readings} readOnly={readOnly} />
      </section>
      <section>
        <h2>{t('inspect.initiatives')}</h2>
        <OutcomeInitiatives outcome={outcome} readOnly={readOnly} />
      </section>
      <section>
        <h2>{t('inspect.purpose')}</h2>
        {rows.prose('description', t('inspect.description'), { placeholder: t('inspect.descriptionHint') })}
        <InlineSelect
          label={t('column.value')}
          value={outcome.businessValue ?? ''}
          readOnly={readOnly}
          choices={values}
          onCommit={(value) => edit({ businessValue: value === '' ? null : value })}
        />
        <InlineField
          label={t('column.segment')}
          value={records?.segment[outcome.segmentId ?? '']?.name ?? null}
          show={words.text}
          read={readText()}
          suggestions={segmentNames}
          readOnly={readOnly}
          onCommit={(name) => nameIn(outcome, 'segmentId', name ?? '')}
        />
        <InlineField
          label={t('column.owner')}
          value={records?.team[outcome.ownerTeamId ?? '']?.name ?? null}
          show={words.text}
          read={readText()}
          suggestions={teamNames}
          readOnly={readOnly}
          onCommit={(name) => nameIn(outcome, 'ownerTeamId', name ?? '')}
        />
        {scale('importance', t('column.importance'))}
      </section>
      <section>
        <h2>{t('inspect.maturity')}</h2>
        <p className={lines.note}>{t('inspect.maturityHint')}</p>
        {scale('currentMaturity', t('inspect.currentMaturity'))}
        {scale('targetMaturity', t('inspect.targetMaturity'))}
        {rows.money('neededMoney', t('inspect.neededMoney'))}
      </section>
    </div>
  );
}

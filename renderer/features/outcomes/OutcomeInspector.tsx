import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { directions } from '../../../shared/domain/planningRecords.ts';
import type { Outcome } from '../../../shared/domain/records.ts';
import { directionContradicts, progressOf, readingsByOutcome } from '../../../shared/planning/outcomes.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { parseDate } from '../../ui/parse.ts';
import { readName, readProse, readText } from '../../ui/readers.ts';
import lines from '../inspector/Lines.module.css';
import { useWords } from '../inspector/useWords.ts';
import { OutcomeInitiatives } from './OutcomeInitiatives.tsx';
import { editOutcome, nameIn } from './outcomeActions.ts';
import css from './outcomes.module.css';
import { ProgressMark } from './ProgressMark.tsx';
import { Readings } from './Readings.tsx';
import { readMeasure } from './readMeasure.ts';
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
  const readOnly = usePortfolio((state) => state.file?.readOnly ?? null) !== null;
  const readings = records ? (readingsByOutcome(records).get(outcome.id) ?? none) : none;
  const segmentNames = useMemo(
    () => Object.values(records?.segment ?? {}).map(({ name }) => name),
    [records?.segment],
  );
  const teamNames = useMemo(
    () => Object.values(records?.team ?? {}).map(({ name }) => name),
    [records?.team],
  );
  const edit = (changed: Partial<Outcome>): void => editOutcome(outcome, changed);
  const measure = (field: 'baseline' | 'target') => (
    <InlineField
      label={t(`column.${field}`)}
      numeric
      value={outcome[field]}
      show={words.number}
      toText={words.numberText}
      read={readMeasure}
      readOnly={readOnly}
      onCommit={(value) => edit({ [field]: value })}
    />
  );
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
        <InlineField
          label={t('column.name')}
          labelAt="hidden"
          look="title"
          lines={1}
          value={outcome.name}
          show={(name) => name}
          read={readName}
          readOnly={readOnly}
          onCommit={(name) => edit({ name })}
        />
        <p className={css.headline}>
          <ProgressMark progress={progressOf(outcome, readings)} />
        </p>
      </header>
      <section>
        <h2>{t('inspect.target')}</h2>
        <InlineField
          label={t('inspect.metric')}
          value={outcome.metric || null}
          placeholder={t('inspect.metricHint')}
          show={words.text}
          read={readText()}
          readOnly={readOnly}
          onCommit={(metric) => edit({ metric: metric ?? '' })}
        />
        <InlineField
          label={t('inspect.unit')}
          value={outcome.unit || null}
          show={words.text}
          read={readText(100)}
          readOnly={readOnly}
          onCommit={(unit) => edit({ unit: unit ?? '' })}
        />
        {measure('baseline')}
        {measure('target')}
        <InlineField
          label={t('column.dueDate')}
          numeric
          value={outcome.dueDate}
          show={words.date}
          toText={words.dateText}
          read={parseDate}
          readOnly={readOnly}
          onCommit={(dueDate) => edit({ dueDate })}
        />
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
        <InlineField
          label={t('inspect.description')}
          labelAt="above"
          lines={2}
          placeholder={t('inspect.descriptionHint')}
          value={outcome.description}
          show={(text) => text}
          read={readProse}
          readOnly={readOnly}
          onCommit={(description) => edit({ description })}
        />
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
        <InlineField
          label={t('inspect.neededMoney')}
          numeric
          value={outcome.neededMoney}
          show={words.money}
          toText={words.moneyText}
          read={words.readMoney}
          readOnly={readOnly}
          onCommit={(neededMoney) => edit({ neededMoney })}
        />
      </section>
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Initiative } from '../../../shared/domain/records.ts';
import type { PhaseSource, ToProductAnswers, ToProjectAnswers } from '../../../shared/planning/conversion.ts';
import type { ConversionFacts } from '../../../shared/planning/conversionFacts.ts';
import { TextField } from '../../ui/Field.tsx';
import { type InvalidKey, type Parsed, parseDate } from '../../ui/parse.ts';
import { readBetween, readPeople, readPersonDays } from '../../ui/readers.ts';
import { useWords } from '../inspector/useWords.ts';
import css from './planning.module.css';

interface AnswerFieldProps<T> {
  readonly label: string;
  readonly help?: string | undefined;
  readonly value: T;
  readonly toText: (value: T) => string;
  readonly read: (text: string) => Parsed<T>;
  readonly onChange: (value: T) => void;
}

/** A question whose answer counts as soon as it can be understood, so that the figures move while one types. */
function AnswerField<T>({ label, help, value, toText, read, onChange }: AnswerFieldProps<T>) {
  const { t } = useTranslation('inspector');
  const [text, setText] = useState(() => toText(value));
  const [reason, setReason] = useState<InvalidKey | null>(null);
  return (
    <TextField
      label={label}
      {...(help === undefined ? {} : { help })}
      value={text}
      error={reason ? t(reason) : null}
      onChange={(typed) => {
        setText(typed);
        const parsed = read(typed);
        setReason(parsed.ok ? null : parsed.reason);
        if (parsed.ok) onChange(parsed.value);
      }}
    />
  );
}

const readCadence = readBetween(0.1, 12, 'invalid.cadence');
const readTranche = readBetween(1, 12, 'invalid.cadence');

/** What a project is asked when it becomes a product team. */
export function AskProduct({
  facts,
  initiative,
  answers,
  onChange,
}: {
  readonly facts: ConversionFacts;
  readonly initiative: Initiative;
  readonly answers: ToProductAnswers;
  readonly onChange: (values: Partial<ToProductAnswers>) => void;
}) {
  const { t } = useTranslation('planning');
  const words = useWords();
  const { plan } = facts;
  const hint = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : `≈ ${value}`;
  const rounded = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : words.number(Math.round(value * 10) / 10);
  return (
    <div className={css.asked}>
      <div className={css.askedPair}>
        <AnswerField
          label={t('convert.askPeople')}
          help={initiative.teamPeople === null ? hint(rounded(plan?.people)) : undefined}
          value={answers.teamPeople ?? initiative.teamPeople}
          toText={words.numberText}
          read={readPeople}
          onChange={(teamPeople) => onChange({ teamPeople })}
        />
        <AnswerField
          label={t('convert.askScope')}
          help={initiative.scopePersonDays === null ? hint(rounded(plan?.scopePersonDays)) : undefined}
          value={answers.scopePersonDays ?? initiative.scopePersonDays}
          toText={words.numberText}
          read={readPersonDays}
          onChange={(scopePersonDays) => onChange({ scopePersonDays })}
        />
        <AnswerField
          label={t('convert.askRate')}
          help={initiative.teamDayRate === null && plan ? hint(words.money(plan.dayRate)) : undefined}
          value={answers.teamDayRate ?? initiative.teamDayRate}
          toText={words.moneyText}
          read={words.readMoney}
          onChange={(teamDayRate) => onChange({ teamDayRate })}
        />
        <AnswerField
          label={t('convert.askRelease')}
          help={t('convert.askReleaseHint')}
          value={answers.firstRelease}
          toText={words.dateText}
          read={parseDate}
          onChange={(firstRelease) => onChange({ firstRelease })}
        />
        <AnswerField
          label={t('convert.askCadence')}
          value={answers.cadenceMonths}
          toText={words.numberText}
          read={readCadence}
          onChange={(cadenceMonths) => onChange({ cadenceMonths })}
        />
        <AnswerField
          label={t('convert.askTranche')}
          value={answers.trancheMonths}
          toText={words.numberText}
          read={readTranche}
          onChange={(trancheMonths) => onChange({ trancheMonths })}
        />
      </div>
      {facts.counts.tranches > 0 ? (
        <p className={css.small}>{t('convert.tranchesThere')}</p>
      ) : (
        <label className={css.choice}>
          <input
            type="checkbox"
            checked={answers.tranches}
            disabled={facts.startDate === null || facts.endDate === null}
            onChange={(event) => onChange({ tranches: event.target.checked })}
          />
          {t('convert.makeTranches')}
        </label>
      )}
      <p className={css.small}>{t('convert.nothingTyped')}</p>
    </div>
  );
}

/** What a product team is asked when it becomes a project. */
export function AskProject({
  facts,
  answers,
  onChange,
}: {
  readonly facts: ConversionFacts;
  readonly answers: ToProjectAnswers;
  readonly onChange: (values: Partial<ToProjectAnswers>) => void;
}) {
  const { t } = useTranslation('planning');
  const words = useWords();
  const count = facts.phases.length;
  const choices: readonly { readonly id: PhaseSource; readonly text: string }[] =
    count > 0
      ? [{ id: 'kept', text: t('convert.phases.kept', { count }) }]
      : [
          { id: 'standard', text: t('convert.phases.standard') },
          { id: 'none', text: t('convert.phases.none') },
        ];
  return (
    <div className={css.asked}>
      <fieldset className={css.stays}>
        <legend>{t('convert.phases')}</legend>
        {choices.map(({ id, text }) => (
          <label key={id} className={css.choice}>
            <input
              type="radio"
              name="convert-phases"
              checked={answers.phases === id}
              onChange={() => onChange({ phases: id })}
            />
            {text}
          </label>
        ))}
      </fieldset>
      {answers.phases === 'standard' && (
        <AnswerField
          label={t('convert.askStart')}
          value={answers.startDate}
          toText={words.dateText}
          read={parseDate}
          onChange={(startDate) => onChange({ startDate })}
        />
      )}
    </div>
  );
}

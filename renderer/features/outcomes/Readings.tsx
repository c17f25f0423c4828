import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome, OutcomeReading } from '../../../shared/domain/records.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineField } from '../../ui/InlineField.tsx';
import { type InvalidKey, type Parsed, parseDate, parseSigned } from '../../ui/parse.ts';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { needed } from '../../ui/readers.ts';
import lines from '../inspector/Lines.module.css';
import { useWords } from '../inspector/useWords.ts';
import { planDay, todayIso } from '../planning/today.ts';
import { addReading, editReading, removeReading } from './outcomeActions.ts';
import css from './outcomes.module.css';
import { ReadingsPicture } from './ReadingsPicture.tsx';

/** A reading in the metric's own unit, which may be below zero. */
const readValue = (text: string): Parsed<number> => needed(parseSigned(text));

/** What the metric stood at over time: a picture, the readings, and a line for the next one. */
export function Readings({
  outcome,
  readings,
  readOnly,
}: {
  readonly outcome: Outcome;
  readonly readings: readonly OutcomeReading[];
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('outcomes');
  const words = useWords();
  return (
    <>
      {readings.length === 0 ? (
        <p className={lines.none}>{t('reading.none')}</p>
      ) : (
        <ReadingsPicture outcome={outcome} readings={readings} />
      )}
      <ul>
        {[...readings].reverse().map((reading) => {
          const date = words.date(reading.date);
          return (
            <li key={reading.id} className={css.reading}>
              <InlineField
                label={t('reading.date')}
                labelAt="hidden"
                value={reading.date}
                show={words.date}
                toText={words.dateText}
                read={(text) => needed(parseDate(text))}
                readOnly={readOnly}
                onCommit={(day) => editReading(outcome, reading, { date: day })}
              />
              <InlineField
                label={t('reading.value', { date })}
                labelAt="hidden"
                numeric
                value={reading.value}
                show={words.number}
                toText={words.numberText}
                read={readValue}
                readOnly={readOnly}
                onCommit={(value) => editReading(outcome, reading, { value })}
              />
              <InlineField
                label={t('reading.note')}
                labelAt="hidden"
                placeholder={t('reading.note')}
                value={reading.note}
                show={(note) => note}
                read={(text): Parsed<string> => ({ ok: true, value: text })}
                readOnly={readOnly}
                onCommit={(note) => editReading(outcome, reading, { note })}
              />
              {!readOnly && (
                <RemoveButton
                  narrow
                  label={t('reading.remove', { date })}
                  onPress={() => void removeReading(outcome, reading)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {!readOnly && <NewReading outcome={outcome} />}
    </>
  );
}

function NewReading({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation(['outcomes', 'inspector']);
  const records = usePortfolio((state) => state.records);
  const [date, setDate] = useState(() => (records ? planDay(records) : todayIso()));
  const [value, setValue] = useState('');
  const [reason, setReason] = useState<InvalidKey | null>(null);
  const add = (): void => {
    const [day, number] = [needed(parseDate(date)), readValue(value)];
    setReason(!day.ok ? day.reason : number.ok ? null : number.reason);
    if (!day.ok || !number.ok) return;
    void addReading(outcome, day.value, number.value).then((done) => {
      if (done) setValue('');
    });
  };
  return (
    <form
      className={css.newReading}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <input
        aria-label={t('reading.newDate')}
        value={date}
        onChange={(event) => setDate(event.target.value)}
      />
      <input
        aria-label={t('reading.newValue')}
        placeholder={outcome.unit || t('reading.newValue')}
        aria-invalid={reason ? true : undefined}
        value={value}
        onChange={(event) => {
          setValue(event.target.value);
          setReason(null);
        }}
      />
      <Button type="submit">{t('reading.add')}</Button>
      {reason && (
        <p className={css.reason} role="alert">
          {t(reason, { ns: 'inspector' })}
        </p>
      )}
    </form>
  );
}

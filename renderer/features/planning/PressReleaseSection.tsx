import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PressRelease } from '../../../shared/domain/records.ts';
import { newPressRelease } from '../../../shared/domain/roomDefaults.ts';
import { patch, put } from '../../../shared/planning/planned.ts';
import {
  FEWEST_FEATURES,
  isWritten,
  MOST_FEATURES,
  missingAtGate,
  missingParts,
  pressParts,
  pressReleases,
} from '../../../shared/planning/pressRelease.ts';
import { newId } from '../../state/initiativeActions.ts';
import { change } from '../../state/service.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { readText } from '../../ui/readers.ts';
import { Folding } from '../inspector/Folding.tsx';
import lines from '../inspector/Lines.module.css';
import type { SectionOf } from '../inspector/sectionProps.ts';
import { useFieldRows } from '../inspector/useFieldRows.tsx';
import css from './planning.module.css';

const prompts = ['benefitEnsured', 'needChecked', 'valueMeasured', 'feedbackAnswered'] as const;

/** Working backwards: the press release of an initiative as if it were out, written where it stands, and what it lacks. */
export function PressReleaseSection({ initiative, records, readOnly }: SectionOf) {
  const { t } = useTranslation('planning');
  const written = pressReleases(records.pressRelease).get(initiative.id);
  // Nothing is written until something is typed: the first text makes the record.
  const blank = useRef<PressRelease>(null);
  if (blank.current?.initiativeId !== initiative.id) blank.current = newPressRelease(newId(), initiative.id);
  const release = written ?? blank.current;
  const edit = (values: Partial<PressRelease>): void => {
    const label = { name: initiative.name };
    void change(written ? 'pressRelease.edit' : 'pressRelease.begin', label, [
      written ? patch('pressRelease', written.id, values) : put('pressRelease', { ...release, ...values }),
    ]);
  };
  const rows = useFieldRows(release, edit, readOnly);
  const gate = missingAtGate(written ?? null);
  const missing = missingParts(written ?? null);
  const note = !written
    ? undefined
    : gate.length > 0
      ? t('press.lacks', { parts: gate.map((part) => t(`press.gate.${part}`)).join(t('list.join')) })
      : t('press.written', { count: pressParts.length - missing.length, of: pressParts.length });
  return (
    <Folding id="pressRelease" note={note}>
      <p className={lines.note}>{t('press.intro')}</p>
      {rows.text('title', t('press.title'), { placeholder: t('press.titleHint') })}
      {rows.prose('subtitle', t('press.subtitle'), { placeholder: t('press.subtitleHint') })}
      {rows.date('date', t('press.date'))}
      {rows.prose('introduction', t('press.introduction'), {
        placeholder: t('press.introductionHint'),
        lines: 3,
      })}
      {rows.prose('valueProposition', t('press.valueProposition'), {
        placeholder: t('press.valuePropositionHint'),
        lines: 3,
      })}
      <Features release={release} readOnly={readOnly} onChange={(features) => edit({ features })} />
      <Questions release={release} readOnly={readOnly} onChange={(questions) => edit({ questions })} />
      {rows.prose('userGuide', t('press.userGuide'), { placeholder: t('press.userGuideHint'), lines: 3 })}
      <h3 className={css.pressHeading}>{t('press.prompts')}</h3>
      {prompts.map((field) => (
        <div key={field}>{rows.prose(field, t(`press.${field}`))}</div>
      ))}
      {written && (
        <p className={lines.note} role="status">
          {missing.length === 0
            ? t('press.complete')
            : t('press.missing', {
                parts: missing.map((part) => t(`press.part.${part}`)).join(t('list.join')),
              })}
        </p>
      )}
    </Folding>
  );
}

interface PartProps<T> {
  readonly release: PressRelease;
  readonly readOnly: boolean;
  readonly onChange: (next: T) => void;
}

/** Three to five features, one a line; an emptied one goes. */
function Features({ release, readOnly, onChange }: PartProps<string[]>) {
  const { t } = useTranslation('planning');
  const [text, setText] = useState('');
  const { features } = release;
  const replaced = (at: number, value: string | null): string[] =>
    features.flatMap((each, index) => (index === at ? (value === null ? [] : [value]) : [each]));
  return (
    <fieldset className={css.group}>
      <legend className={css.pressHeading}>{t('press.features')}</legend>
      <ol>
        {features.map((feature, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a feature is its place among the others
          <li key={at} className={lines.pair}>
            <span className={css.featureText}>
              <InlineField
                label={t('press.feature', { number: at + 1 })}
                labelAt="hidden"
                value={feature as string | null}
                show={(value) => value ?? ''}
                read={readText(500)}
                readOnly={readOnly}
                onCommit={(value) => onChange(replaced(at, value))}
              />
            </span>
            {!readOnly && (
              <RemoveButton
                narrow
                label={t('press.removeFeature', { number: at + 1 })}
                onPress={() => onChange(replaced(at, null))}
              />
            )}
          </li>
        ))}
      </ol>
      {!readOnly && features.length < MOST_FEATURES && (
        <form
          className={css.newLine}
          onSubmit={(event) => {
            event.preventDefault();
            const feature = text.trim().slice(0, 500);
            setText('');
            if (feature !== '') onChange([...features, feature]);
          }}
        >
          <input
            aria-label={t('press.addFeature')}
            placeholder={t('press.addFeature')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </form>
      )}
      {features.length > 0 && !isWritten(release, 'features') && (
        <p className={lines.note}>
          {t('press.featuresCount', { least: FEWEST_FEATURES, most: MOST_FEATURES })}
        </p>
      )}
    </fieldset>
  );
}

type Questions = PressRelease['questions'];

/** What stakeholders will ask, each with its answer. */
function Questions({ release, readOnly, onChange }: PartProps<Questions>) {
  const { t } = useTranslation('planning');
  const [text, setText] = useState('');
  const { questions } = release;
  const replaced = (at: number, values: Partial<Questions[number]>): Questions =>
    questions.map((each, index) => (index === at ? { ...each, ...values } : each));
  return (
    <fieldset className={css.group}>
      <legend className={css.pressHeading}>{t('press.questions')}</legend>
      <ol className={css.questions}>
        {questions.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place among the others
          <li key={at}>
            <div className={lines.pair}>
              <span className={css.featureText}>
                <InlineField
                  label={t('press.question', { number: at + 1 })}
                  labelAt="hidden"
                  value={each.question}
                  show={(value) => value}
                  read={(typed) => ({ ok: true, value: typed.trim().slice(0, 2000) })}
                  readOnly={readOnly}
                  onCommit={(question) => onChange(replaced(at, { question }))}
                />
              </span>
              {!readOnly && (
                <RemoveButton
                  narrow
                  label={t('press.removeQuestion', { number: at + 1 })}
                  onPress={() => onChange(questions.filter((_each, index) => index !== at))}
                />
              )}
            </div>
            <InlineField
              label={t('press.answer', { number: at + 1 })}
              labelAt="hidden"
              lines={2}
              placeholder={t('press.answerHint')}
              value={each.answer}
              show={(value) => value}
              read={(typed) => ({ ok: true, value: typed.slice(0, 10_000) })}
              readOnly={readOnly}
              onCommit={(answer) => onChange(replaced(at, { answer }))}
            />
          </li>
        ))}
      </ol>
      {!readOnly && (
        <form
          className={css.newLine}
          onSubmit={(event) => {
            event.preventDefault();
            const question = text.trim().slice(0, 2000);
            setText('');
            if (question !== '') onChange([...questions, { question, answer: '' }]);
          }}
        >
          <input
            aria-label={t('press.addQuestion')}
            placeholder={t('press.addQuestion')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </form>
      )}
    </fieldset>
  );
}

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { type FieldTest, type RuleTable, ruleFields, ruleTables } from '../../../shared/guardrails/rules.ts';
import { Button } from '../../ui/Button.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { fieldWord } from '../history/fieldWords.ts';
import type { DraftTest, OwnRule } from './draftTest.ts';
import css from './guardrails.module.css';
import { readLimit, typedLimit } from './LimitField.tsx';
import { hasValue, kindOf, ruleWords } from './ruleWords.ts';
import { TestFields } from './TestFields.tsx';
import { useRuleSpeech } from './useRuleSpeech.ts';

const firstTest = (table: RuleTable): DraftTest => ({
  field: Object.keys(ruleFields[table])[0] ?? '',
  comparison: 'known',
  text: '',
});
const MOST_CONDITIONS = 5;

/** A rule of one's own as one sentence: every field of it by keyboard, its name proposed from what it says. */
export function RuleEditor({
  records,
  rule,
  name: ownName,
  onSave,
  onCancel,
}: {
  readonly records: PortfolioRecords;
  /** The rule to change; null for a new one. */
  readonly rule: OwnRule | null;
  /** What it is called where somebody named it; null while its name says what the rule says. */
  readonly name: string | null;
  readonly onSave: (rule: OwnRule, name: string) => Promise<boolean>;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('guardrails');
  const { t: common } = useTranslation();
  const speech = useRuleSpeech(records);
  const [table, setTable] = useState<RuleTable>(rule?.table ?? 'initiative');
  const [must, setMust] = useState<DraftTest>(() => (rule ? draftOf(rule.must) : firstTest('initiative')));
  const [where, setWhere] = useState<readonly DraftTest[]>(() => (rule?.where ?? []).map(draftOf));
  const [name, setName] = useState(ownName);
  const [wrong, setWrong] = useState<string | null>(null);
  const parsed = { must: testOf(must), where: where.map(testOf) };
  const made = ((): OwnRule | null => {
    const conditions = parsed.where.flatMap((test) => test ?? []);
    return parsed.must && conditions.length === where.length
      ? { kind: 'own', table, where: conditions, must: parsed.must }
      : null;
  })();
  const proposed = made ? ruleWords(made, speech) : '';
  const save = async (): Promise<void> => {
    if (!made) {
      const bad = [must, ...where].find((test) => !testOf(test));
      setWrong(bad ? t('editor.valueNeeded', { field: speechField(bad.field) }) : null);
      return;
    }
    const called = name?.trim() ? name.trim() : proposed;
    if (await onSave(made, called)) onCancel();
  };
  const take = (next: RuleTable): void => {
    setTable(next);
    setMust(firstTest(next));
    setWhere([]);
  };
  return (
    <form
      className={css.editor}
      aria-label={rule ? t('editor.change') : t('editor.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <div className={css.sentence}>
        <span>{t('editor.every')}</span>
        <select
          // biome-ignore lint/a11y/noAutofocus: the form was asked for, and begins here
          autoFocus
          aria-label={t('editor.table')}
          value={table}
          onChange={(event) => {
            const next = ruleTables.find((each) => each === event.target.value);
            if (next) take(next);
          }}
        >
          {ruleTables.map((each) => (
            <option key={each} value={each}>
              {t(`of.${each}`)}
            </option>
          ))}
        </select>
        {where.map((test, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name but their place
          <span key={at} className={css.condition}>
            <span>{at === 0 ? t('editor.where') : t('rule.and').trim()}</span>
            <TestFields
              table={table}
              test={test}
              speech={speech}
              labels={{
                field: t('editor.whereField', { number: at + 1 }),
                comparison: t('editor.whereComparison', { number: at + 1 }),
                value: t('editor.whereValue', { number: at + 1 }),
              }}
              onChange={(next) => setWhere(where.map((each, k) => (k === at ? next : each)))}
            />
            <RemoveButton
              label={t('editor.removeWhere', { number: at + 1 })}
              onPress={() => setWhere(where.filter((_, k) => k !== at))}
            />
          </span>
        ))}
        {where.length < MOST_CONDITIONS && (
          <Button look="quiet" onPress={() => setWhere([...where, firstTest(table)])}>
            <Plus size={14} aria-hidden />
            {t('editor.addWhere')}
          </Button>
        )}
        <span>{t('editor.must')}</span>
        <TestFields
          table={table}
          test={must}
          speech={speech}
          labels={{
            field: t('editor.field'),
            comparison: t('editor.comparison'),
            value: t('editor.value'),
          }}
          onChange={setMust}
        />
      </div>
      <div className={css.editorFoot}>
        <label>
          <span>{t('editor.name')}</span>
          <input
            value={name ?? proposed}
            maxLength={500}
            onChange={(event) => setName(event.target.value)}
            onBlur={() => {
              if (name?.trim() === '') setName(null);
            }}
          />
        </label>
        <Button onPress={onCancel}>{common('action.cancel')}</Button>
        <Button look="primary" type="submit">
          {t('editor.save')}
        </Button>
      </div>
      {wrong !== null && !made && (
        <p className={css.wrong} role="alert">
          {wrong}
        </p>
      )}
    </form>
  );

  function draftOf(test: FieldTest): DraftTest {
    const unit = kindOf(rule?.table ?? table, test.field);
    const text =
      typeof test.value === 'number' && unit !== 'text' && unit !== 'record'
        ? typedLimit(unit, test.value, speech.currency)
        : String(test.value ?? '');
    return { field: test.field, comparison: test.comparison, text };
  }
  function testOf(draft: DraftTest): FieldTest | null {
    const { field, comparison, text } = draft;
    if (!hasValue(comparison)) return { field, comparison, value: null };
    const kind = kindOf(table, field);
    if (kind === 'text' || kind === 'record')
      return text.trim() === '' ? null : { field, comparison, value: text.trim() };
    const read = readLimit(kind, text, speech.currency);
    return read.ok && read.value !== null ? { field, comparison, value: read.value } : null;
  }
  function speechField(field: string): string {
    return fieldWord(table, field, speech.language);
  }
}

import { useTranslation } from 'react-i18next';
import { modes, relationships, stages } from '../../../shared/domain/records.ts';
import { comparisons, type RuleTable, ruleFields } from '../../../shared/guardrails/rules.ts';
import { fieldWord } from '../history/fieldWords.ts';
import type { DraftTest } from './draftTest.ts';
import {
  comparisonsFor,
  comparisonWord,
  hasValue,
  kindOf,
  type RuleSpeech,
  referred,
  ruleValueWords,
} from './ruleWords.ts';

/** The words that a field can only hold, or null where anything can be typed. */
function choicesOf(
  table: RuleTable,
  field: string,
  speech: RuleSpeech,
): readonly { readonly id: string; readonly text: string }[] | null {
  if (kindOf(table, field) === 'record')
    return Object.values(referred(speech.records, field))
      .map(({ id, name }) => ({ id, text: name }))
      .sort((a, b) => a.text.localeCompare(b.text, speech.language));
  const words = fixed[`${table}.${field}`];
  return words?.map((id) => ({ id, text: ruleValueWords(table, field, id, speech) })) ?? null;
}

/** Field, comparison and value of one test, side by side. */
export function TestFields({
  table,
  test,
  speech,
  labels,
  onChange,
}: {
  readonly table: RuleTable;
  readonly test: DraftTest;
  readonly speech: RuleSpeech;
  readonly labels: { readonly field: string; readonly comparison: string; readonly value: string };
  readonly onChange: (test: DraftTest) => void;
}) {
  const { t } = useTranslation('guardrails');
  const kind = kindOf(table, test.field);
  const choices = choicesOf(table, test.field, speech);
  return (
    <>
      <select
        aria-label={labels.field}
        value={test.field}
        onChange={(event) => {
          const field = event.target.value;
          const fits = comparisonsFor(kindOf(table, field)).includes(test.comparison);
          onChange({ field, comparison: fits ? test.comparison : 'is', text: '' });
        }}
      >
        {Object.keys(ruleFields[table]).map((field) => (
          <option key={field} value={field}>
            {fieldWord(table, field, speech.language)}
          </option>
        ))}
      </select>
      <select
        aria-label={labels.comparison}
        value={test.comparison}
        onChange={(event) => {
          const comparison = comparisons.find((each) => each === event.target.value);
          if (comparison) onChange({ ...test, comparison });
        }}
      >
        {comparisonsFor(kind).map((comparison) => (
          <option key={comparison} value={comparison}>
            {comparisonWord(comparison, kind, speech)}
          </option>
        ))}
      </select>
      {hasValue(test.comparison) &&
        (choices ? (
          <select
            aria-label={labels.value}
            value={test.text}
            onChange={(event) => onChange({ ...test, text: event.target.value })}
          >
            <option value="">{t('editor.choose')}</option>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.text}
              </option>
            ))}
          </select>
        ) : (
          <input
            aria-label={labels.value}
            value={test.text}
            onChange={(event) => onChange({ ...test, text: event.target.value })}
          />
        ))}
    </>
  );
}

const fixed: Readonly<Record<string, readonly string[]>> = {
  'initiative.mode': modes,
  'initiative.stage': stages,
  'partner.relationship': relationships,
};

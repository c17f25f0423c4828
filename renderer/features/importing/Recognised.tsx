import { FileSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import { fieldsOf } from '../../../shared/exchange/importFields.ts';
import type { SourceNote, SourceNoteKind } from '../../../shared/exchange/sources.ts';
import { cutText } from '../../../shared/exchange/table/cellText.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { currencyChoices } from '../../ui/currencies.ts';
import { SelectField } from '../../ui/Field.tsx';
import { surenessOf } from './choices.ts';
import css from './SourceNotes.module.css';
import { isToLookAt } from './toLookAt.ts';
import { useFieldLabel } from './useFieldLabel.ts';
import type { PreviewState } from './useImportPreview.ts';

const NOTES = 3;
/** So much of an example is shown on the one line. */
const EXAMPLE = 60;

/** Notes on columns of years, the first of which says what can be done about them. */
const OF_TIMES: readonly SourceNoteKind[] = ['timesAdded', 'oneYearOnly', 'timesLeft', 'moneyLeft'];

/** Notes on a sign that several currencies share: which one is meant is chosen beside them. */
const OF_CURRENCY: readonly SourceNoteKind[] = ['currencyOpen', 'currencyTold'];

export interface RecognisedProps {
  readonly preview: ImportPreview;
  readonly readAs: PreviewState['readAs'];
  readonly takeAs: PreviewState['takeAs'];
}

/**
 * One line about what the file was recognised as, which fields are filled by a column that may be another, and the first
 * things seen in it, those to look at before the others; of a plain list only what is to be looked at. Money by years can
 * be added up, or left apart, and the currency of a sign chosen, where a note tells of it.
 */
export function Recognised({ preview, readAs, takeAs }: RecognisedProps) {
  const { t } = useTranslation(['importSources', 'importReasons', 'importing']);
  const language = usePreferences((state) => state.language);
  const { plan, columns, sheets = [], notes = [], tables = [] } = preview;
  const taken = tables.filter(({ taken, join }) => taken || join !== null).map(({ fileName }) => fileName);
  const as = [
    ...(sheets.length > 0 ? [t('recognised.sheets', { count: sheets.length })] : []),
    ...(plan.kind === 'jira' ? [t('recognised.jira')] : []),
    ...(plan.turned ? [t('recognised.turned')] : []),
  ];
  const subject = plan.rows ?? 'initiatives';
  const labelOf = useFieldLabel(subject);
  const doubtful = fieldsOf[subject].filter((field) => {
    const column = columns.find(({ index }) => index === plan.columns[field]);
    const isFound = column?.matched === 'name' || column?.matched === 'values';
    return isFound && typeof column.sure === 'number' && surenessOf(column.sure) === 'look';
  });
  const isPlain = as.length === 0 && taken.length === 0;
  const ofTimes =
    plan.addTimes === undefined
      ? undefined
      : OF_TIMES.flatMap((what) => notes.find((note) => note.what === what) ?? []).at(0);
  /** What can be done something about first, then what is to be looked at. */
  const isOfCurrency = ({ what }: SourceNote): boolean => OF_CURRENCY.includes(what);
  const weightOf = (note: SourceNote): number =>
    note === ofTimes || isOfCurrency(note) ? 2 : isToLookAt(note) ? 1 : 0;
  // That sheets were left is said by their number; that rows were turned by the words above.
  const said = notes.filter(
    (note) =>
      note.what !== 'turned' &&
      note.what !== 'otherSheets' &&
      note.what !== 'dateSerial' &&
      !(isPlain && weightOf(note) === 0),
  );
  if (isPlain && said.length === 0 && doubtful.length === 0) return null;
  return (
    <div className={css.recognised}>
      <FileSearch size={14} aria-hidden />
      {as.length > 0 && (
        <strong>
          {plan.sheet === undefined
            ? t('recognised', { as: as.join(' · ') })
            : t('recognised.sheet', { as: as.join(' · '), sheet: plan.sheet })}
        </strong>
      )}
      {doubtful.length > 0 && (
        <span>{t('recognised.doubtful', { fields: doubtful.map(labelOf).join(' · ') })}</span>
      )}
      {taken.length > 0 && <span>{t('recognised.with', { tables: taken.join(' · ') })}</span>}
      {[...said]
        .sort((a, b) => weightOf(b) - weightOf(a))
        .slice(0, NOTES)
        .flatMap((note) => [
          <span key={`${note.what} ${note.examples[0]}`}>
            {t(`note.${note.what}`, { ns: 'importReasons' })} · {formatNumber(note.count, language)}
            {isToLookAt(note) && note.examples[0] !== undefined && (
              <span className={css.examples}>
                {t('notes.examples', { examples: cutText(note.examples[0], EXAMPLE) })}
              </span>
            )}
          </span>,
          ...(isOfCurrency(note)
            ? [
                <SelectField
                  key="currency"
                  compact
                  label={t('file.currency', { ns: 'importing' })}
                  value={plan.currency}
                  choices={currencyChoices(language)}
                  onChange={(currency) => takeAs({ currency })}
                />,
              ]
            : []),
          // By its own key it stays, and keeps the focus, when the note before it becomes another one.
          ...(note === ofTimes
            ? [
                <Button key="times" look="quiet" onPress={() => readAs({ addTimes: !plan.addTimes })}>
                  {t(plan.addTimes ? 'times.apart' : 'times.add')}
                </Button>,
              ]
            : []),
        ])}
    </div>
  );
}

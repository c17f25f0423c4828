import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { modes, stages } from '../../../shared/domain/records.ts';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import {
  type RowSubject,
  type TranslatedField,
  translatedFields,
} from '../../../shared/exchange/importFields.ts';
import { isOwnList } from '../../../shared/exchange/sources.ts';
import type { SaidWord, Translation } from '../../../shared/exchange/translation.ts';
import { choicesOf as choiceValues } from '../../../shared/exchange/values/choiceWords.ts';
import { confidenceWords } from '../../../shared/exchange/values/statusWords.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import type { PreviewColumn } from './choices.ts';
import { useFieldLabel } from './useFieldLabel.ts';
import type { PreviewState } from './useImportPreview.ts';
import { useValueWords } from './useValueWords.ts';
import css from './ValuesTab.module.css';

type Value = NonNullable<PreviewColumn['values']>[number];

export interface ValuesTabProps {
  readonly preview: ImportPreview;
  readonly translate: PreviewState['translate'];
  readonly takeAs: PreviewState['takeAs'];
}

/** Selects can hold no null: these stand for our own reading, and for "not known". */
const OWN = '#own';
const UNKNOWN = '#unknown';
const yesNo = ['yes', 'no'] as const;

const steps = ['5', '4', '3', '2', '1'] as const;
const choicesOf: Readonly<Record<TranslatedField, readonly string[]>> = {
  ...choiceValues,
  importance: steps,
  currentMaturity: steps,
  targetMaturity: steps,
  capabilityImportance: steps,
  stage: stages,
  mode: modes,
  status: confidenceWords,
  funded: yesNo,
  overhead: yesNo,
  retired: yesNo,
};

/** Every distinct value of the columns of all lists and of the tables that join them whose words are translated, with what it becomes; and what counts as unknown. */
export function ValuesTab({ preview, translate, takeAs }: ValuesTabProps) {
  const { t } = useTranslation('importSubjects');
  const sections = translatedFields.flatMap((field) => {
    const column = preview.columns.find(({ index }) => index === preview.plan.columns[field]);
    return column?.values && column.values.length > 0 ? [{ field, column, values: column.values }] : [];
  });
  const further = (preview.tableValues ?? []).flatMap(({ file, ...column }) => {
    const table = preview.tables?.find((each) => each.file === file);
    const choice = preview.plan.tables?.find((each) => each.file === file);
    if (!table || !choice) return [];
    const subject: RowSubject = isOwnList(table.role)
      ? table.role
      : table.role === 'suppliers'
        ? 'partners'
        : 'initiatives';
    const words = choice.translations ?? [];
    return [
      { ...column, file, fileName: table.fileName, subject, words, keepsText: table.role !== 'suppliers' },
    ];
  });
  return (
    <div className={css.values}>
      <div className={css.sections}>
        {sections.length + further.length === 0 && <p className={css.none}>{t('valuesNone')}</p>}
        {sections.map(({ field, column, values }) => (
          <Section
            key={field}
            field={field}
            header={column.header}
            values={values}
            subject={preview.plan.rows ?? 'initiatives'}
            words={preview.plan.translations ?? []}
            translate={translate}
          />
        ))}
        {further.map(({ file, fileName, field, header, values, subject, words, keepsText }) => (
          <Section
            key={`${file} ${field}`}
            field={field}
            header={header}
            fileName={fileName}
            values={values}
            subject={subject}
            words={words}
            keepsText={keepsText}
            translate={(said) => translate(said, file)}
          />
        ))}
      </div>
      <UnknownWords words={preview.plan.unknownWords ?? []} takeAs={takeAs} />
    </div>
  );
}

function Section({
  field,
  header,
  fileName,
  values,
  subject,
  words,
  keepsText = true,
  translate,
}: {
  readonly field: TranslatedField;
  readonly header: string;
  /** Where it is a list beside the one that the import is about. */
  readonly fileName?: string;
  readonly values: readonly Value[];
  readonly subject: RowSubject;
  readonly words: readonly Translation[];
  /** False where a record has no place for texts of the list that are not understood. */
  readonly keepsText?: boolean;
  readonly translate: (words: readonly SaidWord[]) => void;
}) {
  const { t } = useTranslation('importMapping');
  const labelOf = useFieldLabel(subject);
  const language = usePreferences((state) => state.language);
  const say = useValueWords();
  const said = new Map(
    words.flatMap((each) => (each.field === field ? [[each.from, each.to] as const] : [])),
  );
  const proposals = values.filter(({ text, proposed }) => proposed !== null && !said.has(text));
  const unread = values.filter(({ text, reads }) => reads === null && !said.has(text)).length;
  return (
    <section aria-label={[labelOf(field), fileName].filter(Boolean).join(' · ')} className={css.section}>
      <header>
        <h3>
          {labelOf(field)} <span>{fileName === undefined ? header : `${header} · ${fileName}`}</span>
        </h3>
        {unread > 0 && <p className={css.unread}>{t('values.unread', { count: unread })}</p>}
        {proposals.length > 0 && (
          <Button
            look="quiet"
            onPress={() =>
              translate(proposals.map(({ text, proposed }) => ({ field, from: text, to: proposed })))
            }
          >
            {t('values.takeAll', { count: proposals.length })}
          </Button>
        )}
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('values.theirs')}</th>
            <th scope="col">{t('values.count')}</th>
            <th scope="col">{t('values.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value) => {
            const to = said.get(value.text);
            const own =
              value.reads === null
                ? t(keepsText ? 'values.keptAsText' : 'values.leftUnknown')
                : value.reads === ''
                  ? t('values.asRead', { value: t('values.unknown') })
                  : field === 'status'
                    ? t('values.asWritten')
                    : t('values.asRead', { value: say(field, value.reads) });
            const other = to !== undefined && to !== '' && !choicesOf[field].includes(to) ? [to] : [];
            return (
              <tr key={value.text} data-unread={value.reads === null && to === undefined}>
                <th scope="row">{value.text}</th>
                <td className={css.count}>{formatNumber(value.count, language)}</td>
                <td>
                  <div className={css.becomes}>
                    <SelectField
                      compact
                      label={t('values.of', { text: value.text })}
                      value={to === undefined ? OWN : to === '' ? UNKNOWN : to}
                      choices={[
                        { id: OWN, text: own },
                        ...[...choicesOf[field], ...other].map((id) => ({ id, text: say(field, id) })),
                        { id: UNKNOWN, text: t('values.unknown') },
                      ]}
                      onChange={(id) =>
                        translate([
                          { field, from: value.text, to: id === OWN ? null : id === UNKNOWN ? '' : id },
                        ])
                      }
                    />
                    {value.proposed !== null && to === undefined && (
                      <Button
                        look="quiet"
                        onPress={() => translate([{ field, from: value.text, to: value.proposed }])}
                      >
                        {t('values.propose', { value: say(field, value.proposed) })}
                      </Button>
                    )}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Words of the list that say only "not known", one a line; taken when the field is left. */
function UnknownWords({
  words,
  takeAs,
}: {
  readonly words: readonly string[];
  readonly takeAs: PreviewState['takeAs'];
}) {
  const { t } = useTranslation('importMapping');
  const [text, setText] = useState(words.join('\n'));
  useEffect(() => setText(words.join('\n')), [words]);
  const take = (): void => {
    const next = [...new Set(text.split('\n').map((line) => line.trim().slice(0, 200)))].filter(Boolean);
    if (next.join('\n') !== words.join('\n')) takeAs({ unknownWords: next });
  };
  return (
    <section className={css.unknown} aria-label={t('unknown.title')}>
      <h3>{t('unknown.title')}</h3>
      <TextField
        multiline
        label={t('unknown.words')}
        help={t('unknown.help')}
        value={text}
        onChange={setText}
        onKeep={take}
      />
    </section>
  );
}

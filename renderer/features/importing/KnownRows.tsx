import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { subjectTables } from '../../../shared/exchange/columns/subjectKinds.ts';
import type { RowMatch } from '../../../shared/exchange/contract.ts';
import { type ImportField, importFields, type RowSubject } from '../../../shared/exchange/importFields.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import css from './KnownTab.module.css';
import { useFieldLabel } from './useFieldLabel.ts';
import type { PreviewState } from './useImportPreview.ts';
import { useShownValue } from './useShownValue.ts';

const NEW = '#new';
const OTHER = '#other';
const FOUND = '#found';
const DIFFERENCES = 4;

const tableOf = (subject: RowSubject) => (subject === 'initiatives' ? 'initiative' : subjectTables[subject]);

/** Rows of the list with the record each is taken for, why, and what would change; a list that the keyboard walks. */
export function KnownRows({
  subject,
  rows,
  none,
  decide,
}: {
  readonly subject: RowSubject;
  readonly rows: readonly RowMatch[];
  readonly none: string;
  readonly decide: PreviewState['decide'];
}) {
  const { t } = useTranslation('importMapping');
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const [picking, setPicking] = useState<number | null>(null);
  if (rows.length === 0) return <p className={css.none}>{none}</p>;

  const focusRow = (at: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, at));
    setCurrent(next);
    const row = body.current?.rows.item(next);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, at: number): void => {
    // Keys typed in a choice inside the row are its own.
    if (event.target !== event.currentTarget) return;
    const match = rows[at];
    if (!match) return;
    const best = match.candidates[0];
    const key = event.key.toLowerCase();
    if (key === 'arrowdown') focusRow(at + 1);
    else if (key === 'arrowup') focusRow(at - 1);
    else if (key === 'home') focusRow(0);
    else if (key === 'end') focusRow(rows.length - 1);
    else if (key === 'enter' && best) {
      decide([{ row: match.row, id: best.id }]);
      focusRow(at + 1);
    } else if (key === 'n') {
      decide([{ row: match.row, id: null }]);
      focusRow(at + 1);
    } else if (key === 'l') event.currentTarget.querySelector('select')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div className={css.scroll}>
      <table className={css.rows}>
        <thead>
          <tr>
            <th scope="col">{t('known.row')}</th>
            <th scope="col">{t('known.theirs')}</th>
            <th scope="col">{t('known.ours')}</th>
            <th scope="col">{t('known.why')}</th>
            <th scope="col">{t('known.differs')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((match, at) => (
            <tr
              key={match.row}
              tabIndex={at === Math.min(current, rows.length - 1) ? 0 : -1}
              data-chosen={match.chosen}
              onFocus={(event) => {
                if (event.target === event.currentTarget) setCurrent(at);
              }}
              onKeyDown={(event) => onKeyDown(event, at)}
            >
              <td className={css.number}>{match.row}</td>
              <th scope="row">{match.name}</th>
              <td>
                {picking === match.row ? (
                  <Pick
                    subject={subject}
                    row={match.row}
                    onPick={(id) => {
                      setPicking(null);
                      decide([{ row: match.row, id }]);
                    }}
                  />
                ) : (
                  <Taken
                    subject={subject}
                    match={match}
                    decide={decide}
                    onOther={() => setPicking(match.row)}
                  />
                )}
              </td>
              <td>
                <Why match={match} />
              </td>
              <td>
                <Differences subject={subject} match={match} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Taken({
  subject,
  match,
  decide,
  onOther,
}: {
  readonly subject: RowSubject;
  readonly match: RowMatch;
  readonly decide: PreviewState['decide'];
  readonly onOther: () => void;
}) {
  const { t } = useTranslation(['importMapping', 'importSubjects']);
  const records = usePortfolio((state) => state.records);
  const ours: Readonly<Record<string, { readonly name: string }>> = records?.[tableOf(subject)] ?? {};
  const known = new Map(match.candidates.map(({ id, name }) => [id, name]));
  if (match.taken !== null && !known.has(match.taken))
    known.set(match.taken, ours[match.taken]?.name ?? match.taken);
  const best = match.candidates[0];
  return (
    <span className={css.taken}>
      <SelectField
        compact
        label={t('known.chooseFor', { row: match.row })}
        value={match.taken ?? NEW}
        choices={[
          ...[...known].map(([id, text]) => ({ id, text })),
          { id: NEW, text: t(`isNew.${subject}`, { ns: 'importSubjects' }) },
          { id: OTHER, text: t('known.choose') },
          ...(match.chosen ? [{ id: FOUND, text: t('known.asFound') }] : []),
        ]}
        onChange={(id) => {
          if (id === OTHER) onOther();
          else if (id === FOUND) decide([{ row: match.row, id: undefined }]);
          else decide([{ row: match.row, id: id === NEW ? null : id }]);
        }}
      />
      {match.chosen ? (
        <small>{t('known.decided')}</small>
      ) : (
        match.taken === null &&
        best && (
          <Button
            look="quiet"
            className={css.guess ?? ''}
            onPress={() => decide([{ row: match.row, id: best.id }])}
          >
            {t('values.propose', { value: best.name })}
          </Button>
        )
      )}
    </span>
  );
}

function Pick({
  subject,
  row,
  onPick,
}: {
  readonly subject: RowSubject;
  readonly row: number;
  readonly onPick: (id: string) => void;
}) {
  const { t } = useTranslation('importMapping');
  const records = usePortfolio((state) => state.records);
  return (
    <RecordPicker
      label={t('known.chooseFor', { row })}
      records={Object.values(records?.[tableOf(subject)] ?? {})}
      onPick={onPick}
    />
  );
}

function Why({ match }: { readonly match: RowMatch }) {
  const { t } = useTranslation('importMapping');
  const taken = match.candidates.find(({ id }) => id === match.taken) ?? match.candidates[0];
  if (!taken) return null;
  return (
    <span className={css.why}>
      {taken.why.map((each) => (
        <span key={each}>{t(`why.${each}`)}</span>
      ))}
      {taken.against.map((each) => (
        <span key={each} data-against>
          {t(`against.${each}`)}
        </span>
      ))}
      {taken.likeness < 1 && <small>{t('known.alike', { percent: Math.round(100 * taken.likeness) })}</small>}
    </span>
  );
}

function Differences({ subject, match }: { readonly subject: RowSubject; readonly match: RowMatch }) {
  const { t } = useTranslation('importMapping');
  const labelOf = useFieldLabel(subject);
  const show = useShownValue();
  const { differences } = match;
  if (differences.length === 0) return <span className={css.same}>{t('known.nothing')}</span>;
  const nameOf = (field: string): string => {
    const known = importFields.find((each) => each === field);
    return known ? labelOf(known) : field.replace(/^extra:/, '');
  };
  const sayValue = (field: string, text: string | null): string =>
    text === null ? t('differs.empty') : show(field as ImportField, text);
  return (
    <ul className={css.differences}>
      {differences.slice(0, DIFFERENCES).map(({ field, ours, theirs }) => (
        <li key={field} title={`${ours ?? ''} → ${theirs ?? ''}`}>
          <b>{nameOf(field)}</b> <s>{sayValue(field, ours)}</s> <span>{sayValue(field, theirs)}</span>
        </li>
      ))}
      {differences.length > DIFFERENCES && (
        <li className={css.same}>{t('differs.more', { count: differences.length - DIFFERENCES })}</li>
      )}
    </ul>
  );
}

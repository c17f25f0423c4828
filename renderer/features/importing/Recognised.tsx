import { FileSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import type { SourceNoteKind } from '../../../shared/exchange/sources.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import css from './SourceNotes.module.css';

const NOTES = 3;

/** Notes on what a person should look at before the list comes in; the others say what was done to read it. */
const TO_LOOK_AT: ReadonlySet<SourceNoteKind> = new Set([
  'struckRows',
  'dayOrderOpen',
  'currencyOpen',
  'unitOpen',
  'oneYearOnly',
  'partOnly',
  'timesLeft',
  'uppersCounted',
  'blocksOpen',
  'idsRounded',
  'formulaEmpty',
  'otherTable',
]);

/**
 * One line about what the file was recognised as, and the first things seen in it, those to look at before the others;
 * nothing for a plain list.
 */
export function Recognised({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation(['importSources', 'importReasons']);
  const language = usePreferences((state) => state.language);
  const { plan, sheets = [], notes = [], tables = [] } = preview;
  const taken = tables.filter(({ taken, join }) => taken || join !== null).map(({ fileName }) => fileName);
  const as = [
    ...(sheets.length > 0 ? [t('recognised.sheets', { count: sheets.length })] : []),
    ...(plan.kind === 'jira' ? [t('recognised.jira')] : []),
    ...(plan.turned ? [t('recognised.turned')] : []),
  ];
  if (as.length === 0 && taken.length === 0) return null;
  // That sheets were left is said by their number; that rows were turned by the words above.
  const said = notes.filter(
    ({ what }) => what !== 'turned' && what !== 'otherSheets' && what !== 'dateSerial',
  );
  return (
    <p className={css.recognised}>
      <FileSearch size={14} aria-hidden />
      {as.length > 0 && (
        <strong>
          {plan.sheet === undefined
            ? t('recognised', { as: as.join(' · ') })
            : t('recognised.sheet', { as: as.join(' · '), sheet: plan.sheet })}
        </strong>
      )}
      {taken.length > 0 && <span>{t('recognised.with', { tables: taken.join(' · ') })}</span>}
      {[...said]
        .sort((a, b) => Number(TO_LOOK_AT.has(b.what)) - Number(TO_LOOK_AT.has(a.what)))
        .slice(0, NOTES)
        .map(({ what, count, examples }) => (
          <span key={`${what} ${examples[0]}`}>
            {t(`note.${what}`, { ns: 'importReasons' })} · {formatNumber(count, language)}
          </span>
        ))}
    </p>
  );
}

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import { findingKey } from '../../../shared/coverage/findingKey.ts';
import type { Finding } from '../../../shared/coverage/findings.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { isText, useKept } from '../../state/kept.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { subjectOf } from '../coverage/findingWords.ts';
import { RecordChanges } from '../history/RecordChanges.tsx';
import css from './comparison.module.css';
import type { Compared } from './comparisonData.ts';
import { comparisonParagraph } from './paragraph.ts';

const SHOWN = 60;

/** One state's differences in words: a paragraph to paste, findings that open or close, and every record. */
export function ChangesList({
  baseName,
  compared,
}: {
  /** As it stands in a sentence. */
  readonly baseName: string;
  readonly compared: readonly Compared[];
}) {
  const { t } = useTranslation('comparison');
  const language = usePreferences((state) => state.language);
  const [wanted, setWanted] = useKept('comparison.changes', '', isText);
  /** The paragraph that was copied: another one is not yet. */
  const [copiedText, setCopied] = useState('');
  const shown = compared.find(({ id }) => id === wanted) ?? compared[0];
  const own = useCurrency();
  const currency = shown ? settingsOf(shown.before).currency : own;
  const figures = useFigureWords(currency);
  if (!shown) return null;
  const { records, coverage } = shown.comparison;
  const paragraph = comparisonParagraph(shown, baseName, { say: t, figures, currency });
  const copied = copiedText === paragraph;
  const rest = records.changes.length - SHOWN;
  return (
    <div className={css.changes}>
      {compared.length > 1 && (
        <SelectField
          compact
          label={t('changes.of')}
          value={shown.id}
          choices={compared.map(({ id, name }) => ({ id, text: name }))}
          onChange={setWanted}
        />
      )}
      <section>
        <h2>{t('words.title')}</h2>
        <p className={css.paragraph}>{paragraph}</p>
        <Button
          onPress={() => {
            void navigator.clipboard.writeText(paragraph).then(() => setCopied(paragraph));
          }}
        >
          {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          {copied ? t('words.copied') : t('words.copy')}
        </Button>
      </section>
      <section>
        <h2>{t('findings.title')}</h2>
        {!coverage.known && <p>{t('findings.unknown')}</p>}
        {coverage.opened.length + coverage.closed.length === 0 && <p>{t('findings.none')}</p>}
        <FindingLines kind="opened" findings={coverage.opened} records={shown.after} />
        <FindingLines kind="closed" findings={coverage.closed} records={shown.before} />
      </section>
      <section>
        <h2>{t('changes.title')}</h2>
        {records.changes.length === 0 ? (
          <p>{t('changes.none')}</p>
        ) : (
          <RecordChanges
            changes={records.changes.slice(0, SHOWN)}
            names={records.names}
            currency={currency}
            language={language}
          />
        )}
        {rest > 0 && <p>{t('changes.more', { count: rest })}</p>}
      </section>
    </div>
  );
}

function FindingLines({
  kind,
  findings,
  records,
}: {
  readonly kind: 'opened' | 'closed';
  readonly findings: readonly Finding[];
  /** The side that has them. */
  readonly records: PortfolioRecords;
}) {
  const { t } = useTranslation('comparison');
  const { t: coverage } = useTranslation('coverage');
  if (findings.length === 0) return null;
  return (
    <ul className={css.findings}>
      {findings.slice(0, SHOWN).map((finding) => (
        <li key={findingKey(finding)} data-kind={kind}>
          <b>{t(`findings.${kind}`)}</b>{' '}
          {t('findings.line', {
            type: coverage(`type.${finding.type}`),
            subject: subjectOf(finding, { say: coverage, records }),
          })}
        </li>
      ))}
      {findings.length > SHOWN && <li>{t('findings.more', { count: findings.length - SHOWN })}</li>}
    </ul>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerRow } from '../../../shared/analysis/handoffLedger.ts';
import { portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import { handoffKinds } from '../../../shared/domain/planningRecords.ts';
import type { Handoff } from '../../../shared/domain/records.ts';
import { endNamed, handoffEnd } from '../../../shared/planning/handoffs.ts';
import { keptText, readKept } from '../../../shared/planning/keptText.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineField } from '../../ui/InlineField.tsx';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { readPersonDays, readText } from '../../ui/readers.ts';
import lines from '../inspector/Lines.module.css';
import type { SectionOf } from '../inspector/sectionProps.ts';
import { useFieldRows } from '../inspector/useFieldRows.tsx';
import { useWords } from '../inspector/useWords.ts';
import { editHandoff, endSuggestions, readDays, readKeptText, removeHandoff } from './handoffActions.ts';
import css from './planning.module.css';
import { useLedgerWords } from './useLedgerWords.ts';

/** One row of the ledger, each value changed where it stands, with what the model makes of it. */
export function HandoffFields({
  row,
  initiative,
  records,
  readOnly,
}: SectionOf & { readonly row: LedgerRow }) {
  const { t } = useTranslation('planning');
  const words = useWords();
  const say = useLedgerWords(records);
  const suggestions = useMemo(() => endSuggestions(records), [records]);
  const phases = portfolioIndex(records).phases.get(initiative.id) ?? [];
  const { handoff, modelled } = row;
  const edit = (values: Partial<Handoff>): void => editHandoff(initiative, handoff, values);
  const rows = useFieldRows(handoff, edit, readOnly);
  const end = (which: 'from' | 'to') => (
    <InlineField
      label={t(`handoff.${which}`)}
      value={handoffEnd(records, handoff, which).name || null}
      show={words.text}
      read={readText()}
      suggestions={suggestions}
      readOnly={readOnly}
      onCommit={(name) => edit(endNamed(records, which, name ?? ''))}
    />
  );
  return (
    <div className={lines.fields}>
      {end('from')}
      {end('to')}
      <InlineSelect
        label={t('handoff.kind')}
        value={handoff.kind}
        readOnly={readOnly}
        choices={handoffKinds.map((id) => ({ id, text: t(`kind.${id}`) }))}
        onCommit={(kind) => edit({ kind })}
      />
      {rows.text('passes', t('handoff.passes'), { placeholder: t('handoff.passesHint'), longest: 100_000 })}
      {rows.number('waitDays', t('handoff.wait'), readDays)}
      <InlineField
        label={t('handoff.kept')}
        numeric
        value={keptText(handoff)}
        show={(text) => text}
        read={readKeptText}
        readOnly={readOnly}
        onCommit={(text) => {
          const range = readKept(text);
          if (typeof range !== 'string') edit(range);
        }}
      />
      {rows.number('relearningDays', t('handoff.relearning'), readPersonDays)}
      {phases.length > 0 && (
        <InlineSelect
          label={t('handoff.phase')}
          value={handoff.phaseId ?? ''}
          readOnly={readOnly}
          choices={[
            { id: '', text: t('handoff.noPhase') },
            ...phases.map(({ id, name }) => ({ id, text: name })),
          ]}
          onCommit={(id) => edit({ phaseId: id === '' ? null : id })}
        />
      )}
      {modelled && <p className={css.modelLine}>{t('handoff.modelLine', say.modelled(modelled))}</p>}
      <p className={lines.note}>{t('handoff.keptHint')}</p>
      {!readOnly && (
        <div className={lines.buttons}>
          <Button look="danger" onPress={() => void removeHandoff(initiative, handoff.id)}>
            {t('handoff.remove')}
          </Button>
        </div>
      )}
    </div>
  );
}

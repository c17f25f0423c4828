import { Copy, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import { toTsv } from '../../charts/frame/twinTable.ts';
import { addGuardrails } from '../../state/guardrailActions.ts';
import { usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import page from '../../ui/Page.module.css';
import { FirstGuardrails } from './FirstGuardrails.tsx';
import { GuardrailRow } from './GuardrailRow.tsx';
import { GuardrailsOnStage } from './GuardrailsOnStage.tsx';
import type { GuardrailLine } from './guardrailLines.ts';
import css from './guardrails.module.css';
import { guardrailTable } from './guardrailTable.ts';
import { guardrailSums, guardrailTitle } from './guardrailTitle.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { useGuardrailLines } from './useGuardrailLines.ts';
import { useRuleSpeech } from './useRuleSpeech.ts';
import { WaiverList } from './WaiverList.tsx';

/** The rules that let work go on or stop it, and which of them what is shown breaks. */
export function GuardrailsView() {
  const records = usePortfolio((state) => state.records);
  return records ? <Guardrails records={records} /> : null;
}

function Guardrails({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('guardrails');
  const readOnly = useReadOnly();
  const lines = useGuardrailLines();
  const [writing, setWriting] = useState(false);
  const editor = writing && (
    <RuleEditor
      records={records}
      rule={null}
      name={null}
      onSave={(rule, name) => addGuardrails([{ rule, name }])}
      onCancel={() => setWriting(false)}
    />
  );
  if (Object.keys(records.guardrail).length === 0)
    return (
      <FirstGuardrails records={records} readOnly={readOnly} onOwn={() => setWriting(true)}>
        {editor}
      </FirstGuardrails>
    );
  if (!lines || lines.length === 0) return <p className={css.computing}>{t('computing')}</p>;
  return (
    <Shown lines={lines} records={records} readOnly={readOnly} onNew={() => setWriting(true)}>
      {editor}
    </Shown>
  );
}

function Shown({
  lines,
  records,
  readOnly,
  onNew,
  children,
}: {
  readonly lines: readonly GuardrailLine[];
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
  readonly onNew: () => void;
  readonly children: React.ReactNode;
}) {
  const { t } = useTranslation('guardrails');
  const speech = useRuleSpeech(records);
  const comparing = usePortfolio(({ looking }) => looking.kind !== 'plan');
  const [copied, setCopied] = useState(false);
  const title = guardrailTitle(lines, speech);
  const table = useMemo(
    () => guardrailTable(lines, title, comparing, speech),
    [lines, title, comparing, speech],
  );
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(toTsv(table));
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div className={page.page}>
      <header className={`${page.header} ${css.header}`}>
        <div>
          <h1>{title}</h1>
          <p role="status">{joinSentences([t('intro'), guardrailSums(lines, speech).join(' · ')])}</p>
        </div>
        <div className={css.buttons}>
          <Button onPress={() => void copy()}>
            <Copy size={14} aria-hidden />
            {copied ? t('table.copied') : t('table.copy')}
          </Button>
          <Button look={children ? 'plain' : 'primary'} isDisabled={readOnly} onPress={onNew}>
            <Plus size={14} aria-hidden />
            {t('new')}
          </Button>
        </div>
      </header>
      {children}
      <ul className={css.list} aria-label={t('list.label')} data-comparing={comparing || undefined}>
        {lines.map((line, at) => (
          <GuardrailRow
            key={line.guardrail.id}
            line={line}
            records={records}
            comparing={comparing}
            readOnly={readOnly}
            first={at === 0}
            last={at === lines.length - 1}
          />
        ))}
      </ul>
      <WaiverList records={records} readOnly={readOnly} />
      <GuardrailsOnStage table={table} />
    </div>
  );
}

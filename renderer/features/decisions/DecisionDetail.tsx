import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editDecision, removeDecision, reopen } from '../../state/decisionActions.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { InlineField } from '../../ui/InlineField.tsx';
import { readName } from '../../ui/readers.ts';
import { useFieldRows } from '../inspector/useFieldRows.tsx';
import { ActionList } from './ActionList.tsx';
import type { DecisionRow } from './decisionRows.ts';
import css from './decisions.module.css';
import { HeldTable } from './HeldTable.tsx';
import { OptionsTable } from './OptionsTable.tsx';

/** One decision: question, options side by side, choice, reason, dates, and the numbers then, expected and now. */
export function DecisionDetail({ row, readOnly }: { readonly row: DecisionRow; readonly readOnly: boolean }) {
  const { t } = useTranslation('decisions');
  const records = usePortfolio((state) => state.records);
  const select = useView((state) => state.select);
  const lead = useView((state) => state.lead);
  const [deleting, setDeleting] = useState(false);
  const { decision, options, chosen } = row;
  const rows = useFieldRows(decision, (values) => void editDecision(decision, values), readOnly);
  if (!records) return null;
  const initiative = decision.initiativeId === null ? null : records.initiative[decision.initiativeId];
  const capability = decision.capabilityId === null ? null : records.capability[decision.capabilityId];
  const scenario = decision.scenarioId === null ? null : records.scenario[decision.scenarioId];
  return (
    <article className={css.detail} aria-label={decision.name}>
      <InlineField
        label={t('question')}
        labelAt="hidden"
        look="title"
        value={decision.name}
        show={(value) => value}
        read={readName}
        readOnly={readOnly}
        onCommit={(name) => void editDecision(decision, { name })}
      />
      <p className={css.about}>
        {decision.findingKey !== '' && (
          <button
            type="button"
            onClick={() => {
              useView.getState().set({ coverageView: 'findings', inspectorOpen: true });
              lead('coverage');
              select({ kind: 'finding', id: decision.findingKey });
            }}
          >
            {t('about.finding', { what: capability?.name ?? initiative?.name ?? '…' })}
          </button>
        )}
        {initiative && (
          <button
            type="button"
            onClick={() => {
              lead('flow');
              select({ kind: 'initiative', id: initiative.id });
            }}
          >
            {t('about.initiative', { name: initiative.name })}
          </button>
        )}
        {capability && decision.findingKey === '' && (
          <span>{t('about.capability', { name: capability.name })}</span>
        )}
        {scenario && <span>{t('about.scenario', { name: scenario.name })}</span>}
      </p>
      <section>
        <h2>{t('options')}</h2>
        <OptionsTable decision={decision} options={options} readOnly={readOnly} />
      </section>
      <section className={css.fields}>
        {rows.prose('reason', t('reason'), { placeholder: t('reason.hint') })}
        {rows.text('owner', t('owner'))}
        {rows.date('decidedOn', t('decidedOn'))}
        {rows.date('reviewOn', t('reviewOn'))}
        {decision.state === 'decided' && (
          <>
            {rows.date('reviewedOn', t('reviewedOn'))}
            {rows.prose('happened', t('happened'), { placeholder: t('happened.hint') })}
          </>
        )}
      </section>
      {decision.figures && <HeldTable decision={decision} effects={chosen?.effects ?? null} />}
      <section>
        <h2>{t('actions.own')}</h2>
        <ActionList records={records} readOnly={readOnly} decisionId={decision.id} />
      </section>
      {!readOnly && (
        <footer className={css.foot}>
          {decision.state !== 'open' && (
            <Button onPress={() => void reopen(decision, options)}>{t('reopen')}</Button>
          )}
          {decision.state === 'open' && (
            <Button onPress={() => void editDecision(decision, { state: 'dropped' })}>{t('drop')}</Button>
          )}
          <Button look="danger" onPress={() => setDeleting(true)}>
            {t('remove')}
          </Button>
        </footer>
      )}
      {deleting && (
        <ConfirmDialog
          title={t('remove.title')}
          body={t('remove.body')}
          action={t('remove')}
          danger
          onConfirm={async () => {
            await removeDecision(decision);
          }}
          onClose={() => setDeleting(false)}
        />
      )}
    </article>
  );
}

import { useTranslation } from 'react-i18next';
import {
  type Engagement,
  type Partner,
  type PortfolioRecords,
  relationships,
} from '../../../shared/domain/records.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { engagementsByPartner, knownMoney } from '../../../shared/planning/mergePartners.ts';
import { put, remove } from '../../../shared/planning/planned.ts';
import { newId } from '../../state/initiativeActions.ts';
import { usePlanReadOnly, usePortfolio } from '../../state/portfolioStore.ts';
import { change } from '../../state/service.ts';
import { useView } from '../../state/viewStore.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import lines from '../inspector/Lines.module.css';
import { useFieldRows } from '../inspector/useFieldRows.tsx';
import { useWords } from '../inspector/useWords.ts';
import { planDay } from '../planning/today.ts';
import css from './directory.module.css';
import { editPartner } from './directoryActions.ts';

const none: readonly Engagement[] = [];

/** Everything about one partner, each value changed where it stands. */
export function PartnerInspector({ id }: { readonly id: string }) {
  const { t } = useTranslation('directory');
  const records = usePortfolio((state) => state.records);
  const readOnly = usePlanReadOnly();
  const partner = records?.partner[id];
  if (!records || !partner) return <p className={css.summary}>{t('inspect.gone')}</p>;
  return <Inspected key={id} records={records} partner={partner} readOnly={readOnly} />;
}

interface PartnerProps {
  readonly records: PortfolioRecords;
  readonly partner: Partner;
  readonly readOnly: boolean;
}

function Inspected({ records, partner, readOnly }: PartnerProps) {
  const { t } = useTranslation(['directory', 'common']);
  const words = useWords();
  const rows = useFieldRows(partner, (values) => editPartner(partner, values), readOnly);
  const engagements = engagementsByPartner(records).get(partner.id) ?? none;
  const { sum, known } = knownMoney(engagements);
  const isOver = partner.contractEnd !== null && partner.contractEnd < planDay(records);
  return (
    <div className={css.inspector}>
      <header>
        {rows.title('name', t('column.partner'))}
        {partner.retired && <p className={css.state}>{t('state.retired')}</p>}
      </header>
      <section>
        {rows.prose('description', t('column.description'), {
          placeholder: t('inspect.bringsHint'),
          lines: 3,
        })}
      </section>
      <section>
        <h2>{t('inspect.terms')}</h2>
        <InlineSelect
          label={t('column.relationship')}
          value={partner.relationship ?? ''}
          readOnly={readOnly}
          choices={[
            { id: '' as const, text: t('unknown', { ns: 'common' }) },
            ...relationships.map((id) => ({ id, text: t(`relationship.${id}`) })),
          ]}
          onCommit={(id) => editPartner(partner, { relationship: id === '' ? null : id })}
        />
        {rows.date('contractEnd', t('column.contractEnd'))}
        {isOver && <p className={lines.note}>{t('inspect.contractOver')}</p>}
        {rows.share('exitReadiness', t('column.exitReadiness'))}
        <p className={lines.note}>{t('hint.exitReadiness')}</p>
      </section>
      <section>
        <h2>{t('column.engagements')}</h2>
        {engagements.length === 0 ? (
          <p className={lines.none}>{t('inspect.noEngagements')}</p>
        ) : (
          <p className={lines.note}>
            {known === 0
              ? t('inspect.engagementsNone', { count: engagements.length })
              : t('inspect.engagementsSum', {
                  money: words.moneyShort(sum),
                  known,
                  count: engagements.length,
                })}
          </p>
        )}
        <ul>
          {engagements.map((each) => (
            <EngagementLine
              key={each.id}
              records={records}
              partner={partner}
              engagement={each}
              readOnly={readOnly}
            />
          ))}
        </ul>
        {!readOnly && (
          <RecordPicker
            label={t('inspect.addEngagement')}
            records={inUse(records.initiative)}
            onPick={(initiativeId) => {
              const name = records.initiative[initiativeId]?.name ?? '';
              const record = {
                id: newId(),
                initiativeId,
                partnerId: partner.id,
                description: '',
                amount: null,
                externalId: null,
              };
              void change('partner.link', { name, partner: partner.name }, [put('engagement', record)]);
            }}
          />
        )}
      </section>
    </div>
  );
}

interface EngagementLineProps extends PartnerProps {
  readonly engagement: Engagement;
}

function EngagementLine({ records, partner, engagement, readOnly }: EngagementLineProps) {
  const { t } = useTranslation('directory');
  const words = useWords();
  const initiative = records.initiative[engagement.initiativeId];
  if (!initiative) return null;
  const label = { name: initiative.name, partner: partner.name };
  const patch = (values: Partial<Engagement>): void =>
    void change('partner.edit', label, [{ op: 'patch', table: 'engagement', id: engagement.id, values }]);
  return (
    <li className={css.engagement}>
      <div className={lines.pair}>
        <button
          type="button"
          className={lines.link}
          title={initiative.name}
          onClick={() => useView.getState().select({ kind: 'initiative', id: initiative.id })}
        >
          {initiative.name}
        </button>
        <span className={lines.value}>
          <InlineField
            label={t('inspect.amount', { name: initiative.name })}
            labelAt="hidden"
            numeric
            value={engagement.amount}
            show={words.money}
            toText={words.moneyText}
            read={words.readMoney}
            readOnly={readOnly}
            onCommit={(amount) => patch({ amount })}
          />
        </span>
        {!readOnly && (
          <RemoveButton
            narrow
            label={t('inspect.removeEngagement', { name: initiative.name })}
            onPress={() => void change('partner.unlink', label, [remove('engagement', engagement.id)])}
          />
        )}
      </div>
      <InlineField
        label={t('inspect.does', { name: initiative.name })}
        labelAt="hidden"
        placeholder={t('inspect.doesHint')}
        value={engagement.description}
        show={(text) => text}
        read={(text) => ({ ok: true, value: text.trim() })}
        readOnly={readOnly}
        onCommit={(description) => patch({ description })}
      />
    </li>
  );
}

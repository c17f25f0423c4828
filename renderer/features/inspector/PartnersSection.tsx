import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import { newPartner } from '../../../shared/domain/defaults.ts';
import type { Engagement, Partner } from '../../../shared/domain/records.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { newId } from '../../state/initiativeActions.ts';
import { change } from '../../state/service.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { Folding } from './Folding.tsx';
import css from './Lines.module.css';
import type { SectionOf } from './sectionProps.ts';
import { useWords } from './useWords.ts';

const none: readonly Engagement[] = [];

/** Which partners work on it, and for how much. */
export function PartnersSection({ initiative, records, readOnly }: SectionOf) {
  const { t } = useTranslation('inspector');
  const words = useWords();
  const { partner: partners } = records;
  const own = portfolioIndex(records).engagements.get(initiative.id) ?? none;
  const all = useMemo(() => inUse(partners), [partners]);
  const nameOf = (id: string): string => partners[id]?.name ?? id;
  const link = (partner: Pick<Partner, 'id' | 'name'>, made?: Partner): void => {
    const record: Engagement = {
      id: newId(),
      initiativeId: initiative.id,
      partnerId: partner.id,
      description: '',
      amount: null,
      externalId: null,
    };
    void change('partner.link', { name: initiative.name, partner: partner.name }, [
      ...(made ? [{ op: 'put' as const, table: 'partner' as const, record: { ...made } }] : []),
      { op: 'put', table: 'engagement', record: { ...record } },
    ]);
  };
  const create = (name: string): void => {
    const made = newPartner(newId(), name);
    link(made, made);
  };
  return (
    <Folding id="partners" note={own.length > 0 ? own.length : undefined}>
      {own.length === 0 && <p className={css.none}>{t('partner.none')}</p>}
      <ul>
        {own.map((engagement) => {
          const name = nameOf(engagement.partnerId);
          const label = { name: initiative.name, partner: name };
          return (
            <li key={engagement.id} className={css.pair}>
              <span className={css.text} title={engagement.description || name}>
                {name}
              </span>
              <span className={css.value}>
                <InlineField
                  label={t('partner.amount', { name })}
                  labelAt="hidden"
                  numeric
                  value={engagement.amount}
                  show={words.moneyShort}
                  toText={words.moneyText}
                  read={words.readMoney}
                  readOnly={readOnly}
                  onCommit={(amount) =>
                    void change('partner.edit', label, [
                      { op: 'patch', table: 'engagement', id: engagement.id, values: { amount } },
                    ])
                  }
                />
              </span>
              {!readOnly && (
                <RemoveButton
                  narrow
                  label={t('partner.remove', { name })}
                  onPress={() =>
                    void change('partner.unlink', label, [
                      { op: 'remove', table: 'engagement', id: engagement.id },
                    ])
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
      {!readOnly && (
        <RecordPicker
          label={t('partner.add')}
          records={all}
          onPick={(id) => link({ id, name: nameOf(id) })}
          onCreate={create}
          newLabel={(name) => t('partner.new', { name })}
        />
      )}
    </Folding>
  );
}

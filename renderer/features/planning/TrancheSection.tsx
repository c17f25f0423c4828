import { GripVertical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newTranche } from '../../../shared/domain/planningDefaults.ts';
import { trancheDecisions } from '../../../shared/domain/planningRecords.ts';
import type { Initiative, Tranche } from '../../../shared/domain/records.ts';
import { conversionFacts } from '../../../shared/planning/conversionFacts.ts';
import { moveRow, nextPosition } from '../../../shared/planning/handoffs.ts';
import { makeTranches, tranchesOf, trancheTotals } from '../../../shared/planning/tranches.ts';
import { countAs } from '../../../shared/text/format.ts';
import { newId } from '../../state/initiativeActions.ts';
import { change } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { Folding } from '../inspector/Folding.tsx';
import lines from '../inspector/Lines.module.css';
import type { SectionOf } from '../inspector/sectionProps.ts';
import { useFieldRows } from '../inspector/useFieldRows.tsx';
import { useWords } from '../inspector/useWords.ts';
import css from './planning.module.css';
import { todayIso } from './today.ts';

/** The small steps of funding of a product team: over which days, how much, on what evidence, and what was decided. */
export function TrancheSection({ initiative, records, readOnly }: SectionOf) {
  const { t } = useTranslation('planning');
  const words = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const tranches = tranchesOf(records, initiative.id);
  const isProduct = initiative.mode === 'product';
  if (!isProduct && tranches.length === 0) return null;
  const move = (id: string, to: number): void => {
    const planned = moveRow('tranche', tranches, id, to);
    if (planned.ok) void change('tranche.move', { name: initiative.name }, planned.changes);
  };
  const add = (): void => {
    const name = t('tranche.newName', { number: tranches.length + 1 });
    const record = newTranche(newId(), initiative.id, nextPosition(tranches), name);
    void change('tranche.add', { name: initiative.name, tranche: name }, [
      { op: 'put', table: 'tranche', record },
    ]).then((done) => {
      if (done) setOpen(record.id);
    });
  };
  const when = ({ endDate, amount }: Tranche): string =>
    [
      endDate === null ? '' : t('tranche.until', { date: words.date(endDate) }),
      amount === null ? '' : words.moneyShort(amount),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <Folding id="tranches" note={tranches.length > 0 ? tranches.length : undefined}>
      {tranches.length === 0 && <p className={lines.none}>{t('tranche.none')}</p>}
      {tranches.length > 0 && !isProduct && <p className={lines.note}>{t('tranche.kept')}</p>}
      <ol>
        {tranches.map((tranche, index) => (
          <li key={tranche.id} className={lines.item} data-open={open === tranche.id}>
            <div className={lines.head}>
              {!readOnly && (
                <button
                  type="button"
                  className={lines.grip}
                  aria-label={t('tranche.move', { name: tranche.name })}
                  onKeyDown={(event) => {
                    if (event.key === 'ArrowUp' && index > 0) move(tranche.id, index - 1);
                    else if (event.key === 'ArrowDown' && index < tranches.length - 1)
                      move(tranche.id, index + 1);
                    else return;
                    event.preventDefault();
                  }}
                >
                  <GripVertical size={13} aria-hidden />
                </button>
              )}
              <span
                role="img"
                className={css.sign}
                data-decision={tranche.decision}
                aria-label={t(`decision.${tranche.decision}`)}
                title={t(`decision.${tranche.decision}`)}
              />
              <button
                type="button"
                className={lines.toggle}
                aria-expanded={open === tranche.id}
                aria-label={t('tranche.open', { name: tranche.name })}
                onClick={() => setOpen(open === tranche.id ? null : tranche.id)}
              >
                <span>{tranche.name}</span>
                <span className={lines.aside}>{when(tranche)}</span>
              </button>
            </div>
            {open === tranche.id && (
              <TrancheFields tranche={tranche} initiative={initiative} readOnly={readOnly} />
            )}
          </li>
        ))}
      </ol>
      {tranches.length > 0 && <Sum tranches={tranches} budget={initiative.budget} />}
      {!readOnly && (isProduct || tranches.length > 0) && (
        <div className={lines.buttons}>
          <Button onPress={add}>{t('tranche.add')}</Button>
          {tranches.length === 0 && <MakeTranches initiative={initiative} records={records} />}
        </div>
      )}
    </Folding>
  );
}

function MakeTranches({ initiative, records }: Pick<SectionOf, 'initiative' | 'records'>) {
  const { t } = useTranslation('planning');
  const words = useWords();
  const facts = conversionFacts(records, initiative.id);
  if (!facts) return null;
  const { startDate, endDate, trancheMonths } = facts;
  const planned =
    startDate !== null && endDate !== null
      ? makeTranches(records, initiative.id, {
          months: trancheMonths,
          from: startDate,
          to: endDate,
          name: (number) => t('tranche.newName', { number }),
          newId,
        })
      : null;
  return (
    <>
      <Button
        isDisabled={!planned?.ok}
        onPress={() => {
          if (planned?.ok)
            void change('tranche.make', { name: initiative.name, count: planned.count }, planned.changes);
        }}
      >
        {t('tranche.make')}
      </Button>
      <p className={lines.note}>
        {planned?.ok
          ? t('tranche.makeHint', {
              count: countAs(words.number(trancheMonths)),
              months: words.number(trancheMonths),
              from: words.date(startDate),
              to: words.date(endDate),
            })
          : t('tranche.makeNeeds')}
      </p>
    </>
  );
}

function Sum({
  tranches,
  budget,
}: {
  readonly tranches: readonly Tranche[];
  readonly budget: number | null;
}) {
  const { t } = useTranslation('planning');
  const words = useWords();
  const { sum, unknown, left, released } = trancheTotals(tranches, budget);
  const isOver = left !== null && left < 0;
  const parts = [
    budget === null
      ? t('tranche.sumNoBudget', { sum: words.moneyShort(sum) })
      : t('tranche.sum', { sum: words.moneyShort(sum), budget: words.moneyShort(budget) }),
    ...(unknown > 0 ? [t('tranche.unknown', { count: unknown })] : []),
    ...(isOver ? [t('tranche.over', { over: words.moneyShort(-left) })] : []),
    ...(left !== null && left > 0 ? [t('tranche.left', { left: words.moneyShort(left) })] : []),
    ...(released > 0 ? [t('tranche.released', { money: words.moneyShort(released) })] : []),
  ];
  return (
    <p className={isOver ? lines.wrong : lines.note} role={isOver ? 'alert' : undefined}>
      {parts.join(' · ')}
    </p>
  );
}

interface TrancheFieldsProps {
  readonly tranche: Tranche;
  readonly initiative: Initiative;
  readonly readOnly: boolean;
}

function TrancheFields({ tranche, initiative, readOnly }: TrancheFieldsProps) {
  const { t } = useTranslation('planning');
  const label = { name: initiative.name, tranche: tranche.name };
  const patch = (values: Partial<Tranche>, key = 'tranche.edit'): void =>
    void change(key, label, [{ op: 'patch', table: 'tranche', id: tranche.id, values }]);
  const rows = useFieldRows(tranche, patch, readOnly);
  return (
    <div className={lines.fields}>
      {rows.name('name', t('tranche.name'))}
      {rows.dates(
        { field: 'startDate', label: t('tranche.start') },
        { field: 'endDate', label: t('tranche.end') },
      )}
      {rows.money('amount', t('tranche.amount'))}
      {rows.prose('evidence', t('tranche.evidence'), { placeholder: t('tranche.evidenceHint') })}
      <InlineSelect
        label={t('tranche.decision')}
        value={tranche.decision}
        readOnly={readOnly}
        choices={trancheDecisions.map((id) => ({ id, text: t(`decision.${id}`) }))}
        onCommit={(decision) =>
          // A decision without a day is dated today; an open one has no day.
          patch(
            {
              decision,
              decidedOn: decision === 'pending' ? null : (tranche.decidedOn ?? todayIso()),
            },
            'tranche.decide',
          )
        }
      />
      {tranche.decision !== 'pending' && rows.date('decidedOn', t('tranche.decidedOn'))}
      {!readOnly && (
        <div className={lines.buttons}>
          <Button
            look="danger"
            onPress={() =>
              void change('tranche.remove', label, [{ op: 'remove', table: 'tranche', id: tranche.id }])
            }
          >
            {t('tranche.remove')}
          </Button>
        </div>
      )}
    </div>
  );
}

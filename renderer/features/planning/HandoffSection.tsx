import { GripVertical, Maximize2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handoffLedger, type LedgerRow } from '../../../shared/analysis/handoffLedger.ts';
import { effectiveParameter } from '../../../shared/planning/modelParameter.ts';
import { openLedger } from '../../state/planningActions.ts';
import { Button } from '../../ui/Button.tsx';
import { Folding } from '../inspector/Folding.tsx';
import lines from '../inspector/Lines.module.css';
import type { SectionOf } from '../inspector/sectionProps.ts';
import { useWords } from '../inspector/useWords.ts';
import { HandoffFields } from './HandoffFields.tsx';
import { HandoffKind } from './HandoffKind.tsx';
import { addHandoff, fillHandoffs, moveHandoff } from './handoffActions.ts';
import css from './planning.module.css';
import { useLedgerWords } from './useLedgerWords.ts';

const DRAGGED = 'application/x-throughline-handoff';

/** The handoff ledger in the inspector: who hands over to whom, and what it takes. */
export function HandoffSection({ initiative, records, readOnly }: SectionOf) {
  const { t } = useTranslation('planning');
  const words = useWords();
  const say = useLedgerWords(records);
  const { rows, unrecorded } = useMemo(() => handoffLedger(records, initiative.id), [records, initiative.id]);
  const [open, setOpen] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [nothing, setNothing] = useState(false);
  const { text } = say.totals(rows.map(({ handoff }) => handoff));
  const assumed = effectiveParameter(records, initiative.id, 'handoff_retention');
  const fill = (): void => void fillHandoffs(initiative).then((count) => setNothing(count === 0));
  const aside = ({ handoff }: LedgerRow): string =>
    [
      handoff.waitDays === null ? '' : t('handoff.daysShort', { days: words.number(handoff.waitDays) }),
      say.kept(handoff),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <Folding id="handoffs" note={rows.length > 0 ? rows.length : undefined}>
      {rows.length === 0 && (
        <p className={lines.none}>
          {t(initiative.mode === 'product' ? 'handoff.noneProduct' : 'handoff.none')}
        </p>
      )}
      <ol>
        {rows.map((row, index) => {
          const { handoff } = row;
          const ends = say.ends(handoff);
          return (
            <li
              key={handoff.id}
              className={lines.item}
              data-open={open === handoff.id}
              data-over={over === handoff.id}
              onDragOver={(event) => {
                if (!event.dataTransfer.types.includes(DRAGGED)) return;
                event.preventDefault();
                setOver(handoff.id);
              }}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => {
                setOver(null);
                const dragged = event.dataTransfer.getData(DRAGGED);
                if (dragged === '' || dragged === handoff.id) return;
                event.preventDefault();
                moveHandoff(initiative, dragged, index);
              }}
            >
              <div className={lines.head}>
                {!readOnly && (
                  <button
                    type="button"
                    className={lines.grip}
                    draggable
                    aria-label={t('handoff.move', ends)}
                    onDragStart={(event) => event.dataTransfer.setData(DRAGGED, handoff.id)}
                    onKeyDown={(event) => {
                      if (event.key === 'ArrowUp' && index > 0)
                        moveHandoff(initiative, handoff.id, index - 1);
                      else if (event.key === 'ArrowDown' && index < rows.length - 1)
                        moveHandoff(initiative, handoff.id, index + 1);
                      else return;
                      event.preventDefault();
                    }}
                  >
                    <GripVertical size={13} aria-hidden />
                  </button>
                )}
                <HandoffKind kind={handoff.kind} bare />
                <button
                  type="button"
                  className={lines.toggle}
                  aria-expanded={open === handoff.id}
                  aria-label={t('handoff.open', ends)}
                  onClick={() => setOpen(open === handoff.id ? null : handoff.id)}
                >
                  <span title={t('handoff.pair', ends)}>{t('handoff.pair', ends)}</span>
                  <span className={lines.aside}>{aside(row)}</span>
                </button>
              </div>
              {open === handoff.id && (
                <HandoffFields row={row} initiative={initiative} records={records} readOnly={readOnly} />
              )}
            </li>
          );
        })}
      </ol>
      {rows.length > 0 && <p className={lines.note}>{text}</p>}
      {unrecorded.length > 0 && initiative.mode === 'project' && (
        <p className={lines.note}>
          {t('handoff.unrecorded', {
            count: unrecorded.length,
            phases: unrecorded.map(({ phaseName }) => phaseName).join(t('list.join')),
          })}
        </p>
      )}
      {(rows.length > 0 || (unrecorded.length > 0 && initiative.mode === 'project')) && (
        <p className={css.assumption}>{t('handoff.assumption', { share: words.share(assumed) })}</p>
      )}
      <div className={lines.buttons}>
        {!readOnly && (
          <Button
            onPress={() =>
              void addHandoff(initiative, null).then((id) => {
                if (id !== null) setOpen(id);
              })
            }
          >
            {t('handoff.add')}
          </Button>
        )}
        {!readOnly && initiative.mode === 'project' && <Button onPress={fill}>{t('handoff.fill')}</Button>}
        <Button look="quiet" onPress={() => openLedger(initiative.id)}>
          <Maximize2 size={13} aria-hidden />
          {t('handoff.wide')}
        </Button>
      </div>
      {nothing && (
        <p className={lines.note} role="status">
          {t('handoff.fillNothing')}
        </p>
      )}
    </Folding>
  );
}

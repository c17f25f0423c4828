import { GripVertical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import { newPhase } from '../../../shared/domain/defaults.ts';
import { type Phase, type PhaseKind, phaseKinds } from '../../../shared/domain/records.ts';
import { newId } from '../../state/initiativeActions.ts';
import { change } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { Folding } from './Folding.tsx';
import css from './Lines.module.css';
import { PhaseFields } from './PhaseFields.tsx';
import { movedTo } from './phaseOrder.ts';
import type { SectionOf } from './sectionProps.ts';
import { useWords } from './useWords.ts';

const none: readonly Phase[] = [];
const usual: readonly PhaseKind[] = [
  'businessCase',
  'funding',
  'design',
  'build',
  'test',
  'release',
  'handOver',
];
const DRAGGED = 'application/x-throughline-phase';

/** The steps of the project in their order: what each is, when, by whom, and how long it waits. */
export function PhasesSection({ initiative, records, readOnly }: SectionOf) {
  const { t } = useTranslation(['inspector', 'common']);
  const words = useWords();
  const phases = portfolioIndex(records).phases.get(initiative.id) ?? none;
  const [open, setOpen] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);

  const add = (kinds: readonly PhaseKind[]): void => {
    const first = Math.max(-1, ...phases.map(({ position }) => position)) + 1;
    const made = kinds.map((kind, index) =>
      newPhase(newId(), initiative.id, first + index, kind, t(`phase.${kind}`, { ns: 'common' })),
    );
    const last = made.at(-1);
    void change(
      'phase.add',
      { name: initiative.name, phase: made.map(({ name }) => name).join(', ') },
      made.map((phase) => ({ op: 'put', table: 'phase', record: { ...phase } })),
    ).then((done) => {
      if (done && last && kinds.length === 1) setOpen(last.id);
    });
  };
  const move = (id: string, to: number): void => {
    const changes = movedTo(phases, id, to).map(({ id: phase, position }) => ({
      op: 'patch' as const,
      table: 'phase' as const,
      id: phase,
      values: { position },
    }));
    void change('phase.move', { name: initiative.name }, changes);
  };
  /** After the last kind that is there, the next one of the usual order is the likeliest. */
  const nextKind = (): PhaseKind => {
    const last = phases.at(-1)?.kind;
    return last ? (phaseKinds[phaseKinds.indexOf(last) + 1] ?? 'build') : 'businessCase';
  };
  const when = (phase: Phase): string => {
    const start = phase.actualStartDate ?? phase.startDate;
    const parts = [
      phase.waitMonths ? t('phase.waitShort', { months: words.number(phase.waitMonths) }) : '',
      phase.months !== null
        ? t('phase.monthsShort', { months: words.number(phase.months) })
        : start
          ? words.date(start)
          : '',
    ];
    return parts.filter((part) => part !== '').join(' · ');
  };

  return (
    <Folding id="phases" note={phases.length > 0 ? phases.length : undefined}>
      {phases.length === 0 && <p className={css.none}>{t('phase.none')}</p>}
      <ol>
        {phases.map((phase, index) => (
          <li
            key={phase.id}
            className={css.item}
            data-open={open === phase.id}
            data-over={over === phase.id}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes(DRAGGED)) return;
              event.preventDefault();
              setOver(phase.id);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => {
              setOver(null);
              const dragged = event.dataTransfer.getData(DRAGGED);
              if (dragged === '' || dragged === phase.id) return;
              event.preventDefault();
              move(dragged, index);
            }}
          >
            <div className={css.head}>
              {!readOnly && (
                <button
                  type="button"
                  className={css.grip}
                  draggable
                  aria-label={t('phase.move', { name: phase.name })}
                  onDragStart={(event) => event.dataTransfer.setData(DRAGGED, phase.id)}
                  onKeyDown={(event) => {
                    if (event.key === 'ArrowUp' && index > 0) move(phase.id, index - 1);
                    else if (event.key === 'ArrowDown' && index < phases.length - 1)
                      move(phase.id, index + 1);
                    else return;
                    event.preventDefault();
                  }}
                >
                  <GripVertical size={13} aria-hidden />
                </button>
              )}
              <button
                type="button"
                className={css.toggle}
                aria-expanded={open === phase.id}
                aria-label={t('phase.open', { name: phase.name })}
                onClick={() => setOpen(open === phase.id ? null : phase.id)}
              >
                <span>{phase.name}</span>
                <span className={css.aside}>{when(phase)}</span>
              </button>
            </div>
            {open === phase.id && (
              <PhaseFields phase={phase} initiativeName={initiative.name} readOnly={readOnly} />
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <div className={css.buttons}>
          <Button onPress={() => add([nextKind()])}>{t('phase.add')}</Button>
          {phases.length === 0 && <Button onPress={() => add(usual)}>{t('phase.addFirst')}</Button>}
        </div>
      )}
    </Folding>
  );
}

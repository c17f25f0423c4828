import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayNumber, isoDay } from '../../../shared/domain/time.ts';
import { lastDayOf } from '../../charts/timeline/calendar.ts';
import type { Gesture } from '../../charts/timeline/reschedule.ts';
import { datesWords } from '../../charts/timeline/speech.ts';
import type { TimelineItem } from '../../charts/timeline/timelineData.ts';
import type { Part } from '../../charts/timeline/zones.ts';
import { shortcutParts } from '../../commands/shortcuts.ts';
import { editInitiative } from '../../state/initiativeActions.ts';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { type InvalidKey, parseDate } from '../../ui/parse.ts';
import css from './timeline.module.css';
import type { Rescheduling } from './useReschedule.ts';
import type { TimelineModel } from './useTimelineModel.ts';

/** What is selected, with its dates to be typed, and why the last change could not be made. */
export function DateFields({
  item,
  part,
  model,
  writable,
  rescheduling,
}: {
  readonly item: TimelineItem | null;
  readonly part: Part;
  readonly model: TimelineModel;
  readonly writable: boolean;
  readonly rescheduling: Rescheduling;
}) {
  const { t } = useTranslation('timeline');
  const { pending, refusal } = rescheduling;
  const shown = item && pending?.id === item.id ? pending.result.ghost : item;
  const [alt, shift] = [shortcutParts('Alt').join(), shortcutParts('Shift').join()];
  return (
    <div className={css.fields}>
      {item && shown ? (
        <>
          <span className={css.chosen}>
            <ModeMark mode={item.initiative.mode} bare />
            <strong title={item.initiative.name}>{item.initiative.name}</strong>
          </span>
          <Fields
            key={`${item.id} ${part.kind === 'bar' ? '' : part.id}`}
            item={item}
            shown={shown}
            part={part}
            writable={writable}
            rescheduling={rescheduling}
          />
        </>
      ) : (
        <span className={css.hint}>{t('hint.none')}</span>
      )}
      {refusal ? (
        <span role="alert" className={css.refusal}>
          {t(`refused.${refusal}`)}
        </span>
      ) : pending ? (
        <span className={css.moving}>
          {pending.gesture.kind === 'release'
            ? model.speech.date(pending.gesture.to)
            : datesWords(
                pending.result.ghost.schedule.start,
                pending.result.ghost.schedule.end,
                model.speech,
              )}
        </span>
      ) : (
        <span className={css.hint}>
          {writable ? (item ? t('hint.keys', { alt, shift }) : t('hint.move')) : t('hint.readOnly')}
        </span>
      )}
    </div>
  );
}

function Fields({
  item,
  shown,
  part,
  writable,
  rescheduling,
}: {
  readonly item: TimelineItem;
  readonly shown: TimelineItem;
  readonly part: Part;
  readonly writable: boolean;
  readonly rescheduling: Rescheduling;
}) {
  const { t } = useTranslation('timeline');
  const { initiative } = item;
  const write = async (gesture: Gesture): Promise<boolean> =>
    rescheduling.attempt(item.id, gesture) !== null && (await rescheduling.commit());
  if (part.kind === 'release') {
    const mark = shown.releases.find(({ release }) => release.id === part.id);
    if (!mark) return null;
    return (
      <>
        <span className={css.part}>{t('part.release', { name: mark.release.name })}</span>
        <DateField
          label={t(mark.out ? 'field.releaseOut' : 'field.release')}
          of={mark.release.name}
          value={isoDay(mark.day)}
          disabled={!writable || mark.out}
          onWrite={(day) => write({ kind: 'release', releaseId: part.id, to: dayNumber(day) })}
        />
      </>
    );
  }
  if (part.kind === 'phase') {
    const placed = shown.schedule.phases.find((each) => each.phase.id === part.id);
    if (!placed) return null;
    const { name } = placed.phase;
    return (
      <>
        <span className={css.part}>{t('part.phase', { name })}</span>
        <DateField
          label={t('field.start')}
          of={name}
          value={isoDay(placed.start)}
          disabled={!writable}
          onWrite={(day) => write({ kind: 'phaseStart', phaseId: part.id, to: dayNumber(day) })}
        />
        <DateField
          label={t('field.end')}
          of={name}
          value={lastDayOf(placed.end)}
          disabled={!writable}
          onWrite={(day) => write({ kind: 'phaseEnd', phaseId: part.id, to: dayNumber(day) + 1 })}
        />
      </>
    );
  }
  const { start, end } = shown.schedule;
  return (
    <>
      <DateField
        label={t('field.start')}
        of={initiative.name}
        value={start === null ? '' : isoDay(start)}
        disabled={!writable}
        onWrite={(day) => write({ kind: 'start', to: dayNumber(day) })}
        {...(initiative.startDate === null
          ? {}
          : { onClear: () => editInitiative(initiative, 'startDate', { startDate: null }) })}
      />
      <DateField
        label={t('field.end')}
        of={initiative.name}
        value={end === null ? '' : lastDayOf(end)}
        empty={initiative.mode === 'product' ? t('field.openEnd') : ''}
        disabled={!writable}
        onWrite={(day) => write({ kind: 'end', to: dayNumber(day) + 1 })}
        {...(initiative.endDate === null
          ? {}
          : { onClear: () => editInitiative(initiative, 'endDate', { endDate: null }) })}
      />
    </>
  );
}

/** A date typed in any of the ways that the table understands; taken over with Enter or when the field is left. */
function DateField({
  label,
  of,
  value,
  empty = '',
  disabled,
  onWrite,
  onClear,
}: {
  readonly label: string;
  readonly of: string;
  /** An ISO day; empty while it is not known. */
  readonly value: string;
  readonly empty?: string;
  readonly disabled: boolean;
  readonly onWrite: (day: string) => Promise<boolean>;
  /** Makes the date unknown; absent where it must stay. */
  readonly onClear?: () => Promise<boolean>;
}) {
  const { t } = useTranslation('timeline');
  const { t: inspector } = useTranslation('inspector');
  const id = useId();
  const [text, setText] = useState(value);
  const [reason, setReason] = useState<InvalidKey | null>(null);
  useEffect(() => {
    setText(value);
    setReason(null);
  }, [value]);
  const commit = async (): Promise<void> => {
    if (text.trim() === value) return;
    const parsed = parseDate(text);
    setReason(parsed.ok ? null : parsed.reason);
    if (!parsed.ok) return;
    const done = parsed.value === null ? ((await onClear?.()) ?? false) : await onWrite(parsed.value);
    if (!done) setText(value);
  };
  return (
    <span className={css.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        aria-label={t('field.of', { field: label, name: of })}
        className={css.date}
        value={text}
        placeholder={empty}
        disabled={disabled}
        aria-invalid={reason ? true : undefined}
        aria-describedby={reason ? `${id}-why` : undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => void commit()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') void commit();
          else if (event.key === 'Escape') {
            setText(value);
            setReason(null);
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {reason && (
        <span id={`${id}-why`} role="alert" className={css.refusal}>
          {inspector(reason)}
        </span>
      )}
    </span>
  );
}

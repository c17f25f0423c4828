import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/text/format.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { useDescribeLabel } from './describeLabel.ts';
import css from './HistoryView.module.css';
import type { Step } from './historySteps.ts';
import { sizeWords } from './sizeWords.ts';

interface StepListProps {
  readonly steps: readonly Step[];
  readonly current: Step | null;
  readonly chosen: number | null;
  readonly readOnly: boolean;
  /** Ends with the state before the first step. */
  readonly withStart: boolean;
  readonly onChoose: (id: number) => void;
  /** Null for the state before the first step. */
  readonly onGo: (to: Step | null) => void;
}

const ROW = 52;
const ROW_FOR_A_ROOM = 68;

/** The steps as a list of which only what is seen is drawn: a history may have many thousands. */
export function StepList(props: StepListProps) {
  const { steps, current, chosen, readOnly, withStart, onChoose, onGo } = props;
  const { t } = useTranslation('backups');
  const large = usePreferences((state) => state.theme === 'projector');
  const scroller = useRef<HTMLDivElement>(null);
  const row = large ? ROW_FOR_A_ROOM : ROW;
  const count = steps.length + (withStart ? 1 : 0);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    overscan: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a theme for rooms has higher lines
  useLayoutEffect(() => virtual.measure(), [row]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={scroller} className={css.scroller} aria-label={t('history.list')} tabIndex={0}>
      <ol className={css.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const step = steps[index];
          const place = { transform: `translateY(${start}px)`, height: row };
          return (
            <li
              key={step?.id ?? 0}
              className={css.step}
              style={place}
              aria-posinset={index + 1}
              aria-setsize={count}
              data-undone={step?.undone || undefined}
              aria-current={step && step.id === current?.id ? 'step' : undefined}
              data-chosen={(step && step.id === chosen) || undefined}
            >
              {step ? (
                <StepLine
                  step={step}
                  current={step.id === current?.id}
                  chosen={step.id === chosen}
                  readOnly={readOnly}
                  onChoose={() => onChoose(step.id)}
                  onGo={() => onGo(step)}
                />
              ) : (
                <Start current={current === null} readOnly={readOnly} onGo={() => onGo(null)} />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

interface StepLineProps {
  readonly step: Step;
  /** The portfolio is as this step left it. */
  readonly current: boolean;
  readonly chosen: boolean;
  readonly readOnly: boolean;
  readonly onChoose: () => void;
  readonly onGo: () => void;
}

function StepLine({ step, current, chosen, readOnly, onChoose, onGo }: StepLineProps) {
  const { t } = useTranslation('backups');
  const describe = useDescribeLabel();
  const language = usePreferences((state) => state.language);
  const { counts } = step;
  const size = sizeWords(counts, t, language);
  return (
    <>
      <button type="button" className={css.open} aria-pressed={chosen} onClick={onChoose}>
        <span className={css.what}>{describe(step.label)}</span>
        {step.undone && (
          <span className={css.mark}>{step.damaged ? t('history.damaged') : t('history.undone')}</span>
        )}
        {current && <span className={css.mark}>{t('history.here')}</span>}
        <span className={css.facts}>
          {formatInstant(step.at, language)} · {step.by || t('history.nobody')} · {size}
        </span>
      </button>
      {!current && !step.damaged && (
        <Button look="quiet" isDisabled={readOnly} onPress={onGo}>
          {step.undone ? t('history.forward') : t('history.back')}
        </Button>
      )}
    </>
  );
}

interface StartProps {
  readonly current: boolean;
  readonly readOnly: boolean;
  readonly onGo: () => void;
}

function Start({ current, readOnly, onGo }: StartProps) {
  const { t } = useTranslation('backups');
  return (
    <>
      <span className={css.open}>
        <span className={css.what}>{t('history.start')}</span>
        {current && <span className={css.mark}>{t('history.here')}</span>}
      </span>
      {!current && (
        <Button look="quiet" isDisabled={readOnly} onPress={onGo}>
          {t('history.back')}
        </Button>
      )}
    </>
  );
}

import { Pause, Play, SkipForward } from 'lucide-react';
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageQuarters } from '../../analysis/coverageQuarters.ts';
import { useMeasure } from '../../charts/frame/useChartSize.ts';
import { layoutQuarterStrip, quarterForKey } from '../../charts/matrix/quarterStrip.ts';
import css from './timeSlider.module.css';

/** How long each quarter stays while the quarters play. */
const PLAY_MS = 1100;
/** Px of a strip where nothing is laid out (tests). */
const FALLBACK_WIDTH = 600;

const reducedMotion = (): boolean =>
  globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

/**
 * A slider over the quarters with a strip of the gaps above it. `value` is a quarter by index, null = all time; `start`
 * is where keys and playing begin.
 */
export function TimeSlider({
  time,
  value,
  start,
  name,
  year,
  onChange,
}: {
  readonly time: CoverageQuarters;
  readonly value: number | null;
  readonly start: number;
  /** The name of a quarter by index. */
  readonly name: (q: number) => string;
  /** The year that begins with a quarter, null in all others. */
  readonly year: (q: number) => string | null;
  readonly onChange: (q: number | null) => void;
}) {
  const { t } = useTranslation('coverage');
  const measure = useMeasure();
  const [box, width] = useStripWidth();
  const [playing, setPlaying] = useState(false);
  const { quarters } = time;
  const count = quarters.length;
  const layout = useMemo(
    () =>
      layoutQuarterStrip(
        quarters.map(({ gaps, opening }, q) => ({ gaps, opening: opening.length, year: year(q) })),
        value,
        width,
        measure,
      ),
    [quarters, value, width, measure, year],
  );
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(
      () => {
        const next = value === null ? 0 : value + 1;
        if (next >= count) setPlaying(false);
        else onChange(next);
      },
      value === null ? 0 : PLAY_MS,
    );
    return () => clearTimeout(timer);
  }, [playing, value, count, onChange]);

  const say = (q: number): string => {
    const { gaps, opening } = quarters[q]!;
    const words = t('quarter.value', { quarter: name(q), count: gaps });
    return opening.length > 0 ? t('quarter.valueOpens', { value: words, opening: opening.length }) : words;
  };
  const choose = (q: number | null): void => {
    setPlaying(false);
    onChange(q);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = quarterForKey(event.key, value, start, count);
    if (next === null) return;
    event.preventDefault();
    choose(next);
  };
  const point = (event: PointerEvent<HTMLDivElement>): void => {
    const { left, width: wide } = event.currentTarget.getBoundingClientRect();
    const at = Math.floor(((event.clientX - left) / Math.max(1, wide)) * count);
    const q = Math.max(0, Math.min(count - 1, at));
    if (q !== value) choose(q);
  };
  const still = reducedMotion();
  const chosen = value === null ? null : layout.bars[value]!.slot;
  return (
    <section className={css.slider} aria-label={t('quarter.strip')}>
      <div className={css.buttons}>
        <button
          type="button"
          className={css.button}
          aria-pressed={value === null}
          onClick={() => choose(null)}
        >
          {t('quarter.allTime')}
        </button>
        {still ? (
          <button
            type="button"
            className={css.icon}
            aria-label={t('quarter.next')}
            title={t('quarter.next')}
            disabled={value === count - 1}
            onClick={() => choose(value === null ? start : Math.min(count - 1, value + 1))}
          >
            <SkipForward size={15} aria-hidden="true" />
          </button>
        ) : (
          <button
            type="button"
            className={css.icon}
            aria-label={t(playing ? 'quarter.pause' : 'quarter.play')}
            title={t(playing ? 'quarter.pause' : 'quarter.play')}
            onClick={() => {
              if (!playing && value === count - 1) onChange(0);
              setPlaying(!playing);
            }}
          >
            {playing ? <Pause size={15} aria-hidden="true" /> : <Play size={15} aria-hidden="true" />}
          </button>
        )}
      </div>
      <div
        ref={box}
        className={css.strip}
        role="slider"
        tabIndex={0}
        aria-label={t('quarter.label')}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={count}
        aria-valuenow={value === null ? 0 : value + 1}
        aria-valuetext={value === null ? t('quarter.allTime') : say(value)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture?.(event.pointerId);
          point(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons % 2 === 1) point(event);
        }}
      >
        <svg
          width="100%"
          height={layout.height}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          fontFamily="var(--font)"
        >
          {chosen && <rect {...chosen} fill="var(--selected)" rx={4} />}
          {layout.bars.map(({ slot, old, fresh }) => (
            <g key={slot.x}>
              {old && (
                <rect
                  {...old}
                  fill="var(--gap-soft)"
                  stroke="var(--gap)"
                  strokeWidth={1}
                  strokeDasharray="3 2"
                />
              )}
              {fresh && <rect {...fresh} fill="var(--gap)" />}
            </g>
          ))}
          <path d={`M0 ${layout.base + 0.5}H${layout.width}`} stroke="var(--line-strong)" />
          {chosen && (
            <rect
              x={chosen.x + chosen.width / 2 - 5}
              y={layout.base - 5}
              width={10}
              height={11}
              rx={4}
              fill="var(--ink)"
              stroke="var(--card)"
              strokeWidth={1.5}
            />
          )}
          {[...layout.counts, ...layout.years].map((label) => (
            <text
              key={`${label.x}/${label.y}`}
              x={label.x}
              y={label.y}
              textAnchor={label.anchor}
              fontSize={label.size}
              fontWeight={label.weight}
              fill={label.anchor === 'start' ? 'var(--ink-2)' : 'var(--ink)'}
            >
              {label.text}
            </text>
          ))}
        </svg>
      </div>
      <p className={css.now}>
        {value === null ? (
          t('quarter.hint')
        ) : (
          <>
            <strong>{name(value)}</strong> {t('quarter.how')}
          </>
        )}
      </p>
    </section>
  );
}

function useStripWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FALLBACK_WIDTH);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth > 0) setWidth(element.clientWidth);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
}

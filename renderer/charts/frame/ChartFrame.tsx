import { ChartArea, Table2 } from 'lucide-react';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { joinSentences, joinSpoken } from '../../../shared/text/join.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import styles from './frame.module.css';
import { HoverCard, spokenCard } from './HoverCard.tsx';
import { hitTest } from './hitTest.ts';
import { isWalkKey, walk } from './keyboardWalk.ts';
import { plainText } from './naming.ts';
import { Patterns } from './Patterns.tsx';
import { PictureSheet } from './PictureSheet.tsx';
import { type PictureProps, type Viewport, wholePicture } from './pictureProps.ts';
import type { Rect } from './rects.ts';
import { StageContext } from './stage.ts';
import { TwinTable } from './TwinTable.tsx';
import { useTwinLook } from './twinLook.ts';

export type { Viewport } from './pictureProps.ts';

/** Room kept above a mark that the keyboard reaches, for a head that stays in place (px). */
const HEAD_ROOM = 210;

const scaled = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
});

/**
 * What every chart shares: the drawing, its table twin, legend, card, keyboard walk, spoken description and export. While
 * a room is presented to, the stage shows it instead, as large as a room needs.
 */
export function ChartFrame(props: PictureProps) {
  const stage = useContext(StageContext);
  if (stage) return <stage.Picture {...props} />;
  const { words } = props;
  const plain = { ...words, title: plainText(words.title), subtitle: plainText(words.subtitle) };
  return <DeskFrame {...props} words={plain} />;
}

/** The chart as it stands on the desk. */
function DeskFrame({
  name,
  words,
  legend,
  table,
  marks,
  cardOf,
  onActivate,
  size,
  measure,
  drawing,
  picture,
  maxHeight,
  toolbar,
  overlay,
  selectedMark = null,
  scale: wanted = 1,
}: PictureProps) {
  const { t } = useTranslation('flow');
  const language = usePreferences((state) => state.language);
  const id = useId().replaceAll(':', '');
  const [{ asTable }, setTwin] = useTwinLook(name);
  const [active, setActive] = useState<string | null>(null);
  const [spoken, setSpoken] = useState('');
  /** The mark that was opened by key: the walk goes on from it once the keyboard is back. */
  const opened = useRef<string | null>(null);
  const byId = useMemo(() => new Map(marks.map((mark) => [mark.id, mark])), [marks]);
  const twin = useMemo(() => (asTable ? table() : null), [asTable, table]);
  const scroller = useRef<HTMLDivElement>(null);
  // A picture is made as wide as its room: where it scrolls, the bar takes its part of that, and the picture gives way.
  const scrolls = maxHeight !== undefined && size.height * wanted > maxHeight;
  const [bar, setBar] = useState(0);
  useLayoutEffect(() => {
    const box = scroller.current;
    setBar(box && scrolls ? box.offsetWidth - box.clientWidth : 0);
  }, [scrolls]);
  const scale = wanted - bar / size.width;
  const [scrollTop, setScrollTop] = useState(0);
  const shown = maxHeight === undefined ? size.height * scale : Math.min(maxHeight, size.height * scale);
  const viewport: Viewport = { top: scrollTop / scale, bottom: (scrollTop + shown) / scale };
  const activeMark = active === null ? undefined : byId.get(active);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (isWalkKey(event.key)) {
      const stops = marks.map((mark) => ({
        id: mark.id,
        lane: mark.lane,
        x: mark.rect.x + mark.rect.width / 2,
      }));
      const next = walk(stops, active !== null && byId.has(active) ? active : selectedMark, event.key);
      if (next !== null) {
        setActive(next);
        setSpoken(spokenCard(cardOf(next), language));
        reveal(byId.get(next)!.rect);
      }
      event.preventDefault();
    } else if ((event.key === 'Enter' || event.key === ' ') && active !== null && onActivate) {
      event.preventDefault();
      opened.current = active;
      onActivate(active);
    } else if (event.key === 'Escape' && active !== null) {
      event.stopPropagation();
      setActive(null);
      setSpoken('');
    }
  };

  const reveal = (rect: Rect): void => {
    const box = scroller.current;
    if (!box || maxHeight === undefined) return;
    const [top, bottom, head] = [rect.y * scale, (rect.y + rect.height) * scale, HEAD_ROOM * scale];
    if (top < box.scrollTop + head) box.scrollTop = Math.max(0, top - head);
    else if (bottom > box.scrollTop + shown - 20) box.scrollTop = bottom - shown + 20;
  };
  const under = (event: MouseEvent<SVGSVGElement>): string | null => {
    const box = event.currentTarget.getBoundingClientRect();
    return hitTest(marks, (event.clientX - box.left) / scale, (event.clientY - box.top) / scale)?.id ?? null;
  };

  const whole = (): ReactElement => {
    const patterns = `${id}x`;
    const drawn =
      picture?.() ?? wholePicture(size, ({ active, viewport }) => drawing(patterns, active, viewport));
    return (
      <PictureSheet
        words={words}
        legend={legend}
        width={drawn.width}
        height={drawn.height}
        measure={measure}
        patterns={patterns}
      >
        {drawn.draw(patterns)}
      </PictureSheet>
    );
  };

  return (
    <figure className={styles.frame} aria-label={words.title}>
      <div className={styles.tools}>
        {toolbar}
        <span className={styles.ways}>
          <button
            type="button"
            className={styles.tool}
            aria-pressed={asTable}
            onClick={() => setTwin({ asTable: !asTable })}
          >
            {asTable ? <ChartArea size={14} aria-hidden="true" /> : <Table2 size={14} aria-hidden="true" />}
            {asTable ? t('chart.asPicture') : t('chart.asTable')}
          </button>
          <ExportMenu title={words.title} picture={whole} table={table} />
        </span>
      </div>
      {twin ? (
        <TwinTable
          name={name}
          table={twin}
          words={{
            copy: t('chart.copy'),
            copied: t('chart.copied'),
            more: (count) => t('chart.more', { count }),
          }}
        />
      ) : (
        <>
          <div
            ref={scroller}
            className={styles.scroller}
            onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
            style={scrolls ? { maxHeight, overflowY: 'scroll' } : undefined}
          >
            <div
              className={styles.stage}
              role="application"
              aria-roledescription={t('chart.role')}
              aria-label={joinSpoken(
                [words.title, joinSentences([words.description, t('chart.keys')])],
                language,
              )}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the walk starts here
              tabIndex={0}
              style={{ width: size.width * scale, height: size.height * scale }}
              onKeyDown={onKeyDown}
              onFocus={() => {
                if (opened.current !== null && byId.has(opened.current)) setActive(opened.current);
                opened.current = null;
              }}
              onBlur={() => setActive(null)}
              onMouseLeave={() => setActive(null)}
            >
              <svg
                width={size.width * scale}
                height={size.height * scale}
                viewBox={`0 0 ${size.width} ${size.height}`}
                fontFamily="var(--font)"
                aria-hidden="true"
                onMouseMove={(event) => setActive(under(event))}
                onClick={(event) => {
                  const found = under(event);
                  if (found !== null && onActivate) onActivate(found);
                }}
              >
                <Patterns id={id} />
                {drawing(id, active ?? selectedMark, viewport)}
              </svg>
              {overlay?.(viewport, scale)}
              {activeMark && (
                <HoverCard
                  card={cardOf(activeMark.id)}
                  at={scaled(activeMark.rect, scale)}
                  bounds={{ width: size.width * scale, height: size.height * scale }}
                />
              )}
              <output className="visuallyHidden" aria-live="polite">
                {spoken}
              </output>
            </div>
          </div>
          <ChartLegend
            items={legend}
            width={size.width * scale}
            scale={scale}
            measure={measure}
            className={styles.legend}
          />
        </>
      )}
    </figure>
  );
}

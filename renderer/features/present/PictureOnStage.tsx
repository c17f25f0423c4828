import { useContext, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { pageBreaks, type Span } from '../../../shared/storyboard/pageBreaks.ts';
import { ChartLegend } from '../../charts/frame/ChartLegend.tsx';
import { hitTest } from '../../charts/frame/hitTest.ts';
import { LEGEND_SIZE } from '../../charts/frame/legend.ts';
import { plainText } from '../../charts/frame/naming.ts';
import { Patterns } from '../../charts/frame/Patterns.tsx';
import type { PictureProps } from '../../charts/frame/pictureProps.ts';
import { StageContext } from '../../charts/frame/stage.ts';
import { useTwinLook } from '../../charts/frame/twinLook.ts';
import { sortRows } from '../../charts/frame/twinTable.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePresent } from '../../state/presentStore.ts';
import { takeStage } from '../../state/stageHand.ts';
import { litMarks } from './litMarks.ts';
import { MarkCardOnStage } from './MarkCardOnStage.tsx';
import css from './present.module.css';
import { StageHead } from './StageHead.tsx';
import { useStagePart, useStageParts, useTakenHeight } from './stageParts.ts';
import { TableSheet } from './TableOnStage.tsx';

/** A picture as a room sees it: its finding as title, its labels as large as a room needs, a dozen marks lit. */
export function PictureOnStage(props: PictureProps) {
  const slot = useStagePart();
  const [twin] = useTwinLook(props.name);
  // What the room asked for counts more than how the page was kept.
  const asTable = usePresent((state) => state.look.asTable) ?? twin.asTable;
  if (!slot) return null;
  return createPortal(asTable ? <AsTable {...props} /> : <Sheet {...props} />, slot);
}

function AsTable({ name, words, table }: PictureProps) {
  const [{ sort }] = useTwinLook(name);
  const twin = useMemo(() => table(), [table]);
  const rows = useMemo(() => sortRows(twin, sort), [twin, sort]);
  return (
    <TableSheet
      title={words.title}
      draw={words.draw}
      columns={twin.columns}
      rows={rows.map(({ id, cells }) => ({ id, cells: cells.map((cell) => cell.text) }))}
    />
  );
}

const none: readonly Span[] = [];

function Sheet(props: PictureProps) {
  const {
    words,
    legend,
    marks,
    cardOf,
    size,
    measure,
    drawing,
    overlay,
    selectedMark = null,
    scale = 1,
    head = 0,
    together = none,
  } = props;
  const stage = useContext(StageContext);
  const id = useId().replaceAll(':', '');
  const svg = useRef<SVGSVGElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLElement>(null);
  useTakenHeight(sheet);
  const screen = usePresent((state) => state.look.screen);
  const mark = usePresent((state) => state.mark);
  const legendScale = (stage?.label ?? LEGEND_SIZE) / LEGEND_SIZE;
  const width = stage?.width ?? size.width * scale;
  const room = (stage?.height ?? size.height * scale) / scale;
  const tall = size.height > room + 1;
  const title = plainText(words.title);
  const spans = useTextSpans(svg, tall, size, scale, title);
  const screens = useMemo(
    () =>
      tall
        ? pageBreaks(size.height - head, Math.max(40, room - head), [
            ...together.map(([from, to]): Span => [from - head, to - head]),
            ...marks.map(({ rect }): Span => [rect.y - head, rect.y + rect.height - head]),
            ...spans.map(([top, bottom]): Span => [top - head, bottom - head]),
          ]).map(({ top, bottom }) => ({ top, bottom: bottom + head }))
        : [{ top: 0, bottom: size.height }],
    [tall, size.height, head, room, together, marks, spans],
  );
  const at = Math.min(screen, screens.length - 1);
  const shown = screens[at] ?? { top: 0, bottom: size.height };
  const pointed = marks.find((each) => each.id === mark) ?? null;
  const onScreen = useMemo(
    () =>
      tall
        ? marks.filter(({ rect }) => rect.y + rect.height > shown.top + head && rect.y < shown.bottom)
        : marks,
    [tall, marks, shown.top, shown.bottom, head],
  );
  const lit = useMemo(
    () => litMarks(onScreen, props.lit, pointed?.id ?? selectedMark),
    [onScreen, props.lit, pointed, selectedMark],
  );
  useHand(props, screens, place, scale);
  const count = screens.length;
  useEffect(() => {
    useStageParts.setState({ screens: count });
    return () => useStageParts.setState({ screens: 1 });
  }, [count]);
  const active = pointed?.id ?? selectedMark;
  const whole = { width: size.width * scale, height: (shown.bottom - shown.top) * scale };
  const under = (event: React.MouseEvent<SVGSVGElement>): string | null => {
    const box = event.currentTarget.getBoundingClientRect();
    // What is shown closer is larger on the screen than it was laid out.
    const by = box.width / size.width;
    return (
      hitTest(marks, (event.clientX - box.left) / by, (event.clientY - box.top) / by + shown.top)?.id ?? null
    );
  };
  return (
    <figure ref={sheet} className={css.sheet} aria-label={title} data-stage-sheet>
      <StageHead title={words.title} subtitle={words.subtitle} draw={words.draw} />
      <div ref={place} className={css.picture} style={whole} data-stage-body>
        <svg
          ref={svg}
          width={whole.width}
          height={whole.height}
          viewBox={`0 ${shown.top} ${size.width} ${shown.bottom - shown.top}`}
          fontFamily="var(--font)"
          role="img"
          aria-label={words.description}
          onMouseMove={(event) => {
            const found = under(event);
            if (found !== usePresent.getState().mark) usePresent.setState({ mark: found });
          }}
          onMouseLeave={() => usePresent.setState({ mark: null })}
        >
          {lit && (
            <g className={css.quiet} data-stage-quiet>
              <Patterns id={`${id}q`} />
              {drawing(`${id}q`, null, shown)}
            </g>
          )}
          <clipPath id={`${id}lit`}>
            {lit?.map(({ id: key, rect }) => (
              <rect key={key} x={rect.x - 4} y={rect.y - 4} width={rect.width + 8} height={rect.height + 8} />
            ))}
          </clipPath>
          <g {...(lit ? { clipPath: `url(#${id}lit)`, 'data-stage-lit': '' } : {})}>
            <Patterns id={id} />
            {drawing(id, active, shown)}
          </g>
        </svg>
        {overlay?.(shown, scale)}
        {pointed && pointed.rect.y + pointed.rect.height > shown.top && pointed.rect.y < shown.bottom && (
          <MarkCardOnStage
            card={cardOf(pointed.id)}
            at={{
              x: pointed.rect.x * scale,
              y: (pointed.rect.y - shown.top) * scale,
              width: pointed.rect.width * scale,
              height: pointed.rect.height * scale,
            }}
            bounds={whole}
          />
        )}
      </div>
      <ChartLegend
        items={legend}
        width={width}
        scale={legendScale}
        measure={measure}
        className={css.legend}
        onStage
      />
    </figure>
  );
}

/** Where the texts of a tall picture stand, in its own px: read off the drawing, because only it knows them all. */
function useTextSpans(
  svg: React.RefObject<SVGSVGElement | null>,
  tall: boolean,
  size: PictureProps['size'],
  scale: number,
  title: string,
): readonly Span[] {
  const [spans, setSpans] = useState<readonly Span[]>(none);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture has other texts
  useLayoutEffect(() => {
    const element = svg.current;
    if (!element || !tall) return setSpans(none);
    const box = element.getBoundingClientRect();
    const top = element.viewBox.baseVal?.y ?? 0;
    const by = box.height > 0 ? (element.viewBox.baseVal?.height ?? 0) / box.height : 1 / scale;
    setSpans(
      Array.from(element.querySelectorAll('text'), (text): Span => {
        const rect = text.getBoundingClientRect();
        return [(rect.top - box.top) * by + top - 1, (rect.bottom - box.top) * by + top + 1];
      }),
    );
  }, [svg, tall, size.height, size.width, scale, title]);
  return spans;
}

/** Answers the keys of the presentation: walking from mark to mark, and what a flip means. */
function useHand(
  { marks }: PictureProps,
  screens: readonly { readonly top: number; readonly bottom: number }[],
  place: React.RefObject<HTMLDivElement | null>,
  scale: number,
): void {
  // Before it is painted: a key that is pressed as soon as the picture is seen must find it.
  useLayoutEffect(
    () =>
      takeStage({
        walk: (by) => {
          const order = [...marks].sort((a, b) => a.lane - b.lane || a.rect.x - b.rect.x);
          const now = order.findIndex(({ id }) => id === usePresent.getState().mark);
          const next = order[now < 0 ? (by === 1 ? 0 : order.length - 1) : now + by];
          if (!next) return false;
          const middle = next.rect.y + next.rect.height / 2;
          const screen = Math.max(
            0,
            screens.findIndex(({ top, bottom }) => middle >= top && middle < bottom),
          );
          const box = place.current?.getBoundingClientRect();
          const outer = place.current?.closest('[data-stage]')?.getBoundingClientRect();
          usePresent.setState(({ look }) => ({
            mark: next.id,
            look: { ...look, screen },
            point:
              box && outer && outer.width > 0
                ? {
                    x: (box.left - outer.left + (next.rect.x + next.rect.width / 2) * scale) / outer.width,
                    y: (box.top - outer.top + (middle - (screens[screen]?.top ?? 0)) * scale) / outer.height,
                  }
                : null,
          }));
          return true;
        },
        initiative: () => {
          const initiatives = usePortfolio.getState().records?.initiative ?? {};
          const parts = usePresent.getState().mark?.split(/[:\n]/) ?? [];
          return parts.find((part) => Object.hasOwn(initiatives, part)) ?? null;
        },
        screens: () => screens.length,
        moreColumns: () => false,
        isTable: () => false,
      }),
    [marks, screens, place, scale],
  );
}

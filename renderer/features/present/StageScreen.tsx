import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureScale, typeScale } from '../../../shared/storyboard/typeScale.ts';
import { HIDDEN_AMOUNT } from '../../../shared/text/format.ts';
import { type Stage, StageContext } from '../../charts/frame/stage.ts';
import { useHiding } from '../../state/hiding.ts';
import { panStage } from '../../state/presentActions.ts';
import { usePresent } from '../../state/presentStore.ts';
import { takeStage } from '../../state/stageHand.ts';
import { useView } from '../../state/viewStore.ts';
import { ViewBoundary } from '../shell/ViewBoundary.tsx';
import { views } from '../shell/views.ts';
import { PictureOnStage } from './PictureOnStage.tsx';
import css from './present.module.css';
import { StageFoot } from './StageFoot.tsx';
import { useStageParts } from './stageParts.ts';
import { TableOnStage } from './TableOnStage.tsx';

/** The smallest text of the views themselves, px: what none of them hands over is enlarged from there. */
const DESK_TEXT = 12;
const PAGE_SHARE = 0.9;
/** Room between the picture and the foot, in labels. */
const FOOT_GAP = 0.5;

/** The projected picture, as large as its place: the shown view hands its pictures over, and none of its chrome. */
export function StageScreen() {
  const { t } = useTranslation('present');
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const { parts, taken } = useStageParts();
  const view = useView((state) => state.view);
  const { blank, spotlight, zoom } = usePresent((state) => state.look);
  const veiled = usePresent((state) => state.veiled);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const take = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    take();
    // What had the keyboard is gone with the desk: a screen reader begins to read here.
    if (document.activeElement === document.body) element.focus();
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const type = typeScale(size.height);
  const footHeight = type.label * 1.3;
  const inner = {
    width: Math.max(0, size.width - 2 * type.margin),
    height: Math.max(0, size.height - 1.6 * type.margin - footHeight - FOOT_GAP * type.label),
  };
  const height = Math.max(120, inner.height - taken);
  const stage = useMemo<Stage>(
    () => ({
      width: inner.width,
      height,
      label: type.label,
      question: type.question,
      Picture: PictureOnStage,
      Table: TableOnStage,
    }),
    [inner.width, height, type.label, type.question],
  );
  const View = views[view];
  const style = {
    '--stage-title': `${type.title}px`,
    '--stage-question': `${type.question}px`,
    '--stage-label': `${type.label}px`,
    '--stage-margin': `${type.margin}px`,
  } as React.CSSProperties;
  const moved = `scale(${zoom.by}) translate(${zoom.x * 100}%, ${zoom.y * 100}%)`;
  return (
    <section
      ref={place}
      className={css.stage}
      style={style}
      aria-label={t('stage.label')}
      tabIndex={-1}
      data-stage
      data-blank={blank || veiled || undefined}
      onPointerMove={pointAt}
      onPointerDown={drag}
    >
      {size.height > 0 && !veiled && (
        <>
          <div
            ref={takeSlot}
            className={css.slot}
            hidden={parts.length === 0}
            style={{ ...inner, transform: zoom.by === 1 ? undefined : moved }}
          />
          <StageContext value={stage}>
            <Plain shown={parts.length === 0} scale={pictureScale(type, DESK_TEXT)} size={inner}>
              <ViewBoundary key={view}>
                <View />
              </ViewBoundary>
            </Plain>
          </StageContext>
          <StageFoot />
        </>
      )}
      {spotlight && <Spotlight />}
      {blank && <p className="visuallyHidden">{t('stage.blank')}</p>}
    </section>
  );
}

const takeSlot = (element: HTMLDivElement | null): void => useStageParts.setState({ slot: element });

/** The view itself: out of sight while it has handed over what it has to show, else enlarged as it is. */
function Plain({
  shown,
  scale,
  size,
  children,
}: {
  readonly shown: boolean;
  readonly scale: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly children: React.ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const screen = usePresent((state) => state.look.screen);
  useEffect(() => {
    if (!shown) return;
    const element = box.current;
    const page = (element?.clientHeight ?? 0) * PAGE_SHARE;
    if (element) element.scrollTop = screen * page;
    return takeStage({
      walk: () => false,
      initiative: () => null,
      screens: () =>
        element && page > 0
          ? Math.max(1, Math.ceil((element.scrollHeight - element.clientHeight) / page) + 1)
          : 1,
      moreColumns: () => false,
      isTable: () => false,
    });
  }, [shown, screen]);
  useHiddenInputs(box);
  return (
    <div
      ref={box}
      className={shown ? css.plain : css.collector}
      inert
      data-stage-plain={shown || undefined}
      style={shown ? { width: size.width / scale, height: size.height / scale, zoom: scale } : undefined}
    >
      {children}
    </div>
  );
}

/**
 * Fields hold amounts as plain numbers, which no format has written, and searches hold parts of names, which no answer of
 * the service has masked: while these are hidden, no field of the view holds them, on the screen or out of sight. Nothing
 * can be typed there (the view is inert), so nothing is lost.
 */
function useHiddenInputs(box: React.RefObject<HTMLElement | null>): void {
  const { names, amounts } = useHiding();
  const role = usePresent((state) => state.role);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !(names || amounts) || role === 'presenter') return;
    const empty = (): void => {
      for (const field of element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
        'input, textarea',
      )) {
        if (names && field.type === 'search') {
          if (field.value === '' && !field.getAttribute('value')) continue;
          field.value = '';
          field.setAttribute('value', '');
          continue;
        }
        if (!amounts || !/\d/.test(field.value + (field.getAttribute('value') ?? ''))) continue;
        if (field.type === 'range' || field.type === 'number') field.setAttribute('type', 'text');
        field.value = HIDDEN_AMOUNT;
        field.setAttribute('value', HIDDEN_AMOUNT);
      }
    };
    empty();
    const observer = new MutationObserver(empty);
    observer.observe(element, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['value'],
    });
    return () => observer.disconnect();
  }, [box, names, amounts, role]);
}

let asked = false;
/** Follows the pointer, once a frame. */
function pointAt(event: React.PointerEvent<HTMLElement>): void {
  const box = event.currentTarget.getBoundingClientRect();
  const point = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    usePresent.setState({ point });
  });
}

/** Moves what is shown closer with the hand. */
function drag(event: React.PointerEvent<HTMLElement>): void {
  if (event.button !== 0 || usePresent.getState().look.zoom.by === 1) return;
  const element = event.currentTarget;
  element.setPointerCapture(event.pointerId);
  let [x, y] = [event.clientX, event.clientY];
  const move = (next: PointerEvent): void => {
    const { by } = usePresent.getState().look.zoom;
    panStage((next.clientX - x) / element.clientWidth / by, (next.clientY - y) / element.clientHeight / by);
    [x, y] = [next.clientX, next.clientY];
  };
  const end = (): void => {
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', end);
    element.removeEventListener('pointercancel', end);
  };
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', end);
  element.addEventListener('pointercancel', end);
}

/** Everything but what is pointed at goes dark. */
function Spotlight() {
  const point = usePresent((state) => state.point) ?? { x: 0.5, y: 0.5 };
  return (
    <div
      className={css.spotlight}
      data-stage-spotlight
      aria-hidden
      style={{ '--x': `${point.x * 100}%`, '--y': `${point.y * 100}%` } as React.CSSProperties}
    />
  );
}

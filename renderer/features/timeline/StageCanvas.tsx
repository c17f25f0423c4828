import { useLayoutEffect, useRef } from 'react';
import { type CanvasInk, paintScene, themeInk } from '../../charts/timeline/paintCanvas.ts';
import type { Scene } from '../../charts/timeline/scene.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import css from './timeline.module.css';

/** A scene on a canvas that stays in place while the lines scroll under it; drawn before the page is shown. */
export function StageCanvas({
  scene,
  size,
}: {
  readonly scene: Scene;
  readonly size: { readonly width: number; readonly height: number };
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = usePreferences((state) => state.theme);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const scale = globalThis.devicePixelRatio || 1;
    const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
    // Setting the size, even to the same, throws the drawing away and takes new memory.
    if (element.width !== width) element.width = width;
    if (element.height !== height) element.height = height;
    paintScene(context, scene, scale, inkOf(theme));
  }, [scene, size, theme]);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas without tabindex takes no focus
    <canvas ref={canvas} aria-hidden="true" className={css.canvas} style={size} />
  );
}

let ink: { readonly theme: string; readonly value: CanvasInk } | null = null;

/** The theme's colours, read anew when the page wears another theme than last time. */
function inkOf(chosen: string): CanvasInk {
  const root = document.documentElement;
  const theme = `${chosen} ${root.dataset.theme ?? ''}`;
  // From the root and not from a canvas: a canvas goes with its view, and then its style says nothing any more.
  if (ink?.theme !== theme) ink = { theme, value: themeInk(root) };
  return ink.value;
}

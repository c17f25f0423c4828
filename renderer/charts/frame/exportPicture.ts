import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Failure } from '../../../shared/contract/result.ts';
import { halosApart } from '../../../shared/report/halosApart.ts';
import { resolveVariables } from './resolveVariables.ts';

let fontFace: Promise<string> | null = null;

/** Inter as an `@font-face` with the letters inside, so that a picture looks alike where Inter is not installed. */
function interFace(): Promise<string> {
  fontFace ??= fetch(interUrl)
    .then((response) => {
      if (!response.ok) throw new Error(`the font answered ${response.status}`);
      return response.arrayBuffer();
    })
    .then((buffer) => {
      let binary = '';
      const bytes = new Uint8Array(buffer);
      for (let at = 0; at < bytes.length; at += 8192) {
        binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
      }
      return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(data:font/woff2;base64,${btoa(binary)}) format('woff2');}`;
    })
    .catch((error: unknown) => {
      fontFace = null;
      throw error;
    });
  return fontFace;
}

/** The picture as SVG text that stands alone: theme colours as values, Inter inside, Chinese by the reader's own fonts. */
export async function toSvgText(picture: ReactElement): Promise<string> {
  const place = document.createElement('div');
  const root = createRoot(place);
  flushSync(() => root.render(picture));
  const svg = place.querySelector('svg');
  if (!svg) throw new Error('the picture has no svg element');
  const style = getComputedStyle(document.documentElement);
  const text = resolveVariables(new XMLSerializer().serializeToString(svg), (name) =>
    style.getPropertyValue(name),
  );
  root.unmount();
  return halosApart(text.replace('<desc', `<style>${await interFace()}</style><desc`));
}

/** Pixels to a px that a PNG can have. */
export const pngScales = [1, 2, 3, 4] as const;
export type PngScale = (typeof pngScales)[number];

/** The most pixels that Chromium's canvas holds: on a side, and all told. Beyond, it draws nothing and says nothing. */
const MOST_SIDE = 65_535;
const MOST_PIXELS = 268_435_456;

/** Whether a picture of that size in px can be drawn at a scale. */
const fitsCanvas = (width: number, height: number, scale: number): boolean => {
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  return w <= MOST_SIDE && h <= MOST_SIDE && w * h <= MOST_PIXELS;
};

/**
 * The SVG text as a PNG, `scale` pixels to a px. Fails with `picture_too_large` where no canvas holds it, and throws
 * when the browser can not draw it.
 */
export async function toPng(svgText: string, scale: PngScale): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svgText], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    if (!fitsCanvas(image.width, image.height, scale)) {
      throw new Failure('picture_too_large', `${image.width} x ${image.height} px at ${scale}x`, {
        params: { scale },
      });
    }
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas to draw on');
    context.scale(scale, scale);
    context.drawImage(image, 0, 0);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Puts what is being made on the clipboard; asked for at once, while the click that asked still counts. Fails with
 * `clipboard_refused` where the host takes none, and as the making failed.
 */
export async function copyBlob(type: 'image/png' | 'text/plain', made: Promise<Blob>): Promise<void> {
  // Where the clipboard refuses at once, nobody waits for the blob: its failure is heard here in any case.
  const outcome = made.then(
    () => null,
    (cause: unknown) => cause,
  );
  try {
    await navigator.clipboard.write([new ClipboardItem({ [type]: made })]);
  } catch (cause) {
    const failed = await outcome;
    throw failed ?? new Failure('clipboard_refused', String(cause));
  }
}

/** Hands a file to the browser to be saved under `name`. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A title as a file name: without the characters that some system refuses. */
export function fileName(title: string, ending: 'svg' | 'png'): string {
  const plain = title
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${plain || 'chart'}.${ending}`;
}

import { type ComponentType, createContext, type ReactNode } from 'react';
import type { DrawNamed } from './NamedText.tsx';
import type { PictureProps } from './pictureProps.ts';

/** A table to show to a room. */
export interface StageTableProps {
  /** It may know figures by their names, which `draw` shows. */
  readonly title: string;
  readonly draw?: DrawNamed | undefined;
  readonly columns: readonly {
    readonly id: string;
    readonly label: string;
    readonly kind: 'text' | 'number';
  }[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
  /** A line under it, such as whose turn it is. */
  readonly note?: string | undefined;
}

/** Where a room is presented to: pictures and tables hand themselves over to be shown as large as a room needs. */
export interface Stage {
  /** Room for a picture, px of the screen. */
  readonly width: number;
  readonly height: number;
  /** The smallest text, and that of the line under the title, px of the screen. */
  readonly label: number;
  readonly question: number;
  readonly Picture: ComponentType<PictureProps>;
  readonly Table: ComponentType<StageTableProps>;
}

/** The stage that the view is shown on; null at the desk. */
export const StageContext = createContext<Stage | null>(null);

import type { DrawNamed } from './NamedText.tsx';

/** What stands on an exported picture besides the chart. */
export interface PictureWords {
  /** It and the subtitle may know figures by their names, which `draw` shows so that they can be opened. */
  readonly title: string;
  readonly subtitle: string;
  readonly draw?: DrawNamed;
  /** Portfolio, data date and how the figures were made; one line at the foot. */
  readonly footer: string;
  readonly description: string;
}

/** What stands on an exported picture besides the chart. */
export interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  /** Portfolio, data date and how the figures were made; one line at the foot. */
  readonly footer: string;
  readonly description: string;
}

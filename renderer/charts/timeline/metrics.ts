/** Sizes of a timeline's parts, px. */
export interface Metrics {
  readonly row: number;
  readonly group: number;
  /** A group with the load of its team. */
  readonly loadRow: number;
  /** The dates above the plot. */
  readonly head: number;
  readonly bar: number;
  readonly mark: number;
  readonly text: number;
  readonly small: number;
  readonly names: number;
}

/** Sizes for a theme whose text is `scale` times as large as on the desk. */
export function metricsOf(scale: number, width: number): Metrics {
  const px = (value: number): number => Math.round(value * scale);
  return {
    row: px(28),
    group: px(30),
    loadRow: px(42),
    head: px(62),
    bar: px(14),
    mark: 5 * scale,
    text: 12.5 * scale,
    small: 10.5 * scale,
    names: Math.min(px(280), Math.max(px(150), Math.round(width * 0.26))),
  };
}

import type { MarkCard } from '../../charts/frame/markCard.ts';
import type { Rect } from '../../charts/frame/rects.ts';
import css from './present.module.css';

/** The card of the mark that is pointed at, on the side of the picture where the mark is not. */
export function MarkCardOnStage({
  card,
  at,
  bounds,
}: {
  readonly card: MarkCard;
  readonly at: Rect;
  readonly bounds: { readonly width: number; readonly height: number };
}) {
  const onLeft = at.x + at.width / 2 > bounds.width / 2;
  return (
    <div className={css.card} role="status" data-side={onLeft ? 'left' : 'right'}>
      <strong>{card.title}</strong>
      {card.rows.length > 0 && (
        <dl>
          {card.rows.map(([label, value]) => (
            <div key={`${label}${value}`} className={css.cardRow}>
              {label !== '' && <dt>{label}</dt>}
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {card.note && <p>{card.note}</p>}
    </div>
  );
}

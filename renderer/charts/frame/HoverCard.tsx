import type { Language } from '../../../shared/text/area.ts';
import { joinSpoken, labelled } from '../../../shared/text/join.ts';
import styles from './frame.module.css';
import type { MarkCard } from './markCard.ts';
import type { Rect } from './rects.ts';

/** The sentence that a screen reader hears for a mark. */
export function spokenCard(card: MarkCard, language: Language): string {
  const rows = card.rows.map(([label, value]) => (label === '' ? value : labelled(label, value, language)));
  return joinSpoken([card.title, ...rows, ...(card.note ? [card.note] : [])], language);
}

const WIDTH = 268;
const GAP = 10;

/** The card beside a mark; it stays inside `bounds` and never covers the mark. */
export function HoverCard({
  card,
  at,
  bounds,
}: {
  readonly card: MarkCard;
  readonly at: Rect;
  readonly bounds: { readonly width: number; readonly height: number };
}) {
  const right = at.x + at.width + GAP;
  const fitsRight = right + WIDTH <= bounds.width;
  const left = fitsRight ? right : Math.max(0, at.x - GAP - WIDTH);
  const below = at.y < bounds.height / 2;
  return (
    <div
      className={styles.card}
      aria-hidden="true"
      style={{
        left,
        width: WIDTH,
        ...(below
          ? { top: Math.max(0, at.y - 4) }
          : { bottom: Math.max(0, bounds.height - at.y - at.height - 4) }),
      }}
    >
      <strong>{card.title}</strong>
      {card.rows.length > 0 && (
        <dl>
          {card.rows.map(([label, value]) => (
            <div key={`${label}${value}`}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {card.note && <p>{card.note}</p>}
    </div>
  );
}

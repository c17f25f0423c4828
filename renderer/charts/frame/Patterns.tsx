import { type Hatching, hatchingNames, hatchingStep, hatchings } from '../../../shared/report/hatchings.ts';

/**
 * The textures that stand beside the colours: waiting, relearning, overlap, and product teams beside projects. One set a
 * drawing, ids made unique by `id`. The lines themselves are slanted: some programs do not turn a pattern.
 */
export function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      {hatchingNames.map((name) => {
        const hatching: Hatching = hatchings[name];
        const { color, width, strength, ground } = hatching;
        const side = Math.round(100 * hatchingStep(hatching)) / 100;
        return (
          <pattern key={name} id={`${id}-${name}`} width={side} height={side} patternUnits="userSpaceOnUse">
            {ground && <rect width={side} height={side} fill={`var(${ground})`} />}
            <path
              d={slants(side, hatching.rising)}
              stroke={`var(${color})`}
              strokeWidth={width}
              opacity={strength}
            />
          </pattern>
        );
      })}
      <pattern id={`${id}-product`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="var(--product)" />
        <circle cx="2.5" cy="2.5" r="1.25" fill="var(--card)" />
      </pattern>
    </defs>
  );
}

/** The diagonal of a tile, and those of its neighbours, of which its two other corners show a part. */
function slants(side: number, rising: boolean): string {
  const [low, high] = rising ? [2 * side, -side] : [-side, 2 * side];
  return [-side, 0, side].map((shift) => `M${shift - side} ${low}L${shift + 2 * side} ${high}`).join('');
}

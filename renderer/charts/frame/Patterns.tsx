/** The textures that stand beside the colours: waiting, relearning, overlap, and product teams beside projects. One set a drawing, ids made unique by `id`. */
export function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-wait`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="1.6" height="5" fill="var(--project)" opacity="0.75" />
      </pattern>
      <pattern
        id={`${id}-relearn`}
        width="4"
        height="4"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect width="4" height="4" fill="var(--project-soft)" />
        <rect width="1.8" height="4" fill="var(--project)" />
      </pattern>
      <pattern
        id={`${id}-overlap`}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="7" height="7" fill="var(--overlap-soft)" />
        <rect width="2" height="7" fill="var(--overlap)" opacity="0.55" />
      </pattern>
      <pattern
        id={`${id}-overlapBar`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" fill="var(--overlap-soft)" />
        <rect width="2.4" height="6" fill="var(--overlap)" opacity="0.8" />
      </pattern>
      <pattern id={`${id}-product`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="var(--product)" />
        <circle cx="2.5" cy="2.5" r="1.25" fill="var(--card)" />
      </pattern>
    </defs>
  );
}

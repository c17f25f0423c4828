import { type Paint, roundedPath, type Scene, type Shape } from './scene.ts';

/** A scene as SVG, for a picture that leaves the page. `patterns` is the id given to `Patterns` in the same drawing. */
export function TimelineSvg({ scene, patterns }: { readonly scene: Scene; readonly patterns: string }) {
  const { plotBox } = scene;
  const clip = `${patterns}-plot`;
  return (
    <g>
      <defs>
        <clipPath id={clip}>
          <rect x={plotBox.x} y={plotBox.y} width={plotBox.width} height={plotBox.height} />
        </clipPath>
        <linearGradient id={`${patterns}-fade`}>
          <stop offset="0" stopColor="var(--product)" />
          <stop offset="1" stopColor="var(--product)" stopOpacity="0" />
        </linearGradient>
      </defs>
      <g clipPath={`url(#${clip})`}>{drawAll(scene.plot, patterns)}</g>
      <g>{drawAll(scene.side, patterns)}</g>
      <g>{drawAll(scene.head, patterns)}</g>
    </g>
  );
}

const drawAll = (shapes: readonly Shape[], patterns: string) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no names, and a scene is drawn once and never changes
  shapes.map((shape, at) => <Drawn key={`${shape.kind}${at}`} shape={shape} patterns={patterns} />);

function Drawn({ shape, patterns }: { readonly shape: Shape; readonly patterns: string }) {
  const colour = (paint: Paint | null | undefined): string =>
    !paint ? 'none' : paint === 'wait' || paint === 'fade' ? `url(#${patterns}-${paint})` : `var(${paint})`;
  if (shape.kind === 'text') {
    return (
      <text
        x={shape.x}
        y={shape.y}
        fontSize={shape.size}
        fontWeight={shape.weight}
        fill={colour(shape.fill)}
        textAnchor={shape.anchor}
      >
        {shape.text}
      </text>
    );
  }
  const looks = {
    fill: colour(shape.fill),
    stroke: colour(shape.stroke),
    strokeWidth: shape.stroke ? (shape.strokeWidth ?? 1) : undefined,
    strokeDasharray: 'dash' in shape && shape.dash ? shape.dash.join(' ') : undefined,
    opacity: 'opacity' in shape ? shape.opacity : undefined,
  };
  switch (shape.kind) {
    case 'circle':
      return <circle cx={shape.x} cy={shape.y} r={shape.r} {...looks} />;
    case 'path':
      return <path d={shape.d} {...looks} />;
    case 'rect':
      return shape.radius ? (
        <path
          d={roundedPath(shape.x, shape.y, shape.width, shape.height, shape.radius, shape.roundRight ?? true)}
          {...looks}
        />
      ) : (
        <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} {...looks} />
      );
  }
}

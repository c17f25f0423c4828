import { useTranslation } from 'react-i18next';
import css from './WelcomePicture.module.css';

const blocks = [
  { x: 0, width: 62, wait: 0 },
  { x: 96, width: 60, wait: 34 },
  { x: 184, width: 96, wait: 28 },
  { x: 314, width: 66, wait: 34 },
] as const;
const releases = [44, 92, 140, 188, 236, 284, 332, 380, 428] as const;

/** The idea in one picture: blocks of work with waits between them, and under it one team that releases steadily. */
export function WelcomePicture() {
  const { t } = useTranslation();
  return (
    <figure className={css.picture}>
      <svg viewBox="0 0 460 172" aria-hidden="true">
        <defs>
          <pattern
            id="welcome-wait"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0V6" className={css.hatch} />
          </pattern>
        </defs>
        <text x="0" y="11" className={css.project}>
          {t('mode.project')}
        </text>
        <text x="0" y="131" className={css.product}>
          {t('mode.product')}
        </text>
        {blocks.map(({ x, width, wait }, index) => (
          <g key={x} transform={`translate(${x} ${24 + index * 20})`}>
            {wait > 0 && <rect x={-wait} width={wait} height="14" fill="url(#welcome-wait)" />}
            <rect width={width} height="14" className={css.work} />
          </g>
        ))}
        <path d="M8 154H446" className={css.team} />
        <path d="M8 154H446" className={css.line} />
        {releases.map((x, index) => (
          <circle
            key={x}
            cx={x}
            cy="154"
            r={index < 5 ? 6 : 5.5}
            className={index < 5 ? css.out : css.planned}
          />
        ))}
      </svg>
    </figure>
  );
}

import { Handshake, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HandoffEnd } from '../../../shared/planning/handoffs.ts';
import { unknown } from '../../ui/editGrid/cells.tsx';
import css from './planning.module.css';

/** Who stands at an end of a handoff, with a sign where it is a team or a partner of the directory. */
export function HandoffEndName({ end }: { readonly end: HandoffEnd }) {
  const { t } = useTranslation('planning');
  if (end.name === '') return unknown;
  const Sign = end.kind === 'team' ? Users : Handshake;
  return (
    <span className={css.end}>
      {end.kind !== 'text' && (
        <Sign size={12} role="img" aria-label={t(end.kind === 'team' ? 'end.team' : 'end.partner')} />
      )}
      <span className={css.text}>{end.name}</span>
    </span>
  );
}

import { Banknote, Handshake, Scale, Stamp, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Handoff } from '../../../shared/domain/records.ts';
import css from './planning.module.css';

const icons = { team: Users, approval: Stamp, legal: Scale, funding: Banknote, partner: Handshake } as const;

/** The sign of a kind of handoff, with its word unless `bare`; then screen readers still hear the word. */
export function HandoffKind({
  kind,
  bare = false,
}: {
  readonly kind: Handoff['kind'];
  readonly bare?: boolean;
}) {
  const { t } = useTranslation('planning');
  const Icon = icons[kind];
  const word = t(`kind.${kind}`);
  return (
    <span className={css.kind} title={bare ? word : undefined}>
      <Icon size={14} aria-hidden />
      <span className={bare ? 'visuallyHidden' : undefined}>{word}</span>
    </span>
  );
}

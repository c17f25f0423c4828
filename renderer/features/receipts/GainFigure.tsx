import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure } from './Figure.tsx';
import { shownFigure } from './receiptStore.ts';

/** What a project would gain or lose as a product team, value less cost; opens to its arithmetic. */
export function GainFigure({
  item,
  className,
  children,
}: {
  readonly item: { readonly id: string; readonly name: string };
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('receipts');
  return (
    <Figure
      opens={shownFigure(item.id, 'delta.net')}
      label={t('gain.open', { name: item.name })}
      className={className}
    >
      {children}
    </Figure>
  );
}

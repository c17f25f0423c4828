import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section.tsx';
import { type SectionId, useSections } from './sectionStore.ts';

export interface FoldingProps {
  readonly id: SectionId;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A section of the inspector that remembers whether it is unfolded. */
export function Folding({ id, note, children }: FoldingProps) {
  const { t } = useTranslation('inspector');
  const open = useSections((state) => state.open[id]);
  return (
    <Section
      title={t(`section.${id}`)}
      note={note}
      open={open}
      onToggle={() => useSections.getState().toggle(id)}
    >
      {children}
    </Section>
  );
}

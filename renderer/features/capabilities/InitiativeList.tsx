// biome-ignore-all lint/a11y/useSemanticElements: options that only exist while in view cannot be a select
import { useVirtualizer } from '@tanstack/react-virtual';
import { GripVertical } from 'lucide-react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Initiative, PortfolioRecords } from '../../../shared/domain/records.ts';
import { freeShare } from '../../../shared/planning/contributions.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { useWords } from '../inspector/useWords.ts';
import css from './capabilities.module.css';
import { startDrag } from './dragStore.ts';
import { useTree } from './treeStore.ts';

export interface InitiativeListProps {
  readonly records: PortfolioRecords;
  readonly initiatives: readonly Initiative[];
  readonly readOnly: boolean;
}

/** Initiatives to be dragged onto capabilities, or linked with Enter; only those in view exist. */
export function InitiativeList({ records, initiatives, readOnly }: InitiativeListProps) {
  const { t } = useTranslation('capabilities');
  const words = useWords();
  const theme = usePreferences((state) => state.theme);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [at, setAt] = useState(0);
  const current = Math.min(at, initiatives.length - 1);
  const height = theme === 'projector' ? 40 : 30;
  const virtual = useVirtualizer({
    count: initiatives.length,
    getScrollElement: () => list.current,
    estimateSize: () => height,
    overscan: 6,
  });
  useLayoutEffect(() => {
    if (height > 0) virtual.measure();
  }, [height, virtual]);
  const go = (index: number): void => {
    const next = Math.max(0, Math.min(initiatives.length - 1, index));
    setAt(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const link = (index: number): void => {
    const initiative = initiatives[index];
    if (initiative && !readOnly)
      useTree.getState().set({ dialog: { kind: 'linkInitiative', id: initiative.id } });
  };
  const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / height) - 1);
  const press = (event: React.KeyboardEvent): void => {
    const to: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: initiatives.length - 1,
    };
    const index = to[event.key];
    if (index !== undefined && !event.altKey) go(index);
    else if (event.key === 'Enter') link(current);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <p className={css.count} role="status">
        {Object.keys(records.initiative).length === 0
          ? t('links.noInitiatives')
          : t('links.found', { count: initiatives.length })}
      </p>
      <div
        ref={list}
        role="listbox"
        aria-label={t('links.title')}
        aria-activedescendant={initiatives.length > 0 ? `${id}-${current}` : undefined}
        tabIndex={0}
        className={css.list}
        onKeyDown={press}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const initiative = initiatives[index];
            if (!initiative) return null;
            const free = freeShare(records, initiative.id);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
              <div
                key={initiative.id}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === current}
                aria-setsize={initiatives.length}
                aria-posinset={index + 1}
                title={readOnly ? initiative.name : t('links.drag', { name: initiative.name })}
                className={css.option}
                style={{ transform: `translateY(${start}px)`, height }}
                onClick={() => {
                  setAt(index);
                  list.current?.focus();
                }}
                onDoubleClick={() => link(index)}
                onPointerDown={(event) => {
                  if (!readOnly)
                    startDrag(event, { kind: 'initiative', ids: [initiative.id], name: initiative.name });
                }}
              >
                {!readOnly && <GripVertical size={12} aria-hidden className={css.grip} />}
                <ModeMark mode={initiative.mode} bare />
                <span className={css.text}>{initiative.name}</span>
                <span className={css.free}>
                  {free === 0 ? t('links.full') : t('links.free', { share: words.share(free) })}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

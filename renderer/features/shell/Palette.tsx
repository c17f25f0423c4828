import { Search } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ShortcutKeys } from '../../commands/ShortcutKeys.tsx';
import { usePanel } from '../../state/panelStore.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { tableSearch } from '../../state/tableRequests.ts';
import { useView } from '../../state/viewStore.ts';
import { ModeMark } from '../../ui/ModeMark.tsx';
import css from './Palette.module.css';
import { type Entry, paletteEntries } from './paletteEntries.ts';

/** One field that finds commands, views and records; arrows choose, Enter runs. */
export function Palette() {
  const { t } = useTranslation('shell');
  const close = usePanel((state) => state.close);
  const records = usePortfolio((state) => state.records);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const looked = useDeferredValue(query);
  const entries = useMemo(() => paletteEntries(looked, records), [looked, records]);
  const chosen = entries[Math.min(active, entries.length - 1)];
  const move = (to: number): void => {
    const next = (to + entries.length) % Math.max(1, entries.length);
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    else if (event.key === 'Enter' && chosen) {
      close();
      runEntry(chosen);
    } else return;
    event.preventDefault();
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={close} className={css.overlay ?? ''}>
      <Modal className={css.modal ?? ''}>
        <Dialog aria-label={t('palette.label')} className={css.dialog ?? ''}>
          <div className={css.field}>
            <Search size={16} aria-hidden />
            <input
              autoFocus
              role="combobox"
              aria-expanded
              aria-controls={listId}
              aria-activedescendant={chosen ? `${listId}-${entries.indexOf(chosen)}` : undefined}
              aria-label={t('palette.label')}
              placeholder={t('palette.placeholder')}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setActive(0);
              }}
              onKeyDown={press}
            />
          </div>
          <div ref={list} id={listId} role="listbox" aria-label={t('palette.label')} className={css.list}>
            {entries.map((entry, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the keyboard
              // biome-ignore lint/a11y/useFocusableInteractive: options are reached by aria-activedescendant
              <div
                key={`${entry.kind}:${entry.id}`}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={entry === chosen}
                className={css.option}
                onPointerMove={() => setActive(index)}
                onClick={() => {
                  close();
                  runEntry(entry);
                }}
              >
                <EntryLine entry={entry} />
              </div>
            ))}
          </div>
          {entries.length === 0 && (
            <p className={css.none} role="status">
              {t('palette.none')}
            </p>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function EntryLine({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('shell');
  if (entry.kind === 'command') {
    const shortcut = entry.command.shortcuts[0];
    return (
      <>
        <span className={css.text}>{t(entry.command.label)}</span>
        {shortcut ? (
          <ShortcutKeys keys={shortcut} />
        ) : (
          <span className={css.kind}>{t(`group.${entry.command.group}`)}</span>
        )}
      </>
    );
  }
  return (
    <>
      {entry.kind === 'initiative' && <ModeMark mode={entry.mode} bare />}
      <span className={css.text}>{entry.name}</span>
      <span className={css.kind}>{t(`palette.${entry.kind}`)}</span>
    </>
  );
}

function runEntry(entry: Entry): void {
  const view = useView.getState();
  switch (entry.kind) {
    case 'command':
      entry.command.run();
      return;
    case 'initiative':
      view.select({ kind: 'initiative', id: entry.id });
      view.set({ inspectorOpen: true });
      if (view.view !== 'initiatives' && view.view !== 'flow') view.go('initiatives');
      return;
    case 'capability':
      view.select({ kind: 'capability', id: entry.id });
      view.set({ inspectorOpen: true });
      view.go('coverage');
      return;
    case 'partner':
      view.go('initiatives');
      tableSearch(entry.name);
  }
}

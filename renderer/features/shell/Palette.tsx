import { Search } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { CommandKeys } from '../../commands/ShortcutKeys.tsx';
import type { Refusal } from '../../state/noticeStore.ts';
import { usePanel } from '../../state/panelStore.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { useSnapshots } from '../snapshots/snapshotStore.ts';
import css from './Palette.module.css';
import { type Entry, type EntryGroup, nameOf, paletteGroups } from './paletteEntries.ts';
import { useRecent } from './recentStore.ts';
import { runEntry } from './runEntry.ts';

/** One field that finds commands, views and records of every kind; arrows choose, Enter runs. */
export function Palette() {
  const { t } = useTranslation('shell');
  const close = usePanel((state) => state.close);
  const records = usePortfolio((state) => state.records);
  const snapshots = useSnapshots();
  const recent = useRecent((state) => state.names);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const before = useRef(document.activeElement);
  const looked = useDeferredValue(query);
  const sources = useMemo(
    () => ({ records, snapshots: snapshots ?? [], recent }),
    [records, snapshots, recent],
  );
  const groups = useMemo(() => paletteGroups(looked, sources), [looked, sources]);
  const entries = useMemo(() => groups.flatMap((group) => group.entries), [groups]);
  const at = Math.min(active, entries.length - 1);
  const chosen = entries[at];
  const idOf = (index: number): string => `${listId}-${index}`;
  const move = (to: number): void => {
    const next = (to + entries.length) % Math.max(1, entries.length);
    setActive(next);
    document.getElementById(idOf(next))?.scrollIntoView({ block: 'nearest' });
  };
  const run = (entry: Entry): void => {
    if (refusalOf(entry) !== null) return;
    // The keyboard is back where it was before anything runs: a dialog that opens now gives it back there.
    flushSync(close);
    if (before.current instanceof HTMLElement) before.current.focus();
    runEntry(entry);
  };
  const press = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'PageDown') move(Math.min(entries.length - 1, at + 8));
    else if (event.key === 'PageUp') move(Math.max(0, at - 8));
    else if (event.key === 'Enter') {
      // The list comes a moment later than what was typed: Enter means what was typed.
      const meant = looked === query ? chosen : paletteGroups(query, sources)[0]?.entries[0];
      if (!meant) return;
      run(meant);
    } else return;
    event.preventDefault();
  };
  let index = -1;
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
              aria-activedescendant={chosen ? idOf(at) : undefined}
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
          <div id={listId} role="listbox" aria-label={t('palette.label')} className={css.list}>
            {groups.map((group) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
              <div key={group.key} role="group" aria-labelledby={`${listId}-${group.key}`}>
                <div id={`${listId}-${group.key}`} className={css.heading} role="presentation">
                  {t(`palette.group.${group.key}`)}
                </div>
                {group.entries.map((entry) => {
                  index += 1;
                  const own = index;
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the keyboard
                    // biome-ignore lint/a11y/useFocusableInteractive: options are reached by aria-activedescendant
                    <div
                      key={nameOf(entry)}
                      id={idOf(own)}
                      role="option"
                      aria-selected={own === at}
                      aria-disabled={refusalOf(entry) !== null}
                      className={css.option}
                      onPointerMove={() => setActive(own)}
                      onClick={() => run(entry)}
                    >
                      <EntryLine entry={entry} group={group.key} />
                    </div>
                  );
                })}
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

/** Why an entry cannot be run now, or null. */
const refusalOf = (entry: Entry): Refusal | null =>
  entry.kind === 'command' ? entry.command.refusal() : null;

function EntryLine({ entry, group }: { readonly entry: Entry; readonly group: EntryGroup['key'] }) {
  const { t } = useTranslation('shell');
  const refusal = refusalOf(entry);
  if (entry.kind === 'command')
    return (
      <>
        <span className={css.text}>{t(entry.command.label)}</span>
        <span className={css.kind}>{t(refusal ?? `group.${entry.command.group}`)}</span>
        {refusal === null && <CommandKeys id={entry.id} />}
      </>
    );
  return (
    <>
      {entry.kind === 'initiative' && <ModeMark mode={entry.mode} bare />}
      <span className={css.text}>{entry.name}</span>
      {group === 'recent' && <span className={css.kind}>{t(`palette.${entry.kind}`)}</span>}
    </>
  );
}

import {
  Archive,
  ChevronsDownUp,
  ChevronsUpDown,
  Keyboard,
  LayoutTemplate,
  Link2,
  Plus,
  Search,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { ShortcutKeys } from '../../commands/ShortcutKeys.tsx';
import { onViewAction } from '../../commands/viewActions.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { Tip } from '../../ui/Tip.tsx';
import css from './capabilities.module.css';
import { startDraft } from './treeKeys.ts';
import { linksShown, treeFilters, useTree } from './treeStore.ts';

/** What finds, adds and arranges capabilities. */
export function TreeToolbar({
  records,
  readOnly,
}: {
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('capabilities');
  const { search, filter, linksOpen, retiredShown, set } = useTree();
  const retired = Object.values(records.capability).filter((each) => each.retired).length;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => onViewAction('capabilities', 'search', () => field.current?.focus()), []);
  const shown = linksShown(linksOpen);
  const closeAll = (): void => {
    const parents = Object.values(records.capability).flatMap(({ parentId }) => parentId ?? []);
    useTree.getState().collapse(parents);
  };
  return (
    <div className={css.bar} role="toolbar" aria-label={t('title')}>
      <div className={css.searchBox}>
        <Search size={14} aria-hidden />
        <input
          ref={field}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => set({ search: event.target.value })}
        />
      </div>
      <div className={css.filter}>
        <SelectField
          label={t('filter')}
          compact
          value={filter}
          choices={treeFilters.map((id) => ({ id, text: t(`filter.${id}`) }))}
          onChange={(id) => set({ filter: id })}
        />
      </div>
      {(retired > 0 || retiredShown) && (
        <Button aria-pressed={retiredShown} onPress={() => set({ retiredShown: !retiredShown })}>
          <Archive size={14} aria-hidden />
          {t('retired.show', { count: retired })}
        </Button>
      )}
      <Tip text={t('expandAll')}>
        <Button look="quiet" icon aria-label={t('expandAll')} onPress={() => useTree.getState().collapse([])}>
          <ChevronsUpDown size={15} aria-hidden />
        </Button>
      </Tip>
      <Tip text={t('collapseAll')}>
        <Button look="quiet" icon aria-label={t('collapseAll')} onPress={closeAll}>
          <ChevronsDownUp size={15} aria-hidden />
        </Button>
      </Tip>
      {!readOnly && (
        <Tip text={t('template')}>
          <Button
            look="quiet"
            icon
            aria-label={t('template')}
            onPress={() => set({ dialog: { kind: 'template', under: null } })}
          >
            <LayoutTemplate size={15} aria-hidden />
          </Button>
        </Tip>
      )}
      <TreeKeys />
      <Button aria-pressed={shown} onPress={() => set({ linksOpen: !shown })}>
        <Link2 size={14} aria-hidden />
        {t('links.show')}
      </Button>
      {!readOnly && (
        <Button
          onPress={() => {
            const { selection } = useView.getState();
            startDraft(records, selection?.kind === 'capability' ? selection.id : null, false);
          }}
        >
          <Plus size={14} aria-hidden />
          {t('new')}
        </Button>
      )}
    </div>
  );
}

const keys = [
  ['move', ['← ↑ ↓ →']],
  ['edit', ['F2', 'Enter', '1…5']],
  ['mark', ['Shift+← ↑ ↓ →', 'Mod+C', 'Mod+V']],
  ['tick', ['Space']],
  ['add', ['Ins', 'Mod+Enter']],
  ['arrange', ['Alt+↑ ↓', 'Alt+← →']],
  ['take', ['Mod+X', 'Mod+V']],
  ['copy', ['Mod+Shift+D']],
  ['retire', ['Mod+Shift+E']],
  ['remove', ['Delete']],
  ['menu', ['Shift+F10']],
] as const;

/** The keys of the tree, in a small card. */
function TreeKeys() {
  const { t } = useTranslation('capabilities');
  return (
    <DialogTrigger>
      <Button look="quiet" icon aria-label={t('keys.title')}>
        <Keyboard size={15} aria-hidden />
      </Button>
      <Popover className={css.popover ?? ''} placement="bottom end" offset={4}>
        <dl className={css.keys}>
          {keys.map(([id, shortcuts]) => (
            <div key={id}>
              <dt>{t(`keys.${id}`)}</dt>
              <dd>
                {shortcuts.map((each) => (
                  <ShortcutKeys key={each} keys={each} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Popover>
    </DialogTrigger>
  );
}

import { useTranslation } from 'react-i18next';
import { capabilityOf } from '../../../shared/planning/capabilityTree.ts';
import { ShortcutKeys } from '../../commands/ShortcutKeys.tsx';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { GridRowMenu } from '../../ui/editGrid/GridRowMenu.tsx';
import { ActionItem, MenuLine } from '../../ui/Menu.tsx';
import { askToRemove, duplicate, move, retire } from './capabilityActions.ts';
import { putInside, startDraft, takeUp } from './treeKeys.ts';
import type { TreeRow } from './treeRows.ts';
import { useTree } from './treeStore.ts';

export interface RowMenuProps {
  readonly row: TreeRow;
  readonly readOnly: boolean;
  /** Those that the menu means: this one, or all that are chosen with it. */
  readonly meant: readonly string[];
  readonly onRename: () => void;
}

/** Everything that can be done with one capability, with the keys that do it too. */
export function RowMenu({ row, readOnly, meant, onRename }: RowMenuProps) {
  const { t } = useTranslation('capabilities');
  const { id, name } = row.capability;
  if (readOnly) return null;
  return (
    <GridRowMenu label={t('menu.label', { name })}>
      <Items row={row} id={id} meant={meant} onRename={onRename} />
    </GridRowMenu>
  );
}

function Items({
  row,
  id,
  meant,
  onRename,
}: {
  readonly row: TreeRow;
  readonly id: string;
  readonly meant: readonly string[];
  readonly onRename: () => void;
}) {
  const { t } = useTranslation('capabilities');
  const records = usePortfolio((state) => state.records);
  const taken = useTree((state) => state.taken);
  const set = useTree((state) => state.set);
  if (!records) return null;
  const item = (
    key:
      | 'rename'
      | 'sibling'
      | 'child'
      | 'indent'
      | 'outdent'
      | 'up'
      | 'down'
      | 'cut'
      | 'moveTo'
      | 'duplicate'
      | 'duplicateDeep'
      | 'merge'
      | 'link'
      | 'template'
      | 'retire'
      | 'unretire'
      | 'delete',
    keys: string | null,
    onAction: () => void,
    disabled = false,
  ) => (
    <ActionItem
      key={key}
      id={key}
      text={t(`menu.${key}`)}
      end={keys && <ShortcutKeys keys={keys} />}
      disabled={disabled}
      onAction={onAction}
    />
  );
  const [first, ...more] = taken;
  const takenName =
    first === undefined || taken.has(id)
      ? undefined
      : more.length > 0
        ? t('menu.takenMany', { count: taken.size })
        : capabilityOf(records, first)?.name;
  const { retired } = row.capability;
  return (
    <>
      {item('rename', 'F2', onRename)}
      {item('sibling', 'Mod+Enter', () => startDraft(records, id, false))}
      {item('child', 'Mod+Shift+Enter', () => startDraft(records, id, true))}
      {item('link', null, () => set({ dialog: { kind: 'linkCapability', id } }))}
      <MenuLine />
      {item('up', 'Alt+↑', () => void move(meant, { to: 'up' }), row.position === 1)}
      {item('down', 'Alt+↓', () => void move(meant, { to: 'down' }), row.position === row.siblings)}
      {item('indent', 'Alt+→', () => void move(meant, { to: 'in' }), row.position === 1)}
      {item('outdent', 'Alt+←', () => void move(meant, { to: 'out' }), row.level === 1)}
      {item('cut', 'Mod+X', () => takeUp(records, meant))}
      {takenName !== undefined && (
        <ActionItem
          id="paste"
          text={t('menu.paste', { name: takenName })}
          end={<ShortcutKeys keys="Mod+V" />}
          onAction={() => putInside(records, id)}
        />
      )}
      {item('moveTo', null, () => set({ dialog: { kind: 'move', ids: meant } }))}
      <MenuLine />
      {item('duplicate', 'Mod+Shift+D', () => void duplicate(id, false))}
      {row.expanded !== null && item('duplicateDeep', null, () => void duplicate(id, true))}
      {item('merge', null, () => set({ dialog: { kind: 'merge', id } }))}
      {item('template', null, () => set({ dialog: { kind: 'template', under: id } }))}
      <MenuLine />
      {item(retired ? 'unretire' : 'retire', 'Mod+Shift+E', () => void retire(meant, !retired))}
      {item('delete', 'Delete', () => askToRemove(meant))}
    </>
  );
}

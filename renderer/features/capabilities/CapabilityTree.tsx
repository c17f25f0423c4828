import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newCapability } from '../../../shared/domain/defaults.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { capabilityOf, childrenOf, isWithin } from '../../../shared/planning/capabilityTree.ts';
import { put } from '../../../shared/planning/planned.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { newId } from '../../state/initiativeActions.ts';
import { useView } from '../../state/viewStore.ts';
import { EditGrid } from '../../ui/editGrid/EditGrid.tsx';
import type { GridHandle } from '../../ui/editGrid/editGridProps.ts';
import { ENTRY } from '../../ui/editGrid/entryLine.ts';
import { markedRect } from '../../ui/editGrid/gridMarks.ts';
import type { GridLine, Then } from '../../ui/editGrid/gridTypes.ts';
import { useGridCursor } from '../../ui/editGrid/useGridCursor.ts';
import { meantRows } from '../../ui/editGrid/useGridKeys.ts';
import type { InvalidKey } from '../../ui/parse.ts';
import { useWords } from '../inspector/useWords.ts';
import { add, edit, link, move } from './capabilityActions.ts';
import { DragShadow } from './DragShadow.tsx';
import { type Drag, startDrag, takeDrops, useDrag } from './dragStore.ts';
import { RowMenu } from './RowMenu.tsx';
import { scaleColumns, treeColumns } from './treeColumns.tsx';
import type { TreeFigures } from './treeFigures.ts';
import { DRAFT, treeKey } from './treeKeys.ts';
import type { TreeRow } from './treeRows.ts';
import { type Draft, useTree } from './treeStore.ts';

export interface CapabilityTreeProps {
  readonly records: PortfolioRecords;
  readonly rows: readonly TreeRow[];
  readonly figures: TreeFigures;
  readonly readOnly: boolean;
}

/** The tree as a grid: edited in place, arranged with keys or by dragging. */
export function CapabilityTree({ records, rows, figures, readOnly }: CapabilityTreeProps) {
  const { t } = useTranslation('capabilities');
  const words = useWords();
  const figureWords = useFigureWords();
  const cursor = useGridCursor();
  const handle = useRef<GridHandle>(null);
  const draft = useTree((state) => state.draft);
  const taken = useTree((state) => state.taken);
  const ticked = useTree((state) => state.ticked);
  const drag = useDrag((state) => state.drag);
  const selection = useView((state) => state.selection);
  const selectedId = selection?.kind === 'capability' ? selection.id : null;
  const columns = useMemo(
    () => treeColumns({ t, words, figureWords, records, figures }),
    [t, words, figureWords, records, figures],
  );
  const lines = useMemo(
    () => gridLines(rows, records, draft, readOnly, t('new.entry')),
    [rows, records, draft, readOnly, t],
  );

  // A draft takes the keyboard as soon as it stands in the tree.
  const { open, move: goTo } = cursor;
  useEffect(() => {
    if (draft) open(DRAFT, 0, '');
  }, [draft, open]);
  // What something else selected (a new row, a copy, the palette) becomes the cursor's row when it is in the tree.
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (selectedId === null || seen.current === selectedId || draft) return;
    if (!rows.some(({ capability }) => capability.id === selectedId)) return;
    seen.current = selectedId;
    if (cursor.key === selectedId) return;
    const isInGrid = handle.current?.element()?.contains(document.activeElement) ?? false;
    if (isInGrid || document.activeElement === document.body) goTo(selectedId, Math.max(0, cursor.column));
    else cursor.place(selectedId);
  }, [selectedId, rows, draft, cursor, goTo]);

  const select = (id: string): void => {
    seen.current = id;
    useView.getState().select({ kind: 'capability', id });
  };

  const entry = (key: string, text: string, then: Then): InvalidKey | null => {
    const place: Draft =
      key === DRAFT && draft ? draft : { parentId: null, at: childrenOf(records, null).length };
    const name = text.trim();
    if (name.length > 500) return 'invalid.long';
    if (key === DRAFT && (then === 'next' || then === 'previous')) {
      const moved = then === 'next' ? deeper(records, place) : shallower(records, place);
      if (name === '') {
        useTree.getState().set({ draft: moved ?? place });
        return null;
      }
      void add(name, moved ?? place);
      useTree.getState().set({ draft: { ...(moved ?? place), at: (moved ?? place).at + 1 } });
      return null;
    }
    if (name === '') {
      if (key === DRAFT) leaveDraft();
      else cursor.place(key);
      return null;
    }
    // Enter goes on with the next one: a tree is typed without leaving the keyboard.
    void add(name, place);
    if (then === 'down') useTree.getState().set({ draft: { parentId: place.parentId, at: place.at + 1 } });
    else if (key === DRAFT) useTree.getState().set({ draft: null });
    return null;
  };
  const leaveDraft = (): void => {
    const back = draft ? neighbour(records, draft) : null;
    useTree.getState().set({ draft: null });
    if (back) cursor.move(back, 0);
  };

  const lineOf = useMemo(() => new Map(lines.map((line, index) => [line.key, index])), [lines]);
  /** Those that a command on this row means. */
  const meantBy = (key: string): readonly string[] =>
    meantRows(lines, ticked, cursor.key === key ? markedRect(cursor, lineOf) : null, key);

  const onKey = (event: React.KeyboardEvent, key: string, column: number): boolean => {
    const scale = scaleColumns[columns[column]?.id ?? ''];
    const capability = capabilityOf(records, key);
    if (capability && scale && !readOnly && /^[1-5]$/.test(event.key) && !event.ctrlKey && !event.metaKey) {
      edit(capability, { [scale]: Number(event.key) });
      return true;
    }
    return treeKey(event, {
      records,
      row: rows.find((each) => each.capability.id === key),
      column,
      readOnly,
      meant: meantBy(key),
      go: (id) => {
        cursor.move(id, 0);
        select(id);
      },
    });
  };

  useDropping(handle, records, readOnly);
  const supply = figures.all.supplyAll;
  const footer = columns.map(({ id }) => {
    if (id === 'name') return t('total');
    if (id === 'needed')
      return figures.all.neededAll.known === 0 ? '–' : words.moneyShort(figures.all.neededAll.sum);
    if (id === 'supply') return supply === null ? t('computing') : figureWords.moneyShort(supply);
    if (id === 'initiatives') return figureWords.number(figures.all.initiativesAll);
    return null;
  });
  return (
    <>
      <EditGrid<TreeRow>
        label={t('title')}
        role="treegrid"
        columns={columns}
        lines={lines}
        cursor={cursor}
        selectedKey={selectedId}
        readOnly={readOnly}
        fieldLabel={(column, row) =>
          row ? t('field.of', { column, name: row.capability.name }) : t('field.new')
        }
        editLabel={(row, name) => ({
          key: 'capability.edit',
          params: { capability: name ?? row.capability.name },
        })}
        area="capabilities"
        newRow={(name, nth) => {
          const position = childrenOf(records, null).length + nth;
          const capability = { ...newCapability(newId(), name, null), position };
          const row = { capability, level: 1, expanded: null, position: position + 1, siblings: 0 };
          return { row, changes: [put('capability', capability)] };
        }}
        ticked={ticked}
        onTick={(ids, on) => useTree.getState().tick(ids, on)}
        tickLabel={({ capability }) => t('tick.row', { name: capability.name })}
        onSelect={select}
        onEntry={entry}
        onEntryLeft={(key) => {
          if (key === DRAFT) leaveDraft();
        }}
        onKey={onKey}
        onToggle={(id) => useTree.getState().toggle(id)}
        actions={(row) => (
          <RowMenu
            row={row}
            readOnly={readOnly}
            meant={meantBy(row.capability.id)}
            onRename={() => open(row.capability.id, 0, null)}
          />
        )}
        onPointerDown={(event, key) => {
          const capability = capabilityOf(records, key);
          if (!capability || readOnly) return;
          // A row among those that are chosen takes them all along.
          const chosen = meantBy(key);
          const ids = chosen.includes(key) ? chosen : [key];
          const name = ids.length > 1 ? t('menu.takenMany', { count: ids.length }) : capability.name;
          startDrag(event, { kind: 'capability', ids, name });
        }}
        drop={drag?.over ?? null}
        faded={drag?.kind === 'capability' ? new Set(drag.ids) : taken}
        footer={footer}
        handle={handle}
      />
      {drag && <DragShadow drag={drag} records={records} />}
    </>
  );
}

/** The rows with the place of the draft among them, and the line at the end in which a new one is typed. */
function gridLines(
  rows: readonly TreeRow[],
  records: PortfolioRecords,
  draft: Draft | null,
  readOnly: boolean,
  placeholder: string,
): readonly GridLine<TreeRow>[] {
  const lines: GridLine<TreeRow>[] = rows.map((row) => ({
    kind: 'row',
    key: row.capability.id,
    row,
    level: row.level,
    expanded: row.expanded,
    position: row.position,
    siblings: row.siblings,
    retired: row.capability.retired,
  }));
  if (readOnly) return lines;
  if (draft) {
    const { index, level } = draftLine(rows, records, draft);
    lines.splice(index, 0, { kind: 'entry', key: DRAFT, level, placeholder });
  }
  lines.push({ kind: 'entry', key: ENTRY, level: 1, placeholder });
  return lines;
}

function draftLine(rows: readonly TreeRow[], records: PortfolioRecords, { parentId, at }: Draft) {
  const parent = rows.findIndex(({ capability }) => capability.id === parentId);
  const level = parentId === null ? 1 : (rows[parent]?.level ?? 0) + 1;
  // While the capability above is still being written the draft stands behind those that are there.
  const children = childrenOf(records, parentId);
  const before = children[Math.min(at, children.length) - 1];
  const from = before ? rows.findIndex(({ capability }) => capability.id === before.id) : parent;
  if (from < 0) return { index: parentId === null && !before ? 0 : rows.length, level };
  let index = from + 1;
  // After the sibling and everything that is shown below it.
  if (before) while (index < rows.length && rows[index]!.level > rows[from]!.level) index += 1;
  return { index, level };
}

/** The capability above a draft: where the keyboard goes when nothing was typed. */
function neighbour(records: PortfolioRecords, { parentId, at }: Draft): string | null {
  return (
    childrenOf(records, parentId)[at - 1]?.id ?? parentId ?? childrenOf(records, parentId)[0]?.id ?? null
  );
}

function deeper(records: PortfolioRecords, { parentId, at }: Draft): Draft | null {
  const above = childrenOf(records, parentId)[at - 1];
  if (!above) return null;
  useTree.getState().toggle(above.id, true);
  return { parentId: above.id, at: childrenOf(records, above.id).length };
}

function shallower(records: PortfolioRecords, { parentId }: Draft): Draft | null {
  const parent = parentId === null ? undefined : capabilityOf(records, parentId);
  if (!parent) return null;
  const siblings = childrenOf(records, parent.parentId);
  return { parentId: parent.parentId, at: siblings.findIndex(({ id }) => id === parent.id) + 1 };
}

const EDGE = 36;
const STEP = 14;

/** Lets the tree take what is dropped on it: capabilities go before, into or after a row, initiatives serve it. */
function useDropping(
  handle: React.RefObject<GridHandle | null>,
  records: PortfolioRecords,
  readOnly: boolean,
): void {
  useEffect(() => {
    if (readOnly) return;
    const over = (drag: Drag): Drag['over'] => {
      const line = handle.current?.lineAt(drag.x, drag.y);
      if (!line || !capabilityOf(records, line.key)) return null;
      if (drag.kind === 'initiative') return { key: line.key, where: 'inside' };
      if (drag.ids.some((id) => isWithin(records, line.key, id))) return null;
      return { key: line.key, where: line.share < 0.28 ? 'before' : line.share > 0.72 ? 'after' : 'inside' };
    };
    return takeDrops({
      over,
      near: ({ y }) => {
        const box = handle.current?.element()?.getBoundingClientRect();
        if (!box) return;
        if (y < box.top + 2 * EDGE && y > box.top - EDGE) handle.current?.scroll(-STEP);
        else if (y > box.bottom - 2 * EDGE && y < box.bottom + EDGE) handle.current?.scroll(STEP);
      },
      drop: (drag) => {
        const target = drag.over && capabilityOf(records, drag.over.key);
        if (!target || !drag.over) return;
        if (drag.kind === 'initiative') {
          useView.getState().select({ kind: 'capability', id: target.id });
          void link(drag.ids[0] ?? '', target.id, null);
          return;
        }
        if (drag.over.where === 'inside') {
          void move(drag.ids, {
            to: 'place',
            parentId: target.id,
            at: childrenOf(records, target.id).length,
          });
          return;
        }
        const siblings = childrenOf(records, target.parentId).filter(({ id }) => !drag.ids.includes(id));
        const at = siblings.findIndex(({ id }) => id === target.id);
        const place = drag.over.where === 'before' ? at : at + 1;
        void move(drag.ids, { to: 'place', parentId: target.parentId, at: place });
      },
    });
  }, [handle, records, readOnly]);
}

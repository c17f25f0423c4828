import { CalendarClock, ChevronsDownUp, ChevronsUpDown, Maximize2, Minus, Plus, Search } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { snapUnits } from '../../charts/timeline/calendar.ts';
import { Button } from '../../ui/Button.tsx';
import { Tip } from '../../ui/Tip.tsx';
import { useTable } from '../initiatives/tableStore.ts';
import css from './timeline.module.css';
import { groupings, orders, useTimeline } from './timelineStore.ts';

/** What arranges the timeline: search, groups, order, snapping, arrows, and how much time is shown. */
export function TimelineToolbar({
  groupKeys,
  onZoom,
  onFit,
  onToday,
}: {
  /** Keys of all groups that there are now. */
  readonly groupKeys: readonly string[];
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  readonly onToday: () => void;
}) {
  const { t } = useTranslation('timeline');
  const search = useTable((state) => state.search);
  const setSearch = useTable((state) => state.setSearch);
  const { groupBy, order, snap, collapsed, allLinks, critical } = useTimeline();
  const { set, group, collapse } = useTimeline.getState();
  const allCollapsed = groupKeys.length > 0 && groupKeys.every((key) => collapsed.has(key));
  return (
    <div className={css.toolbar} role="toolbar" aria-label={t('role')}>
      <div className={css.search}>
        <Search size={14} aria-hidden />
        <input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || search === '') return;
            event.preventDefault();
            setSearch('');
          }}
        />
      </div>
      <Choice
        label={t('group')}
        value={groupBy}
        choices={groupings.map((id) => ({ id, text: t(`group.${id}`) }))}
        onChange={group}
      />
      {groupBy !== 'none' && (
        <Tip text={t(allCollapsed ? 'expandAll' : 'collapseAll')}>
          <Button
            icon
            aria-label={t(allCollapsed ? 'expandAll' : 'collapseAll')}
            onPress={() => collapse(allCollapsed ? [] : groupKeys)}
          >
            {allCollapsed ? (
              <ChevronsUpDown size={14} aria-hidden />
            ) : (
              <ChevronsDownUp size={14} aria-hidden />
            )}
          </Button>
        </Tip>
      )}
      <Choice
        label={t('order')}
        value={order}
        choices={orders.map((id) => ({ id, text: t(`order.${id}`) }))}
        onChange={(next) => set({ order: next })}
      />
      <Choice
        label={t('snap')}
        value={snap}
        choices={snapUnits.map((id) => ({ id, text: t(`snap.${id}`) }))}
        onChange={(next) => set({ snap: next })}
      />
      <Tip text={t('dependencies.help')}>
        <Button
          className={css.toggle ?? ''}
          aria-pressed={allLinks}
          onPress={() => set({ allLinks: !allLinks })}
        >
          {t('dependencies')}
        </Button>
      </Tip>
      <Tip text={t('critical.help')}>
        <Button
          className={css.toggle ?? ''}
          aria-pressed={critical}
          onPress={() => set({ critical: !critical })}
        >
          {t('critical')}
        </Button>
      </Tip>
      <span className={css.push} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form */}
      <div className={css.zoom} role="group" aria-label={t('zoom')}>
        <Tip text={t('zoomOut')}>
          <Button look="quiet" icon aria-label={t('zoomOut')} onPress={() => onZoom(1 / 1.5)}>
            <Minus size={14} aria-hidden />
          </Button>
        </Tip>
        <Tip text={t('zoomIn')}>
          <Button look="quiet" icon aria-label={t('zoomIn')} onPress={() => onZoom(1.5)}>
            <Plus size={14} aria-hidden />
          </Button>
        </Tip>
        <Tip text={t('fit')}>
          <Button look="quiet" icon aria-label={t('fit')} onPress={onFit}>
            <Maximize2 size={13} aria-hidden />
          </Button>
        </Tip>
        <Tip text={t('toToday')}>
          <Button look="quiet" icon aria-label={t('toToday')} onPress={onToday}>
            <CalendarClock size={14} aria-hidden />
          </Button>
        </Tip>
      </div>
    </div>
  );
}

/** A choice with its label in front, in one line. */
function Choice<Id extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: Id;
  readonly choices: readonly { readonly id: Id; readonly text: string }[];
  readonly onChange: (id: Id) => void;
}) {
  const id = useId();
  return (
    <span className={css.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.id === event.target.value);
          if (chosen) onChange(chosen.id);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.text}
          </option>
        ))}
      </select>
    </span>
  );
}

import { CalendarClock, ChevronsDownUp, ChevronsUpDown, Maximize2, Minus, Plus, Search } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { snapUnits } from '../../charts/timeline/calendar.ts';
import { onViewAction } from '../../commands/viewActions.ts';
import { Button } from '../../ui/Button.tsx';
import { Tip } from '../../ui/Tip.tsx';
import { useTable } from '../initiatives/tableStore.ts';
import css from './timeline.module.css';
import { groupings, orders, useTimeline } from './timelineStore.ts';

/** What arranges the timeline: search, groups, order, snapping, arrows. */
export function TimelineToolbar() {
  const { t } = useTranslation('timeline');
  const search = useTable((state) => state.search);
  const setSearch = useTable((state) => state.setSearch);
  const { groupBy, order, snap, allLinks, critical } = useTimeline();
  const { set, group } = useTimeline.getState();
  const field = useRef<HTMLInputElement>(null);
  useEffect(
    () =>
      onViewAction('timeline', 'search', () => {
        field.current?.focus();
        field.current?.select();
      }),
    [],
  );
  return (
    <div className={css.toolbar} role="toolbar" aria-label={t('role')}>
      <div className={css.search}>
        <Search size={14} aria-hidden />
        <input
          ref={field}
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
    </div>
  );
}

/** How much time is shown, and whether groups are open; they stand over the names, in the corner that the dates leave free. */
export function ZoomButtons({
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
  const collapsed = useTimeline((state) => state.collapsed);
  const allCollapsed = groupKeys.length > 0 && groupKeys.every((key) => collapsed.has(key));
  const groups = {
    label: t(allCollapsed ? 'expandAll' : 'collapseAll'),
    run: () => useTimeline.getState().collapse(allCollapsed ? [] : groupKeys),
    Icon: allCollapsed ? ChevronsUpDown : ChevronsDownUp,
  };
  const buttons = [
    { label: t('zoomOut'), run: () => onZoom(1 / 1.5), Icon: Minus },
    { label: t('zoomIn'), run: () => onZoom(1.5), Icon: Plus },
    { label: t('fit'), run: onFit, Icon: Maximize2 },
    { label: t('toToday'), run: onToday, Icon: CalendarClock },
    ...(groupKeys.length > 1 ? [groups] : []),
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div className={css.zoom} role="group" aria-label={t('zoom')}>
      {buttons.map(({ label, run, Icon }) => (
        <Tip key={label} text={label}>
          <Button look="quiet" icon aria-label={label} onPress={run}>
            <Icon size={14} aria-hidden />
          </Button>
        </Tip>
      ))}
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

import { Columns3, Plus, Rows3, Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Checkbox, DialogTrigger, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../commands/commandList.ts';
import { usePlanReadOnly, usePortfolio } from '../../state/portfolioStore.ts';
import { requestDone, useTableRequests } from '../../state/tableRequests.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { ActionItem, MenuLine, MenuPopover } from '../../ui/Menu.tsx';
import { columnOf, groupIds } from './columns.ts';
import { firstColumnsOf } from './firstColumns.ts';
import { rowChoices } from './rowChoice.ts';
import css from './Toolbar.module.css';
import { useTable } from './tableStore.ts';

/** What arranges the table. */
export function Toolbar() {
  const { t } = useTranslation('initiatives');
  const readOnly = usePlanReadOnly();
  return (
    <div className={css.bar} role="toolbar" aria-label={t('title')}>
      <SearchBox />
      <GroupMenu />
      <ColumnChoice />
      <Button isDisabled={readOnly} onPress={() => runCommand('initiative.new')}>
        <Plus size={14} aria-hidden />
        {t('new')}
      </Button>
    </div>
  );
}

function SearchBox() {
  const { t } = useTranslation('initiatives');
  const field = useRef<HTMLInputElement>(null);
  const search = useTable((state) => state.search);
  const setSearch = useTable((state) => state.setSearch);
  const request = useTableRequests((state) => state.request);
  useEffect(() => {
    if (request?.what !== 'search') return;
    requestDone();
    field.current?.focus();
    field.current?.select();
  }, [request]);
  return (
    <div className={css.search}>
      <Search size={14} aria-hidden />
      <input
        ref={field}
        type="search"
        aria-label={t('search')}
        placeholder={t('search.short')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && search !== '') {
            event.preventDefault();
            setSearch('');
          }
        }}
      />
    </div>
  );
}

function GroupMenu() {
  const { t } = useTranslation('initiatives');
  const groupBy = useTable((state) => state.groupBy);
  const group = useTable((state) => state.group);
  const chosen = groupBy ? t(columnOf(groupBy).label) : null;
  return (
    <MenuTrigger>
      <Button>
        <Rows3 size={14} aria-hidden />
        {chosen ? `${t('group')} · ${chosen}` : t('group')}
      </Button>
      <MenuPopover label={t('group')}>
        <ActionItem id="none" text={t('group.none')} onAction={() => group(null)} />
        <MenuLine />
        {groupIds.map((id) => (
          <ActionItem key={id} id={id} text={t(columnOf(id).label)} onAction={() => group(id)} />
        ))}
      </MenuPopover>
    </MenuTrigger>
  );
}

function ColumnChoice() {
  const { t } = useTranslation('initiatives');
  const columns = useTable((state) => state.columns);
  const { showColumn, setColumns } = useTable.getState();
  const reset = (): void => {
    const { records } = usePortfolio.getState();
    if (records) setColumns(firstColumnsOf(records));
  };
  return (
    <DialogTrigger>
      <Button>
        <Columns3 size={14} aria-hidden />
        {t('columns')}
      </Button>
      <Popover className={css.popover ?? ''} placement="bottom end" offset={4}>
        <div className={css.columns}>
          {columns.map(({ id, shown }) => (
            <Checkbox
              key={id}
              className={css.choice ?? ''}
              isSelected={shown}
              isDisabled={id === 'name'}
              onChange={(wanted) => showColumn(id, wanted)}
            >
              <span className={css.box} aria-hidden />
              {t(columnOf(id).label)}
            </Checkbox>
          ))}
          <Button look="quiet" onPress={reset}>
            {t('columns.reset')}
          </Button>
          <RowChoiceFields />
        </div>
      </Popover>
    </DialogTrigger>
  );
}

/** Whether retired initiatives and overhead are shown. */
function RowChoiceFields() {
  const { t } = useTranslation('initiatives');
  const retired = useTable((state) => state.retired);
  const overhead = useTable((state) => state.overhead);
  const { showRows } = useTable.getState();
  const choices = rowChoices.map((id) => ({ id, text: t(`rows.${id}`) }));
  return (
    <fieldset className={css.rows}>
      <legend>{t('rows.title')}</legend>
      <SelectField
        label={t('rows.retired')}
        value={retired}
        choices={choices}
        onChange={(choice) => showRows('retired', choice)}
      />
      <SelectField
        label={t('rows.overhead')}
        value={overhead}
        choices={choices}
        onChange={(choice) => showRows('overhead', choice)}
      />
    </fieldset>
  );
}

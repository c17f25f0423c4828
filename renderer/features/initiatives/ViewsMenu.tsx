import { Check, ChevronDown } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { labelled } from '../../../shared/text/join.ts';
import { usePanel } from '../../state/panelStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionItem, MenuGroup, MenuLine, MenuPopover } from '../../ui/Menu.tsx';
import {
  deleteView,
  differs,
  isDefault,
  pickNone,
  pickView,
  setDefault,
  tableViews,
  updateView,
} from './savedViews.ts';
import { useTable } from './tableStore.ts';
import css from './ViewsMenu.module.css';

/** Which saved view the table shows, whether it was changed since, and everything that is done with views. */
export function ViewsMenu({
  records,
  readOnly,
}: {
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('initiatives');
  const language = usePreferences((state) => state.language);
  const viewId = useTable((state) => state.viewId);
  // What the table is arranged by, so that a change of it shows here.
  useTable((state) => state.columns);
  useTable((state) => state.sort);
  useTable((state) => state.filters);
  useTable((state) => state.groupBy);
  useTable((state) => state.search);
  useTable((state) => state.retired);
  useTable((state) => state.overhead);
  const views = tableViews(records);
  const current = views.find(({ id }) => id === viewId) ?? null;
  const changed = current !== null && differs(current);
  const name = current?.name ?? t('views.all');
  const { show } = usePanel.getState();
  return (
    <MenuTrigger>
      <Button
        look="quiet"
        className={css.trigger ?? ''}
        aria-label={labelled(t('views.label'), changed ? t('views.changed', { name }) : name, language)}
      >
        <span className={css.name}>{name}</span>
        {changed && <span className={css.dot} aria-hidden />}
        <ChevronDown size={14} aria-hidden />
      </Button>
      <MenuPopover label={t('views.label')}>
        <ActionItem id="all" text={t('views.all')} start={tick(!current)} onAction={pickNone} />
        {views.length > 0 && (
          <MenuGroup title={t('views.saved')}>
            {views.map((view) => (
              <ActionItem
                key={view.id}
                id={view.id}
                text={view.name}
                start={tick(view === current)}
                end={isDefault(view) ? t('views.isDefault') : ''}
                onAction={() => pickView(view)}
              />
            ))}
          </MenuGroup>
        )}
        <MenuLine />
        <ActionItem
          id="save"
          text={t('views.save')}
          disabled={readOnly}
          onAction={() => show({ kind: 'saveView', id: null })}
        />
        {current && (
          <ActionItem
            id="update"
            text={t('views.update', { name })}
            disabled={readOnly || !changed}
            onAction={() => void updateView(current)}
          />
        )}
        {current && (
          <ActionItem
            id="rename"
            text={t('views.rename')}
            disabled={readOnly}
            onAction={() => show({ kind: 'saveView', id: current.id })}
          />
        )}
        {current && (
          <ActionItem
            id="default"
            text={t(isDefault(current) ? 'views.notDefault' : 'views.default')}
            disabled={readOnly}
            onAction={() => void setDefault(current, !isDefault(current))}
          />
        )}
        {current && (
          <ActionItem
            id="delete"
            text={t('views.delete')}
            disabled={readOnly}
            onAction={() => void deleteView(current)}
          />
        )}
      </MenuPopover>
    </MenuTrigger>
  );
}

function tick(on: boolean): React.ReactNode {
  return (
    <span className={css.tick} aria-hidden>
      {on && <Check size={13} />}
    </span>
  );
}

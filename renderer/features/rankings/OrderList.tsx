import { GripVertical, MoreHorizontal } from 'lucide-react';
import { GridList, GridListItem, MenuTrigger, useDragAndDrop } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Ranking } from '../../../shared/domain/records.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { moveItem, removeItem } from '../../state/rankingActions.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionItem, MenuPopover } from '../../ui/Menu.tsx';
import { hasNoVotes, type RankedRow, votesText } from './rankingRows.ts';
import css from './rankings.module.css';
import { ScoreCell } from './ScoreCell.tsx';

interface ListProps {
  readonly ranking: Ranking;
  readonly rows: readonly RankedRow[];
  readonly records: PortfolioRecords;
  readonly locked: boolean;
}

/** The order of the room; by hand it is dragged, or moved with the keyboard. */
export function OrderList(props: ListProps) {
  const { ranking, rows, locked } = props;
  const { t } = useTranslation('rankings');
  const select = useView((state) => state.select);
  const selected = useView(({ selection }) => selection?.id ?? null);
  const byHand = ranking.method === 'drag' && !locked;
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [key] = keys;
      const from = ranking.items.indexOf(String(key));
      if (from < 0) return;
      const at = ranking.items.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0);
      void moveItem(ranking, String(key), at > from ? at - 1 : at);
    },
  });
  const press = (event: React.KeyboardEvent): void => {
    if (!event.altKey || !byHand || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const key = (event.target as HTMLElement).closest('[data-key]')?.getAttribute('data-key');
    const at = key ? ranking.items.indexOf(key) : -1;
    if (!key || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    void moveItem(ranking, key, at + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <div onKeyDownCapture={press}>
      <GridList
        // Whether lines can be dragged is settled when the list is made.
        key={String(byHand)}
        aria-label={t('order.label')}
        className={css.order ?? ''}
        items={[...rows]}
        dependencies={[rows, ranking, locked]}
        selectionMode="single"
        selectedKeys={selected !== null && rows.some(({ id }) => id === selected) ? [selected] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key === undefined || ranking.of === 'option') return;
          select({ kind: ranking.of, id: String(key) });
        }}
        {...(byHand ? { dragAndDropHooks } : {})}
      >
        {(row) => <OrderLine {...props} row={row} byHand={byHand} />}
      </GridList>
      {byHand && rows.length > 1 && <p className={css.hint}>{t('order.keys')}</p>}
    </div>
  );
}

function OrderLine({
  ranking,
  row,
  records,
  locked,
  byHand,
}: ListProps & { readonly row: RankedRow; readonly byHand: boolean }) {
  const { t } = useTranslation('rankings');
  const figures = useFigureWords();
  const at = ranking.items.indexOf(row.id);
  const initiative = ranking.of === 'initiative' ? records.initiative[row.id] : undefined;
  return (
    <GridListItem id={row.id} textValue={row.name} className={css.item ?? ''}>
      {byHand && (
        <Button slot="drag" look="quiet" icon aria-label={t('order.drag', { name: row.name })}>
          <GripVertical size={14} aria-hidden />
        </Button>
      )}
      <span className={css.place}>{hasNoVotes(ranking) ? '–' : figures.number(row.place)}</span>
      <span className={css.itemName}>{row.name}</span>
      {row.votes !== null && !hasNoVotes(ranking) && (
        <span className={css.votes}>
          {votesText(row, ranking.method, figures)}{' '}
          <small>{t(ranking.method === 'dots' ? 'column.dots' : 'column.strength')}</small>
        </span>
      )}
      {initiative && <ScoreCell row={row} initiative={initiative} />}
      {!locked && (
        <MenuTrigger>
          <Button look="quiet" icon aria-label={t('order.actions', { name: row.name })}>
            <MoreHorizontal size={16} aria-hidden />
          </Button>
          <MenuPopover label={t('order.actions', { name: row.name })}>
            {byHand && (
              <>
                <ActionItem
                  id="first"
                  text={t('order.first')}
                  disabled={at === 0}
                  onAction={() => void moveItem(ranking, row.id, 0)}
                />
                <ActionItem
                  id="up"
                  text={t('order.up')}
                  disabled={at === 0}
                  onAction={() => void moveItem(ranking, row.id, at - 1)}
                />
                <ActionItem
                  id="down"
                  text={t('order.down')}
                  disabled={at === ranking.items.length - 1}
                  onAction={() => void moveItem(ranking, row.id, at + 1)}
                />
              </>
            )}
            <ActionItem
              id="remove"
              text={t('order.remove')}
              onAction={() => void removeItem(ranking, row.id)}
            />
          </MenuPopover>
        </MenuTrigger>
      )}
    </GridListItem>
  );
}

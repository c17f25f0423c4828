import { GripVertical, MoreHorizontal } from 'lucide-react';
import { GridList, GridListItem, MenuTrigger, useDragAndDrop } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Storyboard, StoryboardPage } from '../../../shared/domain/records.ts';
import { questionOf, writtenTitle } from '../../../shared/storyboard/pages.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { currentLanguage } from '../../i18n.ts';
import { presentStoryboard } from '../../state/presentActions.ts';
import { duplicatePage, movePageTo, removePage } from '../../state/storyboardActions.ts';
import { useStoryboard } from '../../state/storyboardStore.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionItem, MenuPopover } from '../../ui/Menu.tsx';
import { useProposedTitle } from './ProposedTitles.tsx';
import css from './storyboard.module.css';
import { useViewName } from './useViewName.ts';

/** The pages in their order: dragged with the hand or moved with the keyboard. */
export function PageList({
  board,
  pages,
  openId,
  readOnly,
}: {
  readonly board: Storyboard;
  readonly pages: readonly StoryboardPage[];
  readonly openId: string | null;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('storyboard');
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: readOnly,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [key] = keys;
      const moved = pages.find(({ id }) => id === key);
      if (!moved) return;
      const from = pages.indexOf(moved);
      const at = pages.findIndex(({ id }) => id === target.key) + (target.dropPosition === 'after' ? 1 : 0);
      void movePageTo(moved, at > from ? at - 1 : at);
    },
  });
  const press = (event: React.KeyboardEvent): void => {
    if (!event.altKey || readOnly || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const key = (event.target as HTMLElement).closest('[data-key]')?.getAttribute('data-key');
    const at = pages.findIndex(({ id }) => id === key);
    const moved = pages[at];
    if (!moved) return;
    event.preventDefault();
    event.stopPropagation();
    void movePageTo(moved, at + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <div onKeyDownCapture={press}>
      <GridList
        aria-label={t('pages.label', { name: board.name })}
        className={css.pages ?? ''}
        items={[...pages]}
        dependencies={[pages]}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={openId === null ? [] : [openId]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) useStoryboard.setState({ pageId: String(key) });
        }}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(page) => <PageLine page={page} pages={pages} readOnly={readOnly} />}
      </GridList>
      {!readOnly && <p className={css.hint}>{t('pages.keys')}</p>}
    </div>
  );
}

function PageLine({
  page,
  pages,
  readOnly,
}: {
  readonly page: StoryboardPage;
  readonly pages: readonly StoryboardPage[];
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('storyboard');
  const language = currentLanguage();
  const view = useViewName(page.area);
  const proposed = useProposedTitle(page.area, language);
  const title =
    writtenTitle(page, language) ?? proposed ?? (view ? t('page.proposedOf', { view }) : t('page.gone'));
  const at = pages.findIndex(({ id }) => id === page.id);
  return (
    <GridListItem id={page.id} textValue={title} className={css.line ?? ''}>
      <Button slot="drag" look="quiet" icon aria-label={t('page.drag', { title })} isDisabled={readOnly}>
        <GripVertical size={14} aria-hidden />
      </Button>
      <span className={css.number}>{formatNumber(at + 1, language)}</span>
      <span className={css.what}>
        <strong>{title}</strong>
        <span>{questionOf(page, language)}</span>
      </span>
      <span className={css.view}>{view ?? page.area}</span>
      <span className={css.minutes}>
        {page.minutes === null ? '' : t('minutesOnly', { minutes: formatNumber(page.minutes, language, 1) })}
      </span>
      <MenuTrigger>
        <Button look="quiet" icon aria-label={t('page.actions', { title })}>
          <MoreHorizontal size={16} aria-hidden />
        </Button>
        <MenuPopover label={t('page.actions', { title })}>
          <ActionItem
            id="run"
            text={t('runFrom')}
            onAction={() => presentStoryboard(page.storyboardId, page.id)}
          />
          <ActionItem
            id="up"
            text={t('page.up')}
            disabled={readOnly || at === 0}
            onAction={() => void movePageTo(page, at - 1)}
          />
          <ActionItem
            id="down"
            text={t('page.down')}
            disabled={readOnly || at === pages.length - 1}
            onAction={() => void movePageTo(page, at + 1)}
          />
          <ActionItem
            id="duplicate"
            text={t('page.duplicate')}
            disabled={readOnly}
            onAction={() => void duplicatePage(page)}
          />
          <ActionItem
            id="remove"
            text={t('page.remove')}
            disabled={readOnly}
            onAction={() => void removePage(page)}
          />
        </MenuPopover>
      </MenuTrigger>
    </GridListItem>
  );
}

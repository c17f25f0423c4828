import { MoreHorizontal, Plus, Presentation } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Storyboard } from '../../../shared/domain/records.ts';
import { pagesOf, plannedMinutes, storyboardsOf } from '../../../shared/storyboard/pages.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { currentLanguage } from '../../i18n.ts';
import { usePanel } from '../../state/panelStore.ts';
import { usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { presentStoryboard } from '../../state/presentActions.ts';
import {
  createFromTemplate,
  createStoryboard,
  currentStoryboard,
  deleteStoryboard,
  duplicateStoryboard,
  renameStoryboard,
} from '../../state/storyboardActions.ts';
import { useStoryboard } from '../../state/storyboardStore.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineField } from '../../ui/InlineField.tsx';
import { ActionItem, MenuPopover } from '../../ui/Menu.tsx';
import page from '../../ui/Page.module.css';
import { FirstStoryboard } from './FirstStoryboard.tsx';
import { PageDetail } from './PageDetail.tsx';
import { PageList } from './PageList.tsx';
import { ProposedTitles } from './ProposedTitles.tsx';
import { readyMade } from './readyMade.ts';
import css from './storyboard.module.css';
import { useAddKey } from './useAddKey.ts';

/** The storyboards: which there are, their pages in order, and one page in full. */
export function StoryboardView() {
  const records = usePortfolio((state) => state.records);
  return records ? <Boards records={records} /> : null;
}

function Boards({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('storyboard');
  const readOnly = useReadOnly();
  const chosen = useStoryboard((state) => state.storyboardId);
  const boards = storyboardsOf(records);
  const board = currentStoryboard(records, chosen);
  return (
    <div className={page.page}>
      <header className={page.header}>
        <div>
          <h1>{t('title')}</h1>
          {readOnly && <p>{t('readOnly')}</p>}
        </div>
      </header>
      {board === null ? (
        <FirstStoryboard readOnly={readOnly} />
      ) : (
        <div className={css.columns}>
          <nav className={css.boards} aria-label={t('list.label')}>
            <ul>
              {boards.map((each) => (
                <li key={each.id}>
                  <button
                    type="button"
                    className={css.board}
                    aria-current={each.id === board.id ? 'true' : undefined}
                    onClick={() => useStoryboard.setState({ storyboardId: each.id, pageId: null })}
                  >
                    <span>{each.name}</span>
                    <span className={css.count}>
                      {t('summary', { count: pagesOf(records, each.id).length })}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            <Button isDisabled={readOnly} onPress={() => void createStoryboard()}>
              <Plus size={14} aria-hidden /> {t('new')}
            </Button>
            <h2>{t('ready')}</h2>
            <ul>
              {readyMade().map(({ id, pages, minutes }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={css.board}
                    disabled={readOnly}
                    onClick={() => void createFromTemplate(id)}
                  >
                    <span>{t(`template.${id}`)}</span>
                    <span className={css.count}>{t('template.pages', { count: pages, minutes })}</span>
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <Board key={board.id} records={records} board={board} readOnly={readOnly} />
        </div>
      )}
    </div>
  );
}

function Board({
  records,
  board,
  readOnly,
}: {
  readonly records: PortfolioRecords;
  readonly board: Storyboard;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('storyboard');
  const pageId = useStoryboard((state) => state.pageId);
  const pages = pagesOf(records, board.id);
  const open = pages.find((each) => each.id === pageId) ?? pages[0] ?? null;
  const addKey = useAddKey();
  return (
    <>
      <section className={css.middle} aria-label={t('pages.label', { name: board.name })}>
        <header className={css.boardHead}>
          <InlineField
            label={t('name')}
            labelAt="hidden"
            look="title"
            value={board.name}
            show={(name) => name}
            read={(text) =>
              text.trim() === '' ? { ok: false, reason: 'invalid.name' } : { ok: true, value: text.trim() }
            }
            onCommit={(name) => void renameStoryboard(board, name)}
            readOnly={readOnly}
          />
          <Button
            isDisabled={pages.length === 0}
            onPress={() =>
              usePanel
                .getState()
                .show({ kind: 'export', snapshotId: null, format: 'pptx', storyboardId: board.id })
            }
          >
            {t('export')}
          </Button>
          <Button look="primary" isDisabled={pages.length === 0} onPress={() => presentStoryboard(board.id)}>
            <Presentation size={15} aria-hidden /> {t('run')}
          </Button>
          <MenuTrigger>
            <Button
              look="quiet"
              icon
              aria-label={t('board.actions', { name: board.name })}
              isDisabled={readOnly}
            >
              <MoreHorizontal size={16} aria-hidden />
            </Button>
            <MenuPopover label={t('board.actions', { name: board.name })}>
              <ActionItem
                id="duplicate"
                text={t('board.duplicate')}
                onAction={() => void duplicateStoryboard(board)}
              />
              <ActionItem
                id="delete"
                text={t('board.delete')}
                onAction={() => void deleteStoryboard(board)}
              />
            </MenuPopover>
          </MenuTrigger>
        </header>
        <p className={css.total}>{useTotal(pages)}</p>
        {pages.length === 0 ? (
          <p className={page.empty}>{t('emptyPages', { key: addKey })}</p>
        ) : (
          <PageList board={board} pages={pages} openId={open?.id ?? null} readOnly={readOnly} />
        )}
      </section>
      {open && <PageDetail key={open.id} page={open} number={pages.indexOf(open) + 1} readOnly={readOnly} />}
      <ProposedTitles records={records} areas={pages.map(({ area }) => area)} />
    </>
  );
}

/** How long the pages take together, as far as somebody said. */
function useTotal(pages: Parameters<typeof plannedMinutes>[0]): string {
  const { t } = useTranslation('storyboard');
  const { minutes, unknown } = plannedMinutes(pages);
  const number = (value: number): string => formatNumber(value, currentLanguage());
  const time =
    minutes < 60
      ? t('minutesOnly', { minutes: number(minutes) })
      : minutes % 60 === 0
        ? t('hoursOnly', { hours: number(minutes / 60) })
        : t('hours', { hours: number(Math.floor(minutes / 60)), minutes: number(minutes % 60) });
  return unknown > 0 ? t('totalPartly', { time, count: unknown }) : t('total', { time });
}

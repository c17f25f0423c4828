import i18next from 'i18next';
import type { Change } from '../../shared/contract/changes.ts';
import type { PortfolioRecords, Storyboard, StoryboardPage } from '../../shared/domain/records.ts';
import { newStoryboardPage } from '../../shared/domain/roomDefaults.ts';
import { insertPage, movePage as planMove, renumbered } from '../../shared/storyboard/arrange.ts';
import { pagesOf, storyboardsOf } from '../../shared/storyboard/pages.ts';
import { storyboardFromTemplate, type TemplateId } from '../../shared/storyboard/templates.ts';
import { currentLanguage } from '../i18n.ts';
import { newId } from './initiativeActions.ts';
import { tell } from './noticeStore.ts';
import { usePortfolio } from './portfolioStore.ts';
import { change } from './service.ts';
import { useStoryboard } from './storyboardStore.ts';
import { type CapturedView, captureView } from './viewCapture.ts';
import { viewIds } from './viewStore.ts';

const open = (): PortfolioRecords | null => usePortfolio.getState().records;

/** The storyboard that is worked on: the chosen one, else the first; null where there is none. */
export function currentStoryboard(records: PortfolioRecords, chosen: string | null): Storyboard | null {
  const wanted =
    chosen !== null && Object.hasOwn(records.storyboard, chosen) ? records.storyboard[chosen] : null;
  return wanted ?? storyboardsOf(records)[0] ?? null;
}

const nextPosition = (records: PortfolioRecords): number =>
  storyboardsOf(records).reduce((most, { position }) => Math.max(most, position + 1), 0);

const putBoard = (storyboard: Storyboard): Change => ({
  op: 'put',
  table: 'storyboard',
  record: { ...storyboard },
});

function newStoryboard(records: PortfolioRecords): Storyboard {
  const name = i18next.t('newName', { ns: 'storyboard' });
  return { id: newId(), position: nextPosition(records), name, description: '' };
}

const choose = (storyboardId: string, pageId: string | null): void =>
  useStoryboard.setState({ storyboardId, pageId });

/** Makes a storyboard without a page. */
export async function createStoryboard(): Promise<void> {
  const records = open();
  if (!records) return;
  const storyboard = newStoryboard(records);
  if (await change('storyboard.create', { name: storyboard.name }, [putBoard(storyboard)]))
    choose(storyboard.id, null);
}

/** Makes a ready-made storyboard. */
export async function createFromTemplate(id: TemplateId): Promise<void> {
  const records = open();
  if (!records) return;
  const { storyboard, changes } = storyboardFromTemplate(id, {
    position: nextPosition(records),
    language: currentLanguage(),
    areas: viewIds,
    newId,
  });
  if (await change('storyboard.create', { name: storyboard.name }, changes)) choose(storyboard.id, null);
}

/** Adds the view as it is shown now to the storyboard that is worked on; makes one where there is none. */
export async function addToStoryboard(view: CapturedView = captureView()): Promise<void> {
  const records = open();
  if (!records) return;
  const { storyboardId, pageId } = useStoryboard.getState();
  const found = currentStoryboard(records, storyboardId);
  const board = found ?? newStoryboard(records);
  const pages = pagesOf(records, board.id);
  const page: StoryboardPage = {
    ...newStoryboardPage(newId(), board.id, pages.length, view.area),
    state: { ...view.state } as StoryboardPage['state'],
  };
  const changes = [...(found ? [] : [putBoard(board)]), ...insertPage(pages, page, pageId)];
  if (!(await change('storyboard.addPage', { name: board.name }, changes))) return;
  choose(board.id, page.id);
  tell({ kind: 'done', key: 'notice.pageAdded', params: { name: board.name }, undoable: true });
}

/** Gives a storyboard another name; an empty one is not taken. */
export function renameStoryboard(storyboard: Storyboard, name: string): Promise<boolean> {
  const said = name.trim();
  if (said === '' || said === storyboard.name) return Promise.resolve(said !== '');
  return change('storyboard.rename', { name: said }, [
    { op: 'patch', table: 'storyboard', id: storyboard.id, values: { name: said } },
  ]);
}

/** Removes a storyboard with its pages. */
export function deleteStoryboard(storyboard: Storyboard): Promise<boolean> {
  return change('storyboard.delete', { name: storyboard.name }, [
    { op: 'remove', table: 'storyboard', id: storyboard.id },
  ]);
}

/** Makes a copy of a storyboard with its pages, behind the others. */
export async function duplicateStoryboard(storyboard: Storyboard): Promise<void> {
  const records = open();
  if (!records) return;
  const name = i18next.t('copyOf', { ns: 'storyboard', name: storyboard.name });
  const copy: Storyboard = { ...storyboard, id: newId(), name, position: nextPosition(records) };
  const pages = pagesOf(records, storyboard.id).map(
    (page): Change => ({
      op: 'put',
      table: 'storyboardPage',
      record: { ...page, id: newId(), storyboardId: copy.id },
    }),
  );
  if (await change('storyboard.duplicate', { name: storyboard.name }, [putBoard(copy), ...pages]))
    choose(copy.id, null);
}

const boardName = (page: StoryboardPage): string => open()?.storyboard[page.storyboardId]?.name ?? '';
const siblings = (page: StoryboardPage): readonly StoryboardPage[] => {
  const records = open();
  return records ? pagesOf(records, page.storyboardId) : [];
};

/** Changes fields of a page. */
export function editPage(page: StoryboardPage, values: Partial<StoryboardPage>): Promise<boolean> {
  return change('storyboard.editPage', { name: boardName(page) }, [
    { op: 'patch', table: 'storyboardPage', id: page.id, values },
  ]);
}

/** Puts a page to another place in its storyboard, 0 first. */
export function movePageTo(page: StoryboardPage, to: number): Promise<boolean> {
  return change('storyboard.movePage', { name: boardName(page) }, planMove(siblings(page), page.id, to));
}

/** Makes a copy of a page right after it. */
export async function duplicatePage(page: StoryboardPage): Promise<void> {
  const copy = { ...page, id: newId() };
  if (
    await change(
      'storyboard.duplicatePage',
      { name: boardName(page) },
      insertPage(siblings(page), copy, page.id),
    )
  )
    useStoryboard.setState({ pageId: copy.id });
}

/** Takes a page out of its storyboard. */
export async function removePage(page: StoryboardPage): Promise<void> {
  const pages = siblings(page);
  const rest = pages.filter(({ id }) => id !== page.id);
  const changes: Change[] = [{ op: 'remove', table: 'storyboardPage', id: page.id }, ...renumbered(rest)];
  if (!(await change('storyboard.removePage', { name: boardName(page) }, changes))) return;
  const at = pages.findIndex(({ id }) => id === page.id);
  useStoryboard.setState({ pageId: (rest[at] ?? rest.at(-1))?.id ?? null });
}

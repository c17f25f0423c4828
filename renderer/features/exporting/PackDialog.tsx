import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { usualOptions } from '../../../shared/report/options.ts';
import { writtenTitle } from '../../../shared/storyboard/pages.ts';
import { usedLine, usedMs } from '../../../shared/storyboard/pageTimes.ts';
import { type Language, languages } from '../../../shared/text/area.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { newId } from '../../state/initiativeActions.ts';
import { tell } from '../../state/noticeStore.ts';
import { settlePageTimes, usePageTimes } from '../../state/pageTimes.ts';
import { usePanel } from '../../state/panelStore.ts';
import { usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { usePresent } from '../../state/presentStore.ts';
import { ask, change } from '../../state/service.ts';
import { useStoryboard } from '../../state/storyboardStore.ts';
import { viewIds } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { useDescribeLabel } from '../history/describeLabel.ts';
import { snapshotsChanged } from '../snapshots/snapshotStore.ts';
import css from './ExportDialog.module.css';
import { ExportProgress } from './ExportProgress.tsx';
import { StateField } from './StateField.tsx';
import { PLAN, wantedState } from './stateChoice.ts';
import { tellLeftOut } from './tellLeftOut.ts';
import { useExport } from './useExport.ts';

const spans = ['today', 'hour', 'three'] as const;
type Span = (typeof spans)[number];
const HOUR = 3_600_000;
/** Steps that the minutes list at most. */
const STEPS = 500;
type Entry = MethodOutput<'history.list'>['entries'][number];

function startOf(span: Span): number {
  if (span === 'hour') return Date.now() - HOUR;
  if (span === 'three') return Date.now() - 3 * HOUR;
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  return midnight.getTime();
}

/** One zip for everybody who was in the room: minutes, slides, tables, the portfolio, and a snapshot of it. */
export function PackDialog() {
  const { t } = useTranslation('reports');
  const { t: common } = useTranslation();
  const { t: shell } = useTranslation('shell');
  const close = usePanel((state) => state.close);
  const preferences = usePreferences();
  const describe = useDescribeLabel();
  const readOnly = useReadOnly();
  const presentedSince = usePresent((state) => state.session?.startedAt ?? null);
  const [language, setLanguage] = useState(preferences.language);
  // The pack promises the whole portfolio: the plan, with its scenarios beside it, until somebody asks for another state.
  const [what, setWhat] = useState(PLAN);
  const [span, setSpan] = useState<Span>('today');
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  // Kept before the files are written, and not once more where these failed or were stopped.
  const [kept, setKept] = useState<{ readonly name: string; readonly span: Span } | null>(null);
  const { running, failed, stopped, write, cancel } = useExport();
  useEffect(() => {
    void ask('history.list', { limit: STEPS }).then((list) => setEntries(list?.entries ?? []));
  }, []);
  const from = presentedSince ?? startOf(span);
  const done = entries.filter(({ at, undone }) => !undone && Date.parse(at) >= from);

  /** Keeps the minutes and a snapshot, which the pack then holds; answers the name of the snapshot. */
  const keepMeeting = async (): Promise<string | null> => {
    const now = new Date().toISOString();
    const at = formatInstant(now, language);
    const name = t('pack.snapshot', { at, lng: language });
    const meeting = {
      id: newId(),
      name: t('pack.name', { at, lng: language }),
      startedAt: new Date(from).toISOString(),
      endedAt: now,
      // The one that is run, else the one that was chosen last: a pack is often made after the screen was left.
      storyboardId:
        existing(usePresent.getState().session?.storyboardId ?? null) ??
        existing(usePageTimes.getState().meeting?.storyboardId ?? null) ??
        existing(useStoryboard.getState().storyboardId),
      afterStep: Math.max(0, (done.at(-1)?.id ?? 1) - 1),
      // Oldest first, as minutes are read.
      notes: [
        ...usedLines(from, language, (area) => {
          const view = viewIds.find((id) => id === area);
          return view ? shell(`view.${view}`, { lng: language }) : area;
        }),
        ...[...done]
          .reverse()
          .map((entry) => `${formatInstant(entry.at, language)}\t${describe(entry.label)}`),
      ].join('\n'),
    };
    if (
      !(await change('meeting.keep', { name: meeting.name }, [
        { op: 'put', table: 'meeting', record: meeting },
      ]))
    )
      return null;
    if (!(await ask('snapshot.create', { name, note: meeting.name }))) return null;
    snapshotsChanged();
    return name;
  };
  const make = async (): Promise<void> => {
    let snapshot = kept?.span === span ? kept.name : null;
    const made = await write(
      {
        formats: ['pptx', 'pdf', 'html', 'xlsx', 'csv', 'json'],
        options: usualOptions(language),
        ...wantedState(what),
      },
      async () => {
        if (readOnly || snapshot !== null) return true;
        snapshot = await keepMeeting();
        setKept(snapshot === null ? null : { name: snapshot, span });
        return snapshot !== null;
      },
    );
    if (!made) return;
    tellLeftOut(made);
    if (snapshot !== null) tell({ kind: 'done', key: 'notice.packMade', params: { name: snapshot } });
    close();
  };
  const leave = running ? cancel : close;
  return (
    <Dialog
      title={t('pack.title')}
      width="medium"
      onClose={leave}
      footer={
        <>
          <ExportProgress run={running} problem={null} failed={failed} stopped={stopped} />
          <Button onPress={leave} isDisabled={running?.cancelling ?? false}>
            {common('action.cancel')}
          </Button>
          <Button look="primary" isDisabled={running !== null} onPress={() => void make()}>
            {t('pack.do')}
          </Button>
        </>
      }
    >
      <div className={css.main}>
        <p>{t('pack.intro')}</p>
        <StateField value={what} onChange={setWhat} />
        {presentedSince === null && (
          <SelectField
            label={t('pack.since')}
            value={span}
            choices={spans.map((id) => ({ id, text: t(`pack.${id}`) }))}
            onChange={setSpan}
          />
        )}
        <SelectField
          label={t('dialog.language')}
          value={language}
          choices={languages.map((id) => ({ id, text: shell(`language.${id}`) }))}
          onChange={setLanguage}
        />
        <p role="status">{t('pack.steps', { count: done.length })}</p>
        {kept && !running && <p role="status">{t('pack.kept', { name: kept.name })}</p>}
      </div>
    </Dialog>
  );
}

/** How long each page was on the screen since an instant, a line each. */
function usedLines(from: number, language: Language, viewName: (area: string) => string): readonly string[] {
  settlePageTimes();
  const pages = usePortfolio.getState().plan?.storyboardPage ?? {};
  return [...usedMs(usePageTimes.getState().stretches, from)].flatMap(([id, ms]) => {
    const page = pages[id];
    const title = page ? (writtenTitle(page, language) ?? viewName(page.area)) : '';
    return [usedLine({ page: id, title, seconds: Math.round(ms / 1000) })];
  });
}

/** The storyboard of that id while there still is one. */
function existing(id: string | null): string | null {
  const boards = usePortfolio.getState().plan?.storyboard ?? {};
  return id !== null && Object.hasOwn(boards, id) ? id : null;
}

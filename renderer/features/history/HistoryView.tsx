import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { ask, redo, undo } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import page from '../../ui/Page.module.css';
import { useDescribeLabel } from './describeLabel.ts';
import css from './HistoryView.module.css';

type Entry = MethodOutput<'history.list'>['entries'][number];
const SHOWN = 500;

/** Every step in words, by whom and when; any of them can be gone back to. */
export function HistoryView() {
  const { t } = useTranslation('snapshots');
  const revision = usePortfolio((state) => state.history.revision);
  const readOnly = usePortfolio((state) => state.file?.readOnly ?? null) !== null;
  const [entries, setEntries] = useState<readonly Entry[] | null>(null);
  const [walking, setWalking] = useState<{ readonly done: number; readonly total: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when to read again
  useEffect(() => {
    let gone = false;
    void ask('history.list', { limit: SHOWN }).then((list) => {
      if (list && !gone) setEntries([...list.entries].sort((a, b) => b.id - a.id));
    });
    return () => {
      gone = true;
    };
  }, [revision]);
  /** Steps one by one: each is checked by the service, and a step that cannot be taken ends the walk. */
  const walk = async (step: () => Promise<void>, total: number): Promise<void> => {
    for (let done = 0; done < total; done += 1) {
      setWalking({ done, total });
      const before = usePortfolio.getState().history.revision;
      await step();
      if (usePortfolio.getState().history.revision === before) break;
    }
    setWalking(null);
  };
  const firstDone = entries?.findIndex(({ undone }) => !undone) ?? -1;
  return (
    <div className={page.page}>
      <header className={page.header}>
        <div>
          <h1>{t('history.title')}</h1>
          <p>{t('history.intro')}</p>
        </div>
      </header>
      {entries?.length === 0 && <p className={page.empty}>{t('history.empty')}</p>}
      {walking && <p role="status">{t('history.undoing', walking)}</p>}
      {entries && entries.length > 0 && (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('history.when')}</th>
              <th scope="col">{t('history.who')}</th>
              <th scope="col">{t('history.what')}</th>
              <th scope="col">{t('history.size')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, index) => (
              <EntryLine
                key={entry.id}
                entry={entry}
                current={index === firstDone}
                disabled={readOnly || walking !== null}
                onGo={() => {
                  // Newest first: the done ones from the current one down to this are undone, the undone ones from
                  // this one down to the current one are done again.
                  if (entry.undone) {
                    const last = firstDone < 0 ? entries.length : firstDone;
                    void walk(redo, last - index);
                  } else void walk(undo, index - firstDone + 1);
                }}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

interface EntryLineProps {
  readonly entry: Entry;
  /** The last step that holds: the portfolio is as it left it. */
  readonly current: boolean;
  readonly disabled: boolean;
  readonly onGo: () => void;
}

function EntryLine({ entry, current, disabled, onGo }: EntryLineProps) {
  const { t } = useTranslation('snapshots');
  const describe = useDescribeLabel();
  const language = usePreferences((state) => state.language);
  const { counts } = entry;
  const size = (['added', 'updated', 'removed'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`history.${kind}`, { count: counts[kind] }));
  return (
    <tr data-undone={entry.undone || undefined} aria-current={current ? 'step' : undefined}>
      <td className={css.when}>{formatInstant(entry.at, language)}</td>
      <td className={css.who}>{entry.by || t('history.nobody')}</td>
      <td>
        <span className={css.what}>{describe(entry.label)}</span>
        {entry.undone && <span className={css.mark}>{t('history.undone')}</span>}
        {current && <span className={css.mark}>{t('history.here')}</span>}
      </td>
      <td className={css.size}>{size.join(', ')}</td>
      <td className={css.go}>
        <Button look="quiet" isDisabled={disabled} onPress={onGo}>
          {entry.undone ? t('history.redoTo') : t('history.undoTo')}
        </Button>
      </td>
    </tr>
  );
}

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Snapshot } from '../../../shared/contract/methods.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { runCommand } from '../../commands/commandList.ts';
import { useHiding } from '../../state/hiding.ts';
import { tell } from '../../state/noticeStore.ts';
import { usePanel } from '../../state/panelStore.ts';
import { usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { ask } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ActionItem, MenuPopover } from '../../ui/Menu.tsx';
import page from '../../ui/Page.module.css';
import { compareWithPlan } from '../scenarios/compareStore.ts';
import { countedTables } from './countedTables.ts';
import { FirstSnapshot } from './FirstSnapshot.tsx';
import { SnapshotForm, type SnapshotWords } from './SnapshotForm.tsx';
import css from './SnapshotsView.module.css';
import { snapshotsChanged, useSnapshots } from './snapshotStore.ts';

/** The frozen states of the portfolio: to go back to, to hand out, to throw away. */
export function SnapshotsView() {
  const { t } = useTranslation('snapshots');
  const readOnly = useReadOnly();
  const plan = usePortfolio((state) => state.plan);
  const snapshots = useSnapshots();
  const isFirst = snapshots?.length === 0;
  const take = (): void => runCommand('portfolio.snapshot');
  const [asked, setAsked] = useState<{
    readonly what: Asked;
    readonly snapshot: Snapshot;
  } | null>(null);
  return (
    <div className={page.page}>
      <header className={page.header}>
        <div>
          <h1>{t('title')}</h1>
          <p>{t('intro')}</p>
        </div>
        {!isFirst && (
          <Button look="primary" isDisabled={readOnly} onPress={take}>
            {t('new')}
          </Button>
        )}
      </header>
      {isFirst && plan && <FirstSnapshot records={plan} readOnly={readOnly} onTake={take} />}
      <ul className={css.list} hidden={isFirst}>
        {snapshots?.map((snapshot) => (
          <SnapshotLine
            key={snapshot.id}
            snapshot={snapshot}
            readOnly={readOnly}
            onAsk={(what) => setAsked({ what, snapshot })}
          />
        ))}
      </ul>
      {asked?.what === 'describe' && (
        <SnapshotForm
          title={t('describe.title', { name: asked.snapshot.name })}
          action={t('describe.do')}
          words={asked.snapshot}
          onKeep={(words) => describe(asked.snapshot, words)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked && asked.what !== 'describe' && (
        <ConfirmDialog
          title={t(`${asked.what}.title`, { name: asked.snapshot.name })}
          body={t(`${asked.what}.body`)}
          action={asked.what === 'restore' ? t('restore') : t('delete.do')}
          danger={asked.what === 'delete'}
          onConfirm={() => (asked.what === 'restore' ? restore(asked.snapshot) : remove(asked.snapshot))}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

type Asked = 'describe' | 'restore' | 'delete';

interface SnapshotLineProps {
  readonly snapshot: Snapshot;
  readonly readOnly: boolean;
  readonly onAsk: (what: Asked) => void;
}

function SnapshotLine({ snapshot, readOnly, onAsk }: SnapshotLineProps) {
  const { t } = useTranslation('snapshots');
  const language = usePreferences((state) => state.language);
  const shown = usePortfolio(
    ({ looking }) => looking.kind === 'snapshot' && looking.snapshot.id === snapshot.id,
  );
  // What is hidden stands in its words under other names: these must not be kept as its own.
  const isHiding = useHiding(({ names, amounts }) => names || amounts);
  const at = formatInstant(snapshot.createdAt, language);
  const [reading, setReading] = useState(false);
  return (
    <li className={css.line}>
      <div className={css.what}>
        <h2>{snapshot.name}</h2>
        {snapshot.note !== '' && <p>{snapshot.note}</p>}
        <p className={css.facts}>
          {snapshot.by === '' ? t('byNobody', { at }) : t('by', { at, by: snapshot.by })}
          {countedTables.map((table) => {
            const count = snapshot.counts[table];
            return count ? ` · ${t(`counts.${table}`, { count })}` : '';
          })}
        </p>
      </div>
      {shown ? (
        <span className={css.now}>{t('looking')}</span>
      ) : (
        <Button
          isPending={reading}
          onPress={() => {
            setReading(true);
            void lookAt(snapshot).finally(() => setReading(false));
          }}
        >
          {reading ? t('reading') : t('look')}
        </Button>
      )}
      <Button onPress={() => compareWithPlan({ kind: 'snapshot', id: snapshot.id })}>{t('compare')}</Button>
      <Button isDisabled={readOnly} onPress={() => onAsk('restore')}>
        {t('restore')}
      </Button>
      <MenuTrigger>
        <Button look="quiet" icon aria-label={t('more', { name: snapshot.name })}>
          <ChevronDown size={16} aria-hidden />
        </Button>
        <MenuPopover label={t('more', { name: snapshot.name })}>
          <ActionItem
            id="describe"
            text={t('describe')}
            disabled={readOnly || isHiding}
            onAction={() => onAsk('describe')}
          />
          <ActionItem
            id="export"
            text={t('export')}
            onAction={() => usePanel.getState().show({ kind: 'export', snapshotId: snapshot.id })}
          />
          <ActionItem id="delete" text={t('delete')} disabled={readOnly} onAction={() => onAsk('delete')} />
        </MenuPopover>
      </MenuTrigger>
    </li>
  );
}

/** Shows the frozen state in every view, for reading only. */
async function lookAt(snapshot: Snapshot): Promise<void> {
  const found = await ask('snapshot.read', { id: snapshot.id });
  if (found) usePortfolio.getState().lookAtSnapshot(found.snapshot, found.records);
}

async function describe({ id }: Snapshot, { name, note }: SnapshotWords): Promise<boolean> {
  const described = await ask('snapshot.describe', { id, name, note });
  if (!described) return false;
  snapshotsChanged();
  const { looking } = usePortfolio.getState();
  // The bar over a snapshot that is looked at says its name.
  if (looking.kind === 'snapshot' && looking.snapshot.id === id)
    usePortfolio.setState({ looking: { kind: 'snapshot', snapshot: described } });
  return true;
}

async function restore(snapshot: Snapshot): Promise<void> {
  const changed = await ask('snapshot.restore', { id: snapshot.id });
  if (!changed) return;
  usePortfolio.getState().apply(changed);
  tell({ kind: 'done', key: 'notice.restored', params: { name: snapshot.name }, undoable: true });
}

async function remove(snapshot: Snapshot): Promise<void> {
  if (await ask('snapshot.remove', { id: snapshot.id })) snapshotsChanged();
}

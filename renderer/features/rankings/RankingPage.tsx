import { Copy, MoreHorizontal } from 'lucide-react';
import { useMemo, useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Ranking } from '../../../shared/domain/records.ts';
import { rankingMethods } from '../../../shared/domain/roomRecords.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { useHeadlines } from '../../analysis/useInitiativeFigures.ts';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { toTsv } from '../../charts/frame/twinTable.ts';
import {
  addItems,
  clearVotes,
  deleteRanking,
  duplicateRanking,
  editRanking,
  reopenRanking,
  takeOrder,
} from '../../state/rankingActions.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { InlineField } from '../../ui/InlineField.tsx';
import { ActionItem, MenuLine, MenuPopover } from '../../ui/Menu.tsx';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import { readName, readProse } from '../../ui/readers.ts';
import { AgreeDialog } from './AgreeDialog.tsx';
import { DotGrid } from './DotGrid.tsx';
import { OrderList } from './OrderList.tsx';
import { PairChoice } from './PairChoice.tsx';
import { RankingOnStage } from './RankingOnStage.tsx';
import { hasNoVotes, rankedRows, rankingSums, rankingTable, rankingTitle } from './rankingRows.ts';
import css from './rankings.module.css';

/** One ranking: what it says, how the room makes it, and the order that came of it beside the score. */
export function RankingPage({
  ranking,
  records,
  readOnly,
}: {
  readonly ranking: Ranking;
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('rankings');
  const figures = useFigureWords();
  const headlineOf = useHeadlines();
  const [asked, setAsked] = useState<'agree' | 'delete' | null>(null);
  const [copied, setCopied] = useState(false);
  const agreed = ranking.agreedOn !== null;
  const locked = readOnly || agreed;
  const speech = useMemo(() => ({ say: t, figures }), [t, figures]);
  const rows = useMemo(
    () => rankedRows(records, ranking, headlineOf, t('gone')),
    [records, ranking, headlineOf, t],
  );
  const title = rankingTitle(ranking, rows, speech);
  const table = useMemo(() => rankingTable(ranking, rows, title, speech), [ranking, rows, title, speech]);
  const pickable = usePickable(records, ranking);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(toTsv(table));
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  const voted = ranking.method !== 'drag' && !hasNoVotes(ranking);
  return (
    <section className={css.page} aria-label={ranking.name}>
      <header className={css.head}>
        <div>
          <h1>{title}</h1>
          <p role="status">{rankingSums(ranking, rows, speech).join(' · ')}</p>
        </div>
        <div className={css.buttons}>
          <Button onPress={() => void copy()}>
            <Copy size={14} aria-hidden />
            {copied ? t('copied') : t('copy')}
          </Button>
          {agreed ? (
            <Button isDisabled={readOnly} onPress={() => void reopenRanking(ranking)}>
              {t('agree.open')}
            </Button>
          ) : (
            <Button
              look="primary"
              isDisabled={readOnly || rows.length === 0}
              onPress={() => setAsked('agree')}
            >
              {t('agree.do')}
            </Button>
          )}
          <MenuTrigger>
            <Button look="quiet" icon aria-label={t('menu.label')} isDisabled={readOnly}>
              <MoreHorizontal size={16} aria-hidden />
            </Button>
            <MenuPopover label={t('menu.label')}>
              <ActionItem
                id="duplicate"
                text={t('menu.duplicate')}
                onAction={() => void duplicateRanking(ranking)}
              />
              <ActionItem
                id="take"
                text={t('menu.takeOrder')}
                disabled={locked || !voted}
                onAction={() => void takeOrder(ranking)}
              />
              <ActionItem
                id="clear"
                text={t('menu.clear')}
                disabled={locked || !voted}
                onAction={() => void clearVotes(ranking)}
              />
              <MenuLine />
              <ActionItem id="delete" text={t('menu.delete')} onAction={() => setAsked('delete')} />
            </MenuPopover>
          </MenuTrigger>
        </div>
      </header>
      <div className={css.tools}>
        <InlineField
          label={t('field.name')}
          labelAt="hidden"
          look="title"
          value={ranking.name}
          show={(value) => value}
          read={readName}
          readOnly={readOnly}
          onCommit={(name) => void editRanking(ranking, { name })}
        />
        <Segmented
          label={t('method.label')}
          value={ranking.method}
          choices={rankingMethods.map((id) => ({ id, text: t(`method.${id}`) }))}
          onChange={(method) => {
            if (!locked) void editRanking(ranking, { method });
          }}
        />
      </div>
      {ranking.method === 'pairs' && <PairChoice ranking={ranking} records={records} locked={locked} />}
      {ranking.method === 'dots' && ranking.items.length > 0 && (
        <DotGrid ranking={ranking} records={records} locked={locked} />
      )}
      <OrderList ranking={ranking} rows={rows} records={records} locked={locked} />
      <div className={css.foot}>
        {!locked && pickable.length > 0 && (
          <RecordPicker
            label={t(`add.${ranking.of}`)}
            records={pickable}
            onPick={(id) => void addItems(ranking, [id])}
          />
        )}
        <InlineField
          label={t('field.note')}
          labelAt="above"
          lines={2}
          value={ranking.note}
          show={(value) => value}
          read={readProse}
          placeholder={t('field.noteHint')}
          readOnly={readOnly}
          onCommit={(note) => void editRanking(ranking, { note })}
        />
      </div>
      {asked === 'agree' && <AgreeDialog ranking={ranking} onClose={() => setAsked(null)} />}
      {asked === 'delete' && (
        <ConfirmDialog
          title={t('delete.title', { name: ranking.name })}
          body={t('delete.body')}
          action={t('delete.do')}
          danger
          onConfirm={async () => {
            await deleteRanking(ranking);
          }}
          onClose={() => setAsked(null)}
        />
      )}
      <RankingOnStage ranking={ranking} records={records} table={table} locked={locked} />
    </section>
  );
}

/** What can still be added. */
function usePickable(
  records: PortfolioRecords,
  ranking: Ranking,
): readonly { readonly id: string; readonly name: string }[] {
  return useMemo(() => {
    const inIt = new Set(ranking.items);
    const all =
      ranking.of === 'initiative'
        ? Object.values(records.initiative).filter(({ retired }) => !retired)
        : ranking.of === 'outcome'
          ? Object.values(records.outcome).filter(({ retired }) => !retired)
          : Object.values(records.decisionOption).filter(
              ({ decisionId }) => decisionId === ranking.decisionId,
            );
    return all.filter(({ id }) => !inIt.has(id)).map(({ id, name }) => ({ id, name }));
  }, [records, ranking]);
}

import { Archive, FolderInput, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { Button } from '../../ui/Button.tsx';
import { ManyBar } from '../../ui/editGrid/ManyBar.tsx';
import { useWords } from '../inspector/useWords.ts';
import { askToRemove, retire } from './capabilityActions.ts';
import { treeColumns } from './treeColumns.tsx';
import { treeFigures } from './treeFigures.ts';
import type { TreeRow } from './treeRows.ts';
import { useTree } from './treeStore.ts';

interface TreeManyBarProps {
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
}

/** What is done with all ticked capabilities at once. */
export function TreeManyBar({ records, readOnly }: TreeManyBarProps) {
  const { t } = useTranslation('capabilities');
  const words = useWords();
  const figureWords = useFigureWords();
  const ticked = useTree((state) => state.ticked);
  const rows = useMemo(
    () =>
      [...ticked].flatMap((id): TreeRow[] => {
        const capability = records.capability[id];
        return capability ? [{ capability, level: 1, expanded: null, position: 1, siblings: 1 }] : [];
      }),
    [ticked, records.capability],
  );
  if (rows.length === 0) return null;
  const ids = rows.map(({ capability }) => capability.id);
  const retired = rows.every(({ capability }) => capability.retired);
  // Only fields that are typed are offered, so that no figures are needed here.
  const columns = treeColumns({ t, words, figureWords, records, figures: treeFigures(records, null) });
  return (
    <ManyBar
      label={t('ticked.label')}
      rows={rows}
      columns={columns}
      readOnly={readOnly}
      onClear={() => useTree.getState().set({ ticked: new Set() })}
    >
      <Button isDisabled={readOnly} onPress={() => useTree.getState().set({ dialog: { kind: 'move', ids } })}>
        <FolderInput size={14} aria-hidden />
        {t('menu.moveTo')}
      </Button>
      <Button isDisabled={readOnly} onPress={() => void retire(ids, !retired)}>
        <Archive size={14} aria-hidden />
        {t(retired ? 'menu.unretire' : 'menu.retire')}
      </Button>
      <Button look="danger" isDisabled={readOnly} onPress={() => askToRemove(ids)}>
        <Trash2 size={14} aria-hidden />
        {t('menu.delete')}
      </Button>
    </ManyBar>
  );
}

import { Archive, Copy, Trash2, X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOfCopy } from '../../commands/commandList.ts';
import { deleteInitiatives, duplicateInitiatives, retireInitiatives } from '../../state/initiativeActions.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import { ChangeAll } from '../../ui/editGrid/ChangeAll.tsx';
import css from '../../ui/editGrid/ManyBar.module.css';
import { BulkForm } from './BulkForm.tsx';
import { useTable } from './tableStore.ts';

/** What is done with all ticked initiatives at once. */
export function BulkBar({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useTranslation('initiatives');
  const ticked = useTable((state) => state.ticked);
  const table = usePortfolio((state) => state.records?.initiative);
  const initiatives = useMemo(() => [...ticked].flatMap((id) => table?.[id] ?? []), [ticked, table]);
  if (initiatives.length === 0) return null;
  const ids = initiatives.map(({ id }) => id);
  const retired = initiatives.every((each) => each.retired);
  return (
    <div className={css.bar} role="toolbar" aria-label={t('ticked.label')}>
      <span className={css.count}>{t('ticked', { count: ids.length })}</span>
      <ChangeAll readOnly={readOnly}>
        {(onDone) => <BulkForm initiatives={initiatives} onDone={onDone} />}
      </ChangeAll>
      <Button isDisabled={readOnly} onPress={() => void duplicateInitiatives(ids, nameOfCopy).then(forget)}>
        <Copy size={14} aria-hidden />
        {t('ticked.duplicate')}
      </Button>
      <Button isDisabled={readOnly} onPress={() => void retireInitiatives(ids, !retired).then(forget)}>
        <Archive size={14} aria-hidden />
        {t(retired ? 'ticked.bringBack' : 'ticked.retire')}
      </Button>
      <Button look="danger" isDisabled={readOnly} onPress={() => void deleteInitiatives(ids).then(forget)}>
        <Trash2 size={14} aria-hidden />
        {t('ticked.delete')}
      </Button>
      <Button look="quiet" icon aria-label={t('ticked.clear')} onPress={useTable.getState().untickAll}>
        <X size={14} aria-hidden />
      </Button>
    </div>
  );
}

function forget(done: boolean): void {
  if (done) useTable.getState().untickAll();
}

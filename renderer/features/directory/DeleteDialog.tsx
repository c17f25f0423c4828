import { useTranslation } from 'react-i18next';
import { deletePartners } from '../../../shared/planning/mergePartners.ts';
import { deleteTeams } from '../../../shared/planning/mergeTeams.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../inspector/useWords.ts';
import { countWords } from './countWords.ts';
import css from './directory.module.css';
import { remove, tableOf } from './directoryActions.ts';
import type { DirectoryDialogProps } from './MergeDialog.tsx';

/** What goes along when teams or partners are deleted, before they are. */
export function DeleteDialog({ records, tab, ids, onClose }: DirectoryDialogProps) {
  const { t } = useTranslation(['directory', 'common']);
  const words = useWords();
  const [first, ...more] = ids;
  const title =
    more.length === 0
      ? t('delete.titleOne', { name: records[tableOf(tab)][first ?? '']?.name ?? '' })
      : t(tab === 'teams' ? 'delete.titleTeams' : 'delete.titlePartners', { count: ids.length });
  const lines: string[] = [];
  if (tab === 'teams') {
    const planned = deleteTeams(records, ids);
    const [cleared, removed] = planned.ok
      ? [countWords(planned.cleared, t), countWords(planned.removed, t)]
      : ['', ''];
    if (cleared !== '') lines.push(t('delete.cleared', { what: cleared }));
    if (removed !== '') lines.push(t('delete.removed', { what: removed }));
  } else {
    const planned = deletePartners(records, ids);
    if (planned.ok && planned.engagements > 0)
      lines.push(
        t('delete.engagements', {
          count: planned.engagements,
          initiatives: planned.initiatives,
          money: words.money(planned.money),
        }),
      );
  }
  lines.push(t('delete.undo'));
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button
            look="danger"
            autoFocus
            onPress={() => {
              onClose();
              void remove(tab, ids);
            }}
          >
            {t('delete.do')}
          </Button>
        </>
      }
    >
      <ul className={css.consequences}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Dialog>
  );
}

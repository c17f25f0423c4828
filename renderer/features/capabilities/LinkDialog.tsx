import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { capabilityOf } from '../../../shared/planning/capabilityTree.ts';
import { contributionsOf, freeShare } from '../../../shared/planning/contributions.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import { readShare } from '../../ui/readers.ts';
import { useWords } from '../inspector/useWords.ts';
import css from './capabilities.module.css';
import { link } from './capabilityActions.ts';

export interface LinkDialogProps {
  readonly records: PortfolioRecords;
  /** One of the two is given; the other one is chosen here. */
  readonly initiativeId: string | null;
  readonly capabilityId: string | null;
  readonly onClose: () => void;
}

/** Links an initiative and a capability with a share of effort, by the keyboard alone. */
export function LinkDialog({ records, initiativeId, capabilityId, onClose }: LinkDialogProps) {
  const { t } = useTranslation(['capabilities', 'common', 'inspector']);
  const words = useWords();
  const selection = useView((state) => state.selection);
  const [chosen, setChosen] = useState<string | null>(() =>
    initiativeId !== null && selection?.kind === 'capability' ? selection.id : null,
  );
  const [text, setText] = useState<string | null>(null);
  const initiative = records.initiative[initiativeId ?? chosen ?? ''];
  const capability = capabilityOf(records, capabilityId ?? chosen ?? '');
  const choices = useMemo(() => {
    if (initiativeId === null) return inUse(records.initiative);
    const taken = new Set(contributionsOf(records, initiativeId).map((each) => each.capabilityId));
    return inUse(records.capability).filter(({ id }) => !taken.has(id));
  }, [records, initiativeId]);
  const free = initiative ? freeShare(records, initiative.id, capability?.id) : null;
  const typed = text ?? (free === null ? '' : words.shareText(free));
  const share = readShare(typed);
  const isPossible =
    initiative && capability && free !== null && free > 0 && share.ok && share.value !== null;
  const submit = (): void => {
    if (!isPossible || !share.ok) return;
    onClose();
    void link(initiative.id, capability.id, share.value);
  };
  const given = initiativeId === null ? capability : initiative;
  const other = initiativeId === null ? initiative : capability;
  return (
    <Dialog
      title={t(initiativeId === null ? 'link.initiativeTitle' : 'link.title', { name: given?.name ?? '' })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button look="primary" isDisabled={!isPossible} onPress={submit}>
            {t('link.do')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <RecordPicker
          label={t(initiativeId === null ? 'link.initiative' : 'link.capability')}
          records={choices}
          onPick={setChosen}
        />
        {other && (
          <p className={css.chosen}>
            {initiativeId === null ? other.name : t('link.chosen', { name: other.name })}
          </p>
        )}
        {/* A form of its own: with one field, Enter submits it. */}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {free !== null && (
            <TextField
              label={t('link.share')}
              value={typed}
              onChange={setText}
              error={share.ok ? null : t(share.reason, { ns: 'inspector' })}
              help={free === 0 ? t('link.fullNote') : t('link.freeNote', { share: words.share(free) })}
            />
          )}
        </form>
      </div>
    </Dialog>
  );
}

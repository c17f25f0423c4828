import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guardrail } from '../../../shared/domain/records.ts';
import { authorName } from '../../state/author.ts';
import { grantWaiver } from '../../state/guardrailActions.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { parseDate } from '../../ui/parse.ts';
import { todayIso } from '../planning/today.ts';
import css from './guardrails.module.css';

/** Asks who gives leave to break a rule, why, and until when. */
export function WaiveDialog({
  guardrail,
  rule,
  subject,
  onClose,
}: {
  readonly guardrail: Guardrail;
  /** What the rule is called. */
  readonly rule: string;
  /** The record that may break it; null for all. */
  readonly subject: { readonly id: string; readonly name: string } | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('guardrails');
  const { t: common } = useTranslation();
  const { t: inspector } = useTranslation('inspector');
  const [owner, setOwner] = useState(authorName());
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const parsed = parseDate(until);
  const untilError = !parsed.ok
    ? inspector(parsed.reason)
    : parsed.value !== null && parsed.value < todayIso()
      ? t('waive.untilPast')
      : null;
  const save = async (): Promise<void> => {
    setTried(true);
    if (owner.trim() === '' || !parsed.ok || untilError !== null) return;
    const granted = await grantWaiver(guardrail, {
      subject: subject?.id ?? null,
      owner: owner.trim().slice(0, 500),
      reason: reason.trim(),
      grantedOn: todayIso(),
      until: parsed.value,
    });
    if (granted) onClose();
  };
  return (
    <Dialog
      title={subject ? t('waive.title', { rule, name: subject.name }) : t('waive.titleAll', { rule })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('action.cancel')}</Button>
          <Button look="primary" type="submit" form="waive">
            {t('waive.save')}
          </Button>
        </>
      }
    >
      <form
        id="waive"
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          autoFocus
          label={t('waive.owner')}
          value={owner}
          onChange={setOwner}
          error={tried && owner.trim() === '' ? t('waive.ownerNeeded') : null}
        />
        <TextField label={t('waive.reason')} value={reason} onChange={setReason} multiline />
        <TextField
          label={t('waive.until')}
          help={t('waive.untilHelp')}
          value={until}
          onChange={setUntil}
          error={tried ? untilError : null}
        />
      </form>
    </Dialog>
  );
}

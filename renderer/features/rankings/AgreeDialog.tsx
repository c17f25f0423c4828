import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ranking } from '../../../shared/domain/records.ts';
import { agreeRanking } from '../../state/rankingActions.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { todayIso } from '../planning/today.ts';

/** Asks who agreed, and writes it down with the day; those who gave dots are proposed. */
export function AgreeDialog({
  ranking,
  onClose,
}: {
  readonly ranking: Ranking;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('rankings');
  const { t: common } = useTranslation();
  const voters = [...new Set(ranking.dots.map(({ voter }) => voter))].filter((voter) => voter !== '');
  const [names, setNames] = useState(ranking.agreedBy !== '' ? ranking.agreedBy : voters.join(', '));
  return (
    <Dialog
      title={t('agree.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('action.cancel')}</Button>
          <Button look="primary" type="submit" form="agree">
            {t('agree.save')}
          </Button>
        </>
      }
    >
      <form
        id="agree"
        onSubmit={(event) => {
          event.preventDefault();
          void agreeRanking(ranking, names, todayIso()).then((kept) => {
            if (kept) onClose();
          });
        }}
      >
        <TextField
          autoFocus
          label={t('agree.names')}
          help={t('agree.namesHelp')}
          value={names}
          onChange={setNames}
        />
      </form>
    </Dialog>
  );
}

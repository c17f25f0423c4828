import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { createRanking } from '../../state/rankingActions.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import css from './rankings.module.css';
import { MOST_RANKED, useRankingSources } from './useRankingSources.ts';

/** Asks what is ranked: what is ticked or filtered, the outcomes, or the options of a decision. */
export function NewRankingDialog({
  records,
  onClose,
}: {
  readonly records: PortfolioRecords;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('rankings');
  const { t: common } = useTranslation();
  const sources = useRankingSources(records);
  const [sourceId, setSourceId] = useState(sources[0]?.id ?? 'none');
  const [typed, setTyped] = useState<string | null>(null);
  const source = sources.find(({ id }) => id === sourceId) ?? sources[0];
  if (!source) return null;
  const name = typed ?? t(`name.${source.of}`);
  const many = source.items.length > MOST_RANKED;
  const make = (): void => {
    if (many || name.trim() === '') return;
    void createRanking(name, source.of, source.items, source.decisionId).then(onClose);
  };
  return (
    <Dialog
      title={t('new.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('action.cancel')}</Button>
          <Button look="primary" type="submit" form="new-ranking" isDisabled={many || name.trim() === ''}>
            {t('new.make')}
          </Button>
        </>
      }
    >
      <form
        id="new-ranking"
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <SelectField
          label={t('new.what')}
          value={source.id}
          choices={sources}
          error={many ? t('new.many', { most: String(MOST_RANKED) }) : null}
          onChange={setSourceId}
        />
        <TextField autoFocus label={t('new.name')} value={name} onChange={setTyped} />
      </form>
    </Dialog>
  );
}

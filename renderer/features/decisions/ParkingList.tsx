import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { createDecision, editParking, parkItem } from '../../state/decisionActions.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { AddLine } from './AddLine.tsx';
import { useDecisionView } from './decisionStore.ts';
import css from './decisions.module.css';

/** What was said and is not for now. */
export function ParkingList({
  records,
  readOnly,
}: {
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('decisions');
  const language = usePreferences((state) => state.language);
  const set = useDecisionView((state) => state.set);
  const items = Object.values(records.parkingItem).sort(
    (a, b) => Number(a.settled) - Number(b.settled) || (a.at < b.at ? 1 : -1),
  );
  return (
    <div className={css.list}>
      {items.length === 0 && (
        <div className={css.teach}>
          <h2>{t('parking.title')}</h2>
          <p>{t('parking.text')}</p>
        </div>
      )}
      {!readOnly && (
        <AddLine
          label={t('parking.label')}
          example={t('parking.example')}
          button={t('parking.button')}
          onAdd={(name) => void parkItem(name)}
        />
      )}
      <ul>
        {items.map((item) => (
          <li key={item.id} className={css.item} data-done={item.settled}>
            <input
              type="checkbox"
              aria-label={t('parking.settle', { name: item.name })}
              checked={item.settled}
              disabled={readOnly}
              onChange={() => void editParking(item, { settled: !item.settled })}
            />
            <span className={css.itemName}>
              {item.name}
              <small>{t('parking.from', { by: item.by, at: formatInstant(item.at, language) })}</small>
            </span>
            {!readOnly && !item.settled && (
              <Button
                onPress={() => {
                  void createDecision(item.name, { parkingId: item.id }).then((id) => {
                    if (id !== null) set({ tab: 'decisions', shown: id });
                  });
                }}
              >
                {t('parking.decide')}
              </Button>
            )}
            {!readOnly && (
              <RemoveButton
                label={t('parking.remove', { name: item.name })}
                onPress={() => void editParking(item, null)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

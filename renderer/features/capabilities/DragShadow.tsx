import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { capabilityOf } from '../../../shared/planning/capabilityTree.ts';
import css from './capabilities.module.css';
import type { Drag } from './dragStore.ts';

/** What is dragged, beside the pointer, with what letting go would do. */
export function DragShadow({ drag, records }: { readonly drag: Drag; readonly records: PortfolioRecords }) {
  const { t } = useTranslation('capabilities');
  const target = drag.over && capabilityOf(records, drag.over.key);
  return (
    <div className={css.shadow} style={{ left: drag.x + 14, top: drag.y + 10 }} aria-hidden>
      <strong>{drag.name}</strong>
      {target && drag.over && (
        <span>
          {t(drag.kind === 'initiative' ? 'drag.link' : `drag.${drag.over.where}`, { name: target.name })}
        </span>
      )}
    </div>
  );
}

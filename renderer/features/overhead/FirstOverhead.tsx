import { useTranslation } from 'react-i18next';
import { portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { Start } from '../../ui/Start.tsx';
import { LackingInitiatives } from '../inspector/LackingInitiatives.tsx';
import { EmptyStart } from '../planning/EmptyStart.tsx';
import { createOverhead } from './overheadActions.ts';

/**
 * What stands where overhead will be: a line to name the first, and the initiatives of which nothing says for whom they
 * are.
 */
export function FirstOverhead({
  records,
  readOnly,
}: {
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('overhead');
  const { outcomeLinks, segmentLinks } = portfolioIndex(records);
  return (
    <Start title={t('what.title')} steps={[t('what.count'), t('what.stop'), t('what.tag')]}>
      <EmptyStart
        title={t('empty.title')}
        text={t('empty.text')}
        label={t('empty.label')}
        example={t('empty.example')}
        button={t('empty.button')}
        readOnly={readOnly ? t('empty.readOnly') : null}
        onStart={(name) => void createOverhead(name)}
      />
      <LackingInitiatives
        title={t('lacking.title')}
        say={(count) => t('lacking.text', { count })}
        records={records}
        lacks={({ id }) => !outcomeLinks.has(id) && !segmentLinks.has(id)}
        field="overhead"
      />
    </Start>
  );
}

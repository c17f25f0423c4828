import { type ReactNode, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { partnerHandoffs } from '../../../shared/analysis/partnerHandoffs.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { naming } from '../../charts/frame/naming.ts';
import { StageContext } from '../../charts/frame/stage.ts';
import { TwinTable } from '../../charts/frame/TwinTable.tsx';
import { useTwinLook } from '../../charts/frame/twinLook.ts';
import { sortRows } from '../../charts/frame/twinTable.ts';
import type { PartnersSpeech } from '../../charts/partners/describe.ts';
import { companyFinding, companyTable } from '../../charts/partners/describeCompanies.ts';
import type { PartnersData } from '../../charts/partners/partnersData.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { PictureHead } from '../../ui/PictureHead.tsx';
import { drawFigures, FigureText } from '../receipts/FigureText.tsx';
import css from './partners.module.css';
import { companyFigures } from './titleFigures.ts';

/** Who hands work to whom across companies: days waiting and knowledge kept. */
export function CompanyHandoffsTab({
  records,
  data,
  speech,
  controls,
}: {
  readonly records: PortfolioRecords;
  readonly data: PartnersData;
  readonly speech: PartnersSpeech;
  readonly controls: ReactNode;
}) {
  const { say } = speech;
  const { t: chart } = useTranslation('flow');
  const stage = useContext(StageContext);
  const lead = useView((state) => state.lead);
  const groups = useMemo(() => partnerHandoffs(records), [records]);
  const table = useMemo(() => companyTable(groups, data, speech), [groups, data, speech]);
  const [{ sort }] = useTwinLook('companies');
  const { t: receipts } = useTranslation('receipts');
  const written = companyFigures(groups, { data, speech, receipts });
  const title =
    groups.length === 0
      ? say('handoffs.none.title')
      : companyFinding(groups, data, { ...speech, say: naming(say) });
  if (stage && groups.length > 0) {
    return (
      <stage.Table
        title={title}
        draw={drawFigures(written)}
        columns={table.columns}
        rows={sortRows(table, sort).map(({ id, cells }) => ({ id, cells: cells.map(({ text }) => text) }))}
      />
    );
  }
  return (
    <>
      <PictureHead title={<FigureText text={title} figures={written} />} subtitle={say('subtitle.handoffs')}>
        {controls}
      </PictureHead>
      {groups.length === 0 ? (
        <EmptyState text={say('handoffs.none.text')}>
          <Button onPress={() => lead('handoffs')}>{say('handoffs.none.button')}</Button>
        </EmptyState>
      ) : (
        <div className={css.card}>
          <TwinTable
            name="companies"
            table={table}
            words={{
              copy: chart('chart.copy'),
              copied: chart('chart.copied'),
              more: (count) => chart('chart.more', { count }),
            }}
          />
        </div>
      )}
    </>
  );
}

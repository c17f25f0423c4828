import { type ReactNode, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Company,
  type CompanyHandoffs,
  partnerHandoffs,
} from '../../../shared/analysis/partnerHandoffs.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { StageContext } from '../../charts/frame/stage.ts';
import { TwinTable } from '../../charts/frame/TwinTable.tsx';
import { numberCell, type TwinTableData, textCell } from '../../charts/frame/twinTable.ts';
import { type PartnersSpeech, someNames } from '../../charts/partners/describe.ts';
import type { PartnersData } from '../../charts/partners/partnersData.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import css from './partners.module.css';

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
  const go = useView((state) => state.go);
  const groups = useMemo(() => partnerHandoffs(records), [records]);
  const table = useMemo(() => handoffTable(groups, data, speech), [groups, data, speech]);
  const title = groups.length === 0 ? say('handoffs.none.title') : handoffFinding(groups, data, speech);
  if (stage && groups.length > 0) {
    return (
      <stage.Table
        title={title}
        columns={table.columns}
        rows={table.rows.map(({ id, cells }) => ({ id, cells: cells.map(({ text }) => text) }))}
      />
    );
  }
  return (
    <>
      <header className={css.head}>
        <div className={css.titles}>
          <h1>{title}</h1>
          <p>{say('subtitle.handoffs')}</p>
        </div>
        {controls}
      </header>
      {groups.length === 0 ? (
        <EmptyState title={title} text={say('handoffs.none.text')}>
          <Button onPress={() => go('handoffs')}>{say('handoffs.none.button')}</Button>
        </EmptyState>
      ) : (
        <div className={css.card}>
          <TwinTable
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

const companyName = (company: Company, data: PartnersData, { say }: PartnersSpeech): string =>
  company.kind === 'own'
    ? say('handoffs.own')
    : company.kind === 'named'
      ? company.name
      : data.nameOf('partner', company.id);

function handoffFinding(
  groups: readonly CompanyHandoffs[],
  data: PartnersData,
  speech: PartnersSpeech,
): string {
  const { say, figures } = speech;
  const [most] = groups;
  if (most && most.waitDays !== null) {
    return say('handoffs.finding', {
      from: companyName(most.from, data, speech),
      to: companyName(most.to, data, speech),
      days: figures.days(most.waitDays),
    });
  }
  return say('handoffs.findingCount', { count: groups.reduce((sum, { handoffs }) => sum + handoffs, 0) });
}

function handoffTable(
  groups: readonly CompanyHandoffs[],
  data: PartnersData,
  speech: PartnersSpeech,
): TwinTableData {
  const { say, figures } = speech;
  return {
    caption: say('handoffs.caption'),
    columns: [
      { id: 'from', label: say('handoffs.from'), kind: 'text' },
      { id: 'to', label: say('handoffs.to'), kind: 'text' },
      { id: 'count', label: say('handoffs.count'), kind: 'number' },
      { id: 'days', label: say('handoffs.days'), kind: 'number' },
      { id: 'kept', label: say('handoffs.kept'), kind: 'number' },
      { id: 'initiatives', label: say('handoffs.initiatives'), kind: 'text' },
    ],
    rows: groups.map((group, k) => {
      const days = group.waitDays === null ? null : figures.days(group.waitDays);
      return {
        id: String(k),
        cells: [
          textCell(companyName(group.from, data, speech)),
          textCell(companyName(group.to, data, speech)),
          numberCell(group.handoffs, figures.number(group.handoffs)),
          numberCell(
            group.waitDays,
            days === null
              ? say('handoffs.daysUnknown')
              : group.unknownWaits > 0
                ? say('handoffs.daysAtLeast', { days })
                : days,
          ),
          numberCell(
            group.kept,
            group.kept === null ? say('handoffs.daysUnknown') : figures.percent(group.kept),
          ),
          textCell(
            someNames(
              group.initiativeIds.map((id) => data.nameOf('initiative', id)),
              speech,
            ),
          ),
        ],
      };
    }),
  };
}

import type { Company, CompanyHandoffs } from '../../../shared/analysis/partnerHandoffs.ts';
import { countAs } from '../../../shared/text/format.ts';
import { numberCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import { type PartnersSpeech, someNames } from './describe.ts';
import type { PartnersData } from './partnersData.ts';

/** What a company is called. */
export const companyName = (company: Company, data: PartnersData, { say }: PartnersSpeech): string =>
  company.kind === 'own'
    ? say('handoffs.own')
    : company.kind === 'named'
      ? company.name
      : data.nameOf('partner', company.id);

/** Between which companies work waits longest; how many handoffs there are, where no wait is known. */
export function companyFinding(
  groups: readonly CompanyHandoffs[],
  data: PartnersData,
  speech: PartnersSpeech,
): string {
  const { say, figures } = speech;
  const [most] = groups;
  if (most && most.waitDays !== null) {
    const days = figures.days(most.waitDays);
    return say('handoffs.finding', {
      count: countAs(days),
      from: companyName(most.from, data, speech),
      to: companyName(most.to, data, speech),
      days,
    });
  }
  return say('handoffs.findingCount', { count: groups.reduce((sum, { handoffs }) => sum + handoffs, 0) });
}

/** A line for each pair of companies, as the pages and the table read it. */
export function companyTable(
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

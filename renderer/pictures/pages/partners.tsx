import { partnerHandoffs } from '../../../shared/analysis/partnerHandoffs.ts';
import { partnersData } from '../../analysis/partnersData.ts';
import { wholePicture } from '../../charts/frame/wholePicture.ts';
import { ContractsChart } from '../../charts/partners/ContractsChart.tsx';
import { byContractEnd, CONTRACT_ROW, layoutContracts } from '../../charts/partners/contractLayout.ts';
import {
  describePartners,
  type PartnersSpeech,
  partnersFinding,
  partnersLegend,
  partnersSubtitle,
  partnersTable,
  partnersWords,
} from '../../charts/partners/describe.ts';
import { companyFinding, companyTable } from '../../charts/partners/describeCompanies.ts';
import {
  contractFinding,
  contractLegend,
  contractTable,
  contractWords,
  describeContracts,
} from '../../charts/partners/describeContracts.ts';
import { layoutPartners, PARTNER_ROW } from '../../charts/partners/layout.ts';
import { PartnersChart } from '../../charts/partners/PartnersChart.tsx';
import { atWork, type PartnersData } from '../../charts/partners/partnersData.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';
import { matrixZoom } from '../legible.ts';
import { selectedOf } from '../look.ts';
import { rowsDrawing, SMALL_TEXT } from './rowsDrawing.ts';
import { tickWords } from './ticks.ts';

/** Pages that the handoffs between companies take at most. */
const MOST_PAGES = 3;

/** On whom we depend: money by capability and partner, contract ends, and handoffs between companies. */
export function partnerPages(context: PageContext): readonly PageDraft[] {
  const { records, settings, figures, say, look } = context;
  const data = partnersData(records);
  if (atWork(data).length === 0) return [];
  const speech: PartnersSpeech = { say: say('partners'), figures, currency: settings.currency };
  const tab = look?.partnersTab;
  return [
    ...(tab === undefined || tab === 'money' ? moneyPage(data, speech, context) : []),
    ...(tab === undefined || tab === 'contracts' ? contractPage(data, speech, context) : []),
    ...(tab === undefined || tab === 'handoffs' ? companyPage(data, speech, context) : []),
  ];
}

function moneyPage(data: PartnersData, speech: PartnersSpeech, context: PageContext): readonly PageDraft[] {
  if (data.rows.length === 0) return [];
  const { measure, say, look } = context;
  const words = partnersWords(data, speech);
  return [
    {
      name: say('reports')('page.partners'),
      twin: 'partners',
      title: partnersFinding(data, speech),
      subtitle: partnersSubtitle(data, speech),
      description: describePartners(data, speech),
      basis: 'records',
      mostZoom: matrixZoom(data.rows.length, SMALL_TEXT),
      ...rowsDrawing(context, data.rows, PARTNER_ROW, (rows, width) => {
        const layout = layoutPartners(data, rows, width, words, measure);
        return {
          ...wholePicture(layout, (drawn) => (
            <PartnersChart
              {...drawn}
              selectedPartner={selectedOf(look, 'partner')}
              selectedCapability={selectedOf(look, 'capability')}
            />
          )),
          legend: partnersLegend(layout, speech),
        };
      }),
      table: reportTable(partnersTable(data, speech)),
    },
  ];
}

function contractPage(
  data: PartnersData,
  speech: PartnersSpeech,
  context: PageContext,
): readonly PageDraft[] {
  const { settings, measure, say, look } = context;
  const partners = byContractEnd(atWork(data), data.now);
  const words = contractWords(data, speech, tickWords(context));
  return [
    {
      name: say('reports')('page.contracts'),
      twin: 'contracts',
      title: contractFinding(partners, data.now, speech),
      subtitle: speech.say('subtitle.contracts'),
      description: describeContracts(partners, data.now, speech),
      basis: 'records',
      ...rowsDrawing(context, partners, CONTRACT_ROW, (shown, width) => {
        const layout = layoutContracts(shown, data.now, width, settings.fiscalYearStartMonth, words, measure);
        return {
          ...wholePicture(layout, (drawn) => (
            <ContractsChart {...drawn} selected={selectedOf(look, 'partner')} />
          )),
          legend: contractLegend(layout, speech),
        };
      }),
      table: reportTable(contractTable(partners, data, speech)),
    },
  ];
}

function companyPage(data: PartnersData, speech: PartnersSpeech, context: PageContext): readonly PageDraft[] {
  const { records, figures, say } = context;
  const groups = partnerHandoffs(records);
  if (groups.length === 0) return [];
  const table = companyTable(groups, data, speech);
  const title = companyFinding(groups, data, speech);
  return [
    {
      name: say('reports')('page.companies'),
      twin: 'companies',
      title,
      subtitle: speech.say('subtitle.handoffs'),
      description: title,
      basis: 'records',
      tablePages: {
        columns: table.columns,
        shares: [0.2, 0.2, 0.1, 0.12, 0.12, 0.26],
        rows: table.rows.map(({ cells }) => cells.map(({ text }) => text)),
        mostPages: MOST_PAGES,
        cut: (shown) =>
          say('reports')('cut.rows', {
            shown: figures.number(shown),
            all: figures.number(groups.length),
          }),
      },
      table: reportTable(table),
    },
  ];
}

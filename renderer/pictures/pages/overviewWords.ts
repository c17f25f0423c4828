import { type Finding, knownStake } from '../../../shared/coverage/findings.ts';
import { bracketed, joinParts } from '../../../shared/text/join.ts';
import { lackingProjects } from '../../analysis/mapItems.ts';
import { measured, rankedWastes } from '../../charts/bill/billData.ts';
import { rowName } from '../../charts/bill/describe.ts';
import { daysIn, soonerIn, whyNoneConverts } from '../../charts/map/describe.ts';
import { daysSaved, type MapItem } from '../../charts/map/mapData.ts';
import type { PageContext } from '../context.ts';
import { MASK } from '../hide.ts';
import { aboutOf, findingSpeech } from './findings.ts';
import type { Overview } from './overviewData.ts';
import { firstPanel, groupsPanel, knownTiles } from './overviewKnownWords.ts';
import type { OverviewWords, Panel, PanelLine, Tile } from './overviewLayout.ts';
import { billOf, billSpeech } from './wastes.tsx';

/** How many there are of each mode, in words. */
export function modesOf({ projects, products }: Overview, { say }: PageContext): string {
  const t = say('reports');
  return t('overview.modes', {
    projects: t('overview.projects', { count: projects }),
    products: t('overview.products', { count: products }),
  });
}

/** What stands in the tiles and the panels: what the model says, or what is known before it can say anything. */
export function overviewWords(data: Overview, context: PageContext): OverviewWords {
  const tiles = [initiativeTile(data, context), moneyTile(data, context)];
  if (data.known)
    return {
      tiles: [...tiles, ...knownTiles(data.known, context)],
      panels: [
        groupsPanel(data.known, context),
        firstPanel(data.known, context),
        missingPanel(data, context),
      ],
    };
  return {
    tiles: [...tiles, wasteTile(data, context), firstValueTile(data, context)],
    panels: [wastesPanel(context), convertPanel(data, context), findingsPanel(data, context)],
  };
}

function initiativeTile(data: Overview, context: PageContext): Tile {
  const { figures, say } = context;
  return {
    label: say('reports')('overview.initiatives'),
    figures: [
      { text: figures.number(data.projects), tone: 'project' },
      { text: figures.number(data.products), tone: 'product' },
    ],
    note: modesOf(data, context),
  };
}

function moneyTile(data: Overview, { figures, say }: PageContext): Tile {
  const t = say('reports');
  const { budget } = data;
  return {
    label: t('overview.budget'),
    figures: [{ text: budget === null ? t('overview.unknown') : figures.moneyShort(budget), tone: 'ink' }],
    note: [
      ...(budget === null || budget === 0
        ? []
        : [t('overview.budgetNote', { projects: figures.percent(data.budgetInProjects / budget) })]),
      ...(data.budgetUnknown > 0 ? [t('overview.budgetUnknown', { count: data.budgetUnknown })] : []),
    ].join(' · '),
  };
}

function wasteTile({ waste }: Overview, { figures, say }: PageContext): Tile {
  const t = say('reports');
  return {
    label: t('overview.waste'),
    figures:
      waste === null
        ? [{ text: t('overview.unknown'), tone: 'ink' }]
        : [
            { text: figures.percent(waste.project), tone: 'project' },
            { text: figures.percent(waste.product), tone: 'product' },
          ],
    note:
      waste?.projectRange && waste.productRange
        ? t('overview.range', {
            projectLow: figures.percent(waste.projectRange.low),
            projectHigh: figures.percent(waste.projectRange.high),
            productLow: figures.percent(waste.productRange.low),
            productHigh: figures.percent(waste.productRange.high),
          })
        : t('overview.both'),
  };
}

function firstValueTile({ first }: Overview, { figures, say }: PageContext): Tile {
  const t = say('reports');
  const months = (value: number | null): string => (value === null ? '–' : figures.number(value, 1));
  return {
    label: t('overview.first'),
    figures: [
      { text: months(first.project), tone: 'project' },
      { text: months(first.product), tone: 'product' },
    ],
    note: t('overview.firstNote'),
  };
}

function wastesPanel(context: PageContext): Panel {
  const { figures, say } = context;
  const t = say('reports');
  const bill = billOf(context);
  const speech = billSpeech(context);
  const lines = bill.counted === 0 ? [] : rankedWastes(bill, 'pd').filter((row) => row.today.pd > 0);
  const most = lines[0] ? measured(lines[0].today, 'pd') : 1;
  return {
    kind: 'bars',
    title: t('overview.wastes'),
    lines: lines.map((row) => ({
      label: rowName(row.id, speech),
      value: figures.days(row.today.pd),
      project: row.project.pd / most,
      product: row.product.pd / most,
    })),
    said: lines.length === 0 ? [t('overview.unknown')] : [],
  };
}

function convertPanel(data: Overview, context: PageContext): Panel {
  const { options, results, say } = context;
  const t = say('reports');
  const { convert } = data.ranking;
  return {
    kind: 'notes',
    title: t('overview.convert'),
    lines: convert.map((item, at) => ({
      label: `${at + 1}  ${item.name}`,
      note: convertNote(item, context, options.amounts === 'hidden'),
    })),
    said:
      convert.length > 0
        ? []
        : [whyNoneConverts(data.ranking, lackingProjects(results.initiatives), say('map'))],
  };
}

function findingsPanel(data: Overview, context: PageContext): Panel {
  const { figures, say } = context;
  const t = say('reports');
  const coverage = say('coverage');
  return {
    kind: 'counts',
    title: t('overview.findings'),
    lines: (data.findings ?? []).map(({ type, count }) => ({
      label: coverage(`type.${type}`),
      value: figures.number(count),
    })),
    said:
      data.findings === null
        ? [t('overview.noCapabilities')]
        : data.findings.length === 0
          ? [t('overview.findingsNone')]
          : [],
    ...(data.weightiest.length === 0
      ? {}
      : {
          further: {
            title: t('overview.weightiest'),
            lines: data.weightiest.map((finding) => findingLine(finding, context)),
          },
        }),
  };
}

/** A finding by what it is about, with its kind and the money at stake where that is known and shown. */
function findingLine(finding: Finding, context: PageContext): PanelLine {
  const { figures, options } = context;
  const speech = findingSpeech(context);
  const stake = options.amounts === 'hidden' ? null : knownStake(finding);
  return {
    label: aboutOf(finding, speech),
    note: joinParts(
      [speech.say(`type.${finding.type}`), ...(stake === null ? [] : [figures.moneyShort(stake)])],
      options.language,
    ),
  };
}

/** What was found, where anything can be, and what nobody entered yet. */
function missingPanel(data: Overview, context: PageContext): Panel {
  const { options, say } = context;
  const t = say('reports');
  const flow = say('flow');
  const found = findingsPanel(data, context);
  const lacks =
    data.lacks.length === 0
      ? []
      : [
          t('overview.lacks'),
          ...data.lacks.map(({ fact, count }) =>
            bracketed(flow(`missing.${fact}`), flow('missing.lacking', { count }), options.language),
          ),
        ];
  return data.findings === null
    ? { ...found, title: t('overview.missing'), said: [...lacks, ...found.said] }
    : { ...found, said: [...found.said, ...lacks] };
}

function convertNote(item: MapItem, { figures, say, options }: PageContext, hidden: boolean): string {
  const t = say('reports');
  const parts = [
    ...(hidden || item.gain === null ? [] : [t('overview.gain', { money: figures.moneyShort(item.gain) })]),
    ...(item.sooner !== null && item.sooner >= 0.5
      ? [t('overview.sooner', soonerIn(item.sooner, figures))]
      : []),
    ...(daysSaved(item) >= 1 ? [t('overview.days', daysIn(daysSaved(item), figures))] : []),
  ].filter((part) => !part.includes(MASK));
  return joinParts(parts, options.language);
}

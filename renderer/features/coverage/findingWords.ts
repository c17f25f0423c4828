import { nameBehind } from '../../../shared/analysis/coverageElements.ts';
import type { ElementFigure } from '../../../shared/analysis/elementReceiptTypes.ts';
import { type Finding, knownStake } from '../../../shared/coverage/findings.ts';
import { INTERNAL_VENDOR, NO_TEAM } from '../../../shared/coverage/types.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { addMonths } from '../../../shared/domain/time.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { labelled } from '../../../shared/text/join.ts';
import type { FigureWords } from '../../charts/frame/figureWords.ts';
import type { Say } from '../../i18n.ts';

/** What sentences about findings are made from. */
export interface FindingSpeech {
  readonly say: Say<'coverage'>;
  readonly figures: FigureWords;
  readonly records: PortfolioRecords;
  /** Month 0 of the coverage on the calendar. */
  readonly origin: string | null;
}

/** The name of whatever an id of a finding means: an initiative, something needed, a partner or a team. */
export function nameOf(id: string, { say, records }: Pick<FindingSpeech, 'say' | 'records'>): string {
  if (id === INTERNAL_VENDOR) return say('evidence.internal');
  if (id === NO_TEAM) return say('evidence.unassigned');
  return nameBehind(records, id) ?? id;
}

/** What a finding is about, by name. */
export function subjectOf(finding: Finding, speech: Pick<FindingSpeech, 'say' | 'records'>): string {
  if (finding.type === 'DUPLICATE_TEXT') return finding.evidence.names.join(' · ');
  return nameOf(finding.subject, speech);
}

/** The money at stake in a finding, in short. */
export function stakeText(
  finding: Finding,
  { say, figures }: Pick<FindingSpeech, 'say' | 'figures'>,
): string {
  const stake = knownStake(finding);
  return stake === null ? say('findings.stakeUnknown') : figures.moneyShort(stake);
}

/** What kind of finding it is, and the money at stake. */
export const kindAndStake = (finding: Finding, speech: Pick<FindingSpeech, 'say' | 'figures'>): string =>
  speech.say('inspector.stake', {
    type: speech.say(`type.${finding.type}`),
    money: stakeText(finding, speech),
  });

/** A month of the coverage as a date, or as a number where the portfolio has no dates. */
export function monthText(month: number, { figures, origin }: FindingSpeech): string {
  if (origin === null) return figures.number(month);
  return formatDate(addMonths(origin, month), figures.language) ?? '';
}

/** Why a finding is flagged, in one sentence. */
export function whyText(finding: Finding, speech: FindingSpeech): string {
  const { say, figures } = speech;
  switch (finding.type) {
    case 'GAP_NONE':
    case 'GAP_UNDER': {
      const { importance, current, target, need, supply } = finding.evidence;
      return say(`why.${finding.type}`, {
        importance,
        current,
        target,
        covered: figures.percent(need > 0 ? supply / need : 0),
      });
    }
    case 'OVER_INVESTED':
      return say('why.OVER_INVESTED', { times: figures.number(finding.evidence.coverage ?? 0, 1) });
    case 'INVEST_NO_DEMAND':
      return say('why.INVEST_NO_DEMAND', {
        current: finding.evidence.current,
        target: finding.evidence.target,
      });
    case 'UNMAPPED':
      return say('why.UNMAPPED');
    case 'OVERLAP':
      return say('why.OVERLAP', {
        count: new Set(finding.evidence.pairs.flatMap((pair) => [pair.lead, pair.other])).size,
        money: figures.moneyShort(finding.evidence.redundant),
      });
    case 'COLLABORATION':
      return say('why.COLLABORATION', { group: finding.evidence.group });
    case 'CONCENTRATION':
      return say('why.CONCENTRATION', {
        share: figures.percent(finding.detail.share),
        limit: figures.percent(finding.detail.limit),
        hhi: figures.number(finding.evidence.hhi),
      });
    case 'LOCK_IN':
      return say('why.LOCK_IN', {
        share: figures.percent(finding.evidence.share),
        vendor: nameOf(finding.evidence.vendor, speech),
        exit: exitText(finding.evidence, speech),
      });
    case 'ORPHAN':
      return say('why.ORPHAN', { date: monthText(finding.evidence.from_month, speech) });
    case 'DUPLICATE_TEXT':
      return say('why.DUPLICATE_TEXT', { similarity: figures.percent(finding.evidence.similarity) });
  }
}

/** How far a partner can be left; what nobody entered is said, although it counts as nothing. */
function exitText(
  { vendor, exit_readiness }: { readonly vendor: string; readonly exit_readiness: number },
  { say, figures, records }: FindingSpeech,
): string {
  const partner = records.partner[vendor];
  return partner?.exitReadiness === null && exit_readiness === 0
    ? say('evidence.exitUnknown')
    : figures.percent(exit_readiness);
}

/** The figure that the money at stake is; null where it is one of the evidence or the record. */
export function stakeFigure(finding: Finding): ElementFigureOf | null {
  const of = (figure: ElementFigure) => ({ elementId: finding.subject, figure });
  switch (finding.type) {
    case 'GAP_NONE':
    case 'GAP_UNDER':
      return of('gap');
    case 'OVER_INVESTED':
      return of('excess');
    case 'INVEST_NO_DEMAND':
    case 'ORPHAN':
      return of('supply');
    case 'OVERLAP':
      return of('contested');
    case 'LOCK_IN':
      return of('locked');
    case 'CONCENTRATION':
      return { elementId: null, figure: 'held' };
    case 'UNMAPPED':
    case 'COLLABORATION':
    case 'DUPLICATE_TEXT':
      return null;
  }
}

/** A figure of an element; of the whole portfolio where `elementId` is null. */
interface ElementFigureOf {
  readonly elementId: string | null;
  readonly figure: ElementFigure;
}

/** A line of evidence; `initiative` or `capability` leads to what it is about. */
export interface EvidenceLine {
  readonly label: string;
  readonly value: string;
  readonly initiative?: string;
  readonly capability?: string;
  readonly note?: string;
  /** The arithmetic behind the value, where it is a figure that the analysis made. */
  readonly opens?: ElementFigureOf | 'similarity' | 'knowledge';
}

/** A piece of a text as it stands there: `_` is the end of a word. */
export const gramText = (gram: string): string => gram.replaceAll('_', ' ').trim();

/** The evidence behind a finding (MODEL.md 3.5), line by line. */
export function evidenceLines(finding: Finding, speech: FindingSpeech): readonly EvidenceLine[] {
  const { say, figures } = speech;
  const own = (figure: ElementFigure) => ({ elementId: finding.subject, figure });
  const shares = (values: Readonly<Record<string, number>>): readonly EvidenceLine[] =>
    Object.entries(values)
      .sort((a, b) => b[1] - a[1])
      .map(([id, share]) => ({ label: nameOf(id, speech), value: figures.percent(share) }));
  const money = (amount: number | null): string =>
    amount === null ? say('capability.unknown') : figures.money(amount);
  switch (finding.type) {
    case 'GAP_NONE':
    case 'GAP_UNDER':
    case 'OVER_INVESTED':
    case 'INVEST_NO_DEMAND': {
      const { importance, current, target, need, supply, contributors } = finding.evidence;
      return [
        { label: say('evidence.importance'), value: say('capability.scale', { value: importance }) },
        { label: say('evidence.maturity'), value: say('evidence.maturityValue', { current, target }) },
        { label: say('evidence.need'), value: figures.money(need), opens: own('need') },
        { label: say('evidence.supply'), value: figures.money(supply), opens: own('supply') },
        ...(need > 0
          ? [
              {
                label: say('evidence.coverage'),
                value: figures.percent(supply / need),
                opens: own('coverage'),
              },
            ]
          : []),
        ...[...contributors]
          .sort((a, b) => b.money - a.money)
          .map(({ initiative, money }) => ({
            label: nameOf(initiative, speech),
            value: figures.money(money),
            initiative,
          })),
      ];
    }
    case 'UNMAPPED':
      return [
        {
          label: nameOf(finding.subject, speech),
          value: figures.money(finding.money),
          initiative: finding.subject,
        },
      ];
    case 'OVERLAP': {
      const { contested, redundant, pairs, teams, vendors } = finding.evidence;
      return [
        { label: say('evidence.contested'), value: figures.money(contested), opens: own('contested') },
        { label: say('evidence.redundant'), value: figures.money(redundant), opens: own('redundant') },
        ...pairs.flatMap((pair, k): EvidenceLine[] => {
          const detail = finding.detail.pairs[k];
          const shared = detail?.shared_element ?? null;
          return [
            {
              label: labelled(say('evidence.lead'), nameOf(pair.lead, speech), figures.language),
              value: detail ? figures.money(detail.lead_money) : '',
              initiative: pair.lead,
            },
            {
              label: labelled(say('evidence.other'), nameOf(pair.other, speech), figures.language),
              value: figures.money(pair.money),
              initiative: pair.other,
              note: [
                `${say('evidence.kappa')} ${figures.percent(pair.kappa)}`,
                ...(detail
                  ? [
                      say('evidence.kappaParts', {
                        cosine: figures.percent(detail.cosine),
                        time: figures.percent(detail.time_overlap),
                        base: figures.percent(detail.k0),
                      }),
                    ]
                  : []),
                ...(shared === null ? [] : [say('evidence.sharedElement', { name: nameOf(shared, speech) })]),
              ].join(' · '),
            },
          ];
        }),
        ...shares(teams).map((line) => ({
          ...line,
          label: labelled(say('evidence.teams'), line.label, figures.language),
        })),
        ...shares(vendors).map((line) => ({
          ...line,
          label: labelled(say('evidence.partners'), line.label, figures.language),
        })),
      ];
    }
    case 'COLLABORATION':
      return [
        { label: say('evidence.group'), value: finding.evidence.group },
        ...finding.evidence.members.map((id) => ({ label: nameOf(id, speech), value: '', initiative: id })),
      ];
    case 'CONCENTRATION':
      return [
        {
          label: say('evidence.hhi'),
          value: figures.number(finding.evidence.hhi),
          opens: { elementId: null, figure: 'concentration' },
        },
        ...shares(finding.evidence.shares).slice(0, 12),
      ];
    case 'LOCK_IN':
      return [
        {
          label: nameOf(finding.evidence.vendor, speech),
          value: figures.percent(finding.evidence.share),
          opens: own('largestShare'),
        },
        { label: say('evidence.exit'), value: exitText(finding.evidence, speech) },
        {
          label: say('evidence.lockIn'),
          value: figures.percent(finding.evidence.share * (1 - finding.evidence.exit_readiness)),
          opens: own('lockIn'),
        },
        {
          label: say('evidence.hhi'),
          value: figures.number(finding.evidence.hhi),
          opens: own('concentration'),
        },
      ];
    case 'ORPHAN':
      return [
        { label: say('evidence.fromMonth'), value: monthText(finding.evidence.from_month, speech) },
        { label: say('evidence.owner'), value: say('evidence.noOwner') },
        ...finding.evidence.last_initiatives.map((id): EvidenceLine => {
          const known = finding.evidence.knowledge_at_horizon[id];
          return {
            label: labelled(say('evidence.last'), nameOf(id, speech), figures.language),
            value: known === undefined ? '' : figures.percent(known),
            initiative: id,
            ...(known === undefined
              ? {}
              : {
                  note: say('evidence.knowledge', { name: nameOf(id, speech) }),
                  opens: 'knowledge',
                }),
          };
        }),
      ];
    case 'DUPLICATE_TEXT': {
      const [first, second] = finding.detail.initiatives;
      const { evidence, detail } = finding;
      return [
        {
          label: labelled(say('evidence.first'), evidence.names[0], figures.language),
          value: money(detail.money[0]),
          initiative: first,
        },
        {
          label: labelled(say('evidence.second'), evidence.names[1], figures.language),
          value: money(detail.money[1]),
          initiative: second,
        },
        {
          label: say('evidence.similarity'),
          value: figures.percent(evidence.similarity),
          opens: 'similarity',
        },
        { label: say('evidence.time'), value: figures.percent(detail.time_overlap) },
        {
          label: say('evidence.ngrams'),
          value: evidence.shared_ngrams.map((gram) => gramText(gram)).join(' · '),
        },
        {
          label: say('evidence.teams'),
          value: evidence.teams
            .map((id) => (id === null ? say('evidence.unassigned') : nameOf(id, speech)))
            .join(' · '),
        },
        {
          label: say('evidence.partners'),
          value: evidence.vendors.map((id) => nameOf(id, speech)).join(' · '),
        },
      ];
    }
  }
}

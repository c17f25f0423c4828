import type { ElementFigure } from '../../../shared/analysis/elementReceiptTypes.ts';
import { type Finding, knownStake } from '../../../shared/coverage/findings.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import type { Say } from '../../i18n.ts';
import type { WrittenFigure } from '../receipts/FigureText.tsx';
import type { MadeFigure, Opened, PartLine } from '../receipts/receiptStore.ts';
import { shownFigure } from '../receipts/receiptStore.ts';
import { type FindingSpeech, nameOf, stakeFigure, stakeText } from './findingWords.ts';

interface FindingFigureWords extends FindingSpeech {
  readonly receipts: Say<'receipts'>;
}

/** The money at stake in a finding, as `kindAndStake` writes it, with what it is made of. */
export function stakeFigures(finding: Finding, words: FindingFigureWords): readonly WrittenFigure[] {
  const stake = knownStake(finding);
  const figure = stakeFigure(finding);
  const opens: Opened | null =
    stake === null
      ? null
      : figure !== null
        ? { kind: 'element', ...figure }
        : finding.type === 'DUPLICATE_TEXT'
          ? { kind: 'made', made: duplicateStake(finding, stake, words) }
          : finding.type === 'UNMAPPED'
            ? modelledCost(finding.subject, words)
            : null;
  return opens === null
    ? []
    : [
        {
          text: stakeText(finding, words),
          label: words.receipts('open', { what: words.receipts('made.stake') }),
          opens,
        },
      ];
}

/** The figures in the sentence that says why a finding is flagged. */
export function whyFigures(
  finding: Finding,
  { receipts, figures }: FindingFigureWords,
): readonly WrittenFigure[] {
  const written = (text: string, figure: ElementFigure, elementId: string | null): WrittenFigure => ({
    text,
    label: receipts('open', { what: receipts(`element.${figure}`) }),
    opens: { kind: 'element', elementId, figure },
  });
  switch (finding.type) {
    case 'GAP_NONE':
    case 'GAP_UNDER': {
      const { need, supply } = finding.evidence;
      return need > 0 ? [written(figures.percent(supply / need), 'coverage', finding.subject)] : [];
    }
    case 'OVER_INVESTED':
      return [written(figures.number(finding.evidence.coverage ?? 0, 1), 'coverage', finding.subject)];
    case 'OVERLAP':
      return [written(figures.moneyShort(finding.evidence.redundant), 'redundant', finding.subject)];
    case 'CONCENTRATION':
      return [written(figures.number(finding.evidence.hhi), 'concentration', null)];
    case 'LOCK_IN':
      return [written(figures.percent(finding.evidence.share), 'lockIn', finding.subject)];
    default:
      return [];
  }
}

/** The money in overlaps, as the title of the matrix writes it, with the capabilities that have it. */
export function overlapFigure(
  { analysis, compared }: PortfolioCoverage,
  { figures, receipts, records, say }: Omit<FindingFigureWords, 'origin'>,
): readonly WrittenFigure[] {
  const value = analysis.totals.redundant_money;
  if (!compared || value <= 0) return [];
  const title = receipts('element.redundant');
  return [
    {
      text: figures.moneyShort(value),
      label: receipts('open', { what: title }),
      opens: {
        kind: 'made',
        made: {
          title,
          of: receipts('made.capabilities'),
          value,
          range: receipts('element.noRange'),
          formula: 'Σ_c redundant_c',
          operation: 'sum',
          parts: analysis.elements
            .filter(({ kind }) => kind === 'capability')
            .map(({ id, redundant_money }) => ({
              name: nameOf(id, { say, records }),
              value: redundant_money,
              text: figures.money(redundant_money),
              opens: { kind: 'element', elementId: id, figure: 'redundant' },
            })),
          say: figures.money,
        },
      },
    },
  ];
}

/** The smaller of two amounts of money, times the share of its time in which both are at work (MODEL.md 3.5). */
function duplicateStake(
  { detail }: Extract<Finding, { readonly type: 'DUPLICATE_TEXT' }>,
  value: number,
  words: FindingFigureWords,
): MadeFigure {
  const { figures, receipts } = words;
  const [left = 0, right = 0] = detail.money.map((money) => money ?? 0);
  const smaller = Math.min(left, right);
  const initiative = detail.initiatives[left <= right ? 0 : 1];
  const parts: readonly PartLine[] = [
    {
      name: nameOf(initiative, words),
      note: receipts('made.smaller'),
      value: smaller,
      text: figures.money(smaller),
      opens: modelledCost(initiative, words),
    },
    {
      name: receipts('made.timeOverlap'),
      value: detail.time_overlap,
      text: figures.percent(detail.time_overlap, 1),
      opens: null,
    },
  ];
  return {
    title: receipts('made.stake'),
    of: detail.initiatives.map((id) => nameOf(id, words)).join(' · '),
    value,
    range: null,
    formula: 'min(B_i, B_j) · time overlap',
    operation: 'product',
    parts,
    say: figures.money,
  };
}

/** What an initiative costs as the model says, where nobody entered a budget; null where one is on record. */
function modelledCost(id: string, { records }: FindingFigureWords): Opened | null {
  const initiative = records.initiative[id];
  return initiative && initiative.budget === null ? shownFigure(id, `${initiative.mode}.cost`) : null;
}

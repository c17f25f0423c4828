import type { ElementFigure } from '../../../shared/analysis/elementReceiptTypes.ts';
import { type Finding, knownStake } from '../../../shared/coverage/findings.ts';
import type { Say } from '../../i18n.ts';
import type { FiguresOf, OpenFigure } from '../receipts/FigureText.tsx';
import type { MadeFigure, Opened, PartLine } from '../receipts/receiptStore.ts';
import { shownFigure } from '../receipts/receiptStore.ts';
import { type FindingSpeech, nameOf, stakeFigure } from './findingWords.ts';

interface FindingFigureWords extends FindingSpeech {
  readonly receipts: Say<'receipts'>;
}

/** The money at stake in a finding, as `kindAndStake` writes it, with what it is made of. */
export function stakeFigures(finding: Finding, words: FindingFigureWords): FiguresOf<'coverage'> {
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
  if (opens === null) return {};
  const label = words.receipts('open', { what: words.receipts('made.stake') });
  return { 'inspector.stake.money': { label, opens } };
}

/** The figures in the sentence that says why a finding is flagged. */
export function whyFigures(finding: Finding, { receipts }: FindingFigureWords): FiguresOf<'coverage'> {
  const open = (figure: ElementFigure, elementId: string | null): OpenFigure => ({
    label: receipts('open', { what: receipts(`element.${figure}`) }),
    opens: { kind: 'element', elementId, figure },
  });
  switch (finding.type) {
    case 'GAP_UNDER':
      return finding.evidence.need > 0 ? { 'why.GAP_UNDER.covered': open('coverage', finding.subject) } : {};
    case 'OVER_INVESTED':
      return { 'why.OVER_INVESTED.times': open('coverage', finding.subject) };
    case 'OVERLAP':
      return { 'why.OVERLAP.money': open('redundant', finding.subject) };
    case 'CONCENTRATION':
      return {
        'why.CONCENTRATION.hhi': open('concentration', null),
        'why.CONCENTRATION.share': open('largestShare', null),
      };
    case 'LOCK_IN':
      return { 'why.LOCK_IN.share': open('largestShare', finding.subject) };
    default:
      return {};
  }
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

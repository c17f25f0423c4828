import type { ElementFigure } from '../../../shared/analysis/elementReceiptTypes.ts';
import { type Finding, knownStake } from '../../../shared/coverage/findings.ts';
import type { Say } from '../../i18n.ts';
import type { FiguresOf, OpenFigure } from '../receipts/FigureText.tsx';
import { madeSum } from '../receipts/madeSum.ts';
import type { MadeFigure, Opened, Opens, PartLine } from '../receipts/receiptStore.ts';
import { shownFigure } from '../receipts/receiptStore.ts';
import {
  type EvidenceLine,
  type FindingSpeech,
  gramText,
  nameOf,
  stakeFigure,
  subjectOf,
} from './findingWords.ts';

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
export function whyFigures(finding: Finding, words: FindingFigureWords): FiguresOf<'coverage'> {
  const { receipts } = words;
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
    case 'DUPLICATE_TEXT':
      return {
        'why.DUPLICATE_TEXT.similarity': {
          label: receipts('open', { what: receipts('made.similarity') }),
          opens: () => similarityReceipt(finding, words),
        },
      };
    default:
      return {};
  }
}

/** What the value of a line of evidence opens; null where it is a fact. */
export function evidenceFigure(
  finding: Finding,
  { opens, initiative }: EvidenceLine,
  words: FindingFigureWords,
): Opens | null {
  if (opens === 'similarity')
    return finding.type === 'DUPLICATE_TEXT' ? () => similarityReceipt(finding, words) : null;
  if (opens === 'knowledge') {
    const of = initiative === undefined ? undefined : words.records.initiative[initiative];
    return of ? shownFigure(of.id, `${of.mode}.knowledge_at_horizon`) : null;
  }
  return opens ? { kind: 'element', ...opens } : null;
}

/** How sure a finding is: made of its figures, or given by its kind. */
export function confidenceFigure(finding: Finding, words: FindingFigureWords): OpenFigure {
  const { receipts } = words;
  return {
    label: receipts('open', { what: receipts('made.confidence') }),
    opens: () => confidenceReceipt(finding, words),
  };
}

function confidenceReceipt(finding: Finding, words: FindingFigureWords): Opened {
  const { figures, receipts, say: sayOfCoverage } = words;
  const say = (share: number): string => figures.percent(share, 1);
  const made = (of: Pick<MadeFigure, 'range' | 'formula' | 'operation' | 'parts'>): Opened => ({
    kind: 'made',
    made: {
      title: receipts('made.confidence'),
      of: `${sayOfCoverage(`type.${finding.type}`)} · ${subjectOf(finding, words)}`,
      value: finding.confidence,
      say,
      ...of,
    },
  });
  switch (finding.type) {
    case 'OVERLAP': {
      const part = (figure: 'redundant' | 'contested'): PartLine => ({
        name: receipts(`element.${figure}`),
        value: finding.evidence[figure],
        text: figures.money(finding.evidence[figure]),
        opens: { kind: 'element', elementId: finding.subject, figure },
      });
      return made({
        range: receipts('made.confidenceMade'),
        formula: 'redundant / contested',
        operation: 'ratio',
        parts: [part('redundant'), part('contested')],
      });
    }
    case 'DUPLICATE_TEXT':
      return made({
        range: receipts('made.confidenceMade'),
        formula: 'cosine',
        operation: 'given',
        parts: [
          {
            name: receipts('made.similarity'),
            value: finding.evidence.similarity,
            text: say(finding.evidence.similarity),
            opens: () => similarityReceipt(finding, words),
          },
        ],
      });
    default:
      return made({
        range: receipts('made.confidenceGiven'),
        formula: `${finding.type}: ${finding.confidence}`,
        operation: 'given',
        parts: [],
      });
  }
}

/** How alike two texts are: what each piece of text that both have adds (MODEL.md 3.4). */
function similarityReceipt(
  { evidence, detail }: Extract<Finding, { readonly type: 'DUPLICATE_TEXT' }>,
  words: FindingFigureWords,
): Opened {
  const { figures, receipts } = words;
  const strongest = evidence.shared_ngrams.map((gram, k) => ({
    name: `“${gramText(gram)}”`,
    value: detail.gram_parts[k]!,
    opens: null,
  }));
  const rest = strongest.reduce((left, { value }) => left - value, evidence.similarity);
  return madeSum({
    title: receipts('made.similarity'),
    of: detail.initiatives.map((id) => nameOf(id, words)).join(' · '),
    range: receipts('made.grams'),
    formula: 'Σ_grams w_i w_j;  w = (1 + ln tf) (ln((1 + N) / (1 + df)) + 1) / |w|',
    // What is left by rounding where the strongest are all that there are is nothing.
    parts:
      rest < 1e-12
        ? strongest
        : [...strongest, { name: receipts('made.otherGrams'), value: rest, opens: null }],
    say: (share) => figures.percent(share, 1),
  });
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
    range: receipts('element.noRange'),
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

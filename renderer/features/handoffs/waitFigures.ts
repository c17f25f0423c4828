import type { HandoffLine } from '../../../shared/analysis/handoffLine.ts';
import type { StringSpeech } from '../../charts/stringline/describe.ts';
import { longestWait, waitingShareOf } from '../../charts/stringline/stringlineData.ts';
import type { Say } from '../../i18n.ts';
import type { FiguresOf, OpenFigure } from '../receipts/FigureText.tsx';
import { madeSum } from '../receipts/madeSum.ts';
import type { Opened } from '../receipts/receiptStore.ts';

interface WaitWords {
  readonly speech: StringSpeech;
  readonly receipts: Say<'receipts'>;
}

/** The figures in what is said of the waiting of some lines: its share of their time, its days, and the longest wait. */
export function waitFigures(
  lines: readonly HandoffLine[],
  { speech, receipts }: WaitWords,
): FiguresOf<'handoffs'> {
  const { figures } = speech;
  const share = waitingShareOf(lines);
  if (share === null) return {};
  const projects = lines.filter(({ waitingShare }) => waitingShare !== null);
  const of = projects.length === 1 ? projects[0]!.name : receipts('made.lines', { count: projects.length });
  const range = receipts('made.dates');
  const say = (days: number): string => figures.number(days, 1);
  const sum = (title: string, formula: string, daysOf: (line: HandoffLine) => number): Opened =>
    madeSum({
      title,
      of,
      range,
      formula,
      parts: projects.map((line) => ({ name: line.name, value: daysOf(line), opens: null })),
      say,
    });
  const waiting = (): Opened =>
    sum(receipts('made.waitingDays'), 'Σ_i waiting days_i', ({ waitingDays }) => waitingDays);
  const time = (): Opened =>
    sum(receipts('made.allDays'), 'Σ_i (end_i - start_i)', ({ start, end }) => end! - start);
  const days = {
    waiting: projects.reduce((all, { waitingDays }) => all + waitingDays, 0),
    time: projects.reduce((all, { start, end }) => all + end! - start, 0),
  };
  const part: OpenFigure = {
    label: receipts('open', { what: receipts('made.waitingShare') }),
    opens: {
      kind: 'made',
      made: {
        title: receipts('made.waitingShare'),
        of,
        value: share,
        range,
        formula: 'waiting days / (end - start)',
        operation: 'ratio',
        parts: [
          {
            name: receipts('made.waitingDays'),
            value: days.waiting,
            text: say(days.waiting),
            opens: waiting,
          },
          { name: receipts('made.allDays'), value: days.time, text: say(days.time), opens: time },
        ],
        say: (value) => figures.percent(value, 1),
      },
    },
  };
  return {
    'finding.one.percent': part,
    'finding.many.percent': part,
    'list.waiting.percent': part,
    'list.waiting.days': { label: receipts('open', { what: receipts('made.waitingDays') }), opens: waiting },
    ...longestFigure(lines, { speech, receipts }),
  };
}

/** The longest wait with who says so: the ledger, the plan's dates, or the model. */
function longestFigure(
  lines: readonly HandoffLine[],
  { speech, receipts }: WaitWords,
): FiguresOf<'handoffs'> {
  const longest = longestWait(lines);
  if (!longest) return {};
  const { wait, line } = longest;
  const title = receipts('made.longestWait');
  return {
    [`wait.${wait.kind}.days`]: {
      label: receipts('open', { what: title }),
      opens: {
        kind: 'made',
        made: {
          title,
          of: line.name,
          value: wait.days,
          range: receipts(`made.wait.${wait.source}`),
          formula: 'max_i wait_i',
          operation: 'max',
          parts: [...line.waits]
            .sort((a, b) => b.days - a.days)
            .map((each) => ({
              name: speech.say('card.waitTitle', { kind: speech.say(`kind.${each.kind}`) }),
              note: receipts(`made.wait.${each.source}`),
              value: each.days,
              text: speech.figures.number(each.days, 1),
              opens: null,
            })),
          say: (days: number) => speech.figures.number(days, 1),
        },
      },
    },
  };
}

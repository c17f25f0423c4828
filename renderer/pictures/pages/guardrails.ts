import { headlineOf } from '../../../shared/analysis/headline.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { worstFirst } from '../../../shared/guardrails/compareStates.ts';
import { evaluateGuardrail, type GuardrailState } from '../../../shared/guardrails/evaluate.ts';
import { textCell } from '../../charts/frame/twinTable.ts';
import { type GuardrailLine, guardrailLines } from '../../features/guardrails/guardrailLines.ts';
import { guardrailTable } from '../../features/guardrails/guardrailTable.ts';
import { guardrailSums, guardrailTitle } from '../../features/guardrails/guardrailTitle.ts';
import { measuredWords, recordOf, worseIs } from '../../features/guardrails/measuredWords.ts';
import { type RuleSpeech, ruleSpeech } from '../../features/guardrails/ruleWords.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';

const MOST_PAGES = 2;
/** Records that are named of those that break a rule. */
const NAMED = 2;

/** Which rules hold, which are broken and by what; held against the plan where that is not what is shown. */
export function guardrailPages(context: PageContext): readonly PageDraft[] {
  const { state, plan, records, options, settings, today, results, say, figures } = context;
  const known = new Map(results.initiatives.map(({ id, headline }) => [id, headline]));
  const comparing = state.looked.kind !== 'plan';
  const lines = guardrailLines(state.records.guardrail, (guardrail) => ({
    // Of the full records: rules also look at owners, which the shown ones may lack.
    now: evaluateGuardrail(guardrail, {
      records: state.records,
      today,
      headlineOf: (id) => {
        const headline = known.get(id);
        return headline === undefined ? headlineOf(state.records, id) : headline;
      },
    }),
    before: comparing ? evaluateGuardrail(guardrail, { records: plan, today }) : null,
  }));
  const speech = ruleSpeech(options.language, settings.currency, records, {
    amounts: options.amounts === 'hidden',
    names: options.names === 'hidden',
  });
  const title = guardrailTitle(lines, speech);
  const table = guardrailTable(lines, title, comparing, speech);
  if (table.rows.length === 0) return [];
  const lineOf = new Map(lines.map((line) => [line.guardrail.id, line]));
  const rows = table.rows.map(({ id, cells }) => ({
    id,
    cells: [...cells, textCell(worstWords(lineOf.get(id), speech, context))],
  }));
  const columns = [
    ...table.columns,
    { id: 'worst', label: speech.say('detail.breaks'), kind: 'text' as const },
  ];
  const shares = comparing ? [22, 8, 6, 7, 7, 6, 9, 9, 7, 26] : [25, 9, 7, 7, 8, 6, 38];
  const room = shares.reduce((sum, share) => sum + share, 0);
  return [
    {
      name: say('reports')('page.guardrails'),
      title,
      subtitle: guardrailSums(lines, speech).join(' · '),
      description: title,
      basis: 'records',
      tablePages: {
        columns,
        shares: shares.map((share) => share / room),
        rows: rows.map(({ cells }) => cells.map(({ text }) => text)),
        mostPages: MOST_PAGES,
        cut: (shown) =>
          say('reports')('cut.rows', { shown: figures.number(shown), all: figures.number(rows.length) }),
      },
      table: reportTable({ caption: title, columns, rows }),
    },
  ];
}

/** The records that break a rule without leave, worst first, with what was found there; the first few by name. */
function worstWords(line: GuardrailLine | undefined, speech: RuleSpeech, context: PageContext): string {
  const now = line?.now;
  const rule = now?.rule;
  if (!now || !rule) return '';
  const broken = worstFirst(now.breaches, worseIs(rule)).filter(({ waiver }) => waiver === null);
  const pages = context.say('reportPages');
  const named = broken.slice(0, NAMED).map((breach) =>
    pages('guardrails.record', {
      name: shownName(now, breach, context.records),
      measured: measuredWords(rule, breach, speech),
    }),
  );
  const more = broken.length - named.length;
  return [...named, ...(more > 0 ? [pages('guardrails.more', { count: more })] : [])].join(
    context.options.language === 'en' ? '; ' : '；',
  );
}

/** What a record is called on the page, where initiatives and what is theirs may be numbered. */
function shownName(
  { about }: GuardrailState,
  { id, name }: { readonly id: string; readonly name: string },
  records: PortfolioRecords,
): string {
  const record = about === null ? null : recordOf({ records }, about, id);
  if (!record || !('name' in record)) return name;
  const whose = 'initiativeId' in record ? records.initiative[record.initiativeId ?? ''] : undefined;
  return whose ? `${whose.name} · ${record.name}` : record.name;
}

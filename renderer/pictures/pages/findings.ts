import { type Finding, knownStake } from '../../../shared/coverage/findings.ts';
import type { ReportTable } from '../../../shared/report/page.ts';
import { shortName } from '../../charts/frame/shortName.ts';
import { filterFindings, openMatters } from '../../features/coverage/findingFilter.ts';
import { type FindingSpeech, subjectOf, whyText } from '../../features/coverage/findingWords.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';

const MOST_PAGES = 4;

/** Words of findings, whose names are those that are shown. */
export function findingSpeech({ say, figures, records, results }: PageContext): FindingSpeech {
  return { say: say('coverage'), figures, records, origin: results.coverage?.origin ?? null };
}

/** What a finding is about, by the names that are shown. */
export function aboutOf(finding: Finding, speech: FindingSpeech): string {
  if (finding.type !== 'DUPLICATE_TEXT') return subjectOf(finding, speech);
  // The evidence holds the names as they were compared; where names are hidden, the records have others.
  return finding.detail.initiatives
    .map((id, at) => speech.records.initiative[id]?.name ?? finding.evidence.names[at])
    .join(' · ');
}

/** The findings that ask for something, or those of the page's look, as a table with the ways to mend them. */
export function findingPages(context: PageContext): readonly PageDraft[] {
  const { results, figures, say, join, look, state } = context;
  const { coverage } = results;
  if (!coverage || coverage.analysis.state === 'no_capabilities') return [];
  const all = coverage.analysis.findings;
  const findings = look ? filterFindings(all, look.findings, state.records) : openMatters(all);
  const leftOut = all.length - findings.length;
  const reports = say('reports');
  const speech = findingSpeech(context);
  const ways = (finding: Finding): string =>
    new Intl.ListFormat(context.options.language, { type: 'disjunction' }).format(
      finding.healthy.map((way) => reports(`way.${way}`)),
    );
  const lines = findings.map((finding) => ({
    finding,
    cells: [
      speech.say(`type.${finding.type}`),
      aboutOf(finding, speech),
      knownStake(finding) === null ? reports('overview.unknown') : figures.moneyShort(finding.money),
      figures.percent(finding.confidence),
      whyText(finding, speech),
      ways(finding),
    ],
  }));
  const columns: ReportTable['columns'] = [
    { id: 'type', label: reports('findings.type'), kind: 'text' },
    { id: 'about', label: reports('findings.about'), kind: 'text' },
    { id: 'money', label: reports('findings.money'), kind: 'number' },
    { id: 'sure', label: reports('findings.sure'), kind: 'number' },
    { id: 'why', label: reports('findings.why'), kind: 'text' },
    { id: 'options', label: reports('findings.options'), kind: 'text' },
  ];
  const [first] = lines;
  const title = first
    ? reports('findings.title', {
        count: findings.length,
        about: shortName(aboutOf(first.finding, speech)),
        type: speech.say(`type.${first.finding.type}`),
      })
    : reports('findings.none');
  return [
    {
      name: reports('page.findings'),
      title,
      subtitle: join([
        findings.length === 0 ? '' : reports('findings.subtitle'),
        findings.some(({ importance }) => importance === 0) ? reports('findings.unrated') : '',
        leftOut === 0
          ? ''
          : look
            ? reports('findings.filtered', {
                count: all.length,
                shown: figures.number(findings.length),
                all: figures.number(all.length),
              })
            : reports('findings.declared', { count: leftOut }),
      ]),
      description: title,
      basis: 'derived',
      tablePages: {
        columns,
        shares: [0.13, 0.21, 0.08, 0.07, 0.29, 0.22],
        rows: lines.map(({ cells }) => cells),
        mostPages: MOST_PAGES,
        cut: (shown) =>
          reports('cut.findings', { shown: figures.number(shown), all: figures.number(findings.length) }),
      },
      table: reportTable({
        caption: title,
        columns,
        rows: lines.map(({ finding, cells }, at) => ({
          id: String(at),
          cells: cells.map((text, column) => ({
            value: column === 2 ? knownStake(finding) : column === 3 ? finding.confidence : text,
            text,
          })),
        })),
      }),
    },
  ];
}

import type { ColumnProfile } from '../columns/columnProfile.ts';
import type { HeaderWords } from '../columns/fieldNames.ts';
import { headerScore } from '../columns/headerScore.ts';
import { type ColumnMatch, matchColumns } from '../columns/matchColumns.ts';
import { inEnglish } from '../columns/translatedHeaders.ts';
import type { ImportField, OtherSubject, RowSubject } from '../importFields.ts';
import { tidyLine } from '../table/cellText.ts';
import { CODED_NAME } from '../values/codedName.ts';
import { scaleShare } from '../values/scaleWords.ts';

export interface DetectedSubject {
  readonly subject: RowSubject;
  readonly matches: ReadonlyMap<ImportField, ColumnMatch>;
}

type Matches = ReadonlyMap<ImportField, ColumnMatch>;

/** Names of columns that only a list of initiatives has. */
const INITIATIVE =
  /\b(?:project|initiative|programme|program|epic|investment|product|application|system)s?\b|项目|举措|产品名称|应用名称|系统名称/;
const CAPABILITY = /\b(?:capabilit(?:y|ies)|function|services?)\b|能力|业务功能|职能/;
const OUTCOME = /\b(?:outcome|objective|key result|kpi|goal)s?\b|成果|关键结果|指标/;
const SEGMENT = /\bsegments?\b|客户群体|客户细分|客户群|用户群体/;
const PARTNER = /\b(?:partner|supplier|vendor)s?\b|合作伙伴|供应商|厂商/;
/** Fields that tell a list of initiatives from every other. */
const ofInitiatives = ['budget', 'spent', 'startDate', 'stage', 'mode', 'status'] as const;
/** So much must speak for something else than initiatives. */
const ENOUGH = 3;
/** What the name of a file or sheet adds to what it says its rows are. */
const CALLED = 3;
/** Share of names that start with a code, or of codes that have one above them, from which they are a tree's. */
const MOST = 0.7;

/**
 * What the rows of a table are, by the names of its columns and by their values, and which column then fills which
 * field. Initiatives, unless enough speaks for something else. `called` is what the name of its file or sheet says.
 */
export function detectSubject(
  headers: readonly HeaderWords[],
  profiles: readonly ColumnProfile[],
  called: OtherSubject | null = null,
): DetectedSubject {
  const initiatives = matchColumns(headers, profiles);
  const phrases = headers.map(({ phrase }) => inEnglish(phrase));
  const against =
    (phrases.some((phrase) => INITIATIVE.test(phrase)) ? 3 : 0) +
    ofInitiatives.filter((field) => (initiatives.get(field)?.sure ?? 0) > 0.7).length * 2;
  // Nothing is called by a name that an initiative would have.
  const nameless = initiatives.get('name')?.by === 'name' ? 0 : 1;
  let best: { readonly subject: RowSubject; readonly matches: Matches; readonly score: number } = {
    subject: 'initiatives',
    matches: initiatives,
    score: ENOUGH - 1,
  };
  for (const [subject, weigh] of weights) {
    const matches = matchColumns(headers, profiles, subject);
    const named = phrases[matches.get('name')?.column ?? -1] ?? '';
    const score =
      weigh({ matches, named, headers, profiles }) + nameless + (subject === called ? CALLED : 0) - against;
    if (score > best.score) best = { subject, matches, score };
  }
  return best;
}

interface Seen {
  readonly matches: Matches;
  /** The phrase over the column of names. */
  readonly named: string;
  readonly headers: readonly HeaderWords[];
  readonly profiles: readonly ColumnProfile[];
}

const has = (matches: Matches, field: ImportField): number => (matches.has(field) ? 1 : 0);

const weights: readonly (readonly [RowSubject, (seen: Seen) => number])[] = [
  [
    'capabilities',
    ({ matches, named, headers, profiles }) => {
      const levels = headers.filter(
        (header, column) => isLevel(header) && profiles[column]?.looksLike === 'text',
      );
      const scales = (['importance', 'currentMaturity', 'targetMaturity'] as const).filter((field) =>
        isScale(profiles[matches.get(field)?.column ?? -1]),
      );
      const code = profiles[matches.get('externalId')?.column ?? -1];
      const name = profiles[matches.get('name')?.column ?? -1];
      const bare = profiles.filter(({ looksLike }) => looksLike !== 'empty').length <= 3;
      return (
        (CAPABILITY.test(named) ? 2 : 0) +
        (levels.length > 1 ? 3 : 0) +
        (scales.includes('currentMaturity') || scales.includes('targetMaturity') ? 2 : 0) +
        (scales.includes('importance') ? 1 : 0) +
        (code && isTreeOfCodes(code) ? 2 : 0) +
        (CAPABILITY.test(inEnglish(headers[matches.get('externalId')?.column ?? -1]?.phrase ?? '')) ? 1 : 0) +
        (bare && name && shareOf(name, (text) => CODED_NAME.test(text)) >= MOST ? 3 : 0) +
        has(matches, 'parent') +
        2 * has(matches, 'depth')
      );
    },
  ],
  [
    'outcomes',
    ({ matches, named }) =>
      (OUTCOME.test(named) ? 2 : 0) +
      2 * has(matches, 'metric') +
      has(matches, 'unit') +
      2 * has(matches, 'baseline') +
      2 * has(matches, 'target'),
  ],
  [
    'segments',
    ({ matches, named }) => (SEGMENT.test(named) ? 2 : 0) + has(matches, 'kind') + has(matches, 'importance'),
  ],
  [
    'partners',
    ({ matches, named }) =>
      (PARTNER.test(named) ? 2 : 0) + 2 * has(matches, 'relationship') + has(matches, 'endDate'),
  ],
];

const isLevel = (header: HeaderWords): boolean =>
  (['level1', 'level2', 'level3', 'level4', 'level5', 'level6'] as const).some(
    (field) => headerScore(field, header, 'capabilities') >= 85,
  );

const isScale = (profile: ColumnProfile | undefined): boolean =>
  profile !== undefined && profile.looksLike !== 'empty' && scaleShare(profile.samples) >= 0.5;

function shareOf(profile: ColumnProfile, test: (text: string) => boolean): number {
  const samples = profile.samples.map((sample) => tidyLine(sample).text);
  return samples.length === 0 ? 0 : samples.filter(test).length / samples.length;
}

/** True where codes such as 4.1 and 4.1.2 stand. */
const isTreeOfCodes = (profile: ColumnProfile): boolean =>
  shareOf(profile, (text) => /^[A-Z]{0,4}[-. ]?\d+(?:\.\d+)+\.?$/i.test(text)) >= 0.5;

import { fieldsOf, type ImportField, levelFields, type RowSubject } from '../importFields.ts';
import { areRanges, holdsPeriods } from '../values/periodText.ts';
import type { ColumnProfile } from './columnProfile.ts';
import { isCompletionPhrase } from './completionDay.ts';
import type { HeaderWords } from './fieldNames.ts';
import { columnsOfAnswer } from './formQuestions.ts';
import { headerScore } from './headerScore.ts';
import { type Claim, preferWhole } from './preferColumns.ts';
import { isRounded } from './roundedIds.ts';
import { likelyNames, namesOfRows, OWN, withoutShort } from './rowNames.ts';
import { totalClaims } from './totalClaims.ts';

export interface ColumnMatch {
  readonly column: number;
  readonly by: 'name' | 'values';
  /** How sure, 0 to 1. */
  readonly sure: number;
}

/** How sure it is at most that a description is what rows are called by. */
const DESCRIBED = 0.5;
const ACCEPTED = 55;
/** A share of distinct cells so little below the best is as good. */
const NEARLY = 0.1;
/** Amounts that are no budget even where a list has no others. */
export const NO_BUDGET =
  /\b(?:yearly|annual|run|benefits?|savings?|revenue|sales|salary|changes?|variance|remaining|spent|spend|actuals?)\b/;
const CONTRACT = /\bcontract\b/;
const CONTRACT_END = /\bcontract (?:end|expiry|expiration|completion)\b|\bend of (?:the )?contract\b/;
/** How sure it is that a column whose name and cells speak of a time holds its start and its end. */
const PERIOD = 0.9;
/** How sure it is that the day on which a task was completed tells its stage. */
const BY_DAY = 0.6;
/** A share of distinct cells under which a column is no name. */
const REPEATED = 0.3;
/** The score from which a claim without a rival is certain: any header that is one of a field's words reaches it. */
const CERTAIN = 85;
/** A rival this many points behind no longer casts doubt; one that is level takes this share of the sureness. */
const CLEAR = 25;
const RIVAL = 0.4;
/** How sure a claim is, 0 to 1, given the best other column for the same field. */
const sureness = (score: number, rival: number): number =>
  Math.min(1, score / CERTAIN) * (1 - RIVAL * Math.max(0, Math.min(1, 1 - (score - rival) / CLEAR)));

/** Columns of a list that follows what is earned. */
const EARNED = /^(?:eac|act|ac|acwp|actuals?)$/;

const PROJECT = /^(?:projekt|projet|proyecto|progetto|projeto|prosjekt|项目|проект|프로젝트|プロジェクト)$/;
const PROGRAMME = /^(?:programmes?|programm?|programma)(?: \d)?$/;
/** So many of a column's cells say something else each. */
const DIFFERENT = 0.9;

/** So many cells that are words for a stage say how far each row is, not what it is called. */
const STAGES = 0.6;
/** A column in which so many cells say yes or no says nothing else. */
const ANSWERS = 0.8;

/** What a column's values add to or take from the claim of its name. */
function valueFit(field: ImportField, profile: ColumnProfile, subject: RowSubject): number {
  switch (field) {
    case 'startDate':
    case 'endDate':
      return profile.looksLike === 'empty'
        ? -30
        : Math.max(profile.dateShare, profile.serialShare) >= 0.4
          ? 20 * profile.said
          : -80;
    case 'budget':
    case 'spent':
    case 'valuePerMonth':
      return profile.looksLike === 'empty' ? -30 : profile.numberShare >= 0.5 ? 20 * profile.said : -80;
    case 'stage':
      // "On track" is said of health by lists that say "off track" as well; a column called a stage may still be one.
      return profile.healthShare > profile.stageShare && profile.onlyStageShare === 0
        ? -40
        : profile.stageShare >= 0.6
          ? 20
          : profile.stageShare > 0.2
            ? 0
            : -50;
    case 'status':
      return profile.looksLike === 'date' || isOfHundred(profile)
        ? -60
        : profile.healthShare >= 0.6 && profile.onlyStageShare === 0
          ? 15
          : profile.stageShare >= 0.6
            ? -30
            : profile.looksLike === 'number'
              ? -15
              : 0;
    case 'externalId':
      return profile.looksLike === 'empty'
        ? -50
        : profile.distinctShare < 0.5
          ? -40
          : profile.meanLength > 60
            ? -60
            : // What several rows share is the number of something above them.
              profile.distinctShare < OWN
              ? -20
              : 0;
    case 'name':
      return profile.looksLike === 'empty' || profile.looksLike === 'date'
        ? -60
        : profile.looksLike !== 'text' || profile.yesNoShare > ANSWERS
          ? -50
          : profile.meanLength > 200
            ? -30
            : // A column that says the same again and again names what rows belong to.
              profile.distinctShare < REPEATED
              ? -30
              : 0;
    case 'description':
      // A letter or a colour under "Scope" says how it does, not what it is.
      return profile.looksLike === 'text' &&
        profile.healthShare < 0.6 &&
        profile.yesNoShare <= ANSWERS &&
        profile.meanLength >= 3
        ? Math.min(10, profile.meanLength / 20)
        : profile.looksLike === 'empty'
          ? -20
          : -50;
    case 'teamPeople':
      return profile.looksLike === 'empty' ? -30 : profile.numberShare >= 0.5 ? 10 : -80;
    case 'funded':
    case 'overhead':
    case 'retired':
      return profile.looksLike === 'empty'
        ? -20
        : profile.yesNoShare >= 0.6
          ? 15
          : profile.meanLength < 25
            ? -25
            : -80;
    case 'outcomes':
    case 'segments':
      return profile.looksLike !== 'text'
        ? profile.looksLike === 'empty'
          ? -20
          : -60
        : profile.meanLength > 150
          ? -60
          : 0;
    case 'mode':
      // A column of types may hold any types: it is the mode where its words are ours, or its name says so.
      return profile.looksLike !== 'text'
        ? -60
        : profile.modeShare >= 0.6
          ? 15
          : profile.modeShare > 0
            ? 0
            : -35;
    case 'direction':
    case 'businessValue':
    case 'kind':
    case 'relationship':
      return profile.looksLike === 'text' && profile.meanLength < 60 ? 0 : -60;
    case 'importance':
    case 'currentMaturity':
    case 'targetMaturity':
    case 'capabilityImportance':
      return profile.looksLike === 'date' || profile.looksLike === 'money' || profile.meanLength > 30
        ? -60
        : profile.looksLike === 'empty'
          ? -20
          : 5;
    case 'baseline':
    case 'target':
      return profile.looksLike === 'empty' ? -20 : profile.numberShare >= 0.3 ? 15 : -45;
    case 'depth':
      return profile.numberShare >= 0.8 && profile.meanLength < 3 ? 15 : -80;
    case 'parent':
      // A capability may name the one above it by a code that looks like a number.
      return profile.namesRows || (subject === 'capabilities' && profile.looksLike === 'number')
        ? 0
        : textFit(profile);
    default:
      return textFit(profile);
  }
}

/** A share of a hundred is how far something has come, or how sure a cost is: no health. */
const isOfHundred = ({ samples }: ColumnProfile): boolean =>
  samples.length > 0 && samples.every((cell) => /^\d{1,3}(?:[.,]\d+)?\s?%$/.test(cell));

const textFit = ({ looksLike }: ColumnProfile): number =>
  looksLike === 'text' ? 0 : looksLike === 'empty' ? -20 : -50;

/**
 * Which column fills which field: by the words of the headers, checked against what the values look like; a table
 * without a column named like a name takes its first column of short, varied texts, and one without a budget its only
 * column of amounts with a currency. A column fills one field, but one of periods both days. `subject` says what the rows are.
 */
export function matchColumns(
  headers: readonly HeaderWords[],
  profiles: readonly ColumnProfile[],
  subject: RowSubject = 'initiatives',
): ReadonlyMap<ImportField, ColumnMatch> {
  const all: Claim[] = [];
  const distinctOf = (column: number): number => profiles[column]?.distinctShare ?? 0;
  // What rows of a tree say of the one above them is its number, even where it only counts them.
  const referred =
    subject === 'capabilities' &&
    headers.some(
      (header, column) =>
        profiles[column]?.looksLike === 'number' && headerScore('parent', header, subject) >= ACCEPTED,
    );
  // Beside what was spent and what it will come to, ETC is the estimate to complete; alone it is an estimated total.
  const isEarned = headers.some(({ phrase }) => EARNED.test(phrase));
  const ofAnswer = columnsOfAnswer(headers.map(({ phrase }) => phrase));
  for (const field of fieldsOf[subject]) {
    for (const [column, header] of headers.entries()) {
      const profile = profiles[column];
      if (ofAnswer.has(column)) continue;
      if (field === 'budget' && header.phrase === 'etc' && isEarned) continue;
      const byName = headerScore(field, header, subject);
      if (byName < ACCEPTED || !profile) continue;
      // By the numbers of its rows, next year's list would be tied to whatever stood in the same place.
      if (field === 'externalId' && profile.countsRows && !referred) continue;
      if (field === 'externalId' && isRounded(profile)) continue;
      // A tree of capabilities hangs on such numbers.
      if (field === 'externalId' && profile.countsLevels && subject === 'initiatives') continue;
      const score = byName + valueFit(field, profile, subject);
      if (score >= ACCEPTED) all.push({ field, column, score });
    }
  }
  if (subject === 'initiatives') all.push(...totalClaims(headers, profiles, all, ACCEPTED));
  const called = withoutShort(all, headers, profiles);
  const claims = preferWhole(
    subject === 'initiatives' ? namesOfRows(called, headers, profiles) : called,
    headers,
    profiles,
  );
  claims.sort((a, b) => b.score - a.score || a.column - b.column);
  const matches = new Map<ImportField, ColumnMatch>();
  const used = new Set<number>();
  for (const { field, column, score } of claims) {
    if (matches.has(field) || used.has(column)) continue;
    const rival = claims.reduce(
      (best, other) =>
        other.field === field && other.column !== column ? Math.max(best, other.score) : best,
      0,
    );
    matches.set(field, { column, by: 'name', sure: sureness(score, rival) });
    used.add(column);
  }
  // The end of a contract is no end of a project, but where what starts is a contract as well.
  const from = headers[matches.get('startDate')?.column ?? -1]?.phrase ?? '';
  const until = CONTRACT.test(from)
    ? headers.findIndex(
        ({ phrase }, column) =>
          CONTRACT_END.test(phrase) && !used.has(column) && (profiles[column]?.dateShare ?? 0) >= 0.4,
      )
    : -1;
  if (subject === 'initiatives' && until !== -1 && !matches.has('endDate')) {
    matches.set('endDate', { column: until, by: 'name', sure: PERIOD });
    used.add(until);
  }
  // A row must be called something; what else its column could be ("Programme / Project") matters less.
  const first = claims.find(({ field }) => field === 'name');
  if (first && subject === 'initiatives' && !matches.has('name')) {
    for (const [field, { column }] of matches) if (column === first.column) matches.delete(field);
    matches.set('name', { column: first.column, by: 'name', sure: sureness(first.score, 0) });
  }
  // Where each row stands under another programme, and nothing else is called a name, the programmes are the rows.
  const upper = matches.get('parent');
  const isProgramme = PROGRAMME.test(headers[upper?.column ?? -1]?.phrase ?? '');
  if (subject === 'initiatives' && !matches.has('name') && upper && isProgramme) {
    const { distinctShare = 0, looksLike } = profiles[upper.column] ?? {};
    if (looksLike === 'text' && distinctShare >= DIFFERENT) {
      matches.delete('parent');
      matches.set('name', upper);
    }
  }
  const tree = levelFields.filter((field) => matches.has(field));
  if (tree.length > 1) return matches;
  // One column of a tree is no tree: without a name beside it, it is the name itself.
  const [level] = tree;
  const only = level === undefined ? undefined : matches.get(level);
  if (level !== undefined && only && !matches.has('name')) {
    matches.delete(level);
    matches.set('name', only);
  }
  // A "Summary" is a description beside a name, and the name where there is none (issue trackers): a project that
  // several rows share is what they belong to.
  const summary = matches.get('description');
  const project = matches.get('name');
  const isShared =
    project !== undefined &&
    headers[project.column]?.phrase === 'project' &&
    (profiles[project.column]?.distinctShare ?? 1) < OWN &&
    (profiles[summary?.column ?? -1]?.distinctShare ?? 0) >= OWN;
  if ((!project || isShared) && summary && headers[summary.column]?.phrase === 'summary') {
    matches.delete('description');
    matches.set('name', summary);
    if (project && subject === 'initiatives' && !matches.has('parent')) matches.set('parent', project);
  }
  // In a tracker of issues in another language, the project that several share is what they belong to as well.
  const named = matches.get('name');
  const isProject = PROJECT.test(headers[named?.column ?? -1]?.phrase ?? '');
  if (subject === 'initiatives' && named && isProject && distinctOf(named.column) < OWN) {
    const own = claims.find(({ field, column }) => field === 'name' && distinctOf(column) >= OWN);
    if (own) {
      matches.set('name', { column: own.column, by: 'name', sure: sureness(own.score, 0) });
      if (!matches.has('parent')) matches.set('parent', named);
    }
  }
  // What is said once belongs to what several rows say: epics and their initiative, whatever the two are called.
  const [repeated, single] = [matches.get('name'), matches.get('parent')];
  if (subject === 'initiatives' && repeated && single) {
    const { distinctShare = 0, looksLike, filled = 0 } = profiles[single.column] ?? {};
    const isSingle = looksLike === 'text' && filled >= DIFFERENT && distinctShare >= OWN;
    if (isSingle && distinctOf(repeated.column) < DIFFERENT) {
      matches.set('name', single);
      matches.set('parent', repeated);
    }
  }
  // An outcome that has only a metric is called by it.
  const metric = matches.get('metric');
  if (subject === 'outcomes' && !matches.has('name') && metric) {
    matches.delete('metric');
    matches.set('name', metric);
  }
  // A list of investments or programmes is called by what would group its projects, one of teams by the team.
  for (const field of ['parent', 'team'] as const) {
    const other = matches.get(field);
    const profile = profiles[other?.column ?? -1];
    if (subject !== 'initiatives' || matches.has('name') || !other || !profile) continue;
    if (profile.looksLike !== 'text' || profile.filled < 0.9 || profile.distinctShare < OWN) continue;
    // What is called a programme is a group wherever a column before it can be the name.
    const named = /\b(?:title|name)\b|名称/.test(headers[other.column]?.phrase ?? '');
    if (
      field === 'parent' &&
      !named &&
      likelyNames(headers, profiles, used).some(({ index }) => index < other.column)
    )
      continue;
    matches.delete(field);
    matches.set('name', other);
  }
  if (!matches.has('name')) {
    const likely = likelyNames(headers, profiles, used);
    // Codes are as distinct as names, but nobody calls a thing by them while there are words.
    const worded = likely.filter(({ codeShare, stageShare }) => codeShare < 0.5 && stageShare < STAGES);
    const most = Math.max(...worded.map(({ distinctShare }) => distinctShare));
    const guess = worded.find(({ distinctShare }) => distinctShare > most - NEARLY) ?? likely[0];
    // Nor by them, nor by what repeats, where something says of each row what it is.
    const says = profiles[matches.get('description')?.column ?? -1];
    const isBetter = worded.length === 0 || (says?.distinctShare ?? 0) > (guess?.distinctShare ?? 0) + NEARLY;
    if (guess && !(says && isBetter))
      matches.set('name', { column: guess.index, by: 'values', sure: 0.4 + 0.2 * guess.distinctShare });
  }
  // One column may say from when to when.
  const period = profiles.find(
    ({ index, samples }) => !used.has(index) && holdsPeriods(headers[index]?.phrase ?? '', samples),
  );
  if (subject === 'initiatives' && period && !matches.has('startDate') && !matches.has('endDate'))
    for (const field of ['startDate', 'endDate'] as const)
      matches.set(field, { column: period.index, by: 'name', sure: PERIOD });
  // What is called the end of something may say from when to when as well: Başlama-Bitiş Tarihi, 2021-2026.
  for (const [field, other] of [
    ['startDate', 'endDate'],
    ['endDate', 'startDate'],
  ] as const) {
    const only = matches.get(field);
    if (
      subject === 'initiatives' &&
      only &&
      !matches.has(other) &&
      areRanges(profiles[only.column]?.samples ?? [])
    )
      matches.set(other, only);
  }
  // Where no column says how far a task has come, the day on which it was completed does.
  const completed = headers.findIndex(
    ({ phrase }, column) =>
      isCompletionPhrase(phrase) && !used.has(column) && (profiles[column]?.looksLike ?? '') === 'date',
  );
  if (subject === 'initiatives' && completed !== -1 && !matches.has('stage'))
    matches.set('stage', { column: completed, by: 'values', sure: BY_DAY });
  // Contracts and metrics have only a description: it is what they are called by.
  const described = matches.get('description');
  if (!matches.has('name') && described) {
    matches.delete('description');
    matches.set('name', { ...described, sure: Math.min(described.sure, DESCRIBED) });
  }
  // Amounts with a currency in one column only: that is the money of the list, whatever it is called.
  const amounts = profiles.filter(
    ({ looksLike, index }) =>
      looksLike === 'money' && !used.has(index) && !NO_BUDGET.test(headers[index]?.phrase ?? ''),
  );
  if (subject === 'initiatives' && !matches.has('budget') && amounts.length === 1 && amounts[0])
    matches.set('budget', { column: amounts[0].index, by: 'values', sure: 0.6 });
  return matches;
}

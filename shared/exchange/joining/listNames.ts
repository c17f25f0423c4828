import { type OtherSubject, otherSubjects } from '../importFields.ts';
import type { JoinedRole } from '../sources.ts';
import { tidyLine } from '../table/cellText.ts';

const ROLE_WORDS: readonly (readonly [JoinedRole, RegExp])[] = [
  [
    'suppliers',
    /\b(?:supplier|vendor|contractor|partner|provider|engagement|contract|fournisseur|contrat)s?\b|\b(?:lieferanten?|vertr(?:ag|äge))\b|供应商|合作伙伴|承包商|厂商|合同/i,
  ],
  ['releases', /\b(?:release|version)s?\b|发布|版本/i],
  [
    'activities',
    /\b(?:activit(?:y|ies)|tasks?|phases?|milestones?|work ?packages?|steps?)\b|(?:^|\s)(?:aktivität(?:en)?|aufgaben?|meilensteine?|phasen|activités?|tâches?|jalons?)(?=\s|$)|阶段|任务|活动|里程碑/i,
  ],
];
/** A header as words. */
export const headerWords = (header: string): string => tidyLine(header).text.replace(/[_-]+/g, ' ');

/** Words in which the names of a table's columns say what it holds. */
export const roleWords = (role: JoinedRole): RegExp =>
  ROLE_WORDS.find(([each]) => each === role)?.[1] ?? /(?!)/;

/** What a sheet beside a list says by its name that it holds; null when it does not say. */
export const sheetRole = (name: string): JoinedRole | null =>
  ROLE_WORDS.find(([, pattern]) => pattern.test(headerWords(name)))?.[0] ?? null;

/** Names of sheets and files that say which initiative serves what. */
const LINKS =
  /\b(?:mappings?|matrix|links?|contributions?|assignments?|zuordnung(?:en)?)\b|关联|映射|贡献|对应/i;

/** True for a name that says that a table ties initiatives to what other lists hold. */
export const namesLinks = (fileName: string): boolean => LINKS.test(headerWords(fileName));

/** True where the names of columns, or of the file, say what a table holds beside links. */
export const namesRole = (fileName: string, headers: readonly string[]): boolean =>
  sheetRole(fileName.replace(/\.[^.]+$/, '')) !== null ||
  headers.some((header) => sheetRole(header) !== null && !/^(?:partner|supplier|vendor)s?\b/i.test(header));

/** What a table holds, by the names of its columns and of its file. */
export function roleOf(fileName: string, headers: readonly string[]): JoinedRole {
  const columns = headers.map(headerWords);
  const own = headerWords(fileName.replace(/\.[^.]+$/, ''));
  const found =
    ROLE_WORDS.find(([, pattern]) => pattern.test(own)) ??
    ROLE_WORDS.find(([, pattern]) => columns.some((header) => pattern.test(header)));
  return found?.[0] ?? 'activities';
}

/** Words beside the one that says what a list holds, which say nothing of it. */
const BESIDE = new Set(
  'a all and business by catalog catalogue customer data das de der des die directory export file for hierarchy inventory it key l la landscape le les list lists liste listen main map master métier model of our overview portfolio register sheet strategic tab table target the to tree und vue xls xlsx zu'.split(
    ' ',
  ),
);
const BESIDE_CHINESE = /清单|列表|目录|地图|名单|一览表?|总表|主数据|业务|企业|表$/g;
const SUBJECT_NAMES: Readonly<Record<OtherSubject, ReadonlySet<string>>> = {
  capabilities: new Set(
    'capability capabilities function functions bcm fähigkeit fähigkeiten geschäftsfähigkeit geschäftsfähigkeiten capacité capacités capacidad capacidades 能力 职能'.split(
      ' ',
    ),
  ),
  outcomes: new Set(
    'outcome outcomes objective objectives goal goals okr okrs kpi kpis results benefits ergebnis ergebnisse ziel ziele geschäftsziele résultat résultats objectif objectifs resultados objetivos 成果 目标 关键结果 指标'.split(
      ' ',
    ),
  ),
  segments: new Set(
    'segment segments customers kundensegment kundensegmente kundengruppen clients clientèle segmentos 客户群体 客户细分 客户群 用户群体 客户'.split(
      ' ',
    ),
  ),
  partners: new Set(
    'partner partners vendor vendors supplier suppliers provider providers lieferant lieferanten dienstleister fournisseur fournisseurs partenaire partenaires prestataires proveedores 合作伙伴 伙伴 供应商 厂商'.split(
      ' ',
    ),
  ),
};

/**
 * What a file or sheet says by its name that its rows are, where they are no initiatives; null when it says more than
 * that, or nothing: "Capabilities 2026" is a list of them, "Outcome readings" is not one of outcomes.
 */
export function namedSubject(fileName: string): OtherSubject | null {
  // Of a sheet in another file only its own name counts.
  const words = headerWords((fileName.split(' · ').at(-1) ?? '').replace(/\.[a-z]{3,4}$/i, ''))
    .normalize('NFKC')
    .replace(BESIDE_CHINESE, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !BESIDE.has(word));
  const subjects = words.map((word) => otherSubjects.find((subject) => SUBJECT_NAMES[subject].has(word)));
  const [first] = subjects;
  return first !== undefined && subjects.every((subject) => subject === first) ? first : null;
}

import type { PhaseKind } from '../../domain/records.ts';

/**
 * How the kind of a phase is read from the name of an activity: the first rule whose words occur decides, and a name
 * that none fits is taken as build work. Names that say several kinds ("Development, Test and Deployment") count as
 * the one that carries most of the work, so build comes before test and release.
 */
export const phaseRules: readonly { readonly kind: PhaseKind; readonly words: RegExp }[] = [
  {
    kind: 'handOver',
    words:
      /\b(?:hand-?over|transition to (?:o&m|operations)|close-?out only|knowledge transfer)\b|移交|交接|交付运维|知识转移/i,
  },
  { kind: 'funding', words: /\b(?:funding|budget approval)\b|资金|拨款|预算审批|预算批准/i },
  {
    kind: 'businessCase',
    words:
      /\b(?:business case|alternatives analysis|cost[- ]benefit|feasibility)\b|商业论证|业务论证|可行性/i,
  },
  {
    kind: 'build',
    words:
      /\b(?:develop(?:ment|ing)?(?! plan)|build|construct(?:ion)?|implement(?:ation|ing)?(?=.*\bdevelop)|coding|code|iterations?|enhanc(?:e|ements?)|integrat(?:e|ion))\b|开发|编码|建设|构建|集成/i,
  },
  {
    kind: 'test',
    words:
      /\b(?:test(?:s|ing)?|uat|validat(?:e|ion)|verification|quality assurance|acceptance|regression|pilots?|demo)\b|测试|验收|试点|试运行/i,
  },
  {
    kind: 'release',
    words:
      /\b(?:releases?|deploy(?:ment|ed|ing|s)?|implement(?:ation|ed|ing)?|go[- ]live|production|roll-?out|training|launch|deliver(?:y)?|close-?out|cut-?over|migrat(?:e|ion)|transition)\b|上线|发布|部署|投产|推广|培训|迁移|切换/i,
  },
  {
    kind: 'design',
    words:
      /\b(?:design(?:s|ing)?|architecture|prototype|model(?:l?ing)?|specifications?|proof of concept|poc)\b|设计|架构|原型/i,
  },
  {
    kind: 'teamAssembly',
    words:
      /\b(?:staffing|procure(?:ment)?|award(?:s|ed)?|start-?up|kick-?off|onboarding|contract award)\b|组队|组建|采购|招标|启动/i,
  },
  {
    kind: 'analysis',
    words:
      /\b(?:require?ments?|analys[ie]s|plan(?:s|ning)?|concept|initiation|gathering|study|assessments?|strategy|discovery|research|identify)\b|需求|分析|调研|规划|研究/i,
  },
];

/** The number in front of a name ("288983: Design") is the id that the agency's own system gave it. */
const OWN_NUMBER = /^\s*\d+\s*:\s*/;

export const activityTitle = (name: string): string => {
  const title = name.replace(OWN_NUMBER, '').replace(/\s+/g, ' ').trim();
  return title === '' ? name.trim() : title;
};

/** The kind of a phase by its activity's name; `byRule` is false where the fallback decided. */
export function phaseKindOf(activityName: string): { readonly kind: PhaseKind; readonly byRule: boolean } {
  const title = activityTitle(activityName);
  const rule = phaseRules.find(({ words }) => words.test(title));
  return rule ? { kind: rule.kind, byRule: true } : { kind: 'build', byRule: false };
}

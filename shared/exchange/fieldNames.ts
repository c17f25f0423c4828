import type { ImportField, MoneyUnit } from './contract.ts';
import { currencyOfWord, scaleOfWord, unitFactors } from './moneyText.ts';

/**
 * Words that people put over a column, best first. A header that equals a phrase beats one that only contains it;
 * earlier phrases beat later ones.
 */
const FIELD_WORDS: Readonly<Record<ImportField, readonly string[]>> = {
  externalId: [
    'project id',
    'initiative id',
    'project number',
    'unique id',
    'id',
    'project code',
    'external id',
    'identifier',
    'reference',
    'ref',
    'key',
    'issue key',
    'code',
    'number',
    'no',
    '编号',
    '项目编号',
    '举措编号',
    '项目代码',
    '序号',
    '代码',
    'uuid',
    'guid',
  ],
  name: [
    'project name',
    'initiative name',
    'initiative',
    'name',
    'project title',
    'title',
    'programme name',
    'program name',
    'project',
    'summary name',
    'investment name',
    'product name',
    'work item',
    'epic',
    '名称',
    '项目名称',
    '举措名称',
    '举措',
    '产品名称',
    '项目',
    '标题',
    '任务名称',
  ],
  description: [
    'project description',
    'description',
    'description aims',
    'summary',
    'aims',
    'objective',
    'objectives',
    'purpose',
    'scope',
    'details',
    'what it does',
    '描述',
    '说明',
    '项目描述',
    '简介',
    '概述',
    '内容',
    '目标',
    '项目说明',
    '项目内容',
  ],
  mode: [
    'mode',
    'delivery mode',
    'project or product',
    'operating mode',
    'work mode',
    'initiative type',
    '模式',
    '交付模式',
    '运作模式',
    '类型',
  ],
  stage: [
    'stage',
    'project stage',
    'lifecycle stage',
    'delivery status',
    'project status',
    'status',
    'state',
    'phase',
    '阶段',
    '项目阶段',
    '项目状态',
    '状态',
    '进展',
  ],
  status: [
    'delivery confidence',
    'delivery confidence assessment',
    'dca',
    'rag',
    'rag status',
    'colour rating',
    'color rating',
    'confidence',
    'health',
    'overall health',
    'rating',
    'traffic light',
    'delivery status',
    'project status',
    'status',
    '健康度',
    '交付信心',
    '红绿灯',
    '评级',
    '状态',
    '项目状态',
  ],
  owner: [
    'owner',
    'project owner',
    'initiative owner',
    'responsible',
    'accountable',
    'sponsor',
    'senior responsible owner',
    'sro',
    'lead',
    'project manager',
    'manager',
    'assignee',
    'department',
    'agency',
    'bureau',
    'ministry',
    'organisation',
    'organization',
    'business unit',
    'business owner',
    'division',
    '负责人',
    '责任人',
    '项目负责人',
    '项目经理',
    '发起人',
    '部门',
    '负责部门',
    '责任部门',
    '主管部门',
    '归属部门',
    '单位',
    '机构',
  ],
  startDate: [
    'start date',
    'project start date',
    'planned start date',
    'planned start',
    'start',
    'begin date',
    'begin',
    'commencement date',
    'from',
    'kick off',
    'actual start date',
    '开始日期',
    '开始时间',
    '计划开始',
    '计划开始日期',
    '启动日期',
    '启动时间',
    '起始日期',
    '开工日期',
    '开始',
  ],
  endDate: [
    'end date',
    'project end date',
    'planned end date',
    'planned end',
    'planned completion date',
    'completion date',
    'estimated completion date',
    'finish date',
    'target date',
    'due date',
    'planned completion',
    'go live date',
    'go live',
    'end',
    'finish',
    'completion',
    'deadline',
    'until',
    'delivery date',
    '结束日期',
    '结束时间',
    '计划结束',
    '计划结束日期',
    '完成日期',
    '完成时间',
    '计划完成',
    '计划完成日期',
    '截止日期',
    '上线日期',
    '交付日期',
    '竣工日期',
    '结束',
  ],
  budget: [
    'whole life cost',
    'wlc baseline',
    'wlc baseline incl ncg',
    'wlc',
    'total budget',
    'approved budget',
    'budget',
    'lifecycle cost',
    'life cycle cost',
    'total lifecycle cost',
    'planned cost',
    'project budget',
    'total cost',
    'total baseline',
    'baseline cost',
    'planned budget',
    'estimated cost',
    'total project cost',
    'investment',
    'funding',
    'cost',
    'amount',
    'value of project',
    '预算',
    '总预算',
    '项目预算',
    '批准预算',
    '预算金额',
    '计划成本',
    '总投资',
    '投资额',
    '投资金额',
    '总成本',
    '项目金额',
    '金额',
    '经费',
    '费用',
  ],
  spent: [
    'spent',
    'actual cost',
    'actual spend',
    'spend to date',
    'spent to date',
    'spending to date',
    'expenditure',
    'expenditure to date',
    'cost to date',
    'actuals',
    'actual expenditure',
    '已花费',
    '已支出',
    '实际成本',
    '实际支出',
    '已用预算',
    '累计支出',
    '已使用金额',
    '支出',
  ],
  valuePerMonth: [
    'value per month',
    'monthly value',
    'monthly benefit',
    'benefit per month',
    '每月价值',
    '月价值',
    '月收益',
    '每月收益',
  ],
  capabilities: [
    'capabilities',
    'capability',
    'business capability',
    'business capabilities',
    'business function',
    'business functions',
    'function',
    'service area',
    '业务能力',
    '能力',
    '业务功能',
    '支撑能力',
    '职能',
  ],
  partners: [
    'partners',
    'partner',
    'suppliers',
    'supplier',
    'vendors',
    'vendor',
    'contractor',
    'contractors',
    'integrator',
    'prime contractor',
    '合作伙伴',
    '供应商',
    '厂商',
    '承包商',
    '服务商',
    '集成商',
    '实施方',
  ],
  team: [
    'team',
    'team name',
    'delivery team',
    'squad',
    'product team',
    '团队',
    '团队名称',
    '交付团队',
    '小组',
    '产品团队',
  ],
  parent: [
    'programme',
    'program',
    'parent programme',
    'parent',
    'investment title',
    'parent initiative',
    'initiative group',
    'epic link',
    'portfolio item',
    '项目群',
    '计划群',
    '上级项目',
    '所属项目',
    '父级',
    '上级',
    '所属项目群',
    '所属计划',
  ],
};

/** A header with one of these words does not name the field, whatever else it says. */
const NOT_THE_FIELD: Readonly<Partial<Record<ImportField, RegExp>>> = {
  externalId: /\b(?:department|agency|parent|investment|order|phone|page)\b/,
  name: /\b(?:department|agency|supplier|vendor|partner|owner|manager|team|file|user|parent|type|status|manager|date|sponsor|lead)\b/,
  description: /\b(?:rating|status|comment|schedule)\b/,
  stage: /\bcomment\b/,
  status: /\bcomment\b/,
  owner: /\b(?:acronym|code|comment|id|email|phone)\b/,
  startDate: /\b(?:comment|delay|days|variance)\b/,
  endDate: /\b(?:comment|delay|days|variance|actual|contract)\b/,
  budget:
    /\b(?:comment|variance|actual|spent|spend|date|yearly|annual|forecast|id|type|title|name|status|benefit|remaining)\b/,
  spent: /\b(?:comment|variance|projected|forecast|planned|remaining|date$)\b|\bplan\b/,
  capabilities: /\bcomment\b/,
  partners: /\b(?:comment|contract number|id)\b/,
  team: /\b(?:size|people|cost|email)\b/,
  parent: /\b(?:cost|budget|date|comment)\b/,
};

/** What a header says: its words for matching, and the unit and currency that it states. */
export interface HeaderWords {
  readonly phrase: string;
  readonly unit: MoneyUnit | null;
  readonly currency: string | null;
}

const UNIT_BY_FACTOR = new Map(
  Object.entries(unitFactors).map(([unit, factor]) => [factor, unit as MoneyUnit]),
);
const CHINESE_UNITS: readonly (readonly [RegExp, MoneyUnit])[] = [
  [/十亿/, 'billions'],
  [/亿/, 'hundredMillions'],
  [/百万/, 'millions'],
  [/万/, 'tenThousands'],
  [/千元|千美元|千人民币/, 'thousands'],
];

/** Splits a header (`projectName`, `planned_cost_usd_m`, `Total budget ($ M)`, `预算（万元）`) into words, unit and currency. */
export function readHeader(header: string): HeaderWords {
  const spaced = header
    .normalize('NFKC')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase();
  let unit: MoneyUnit | null = null;
  let currency: string | null = null;
  for (const [pattern, value] of CHINESE_UNITS) if (unit === null && pattern.test(spaced)) unit = value;
  const chinese = /人民币|美元|欧元|英镑|日元|港元|港币|澳元|加元|元/.exec(spaced);
  if (chinese) currency = currencyOfWord(chinese[0]);

  const words: string[] = [];
  const pieces = spaced
    .replace(/([$£€¥])/g, '$1 ')
    .replace(/'000s?|\b000s?\b/g, ' thousands ')
    .split(/[^\p{L}\p{N}$£€¥]+/u)
    .filter((piece) => piece !== '');
  for (const [index, piece] of pieces.entries()) {
    const factor = scaleOfWord(piece);
    const code = currencyOfWord(piece);
    // A lone letter is a unit only beside a currency, or as the last word: "m" in "usd_m" and "cost_m", but neither
    // "b" in "plan b" nor "m" in "over10M".
    const alone = piece !== 'b' && index === pieces.length - 1 && !/\d$/.test(pieces[index - 1] ?? '');
    const beside = currency !== null || code !== null || piece.length > 2 || alone;
    const scaled = factor === null ? undefined : UNIT_BY_FACTOR.get(factor);
    if (code !== null && piece !== 'try') currency ??= code;
    else if (scaled && beside && index > 0 && !/[\u4e00-\u9fff]/.test(piece)) unit ??= scaled;
    else if (!(piece === 'in' && index > 0)) words.push(piece);
  }
  const phrase = words
    .join(' ')
    .replace(
      /(?:单位[:：]?\s*)?(?:十亿|百万|亿|万|千)?(?:人民币|美元|欧元|英镑|日元|港元|港币|澳元|加元|元)$/,
      '',
    )
    .trim();
  return { phrase: phrase === '' ? words.join(' ') : phrase, unit, currency };
}

const squeeze = (text: string): string => text.replace(/[\s_]+/g, ' ').trim();

/** How well a header names a field, 0 (not at all) to 100 (its best word, alone). */
export function headerScore(field: ImportField, header: HeaderWords): number {
  const { phrase } = header;
  if (phrase === '' || NOT_THE_FIELD[field]?.test(phrase)) return 0;
  const words = FIELD_WORDS[field];
  let best = 0;
  for (const [rank, word] of words.entries()) {
    const penalty = (rank / words.length) * 15;
    let score = 0;
    if (phrase === word) score = 100 - penalty;
    else if (/[\u4e00-\u9fff]/.test(word)) {
      if (word.length >= 2 && phrase.includes(word))
        score = 75 - penalty - Math.min(15, phrase.length - word.length);
    } else if (` ${phrase} `.includes(` ${word} `)) {
      const extra = squeeze(phrase).split(' ').length - word.split(' ').length;
      score = 70 + word.split(' ').length * 6 - penalty - extra * 6;
    }
    best = Math.max(best, score);
  }
  return best;
}

import type { ImportField, RowSubject } from '../importFields.ts';
import { wordList } from '../values/wordList.ts';

type Words = Readonly<Partial<Record<ImportField, readonly string[]>>>;

const level = (n: number, ...chinese: readonly string[]): readonly string[] => [
  `level ${n}`,
  `level${n}`,
  `l${n}`,
  `lvl ${n}`,
  `level ${n} capability`,
  `capability level ${n}`,
  `tier ${n}`,
  ...chinese,
];

const levels: Words = {
  level1: [
    ...level(1, '一级', '一级能力', '第一级', '一级业务能力'),
    'domain',
    'business area',
    'area',
    '领域',
    '业务领域',
    '能力域',
  ],
  level2: [...level(2, '二级', '二级能力', '第二级', '二级业务能力'), 'subdomain', 'sub domain', '子领域'],
  level3: level(3, '三级', '三级能力', '第三级', '三级业务能力'),
  level4: level(4, '四级', '四级能力', '第四级'),
  level5: level(5, '五级', '五级能力', '第五级'),
  level6: level(6, '六级', '六级能力', '第六级'),
};

const scales: Words = {
  importance: wordList(
    'importance|business importance|strategic importance|priority|criticality|business criticality',
    'business value|importance rating|重要性|重要程度|重要度|优先级|关键程度',
  ),
  currentMaturity: wordList(
    'current maturity|maturity|maturity today|as is maturity|as is|actual maturity|maturity current',
    'current level|maturity level|maturity score|当前成熟度|现状成熟度|成熟度|现状|目前成熟度',
  ),
  targetMaturity: wordList(
    'target maturity|to be maturity|desired maturity|maturity target|future maturity|to be',
    'target level|目标成熟度|期望成熟度|目标水平',
  ),
};

const owner: readonly string[] = [
  'owner',
  'capability owner',
  'outcome owner',
  'owner team',
  'team',
  'responsible',
  'accountable',
  'responsible team',
  'lead',
  'business owner',
  'department',
  'business unit',
  '负责人',
  '负责团队',
  '责任人',
  '负责部门',
  '责任部门',
  '归属部门',
  '部门',
  '团队',
];

/** Words over columns of lists whose rows are no initiatives, best first; what a subject does not name has the words of initiatives. */
export const subjectWords: Readonly<Record<Exclude<RowSubject, 'initiatives'>, Words>> = {
  capabilities: {
    name: wordList(
      'capability name|capability|business capability|business capability name|name|business function',
      'function|function name|title|services|service|service name|process|process name|业务能力',
      '能力名称|能力|业务能力名称|名称|业务功能|功能|职能|流程',
    ),
    externalId: wordList(
      'capability id|capability code|code|service code|id|number|no|ref|reference|pcf id|hierarchy id',
      'identifier|key|能力编码|能力编号|编码|编号|代码|序号',
    ),
    description: wordList(
      'description|definition|capability description|service definition|details|summary|purpose',
      'what it does|说明|描述|定义|能力描述|能力说明|简介',
    ),
    parent: wordList(
      'parent capability|parent name|parent|parent code|parent id|belongs to|part of|domain',
      'business area|area|group|上级能力|父能力|上级|父级|所属能力|所属领域|领域|能力域',
    ),
    depth: wordList('level|depth|hierarchy level|indent|outline level|层级|级别|层次'),
    ...levels,
    ...scales,
    owner,
    budget: wordList(
      'money needed|needed money|funding need|investment needed|needed|budget|所需资金|资金需求|预算',
    ),
  },
  outcomes: {
    name: wordList(
      'outcome name|outcome|business outcome|objective|goal|name|key result|benefit|result|title|kpi',
      'kpi name|业务成果|成果|成果名称|目标名称|关键结果|指标名称|名称|收益',
    ),
    externalId: wordList('outcome id|id|kpi id|code|ref|no|number|编号|序号|代码'),
    description: wordList('description|outcome description|definition|details|summary|说明|描述|定义|备注'),
    metric: wordList(
      'metric|measure|kpi|indicator|metric name|measured by|how measured|key metric|key result',
      'key results|关键结果|指标|度量|衡量指标|度量指标|衡量方式',
    ),
    unit: wordList('unit|units|unit of measure|uom|measurement unit|单位|计量单位'),
    baseline: wordList(
      'baseline|baseline value|start value|starting point|current value|current|today|from|as is|基线',
      '基线值|基准|基准值|现值|当前值|起点',
    ),
    target: wordList('target|target value|goal value|to|to be|desired value|目标|目标值|期望值'),
    endDate: wordList(
      'due date|target date|due|date|by when|deadline|target by|end date|截止日期|目标日期|到期日',
      '完成日期|日期|期限',
    ),
    direction: wordList('direction|desired direction|trend wanted|better|方向|期望方向|趋势'),
    businessValue: wordList(
      'business value|value driver|value category|value|benefit type|category|业务价值|价值类型',
      '价值类别|类别',
    ),
    segments: wordList(
      'customer segment|segment|customer|customers|for whom|audience|客户群体|客户|面向客户',
    ),
    ...scales,
    owner,
    budget: wordList('money needed|needed money|budget|funding need|所需资金|资金需求|预算'),
  },
  segments: {
    name: wordList(
      'customer segment|segment name|segment|customer group|customers|audience|name|客户群体|客户细分',
      '客户群|用户群体|名称',
    ),
    externalId: wordList('segment id|id|code|编号|代码'),
    description: wordList('description|details|definition|说明|描述'),
    kind: wordList('kind|type|internal or external|internal/external|类型|内部外部|内外部'),
    importance: scales.importance ?? [],
  },
  partners: {
    name: wordList(
      'partner name|partner|supplier name|supplier|vendor name|vendor|provider|company|company name',
      'name|合作伙伴|供应商|供应商名称|厂商|名称|公司',
    ),
    externalId: wordList('partner id|supplier id|vendor id|id|code|number|编号|代码'),
    description: wordList('description|services|what they bring|details|notes|说明|描述|备注'),
    relationship: wordList('relationship|partner type|relation|type|role|关系|合作关系|类型|角色'),
    endDate: wordList(
      'contract end|contract end date|contract until|end date|expiry|expiry date|expires|renewal date',
      '合同到期|合同结束|合同到期日|到期日',
    ),
  },
};

/** An id of what such a record belongs to is not its own. */
const OF_INITIATIVES = /\b(?:projects?|initiatives?|programmes?|projekt|projet|proyecto)\b|项目|举措/;

/** A header with one of these words does not name the field in such a list, whatever else it says. */
export const subjectDenials: Readonly<
  Partial<Record<Exclude<RowSubject, 'initiatives'>, Readonly<Partial<Record<ImportField, RegExp>>>>>
> = {
  capabilities: {
    name: /\b(?:parent|owner|team|code|id|description|definition|maturity|importance)\b/,
    externalId: /\b(?:parent|phone|page|bureau|agency)\b/,
    importance: /\b(?:rationale|comment|reason)\b/,
    currentMaturity: /\b(?:target|to be|desired|future|comment|date|gap)\b/,
    targetMaturity: /\b(?:comment|date|gap|as is|current)\b/,
    depth: /\d|\b(?:maturity|target|current|service)\b/,
  },
  outcomes: {
    externalId: OF_INITIATIVES,
    name: /\b(?:owner|team|code|id|date|unit|type|category)\b/,
    target: /\b(?:date|maturity|group|audience|customer)\b/,
    baseline: /\b(?:date|maturity|year)\b/,
    endDate: /\b(?:start|created|updated|baseline)\b/,
    currentMaturity: /\b(?:target|to be|desired|future|comment|date|gap|value)\b/,
    metric: /\b(?:id|date)\b/,
  },
  segments: { externalId: OF_INITIATIVES },
  partners: { externalId: OF_INITIATIVES },
};

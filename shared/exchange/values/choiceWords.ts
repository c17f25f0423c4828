import { businessValues, directions, segmentKinds } from '../../domain/planningRecords.ts';
import { relationships } from '../../domain/records.ts';
import { languages } from '../../text/area.ts';
import { exporting } from '../../text/catalogues/exporting.ts';
import type { ChoiceField } from '../importFields.ts';
import { matchKey } from '../table/cellText.ts';

/** Our words for the fields that choose one of a few. */
export const choicesOf: Readonly<Record<ChoiceField, readonly string[]>> = {
  direction: directions,
  businessValue: businessValues,
  kind: segmentKinds,
  relationship: relationships,
};

/** The key of a value's word in the catalogue of exports. */
export const choiceKeys = {
  direction: (value: string) => `value.direction.${value}`,
  businessValue: (value: string) => `value.businessValue.${value}`,
  kind: (value: string) => `value.segment.${value}`,
  relationship: (value: string) => `value.${value}`,
} as const satisfies Readonly<Record<ChoiceField, (value: string) => string>>;

/** What people write beside our own words. */
const OTHER: Readonly<Record<ChoiceField, Readonly<Record<string, readonly string[]>>>> = {
  direction: {
    up: [
      'up',
      'increase',
      'increasing',
      'rising',
      'higher',
      'higher is better',
      'more',
      'grow',
      'improve',
      'maximise',
      'maximize',
      '+',
      '↑',
      '↗',
      '增加',
      '提高',
      '提升',
      '增长',
      '越高越好',
      '升',
    ],
    down: [
      'down',
      'decrease',
      'decreasing',
      'falling',
      'lower',
      'lower is better',
      'less',
      'reduce',
      'reduction',
      'minimise',
      'minimize',
      '-',
      '↓',
      '↘',
      '减少',
      '降低',
      '缩短',
      '越低越好',
      '降',
    ],
  },
  businessValue: {
    timeToMarket: ['time to market', 'speed', 'agility', '上市时间', '敏捷'],
    revenue: ['revenue', 'new revenue', 'more revenue', 'growth', 'sales', '收入', '营收', '增长'],
    fasterResearch: ['faster research', 'r&d', 'faster r&d', '研发'],
    customerExperience: ['customer experience', 'cx', 'customer satisfaction', '客户体验', '客户满意'],
    newProducts: ['new products', 'innovation', 'new services', '新产品', '创新'],
    newMarkets: ['new markets', 'new market', '新市场'],
    operatingEfficiency: [
      'operating efficiency',
      'efficiency',
      'operational efficiency',
      'productivity',
      '效率',
      '生产率',
    ],
    cashFlow: ['cash flow', 'cashflow', 'working capital', '现金流'],
    costTransparency: [
      'cost transparency',
      'cost control',
      'cost',
      'cost reduction',
      'savings',
      '成本控制',
      '成本',
      '降本',
    ],
    partnerRevenue: ['partner revenue', '伙伴收入'],
    churn: ['churn', 'retention', 'loyalty', '流失', '留存'],
    partnerTimeToMarket: ['partner time to market'],
    deliveryCost: ['cost of delivery', 'delivery cost', '交付成本'],
  },
  kind: {
    internal: ['internal', 'employee', 'employees', 'in house', '内部客户', '员工'],
    external: ['external', 'customer', 'public', 'consumer', 'b2b', 'b2c', '外部客户'],
  },
  relationship: {
    supplier: ['vendor', 'provider', 'contractor', '厂商', '承包商'],
    integrator: ['system integrator', 'systems integrator', 'si', '系统集成商', '实施方'],
    coInnovator: [
      'co innovator',
      'coinnovator',
      'innovation partner',
      'strategic partner',
      'partner',
      'alliance',
      '战略伙伴',
      '战略合作伙伴',
      '创新伙伴',
    ],
  },
};

const keyOf = (text: string): string =>
  matchKey(text)
    .replace(/[-_/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim() || matchKey(text);

function words(field: ChoiceField): ReadonlyMap<string, string> {
  const byWord = new Map<string, string>();
  for (const value of choicesOf[field]) {
    byWord.set(keyOf(value), value);
    for (const language of languages) {
      const said: string | undefined = (exporting[language] as Readonly<Record<string, string>>)[
        choiceKeys[field](value)
      ];
      if (said !== undefined) byWord.set(keyOf(said), value);
    }
  }
  for (const [value, others] of Object.entries(OTHER[field]))
    for (const other of others) if (!byWord.has(keyOf(other))) byWord.set(keyOf(other), value);
  return byWord;
}

const byField: Readonly<Record<ChoiceField, ReadonlyMap<string, string>>> = {
  direction: words('direction'),
  businessValue: words('businessValue'),
  kind: words('kind'),
  relationship: words('relationship'),
};

/** Our word for what a cell says in either language, or null. */
export const readChoice = (field: ChoiceField, text: string): string | null =>
  byField[field].get(keyOf(text)) ?? null;

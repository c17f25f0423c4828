/** Words that synthetic portfolios are made of: what is worked on, what is done to it, for whom. English and Chinese. */
interface Domain {
  readonly en: string;
  readonly zh: string;
  readonly parts: readonly (readonly [en: string, zh: string])[];
}

export const domains: readonly Domain[] = [
  {
    en: 'Customer',
    zh: '客户',
    parts: [
      ['onboarding', '开户'],
      ['identity', '身份认证'],
      ['complaints', '投诉处理'],
      ['loyalty', '会员忠诚'],
      ['notifications', '消息通知'],
    ],
  },
  {
    en: 'Payments',
    zh: '支付',
    parts: [
      ['settlement', '清算'],
      ['fraud detection', '反欺诈'],
      ['refunds', '退款'],
      ['merchant portal', '商户门户'],
      ['reconciliation', '对账'],
    ],
  },
  {
    en: 'Claims',
    zh: '理赔',
    parts: [
      ['intake', '受理'],
      ['assessment', '评估'],
      ['subrogation', '代位追偿'],
      ['document archive', '单证档案'],
      ['provider network', '服务网络'],
    ],
  },
  {
    en: 'Supply chain',
    zh: '供应链',
    parts: [
      ['forecasting', '需求预测'],
      ['warehouse control', '仓储管理'],
      ['returns', '退货'],
      ['carrier booking', '承运订舱'],
      ['traceability', '溯源'],
    ],
  },
  {
    en: 'Finance',
    zh: '财务',
    parts: [
      ['general ledger', '总账'],
      ['invoice matching', '发票匹配'],
      ['budget control', '预算控制'],
      ['treasury', '资金管理'],
      ['tax filing', '税务申报'],
    ],
  },
  {
    en: 'People',
    zh: '人力资源',
    parts: [
      ['recruiting', '招聘'],
      ['payroll', '薪酬'],
      ['learning', '培训'],
      ['shift planning', '排班'],
      ['performance review', '绩效评估'],
    ],
  },
  {
    en: 'Data',
    zh: '数据',
    parts: [
      ['warehouse', '数据仓库'],
      ['quality rules', '质量规则'],
      ['catalogue', '数据目录'],
      ['reporting', '报表'],
      ['master data', '主数据'],
    ],
  },
  {
    en: 'Platform',
    zh: '平台',
    parts: [
      ['access control', '访问控制'],
      ['integration hub', '集成总线'],
      ['monitoring', '监控'],
      ['self-service environments', '自助环境'],
      ['disaster recovery', '灾备'],
    ],
  },
  {
    en: 'Sales',
    zh: '销售',
    parts: [
      ['quotation', '报价'],
      ['order capture', '订单录入'],
      ['partner portal', '渠道门户'],
      ['pricing', '定价'],
      ['contract renewal', '续约'],
    ],
  },
  {
    en: 'Public services',
    zh: '公共服务',
    parts: [
      ['permit issuing', '许可审批'],
      ['benefit payment', '补贴发放'],
      ['appointment booking', '预约'],
      ['inspection', '检查'],
      ['open data', '数据开放'],
    ],
  },
  {
    en: 'Energy',
    zh: '能源',
    parts: [
      ['metering', '计量'],
      ['grid balancing', '电网平衡'],
      ['tariff advice', '电价咨询'],
      ['outage map', '停电地图'],
      ['charging points', '充电桩'],
    ],
  },
  {
    en: 'Health',
    zh: '医疗',
    parts: [
      ['triage', '分诊'],
      ['bed management', '床位管理'],
      ['prescription renewal', '续方'],
      ['lab results', '检验报告'],
      ['vaccine stock', '疫苗库存'],
    ],
  },
  {
    en: 'Logistics',
    zh: '物流',
    parts: [
      ['dock scheduling', '月台预约'],
      ['route planning', '路径规划'],
      ['cold chain', '冷链'],
      ['customs declaration', '报关'],
      ['pallet pooling', '托盘共用'],
    ],
  },
  {
    en: 'Manufacturing',
    zh: '制造',
    parts: [
      ['machine upkeep', '设备保养'],
      ['scrap analysis', '废品分析'],
      ['shift handover', '交接班'],
      ['recipe control', '配方管理'],
      ['tool calibration', '量具校准'],
    ],
  },
  {
    en: 'Risk',
    zh: '风险',
    parts: [
      ['credit scoring', '信用评分'],
      ['sanctions screening', '制裁名单筛查'],
      ['stress testing', '压力测试'],
      ['incident register', '事件登记'],
      ['model approval', '模型审批'],
    ],
  },
  {
    en: 'Marketing',
    zh: '营销',
    parts: [
      ['campaign planning', '活动策划'],
      ['consent records', '授权记录'],
      ['loyalty vouchers', '优惠券'],
      ['brand library', '品牌素材库'],
      ['event registration', '活动报名'],
    ],
  },
];

export const partners = [
  'Northgate Systems',
  'Blue Harbor Consulting',
  '云启科技',
  'Meridian Integrators',
  '华辰数据',
  'Castle & Field',
  'Orchard Cloud',
  '东港软件',
  'Lindqvist Digital',
  'Sagamore Analytics',
] as const;

export const owners = [
  'A. Moreau',
  'B. Osei',
  'C. Lindholm',
  '陈静',
  'D. Ferrara',
  '李明',
  'E. Novak',
  '王芳',
  'F. Haddad',
  '赵磊',
] as const;

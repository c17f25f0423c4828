import { describe, expect, it } from 'vitest';
import { withoutAmounts } from '../../../shared/storyboard/amountText.ts';

describe('an amount in a text is hidden', () => {
  it.each([
    // Beside a currency, however it is written.
    ['It saves $3.1M a year', 'It saves ••• a year'],
    ['每年节省 ￥310万', '每年节省 •••'],
    ['共１２０万元', '共•••'],
    ["1 200 000 € or CHF 1'200'000", '••• or •••'],
    ['build it for 300 k€', 'build it for •••'],
    ['5 million pounds', '•••'],
    ['约 300 万美元，20 天', '约 •••，20 天'],
    // Both ends of a span.
    ['$1.2–1.5M for phase 2', '••• for phase 2'],
    ['from $1.2M to $1.5M', 'from •••'],
    ['1.2–1.5 million dollars', '•••'],
    ['-€1,200.50 and 5 people', '••• and 5 people'],
    ['$5 to 7 people', '••• to 7 people'],
    // In words.
    ['two million dollars over', '••• over'],
    ['花费约三百万元', '花费约•••'],
    // By a scale, where the sentence speaks of money.
    ['cost 1.2 million over budget', 'cost ••• over budget'],
    ['between 3 and 4 million over budget', 'between ••• over budget'],
    ['about 3.5bn', 'about •••'],
    ['cost 3m', 'cost •••'],
    ['预算120万，3年', '预算•••，3年'],
    ['投入2亿多', '投入•••'],
    // By what stands right before or after it.
    ['budget of 450,000', 'budget of •••'],
    ['budget: 1200000', 'budget: •••'],
    ['450,000 over budget', '••• over budget'],
    // As all that a text says.
    ['about 3 million', 'about •••'],
    ['3-4 million', '•••'],
    ['~ 2.5 bn in total', '~ ••• in total'],
    ['up to 300 thousand a year.', 'up to ••• a year.'],
    ['3m', '•••'],
    ['1.5M', '•••'],
    ['500K', '•••'],
    ['about 3 m', 'about •••'],
    ['300万', '•••'],
    ['约300万左右', '约•••左右'],
    ['不超过 2亿/年', '不超过 •••/年'],
  ])('%s', (text, hidden) => expect(withoutAmounts(text)).toBe(hidden));
});

describe('what is no amount stays', () => {
  it.each([
    '43 of 50 futures, 46%, 9 months',
    '1.2 million users',
    'costs grew while 1.2 million users left',
    'about 3.5bn records',
    'Costs are known. It reached 2 million.',
    'review after 6m',
    'Budget 2024',
    'Budget approved 2024-05-01',
    '20% over budget',
    'pay 10,000 suppliers',
    '40 000 users',
    'ISO 27001, phone 12345678',
    '2019–2021, version 1.2 to 1.5',
    '服务120万人',
    '预算120万用户',
    '100 万条记录',
    '成本下降 30%',
    '多元化的单元测试，二元结构',
    'one of a hundred',
    // Things, names, and numbers that say nothing of a scale.
    ...[
      'about 3 million records',
      '约300万条',
      '300万人',
      'users: 3 million',
      '3M',
      '4K',
      '3b',
      '2T',
      'M',
      '12',
    ],
    ...[
      '6 months',
      'about 6',
      '~40%',
      '1.2',
      '2026',
      'about 3 weeks',
      '3 m wide',
      '5G',
      '10 人',
      '约 3 个月',
    ],
  ])('%s', (text) => expect(withoutAmounts(text)).toBe(text));
});

it('stays what it is at any length, in no more than the time of a test', () => {
  for (const part of ['1', '1 ', '1,', 'one ', '万', '1 million ']) {
    const long = part.repeat(Math.ceil(60_000 / part.length));
    expect(withoutAmounts(long) === long, part).toBe(true);
  }
});

import { expect, test } from 'vitest';
import { figureNameIn } from '../../../shared/text/figureName.ts';

test.each([
  ['project.net', 'Net worth', '净值'],
  ['product.net', 'Net worth', '净值'],
  ['delta.net', 'Net worth: product team minus project', '净值：产品团队减项目'],
  ['project.waste.handoffs.pd', 'Handoffs: person-days', '交接：人天'],
  ['montecarlo.project.net.p90', 'Net worth: P90 of the futures', '净值：各种未来的第 90 百分位'],
  ['project.some_new.figure', 'some new figure', 'some new figure'],
])('%s is called %s', (figure, en, zh) => {
  expect([figureNameIn(figure, 'en'), figureNameIn(figure, 'zh-CN')]).toEqual([en, zh]);
});

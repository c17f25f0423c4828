import { afterEach, describe, expect, test } from 'vitest';
import { PLAN_FIGURES } from '../../../shared/model/receiptFormulas.ts';
import type { ReceiptInput, ReceiptPart } from '../../../shared/model/receiptTypes.ts';
import { HIDDEN_AMOUNT, hideAmounts } from '../../../shared/text/format.ts';
import { inputNameIn, inputSourceIn, inputValueIn, partNameIn } from '../../../shared/text/receiptText.ts';

afterEach(() => hideAmounts(false));

test('rates among the inputs of a receipt are hidden with all amounts, and months are not', () => {
  const rate = { value: 712.5, unit: 'money_per_pd' } as const;
  const months = { value: 7, unit: 'month' } as const;
  expect(inputValueIn(rate, 'en', 'USD')).toBe('712.5 USD a day');
  hideAmounts(true);
  expect(inputValueIn(rate, 'en', 'USD')).toBe(`${HIDDEN_AMOUNT} USD a day`);
  expect(inputValueIn(rate, 'zh-CN', 'CNY')).not.toMatch(/\d/);
  expect(inputValueIn(months, 'en', 'USD')).toMatch(/^7/);
});

test('the share of pure work is a share of a hundred wherever it stands', () => {
  const { unit } = PLAN_FIGURES.effort_scale!;
  expect(inputValueIn({ value: 0.555, unit }, 'en', 'USD')).toBe('55.5%');
  expect(inputValueIn({ value: 0.555, unit }, 'zh-CN', 'CNY')).toBe('55.5%');
});

describe('what a receipt is made of is said in words', () => {
  test.each([
    ['horizon_months', 'time horizon', '推演时长'],
    ['phases.0.rate', 'Phase 1: day rate', '阶段 1：人天费率'],
    ['product.people', 'Team: people', '团队：人数'],
    [
      'actual_releases.1.measured_per_month',
      'Release 2: measured value a month',
      '第 2 次发布：实测每月价值',
    ],
    ['effort_scale', 'share of pure work in the plan', '计划中纯粹工作的比例'],
    ['some.new_field', 'new field', 'new field'],
  ])('%s', (id, en, zh) => {
    expect([inputNameIn(id, 'en'), inputNameIn(id, 'zh-CN')]).toEqual([en, zh]);
  });

  test.each([
    [1, 'month', '1 month', '1 个月'],
    [2.5, 'month', '2.5 months', '2.5 个月'],
    [0.4, 'share', '40%', '40%'],
    [0.08, 'share_per_year', '8% a year', '8%／年'],
    [0.01, 'share_per_month', '1% a month', '1%／月'],
    [3, 'count', '3', '3'],
    [true, 'flag', 'yes', '是'],
    [null, 'month', 'not entered', '未填写'],
    [[0, 0.17], 'share', '0% · 17%', '0% · 17%'],
  ] as const)('%j %s', (value, unit, en, zh) => {
    const input = { value, unit } as Pick<ReceiptInput, 'value' | 'unit'>;
    expect([inputValueIn(input, 'en', 'USD'), inputValueIn(input, 'zh-CN', 'CNY')]).toEqual([en, zh]);
  });

  const part = (label: string, of: object): ReceiptPart => ({ label, value: 1, of }) as ReceiptPart;
  test.each([
    [part('build', { kind: 'phase', index: 1, id: 'Build' }), 'Phase 2: Build', '阶段 2：Build'],
    [part('wait', { kind: 'phase', index: 1, id: 'Build' }), 'Phase 2: Build, wait', '阶段 2：Build，等待'],
    [part('month', { kind: 'month', index: 3 }), 'Month 3', '第 3 个月'],
    [part('release', { kind: 'release', index: 0 }), 'Release 1', '第 1 次发布'],
    [
      part('waiting_change', { kind: 'change', index: 0 }),
      'Follow-up change 1: value lost by waiting',
      '后续变更 1：等待损失的价值',
    ],
    [part('handover', { kind: 'handover' }), 'Hand-over to support', '移交运维'],
    [part('handoffs', { kind: 'category', id: 'handoffs' }), 'Handoffs', '交接'],
    [part('useful', { kind: 'category', id: 'useful' }), 'Useful work', '有用的工作'],
    [part('project', { kind: 'mode', id: 'project' }), 'Project', '项目'],
    [part('x', { kind: 'term', id: 'penalty' }), 'penalty', '罚金'],
  ])('$label of $of.kind', (each, en, zh) => {
    expect([partNameIn(each, 'en'), partNameIn(each, 'zh-CN')]).toEqual([en, zh]);
  });

  test('and where it comes from, with who set it', () => {
    const input = { source: 'default' } as ReceiptInput;
    expect([inputSourceIn(input, 'en'), inputSourceIn(input, 'zh-CN')]).toEqual(['default', '默认值']);
    const set = { ...input, source: 'portfolio', set_at: '2026-01-05T09:00:00.000Z', set_by: 'Ada' } as const;
    expect(inputSourceIn(set, 'en')).toMatch(/^portfolio setting, set by Ada, 5 Jan 2026/);
    expect(inputSourceIn(set, 'zh-CN')).toMatch(/^组合设置，由 Ada 设定，2026年1月5日/);
    expect(inputSourceIn({ ...set, set_by: '' }, 'en')).toMatch(/^portfolio setting, set 5 Jan 2026/);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readImport } from '../../../electron/core/importing/importFile.ts';
import { newInitiative, newPhase, newTeam } from '../../../shared/domain/defaults.ts';
import {
  newHandoff,
  newOutcome,
  newOverheadWork,
  newSavedView,
  newSegment,
  newTranche,
} from '../../../shared/domain/planningDefaults.ts';
import { type PortfolioRecords, tableNames } from '../../../shared/domain/records.ts';
import { fromExchange, readExchange, toExchange, writeExchange } from '../../../shared/exchange/json.ts';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import { portfolioTables } from '../../../shared/exchange/writing/csvTables.ts';
import type { Language } from '../../../shared/text/area.ts';
import { failureOf, recordsWith, tempFile } from './helpers.ts';

const version2 = readFileSync(new URL('../../fixtures/exchange/version-2.json', import.meta.url), 'utf8');
const version1 = readFileSync(new URL('../../fixtures/exchange/version-1.json', import.meta.url), 'utf8');

type Lists = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

const planned = (): PortfolioRecords => ({
  ...recordsWith({ name: '组合', currency: 'CNY' }),
  team: { t: { ...newTeam('t', '蓝队'), platforms: ['Kafka', '=1+1'], disbandsOn: '2027-01-31' } },
  initiative: { a: { ...newInitiative('a', '门户'), overhead: true } },
  phase: { p: newPhase('p', 'a', 0, 'test', '测试阶段') },
  teamMember: { m: { id: 'm', teamId: 't', name: 'Tester', people: 2.5 } },
  segment: { s: { ...newSegment('s', 'Shops'), kind: 'external' } },
  outcome: {
    o: {
      ...newOutcome('o', 'Churn'),
      direction: 'down',
      businessValue: 'churn',
      segmentId: 's',
      ownerTeamId: 't',
      baseline: -1.5,
      neededMoney: 123_456,
    },
  },
  outcomeReading: { r: { id: 'r', outcomeId: 'o', date: '2026-03-31', value: 0, note: '' } },
  outcomeLink: { ol: { id: 'ol', initiativeId: 'a', outcomeId: 'o', weight: 0.5 } },
  segmentLink: { sl: { id: 'sl', initiativeId: 'a', segmentId: 's', weight: 1 } },
  allocation: { al: { id: 'al', teamId: 't', initiativeId: 'a', quarter: '2026-Q3', people: 1 } },
  handoff: {
    h: {
      ...newHandoff('h', 'a', 0, 'legal'),
      fromName: '=cmd',
      toTeamId: 't',
      phaseId: 'p',
      waitDays: 14,
      keptLikely: 0.5,
    },
  },
  tranche: { tr: { ...newTranche('tr', 'a', 0, 'First'), amount: 5_000, decision: 'change' } },
  overheadWork: { ow: { ...newOverheadWork('ow', '周报'), initiativeId: 'a', manual: true } },
  savedView: { v: newSavedView('v', 'Mine', 'timeline', { zoom: 'year' }) },
});

const cellsOf = (table: string, language: Language): Readonly<Record<string, string>> => {
  const found = portfolioTables(planned(), language).find((each) => each.table === table);
  if (!found) throw new Error(`no table ${table}`);
  const [row] = found.rows;
  return Object.fromEntries(found.header.map((name, index) => [name, row?.[index] ?? '']));
};

describe('planning in the JSON exchange format', () => {
  test('a document of version 1 says the same as it did, and nothing about planning', () => {
    const raw = JSON.parse(version1) as Lists;
    const document = readExchange(version1, 'v1.json');
    expect(document.version).toBe(3);
    const records = fromExchange(document);
    let compared = 0;
    for (const table of tableNames) {
      if (table === 'portfolio') continue;
      const list = raw[table] ?? [];
      expect(Object.keys(records[table]), table).toEqual(list.map(({ id }) => id));
      for (const old of list) {
        expect(records[table][String(old.id)], table).toMatchObject(old);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(100);
    expect(Object.values(records.team).map(({ platforms, disbandsOn }) => [platforms, disbandsOn])).toEqual(
      (raw.team ?? []).map(() => [[], null]),
    );
    for (const { overhead, retired } of Object.values(records.initiative)) {
      expect([overhead, retired]).toEqual([false, false]);
    }
    expect(readExchange(writeExchange(document), 'v2.json')).toEqual(document);
  });

  test('a document of version 2 says the same as it did, and nothing about the room', () => {
    const raw = JSON.parse(version2) as Lists;
    const records = fromExchange(readExchange(version2, 'v2.json'));
    for (const [table, list] of Object.entries(raw).filter(([, value]) => Array.isArray(value))) {
      const read = Object.values(records[table as keyof typeof records]);
      expect(read.length, table).toBe(list.length);
      for (const [index, old] of list.entries()) expect(read[index], table).toMatchObject(old);
    }
    expect(Object.values(records.capability).every(({ retired }) => !retired)).toBe(true);
    expect(Object.keys(records.decision)).toEqual([]);
    const { handoff: _, ...rest } = raw;
    expect(() => readExchange(JSON.stringify(rest), 'x.json')).toThrow(/handoff/);
  });

  test('a document of version 1 can be imported twice, the second time with nothing to do', async () => {
    const path = tempFile('v1.json', version1);
    const records = recordsWith({ currency: 'CNY' });
    const first = await readImport({ path, fileName: 'v1.json', plan: {}, records });
    const again = await readImport({
      path,
      fileName: 'v1.json',
      plan: {},
      records: afterImport(records, first.changes),
    });
    expect(first.report.created).toBeGreaterThan(10);
    expect(again.report).toMatchObject({ created: 0, updated: 0, unchanged: first.report.created });
  });

  test('a document of version 1 that lacks one of its tables is refused as before', async () => {
    const { engagement: _, ...rest } = JSON.parse(version1) as Record<string, unknown>;
    const failure = await failureOf((async () => readExchange(JSON.stringify(rest), 'v1.json'))());
    expect(failure).toMatchObject({ code: 'invalid_record', place: { field: 'engagement' } });
    const odd = await failureOf(
      (async () => readExchange(JSON.stringify({ ...rest, engagement: [], team: 7 }), 'v1.json'))(),
    );
    expect(odd).toMatchObject({ code: 'invalid_record', place: { field: 'team' } });
  });

  test('every kind of record goes out and comes back', () => {
    const document = toExchange(planned());
    expect(fromExchange(readExchange(writeExchange(document), 'x.json'))).toEqual(planned());
  });

  test('a handoff into a phase that is not there is named', async () => {
    const document = toExchange({ ...planned(), phase: {} });
    expect(await failureOf((async () => readExchange(writeExchange(document), 'x.json'))())).toMatchObject({
      code: 'broken_reference',
      place: { field: 'handoff[0].phaseId' },
    });
  });
});

describe('planning in CSV tables', () => {
  test('words, money, references and harmless text, in English', () => {
    expect(cellsOf('handoff', 'en')).toMatchObject({
      Kind: 'Legal',
      From: "'=cmd",
      'To: team': '蓝队',
      Phase: '测试阶段',
      Initiative: '门户',
      'Waiting (days)': '14',
      'Knowledge kept, low': '',
      'Knowledge kept, likely': '0.5',
    });
    expect(cellsOf('outcome', 'en')).toMatchObject({
      'Business value': 'Less churn',
      Direction: 'Fall',
      Segment: 'Shops',
      Baseline: '-1.5',
      'Money needed': '1234.56',
      Currency: 'CNY',
      Importance: '',
    });
    expect(cellsOf('tranche', 'en')).toMatchObject({ Amount: '50', Decision: 'Change', Currency: 'CNY' });
    expect(cellsOf('team', 'en')).toMatchObject({ 'Shared platforms': 'Kafka; =1+1' });
    expect(cellsOf('teamMember', 'en')).toMatchObject({ Role: 'Tester', Team: '蓝队' });
    expect(cellsOf('savedView', 'en').Settings).toBe('{"zoom":"year"}');
    expect(cellsOf('initiative', 'en')).toMatchObject({ Overhead: 'yes', Retired: 'no' });
  });

  test('the same in Chinese', () => {
    expect(cellsOf('handoff', 'zh-CN')).toMatchObject({ 类型: '法务', 接收团队: '蓝队', 阶段: '测试阶段' });
    expect(cellsOf('outcome', 'zh-CN')).toMatchObject({ 业务价值: '降低流失', 方向: '下降' });
    expect(cellsOf('segment', 'zh-CN')).toMatchObject({ 类型: '外部' });
    expect(cellsOf('tranche', 'zh-CN')).toMatchObject({ 决定: '调整', 金额: '50' });
    expect(cellsOf('overheadWork', 'zh-CN')).toMatchObject({ 手工: '是', 已停止: '否', 举措: '门户' });
    expect(cellsOf('teamMember', 'zh-CN')).toMatchObject({ 角色: 'Tester' });
  });
});

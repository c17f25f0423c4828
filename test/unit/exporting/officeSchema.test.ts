import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import validate from '@ooxml-tools/validate';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { chartWorkbook } from '../../../electron/core/exporting/chartWorkbook.ts';
import { makeExport } from '../../../electron/core/exporting/makeExport.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { pageIds, type ReportOptions, usualOptions } from '../../../shared/report/options.ts';
import type { NativeChart } from '../../../shared/report/page.ts';
import { planState, type ReportState, scenarioState } from '../../../shared/report/states.ts';
import { exportParts } from '../../helpers/exportParts.ts';
import { withHostileText } from '../../helpers/hostileText.ts';
import { sampleRecords } from '../../helpers/listedSample.ts';
import { sentinelRecords } from '../../helpers/sentinelRecords.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-office-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function written(
  format: 'pptx' | 'xlsx',
  records: PortfolioRecords,
  options: Partial<ReportOptions> = {},
  shown: ReportState = planState(records),
): Promise<Uint8Array> {
  const path = join(folder, `export.${format}`);
  const states = { shown, plan: records, ofPages: {}, snapshots: [], steps: [] };
  await makeExport(
    {
      ...{ states, formats: [format], path, stem: 'Portfolio', at: '2026-11-21T09:00:00.000Z' },
      options: { ...usualOptions('en'), pages: [...pageIds], ...options },
      ...exportParts,
    },
    () => undefined,
  );
  return readFileSync(path);
}

/** What Microsoft's own Open XML SDK finds wrong, with the part that it is in. */
async function problemsOf(bytes: Uint8Array, format: 'pptx' | 'xlsx'): Promise<readonly string[]> {
  const found = await validate(bytes, format, 'Microsoft365');
  return found.map(({ description, path }) => `${path.partUri} ${path.xpath}: ${description}`);
}

const everyKind = withHostileText(sentinelRecords().records);
const [scenario] = Object.keys(everyKind.scenario) as [string];

describe('files for Office keep to its schema', () => {
  it('slides of the sample with all pages', async () => {
    expect(await problemsOf(await written('pptx', sampleRecords()), 'pptx')).toEqual([]);
  });

  it('slides of every kind of record with a scenario on top, in Chinese on the projector', async () => {
    const shown = scenarioState(everyKind, scenario);
    const options: Partial<ReportOptions> = { language: 'zh-CN', theme: 'projector', pageSize: 'a4' };
    expect(await problemsOf(await written('pptx', everyKind, options, shown), 'pptx')).toEqual([]);
  });

  it('a workbook of every kind of record', async () => {
    expect(await problemsOf(await written('xlsx', everyKind), 'xlsx')).toEqual([]);
  });

  it('the workbook behind a chart', async () => {
    const figures: NativeChart = {
      ...{ kind: 'lines', categories: ['0', '一'], valueTitle: '', categoryTitle: 'Month', format: '#,##0' },
      ...{ axisFormat: '#,##0', beside: [] },
      series: [{ name: 'A & B', color: '#b4532a', dashed: false, mode: 'project', values: [0, 1.5] }],
    };
    const about = { title: '组合', language: 'zh-CN', madeAt: '2026-11-21T09:00:00.000Z' };
    expect(await problemsOf(chartWorkbook(figures, about), 'xlsx')).toEqual([]);
  });

  it('and a part out of order is found', async () => {
    const files = unzipSync(await written('xlsx', everyKind));
    const sheet = 'xl/worksheets/sheet1.xml';
    files[sheet] = strToU8(strFromU8(files[sheet]!).replace(/(<cols>.*?<\/cols>)(<sheetData>)/s, '$2$1'));
    expect((await problemsOf(zipSync(files), 'xlsx')).join()).toContain(sheet);
  });
});

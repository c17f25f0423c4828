import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { MapItem } from '../../renderer/charts/map/mapData.ts';
import type { ShownMatrix } from '../../renderer/charts/matrix/matrixData.ts';
import { projectRoot } from '../helpers/projectRoot.ts';

/** One drawing, from nothing to painted, and what it took of the page's main thread; milliseconds. */
export interface YardstickDrawing {
  readonly ms: number;
  readonly threadMs: number;
}

export interface YardstickTimes {
  readonly scatter: readonly YardstickDrawing[];
  readonly matrix: readonly YardstickDrawing[];
}

/** Processor time of a page's main thread so far, in ms: other programs do not move it. */
export async function mainThreadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/** Draws an option into an empty element and answers when it is painted, as the pictures' own figures do. */
const draw = `async (option, width, height) => {
  const element = document.createElement('div');
  element.style.cssText = 'width:' + width + 'px;height:' + height + 'px';
  document.body.append(element);
  const start = performance.now();
  const chart = echarts.init(element, null, { renderer: 'canvas' });
  const finished = new Promise((resolve) => chart.on('finished', resolve));
  chart.setOption(option);
  await finished;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const ms = performance.now() - start;
  chart.dispose();
  element.remove();
  return ms;
}`;

const scatter = (items: readonly MapItem[]): unknown => ({
  animation: false,
  xAxis: { type: 'log', name: 'Months between releases' },
  yAxis: { type: 'value', name: 'Lost to waste' },
  tooltip: {},
  legend: {},
  series: (['project', 'product'] as const).map((mode) => ({
    type: 'scatter',
    name: mode,
    symbol: mode === 'project' ? 'rect' : 'circle',
    // One drawing, not one in steps over many frames: that is what is compared.
    progressive: 0,
    itemStyle: { color: 'transparent', borderColor: mode === 'project' ? '#B4532A' : '#0B7285' },
    data: items
      .filter((item) => item.mode === mode && item.now.between !== null)
      .map(({ now, name }) => ({
        name,
        value: [now.between, now.share],
        symbolSize: Math.max(4, Math.sqrt(now.cost) / 200),
      })),
  })),
});

/** The cells, the column of all others, and each row's need, money and gap as a bar with its sum: what ours shows. */
const matrix = ({ rows, columns, cells, others }: ShownMatrix): unknown => {
  const rowAt = new Map(rows.map(({ id }, at) => [id, at]));
  const columnAt = new Map(columns.map(({ id }, at) => [id, at]));
  const names = rows.map(({ name }) => name);
  const most = Math.max(1, ...cells.map(({ money }) => money));
  const short = ({ value }: { value: number | number[] }): string =>
    `${Math.round((Array.isArray(value) ? value[2]! : value) / 1000)}k`;
  const bar = (name: string, of: (row: ShownMatrix['rows'][number]) => number, label = false) => ({
    type: 'bar',
    name,
    stack: 'money',
    xAxisIndex: 1,
    yAxisIndex: 1,
    label: { show: label, position: 'right', formatter: short },
    data: rows.map(of),
  });
  return {
    animation: false,
    legend: {},
    tooltip: {},
    grid: [
      { left: 220, top: 140, width: 520 },
      { left: 780, top: 140, right: 60 },
    ],
    xAxis: [
      {
        type: 'category',
        data: [...columns.map(({ name }) => name), 'others'],
        axisLabel: { rotate: 52, interval: 0 },
      },
      { type: 'value', gridIndex: 1 },
    ],
    yAxis: [
      { type: 'category', data: names, axisLabel: { interval: 0 } },
      { type: 'category', data: names, gridIndex: 1, axisLabel: { show: false } },
    ],
    visualMap: { min: 0, max: most, seriesIndex: 0, show: false },
    series: [
      {
        type: 'heatmap',
        name: 'money',
        progressive: 0,
        data: cells.map(({ row, column, money }) => [columnAt.get(column), rowAt.get(row), money]),
      },
      {
        type: 'scatter',
        name: 'others',
        symbol: 'diamond',
        progressive: 0,
        data: [...others].map(([row, { money }]) => ({
          value: [columns.length, rowAt.get(row)],
          symbolSize: Math.max(4, 14 * Math.sqrt(money / most)),
        })),
      },
      bar('funded', ({ supply, redundant }) => supply - (redundant ?? 0)),
      bar('spent twice', ({ redundant }) => redundant ?? 0),
      bar('gap', ({ gap }) => gap ?? 0, true),
      {
        type: 'scatter',
        name: 'need',
        symbol: 'rect',
        symbolSize: [2, 14],
        xAxisIndex: 1,
        yAxisIndex: 1,
        data: rows.flatMap(({ need }, at) => (need === null ? [] : [[need, at]])),
      },
    ],
  };
};

async function repeat(page: Page, option: unknown, runs: number): Promise<readonly YardstickDrawing[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const drawings: YardstickDrawing[] = [];
  const argument = JSON.stringify(option);
  for (let run = 0; run < runs; run += 1) {
    const before = await mainThreadMs(session);
    const ms = await page.evaluate<number>(`(${draw})(${argument}, 1100, 560)`);
    drawings.push({ ms, threadMs: (await mainThreadMs(session)) - before });
  }
  await session.detach();
  return drawings;
}

/**
 * Draws the same portfolio map and the same matrix with ECharts in a page of the same browser, of data that is already
 * at hand: no analysis, ranking or placing of labels is in its times.
 */
export async function drawWithECharts(
  browser: Browser,
  items: readonly MapItem[],
  shown: ShownMatrix,
  runs: number,
): Promise<YardstickTimes> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.addScriptTag({ path: join(projectRoot, 'node_modules/echarts/dist/echarts.min.js') });
    return {
      scatter: await repeat(page, scatter(items), runs),
      matrix: await repeat(page, matrix(shown), runs),
    };
  } finally {
    await page.close();
  }
}

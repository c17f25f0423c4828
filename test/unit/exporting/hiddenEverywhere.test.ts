import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { endings } from '../../../electron/core/exporting/exportOrder.ts';
import { exportStem } from '../../../electron/core/exporting/exportStates.ts';
import { makeExport } from '../../../electron/core/exporting/makeExport.ts';
import type { HistoryEntry, Snapshot } from '../../../shared/contract/methods.ts';
import {
  type ExportFormat,
  pageIds,
  type ReportOptions,
  usualOptions,
} from '../../../shared/report/options.ts';
import {
  planState,
  type ReportState,
  type ReportStates,
  scenarioState,
} from '../../../shared/report/states.ts';
import type { Language } from '../../../shared/text/area.ts';
import { exportParts } from '../../helpers/exportParts.ts';
import { pdfTexts } from '../../helpers/pdfText.ts';
import { sentinelRecords } from '../../helpers/sentinelRecords.ts';

const { records, found, places, amounts } = sentinelRecords();
const folder = mkdtempSync(join(tmpdir(), 'throughline-hidden-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = '2026-11-21T09:00:00.000Z';
const [scenario] = Object.keys(records.scenario) as [string];
const [board] = Object.keys(records.storyboard) as [string];
const kept = 'Zqx999xq $98,099';
const snapshots: readonly Snapshot[] = [
  { id: 'kept', name: kept, note: kept, createdAt: at, by: kept, automatic: false, counts: {} } as never,
];
const steps: readonly HistoryEntry[] = [
  {
    id: 1,
    label: { key: 'other', params: { name: kept } },
    by: kept,
    at,
    undone: false,
    counts: {},
  } as never,
];
const frozen: ReportState = { looked: { kind: 'snapshot', id: 'kept' }, name: kept, records, leftOut: [] };

/** Names of the business stay where names are hidden: a report is about them. */
const staying = [
  ...['portfolio.name', 'team.name', 'partner.name', 'capability.name', 'capability.code', 'segment.name'],
  ...['outcome.name', 'outcome.metric', 'outcome.unit'],
];

const formats = ['xlsx', 'csv', 'html', 'svg', 'pptx', 'pdf'] as const satisfies readonly ExportFormat[];
type Texts = Readonly<Partial<Record<ExportFormat, string>>>;

/** What a file says, as text; fonts and pictures in it are no words. */
function textOf(name: string, bytes: Uint8Array): string {
  if (name.endsWith('.pdf'))
    return `${pdfTexts(bytes).join('\n').replaceAll('\n', '')}\n${Buffer.from(bytes).toString('latin1')}`;
  if (/\.(?:zip|xlsx|pptx)$/.test(name))
    return Object.entries(unzipSync(bytes))
      .map(([inner, content]) => `${inner}\n${textOf(inner, content)}`)
      .join('\n');
  return strFromU8(bytes).replace(/data:[a-z/0-9-]+;base64,[A-Za-z0-9+/=]+/g, '');
}

/** The files of one export, with their names, as a text of each format. */
async function written(
  options: Partial<ReportOptions>,
  wanted: readonly ExportFormat[],
  shown: ReportState = planState(records),
): Promise<Texts> {
  const states: ReportStates = { shown, plan: records, ofPages: {}, snapshots, steps };
  const language: Language = options.language ?? 'en';
  const whole: ReportOptions = { ...usualOptions(language), pages: [...pageIds], ...options };
  const stem = exportStem('Portfolio', shown, whole);
  const path = join(folder, 'export.zip');
  await makeExport(
    {
      ...{ states, formats: wanted, options: whole, stem, at, path },
      ...exportParts,
    },
    () => undefined,
  );
  const nameOf = (format: ExportFormat): string => stem + endings[format];
  const made = readFileSync(path);
  // One format is the file itself, several are in one zip.
  const files = wanted.length === 1 ? { [nameOf(wanted[0]!)]: made } : unzipSync(made);
  return Object.fromEntries(
    wanted.map((format) => [format, `${nameOf(format)}\n${textOf(nameOf(format), files[nameOf(format)]!)}`]),
  );
}

/** Everything in all formats, made once for a choice: its pages are the same in each of them. */
const madeOf = new Map<string, Promise<Texts>>();
function everything(options: Partial<ReportOptions>): Promise<Texts> {
  const key = JSON.stringify(options);
  const made = madeOf.get(key) ?? written(options, formats);
  madeOf.set(key, made);
  return made;
}

const listed = (text: string): readonly string[] => [...found(text)].sort();
/** Where a text says what it must not, with what stands around it. */
const around = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(new RegExp(pattern, 'gi'))]
    .slice(0, 5)
    .map(({ index }) => text.slice(index - 60, index + 40));
const hasNoAmount = (text: string): void => {
  expect(around(text, amounts.inTexts)).toEqual([]);
  expect(around(text, amounts.inFields)).toEqual([]);
};

describe('what nothing is hidden of', () => {
  it('is in the files, each text field of each record kind', async () => {
    const text = Object.values(await written({}, ['xlsx', 'csv'])).join('\n');
    expect(places.filter((place) => !found(text).has(place))).toEqual([]);
    expect(text).toMatch(amounts.inTexts);
    expect(text).toMatch(amounts.inFields);
  });
});

describe.each(['en', 'zh-CN'] as const)('hidden names, in %s', (language) => {
  it('are in no table', async () => {
    const texts = await everything({ language, names: 'hidden' });
    for (const format of ['xlsx', 'csv'] as const)
      expect(listed(texts[format]!), format).toEqual([...staying].sort());
  });

  it.each(['html', 'svg', 'pptx', 'pdf'] as const)('are on no page of %s', async (format) => {
    const text = (await everything({ language, names: 'hidden' }))[format]!;
    expect(listed(text).filter((place) => !staying.includes(place))).toEqual([]);
    expect(found(text)).toContain('partner.name');
  });

  it('are said of no scenario, snapshot or page of a storyboard', async () => {
    const shown = [scenarioState(records, scenario), frozen];
    for (const state of shown) {
      const texts = await written({ language, names: 'hidden', pages: ['overview'] }, ['svg', 'xlsx'], state);
      for (const [format, text] of Object.entries(texts))
        expect(
          listed(text).filter((place) => !staying.includes(place)),
          format,
        ).toEqual([]);
    }
    const { svg } = await written({ language, names: 'hidden', storyboard: board }, ['svg']);
    expect(listed(svg!).filter((place) => !staying.includes(place))).toEqual([]);
  });
});

describe.each(['en', 'zh-CN'] as const)('hidden amounts, in %s', (language) => {
  it.each(formats)('are nowhere in %s, not even in a text', async (format) => {
    const text = (await everything({ language, amounts: 'hidden' }))[format]!;
    hasNoAmount(text);
    expect(found(text)).toContain('initiative.name');
  });

  it('are said of no scenario, snapshot or page of a storyboard', async () => {
    for (const state of [scenarioState(records, scenario), frozen]) {
      const texts = await written(
        { language, amounts: 'hidden', pages: ['overview'] },
        ['svg', 'xlsx'],
        state,
      );
      for (const text of Object.values(texts)) hasNoAmount(text);
    }
    const { svg } = await written({ language, amounts: 'hidden', storyboard: board }, ['svg']);
    hasNoAmount(svg!);
  });
});

import { z } from 'zod';
import { newSavedView } from '../../shared/domain/planningDefaults.ts';
import { nonNegativeMoneySchema } from '../../shared/domain/primitives.ts';
import {
  type AnyRecord,
  type PortfolioRecords,
  recordSchemas,
  type TableName,
  tableNames,
} from '../../shared/domain/records.ts';
import { references } from '../../shared/domain/references.ts';
import {
  newActionItem,
  newDecision,
  newDecisionOption,
  newPressRelease,
  newRanking,
  newScenario,
  newStoryboardPage,
} from '../../shared/domain/roomDefaults.ts';
import { withChanges } from '../../shared/planning/withChanges.ts';
import { listed } from './listedSample.ts';
import { syntheticRecords } from './syntheticRecords.ts';

const at = '2026-01-05T09:00:00.000Z';

/** A small portfolio with records of every kind, each of which stands in the pictures that there are of its kind. */
function everyKind(): PortfolioRecords {
  const made = syntheticRecords({ initiatives: 14, capabilities: 12, seed: 5 });
  const [first, second] = Object.keys(made.initiative) as [string, string];
  const [team] = Object.keys(made.team) as [string];
  const put = (table: TableName, record: object) => ({ op: 'put' as const, table, record: record as never });
  return withChanges(made, [
    ...listed(made),
    put('scopeItem', {
      ...{ id: 'item', initiativeId: first, name: 'Item', personDays: 5 },
      ...{ valueShare: 1, useful: true, mlp: true },
    }),
    put('allocation', { id: 'al', teamId: team, initiativeId: first, quarter: '2026-Q1', people: 3 }),
    put('savedView', newSavedView('view', 'View', 'initiatives')),
    put('scenario', newScenario('scenario', 'Scenario', 0, 'By', at)),
    put('scenarioStep', {
      ...{ id: 'step', scenarioId: 'scenario', position: 0, by: 'By', at },
      label: { key: 'other', params: {} },
      changes: [{ op: 'patch', table: 'initiative', id: second, values: { mode: 'product' } }],
    }),
    put('decision', { ...newDecision('decision', 'Why?', 'By', at), initiativeId: first, state: 'decided' }),
    put('decisionOption', newDecisionOption('option', 'decision', 0, 'extend', 'Extend')),
    put('actionItem', { ...newActionItem('action', 'Act', at), decisionId: 'decision' }),
    put('parkingItem', { id: 'parked', name: 'Later', by: 'By', at, settled: false, decisionId: null }),
    put('intention', { id: 'in', findingKey: 'F', reason: 'Why', by: 'By', at, reviewOn: null }),
    put('ranking', { ...newRanking('ranking', 'Order', 0, 'initiative'), items: [first, second] }),
    put('waiver', {
      ...{ id: 'waiver', guardrailId: 'own', subject: first, reason: '', owner: '' },
      ...{ grantedOn: '2026-01-05', until: null },
    }),
    put('storyboard', { id: 'board', position: 0, name: 'Board', description: '' }),
    ...['flow', 'wastes', 'handoffs', 'coverage', 'directory', 'storyboard'].map((area, position) =>
      put('storyboardPage', newStoryboardPage(`page-${position}`, 'board', position, area)),
    ),
    put('meeting', {
      ...{ id: 'meeting', name: 'Meeting', startedAt: at, endedAt: at, storyboardId: 'board' },
      ...{ afterStep: 0, notes: '' },
    }),
    put('pressRelease', newPressRelease('press', first)),
    put('importReport', { id: 'import', at, by: '', fileName: 'list.csv', report: {} }),
  ]);
}

/** What a text field holds, for each `table.field`: a word that nothing else is called. */
export interface Sentinels {
  readonly records: PortfolioRecords;
  /** Places whose words stand in a text, as `table.field`. */
  readonly found: (text: string) => ReadonlySet<string>;
  readonly places: readonly string[];
  /** Major units of all amounts, as they stand in fields, and as texts have them with their currency. */
  readonly amounts: { readonly inFields: RegExp; readonly inTexts: RegExp };
}

const unwrapped = (schema: unknown): unknown =>
  schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;

/** Words of the program, whatever length of text their schema takes. */
const codes = new Set(['savedView.area', 'storyboardPage.area']);

/** Keys that the program makes of ids. */
const keys = new Set(['decision.findingKey', 'intention.findingKey', 'waiver.subject']);

/**
 * A portfolio with a word of its own in every text field of every record kind, ids among them, and an amount of its own
 * in every field of money; each text also has an amount, and texts that are names of the business also name an initiative
 * and its owner. Throws where a kind has no record.
 */
export function sentinelRecords(): Sentinels {
  const base = everyKind();
  const places: string[] = [];
  const wordOf = (place: string): string => {
    if (!places.includes(place)) places.push(place);
    return `Zqx${String(100 + places.indexOf(place))}xq`;
  };
  const moneys: string[] = [];
  const ids = new Map<string, string>();
  for (const table of tableNames) {
    if (Object.keys(base[table]).length === 0) throw new Error(`there is no ${table}`);
    if (table === 'portfolio') continue;
    for (const id of Object.keys(base[table])) ids.set(id, `${id}-${wordOf(`${table}.id`)}`);
  }
  const amountOf = (place: string): number => {
    if (!moneys.includes(place)) moneys.push(place);
    return (7_700_100 + moneys.indexOf(place)) * 100;
  };
  const text = (table: TableName, field: string, record: number): string => {
    const word = wordOf(`${table}.${field}`);
    const name = wordOf('initiative.name');
    const owner = wordOf('initiative.owner');
    const more =
      table === 'initiative' || keys.has(`${table}.${field}`)
        ? ''
        : ` ${name} 1 $98,0${10 + (record % 80)} ${owner} 1`;
    return `${word} ${record}${more}`;
  };
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value;
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renamed(each)]));
    return value;
  };
  const said = (place: string): Record<string, unknown> => {
    const word = wordOf(place);
    switch (place) {
      case 'portfolio.parameters':
      case 'initiative.parameters':
        return { handoff_retention: { value: 0.63, by: word, at } };
      case 'scenarioStep.label':
        return { key: 'other', params: { name: word } };
      case 'guardrail.rule':
        return {
          ...{ kind: 'own', table: 'initiative', where: [] },
          must: { field: 'owner', comparison: 'is', value: word },
        };
      default:
        return { words: word };
    }
  };
  const fieldOf = (table: TableName, field: string, value: unknown, record: number): unknown => {
    const place = `${table}.${field}`;
    const shape: Readonly<Record<string, unknown>> = recordSchemas[table].shape;
    const schema = unwrapped(shape[field]);
    if (schema === nonNegativeMoneySchema) return amountOf(place);
    if (field === 'id' || codes.has(place) || references[table].some((each) => each.field === field))
      return renamed(value);
    if (schema instanceof z.ZodString)
      return schema.safeParse(wordOf(place)).success ? text(table, field, record) : value;
    if (schema instanceof z.ZodArray) {
      if (place === 'pressRelease.questions')
        return [{ question: text(table, field, record), answer: text(table, field, record) }];
      if (place === 'ranking.dots')
        return [{ voter: wordOf(place), item: ids.get(Object.keys(base.initiative)[0]!), dots: 2 }];
      if (place === 'scenarioStep.changes')
        return [
          ...(renamed(value) as unknown[]),
          {
            ...{ op: 'patch', table: 'initiative', id: ids.get(Object.keys(base.initiative)[0]!) },
            values: { description: wordOf(place) },
          },
        ];
      return schema.safeParse(['x']).success && place !== 'ranking.items'
        ? [text(table, field, record)]
        : renamed(value);
    }
    if (schema instanceof z.ZodRecord && (table !== 'guardrail' || record > 7)) return said(place);
    return renamed(value);
  };
  const records = Object.fromEntries(
    tableNames.map((table) => [
      table,
      Object.fromEntries(
        Object.values<AnyRecord>(base[table]).map((record, at) => {
          const fields = Object.fromEntries(
            Object.entries(record).map(([field, value]) => [field, fieldOf(table, field, value, at + 1)]),
          );
          return [String(fields.id), recordSchemas[table].parse(fields)];
        }),
      ),
    ]),
  ) as unknown as PortfolioRecords;
  const used = places.filter((place) => JSON.stringify(records).includes(wordOf(place)));
  return {
    records,
    places: used,
    found: (text) =>
      new Set([...text.matchAll(/Zqx(\d+)xq/gi)].map(([, at]) => places[Number(at) - 100] ?? '?')),
    amounts: { inFields: /77,?00,?1\d\d/, inTexts: /98,0\d\d/ },
  };
}

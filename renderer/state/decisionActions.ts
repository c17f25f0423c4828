import i18next from 'i18next';
import type { Change } from '../../shared/contract/changes.ts';
import type { OptionEffects } from '../../shared/decisions/effects.ts';
import { storedEffects } from '../../shared/decisions/effects.ts';
import type { Stamp } from '../../shared/decisions/figures.ts';
import type { OptionChanges } from '../../shared/decisions/options.ts';
import type {
  ActionItem,
  Decision,
  DecisionOption,
  ParkingItem,
  ScenarioStep,
} from '../../shared/domain/records.ts';
import { newActionItem, newDecision, newDecisionOption } from '../../shared/domain/roomDefaults.ts';
import { authorName } from './author.ts';
import { usePortfolio } from './portfolioStore.ts';
import { scenarioFor } from './scenarioWrite.ts';
import { change } from './service.ts';

const newId = (): string => crypto.randomUUID();
const now = (): string => new Date().toISOString();
const put = (table: Change['table'], record: object): Change => ({ op: 'put', table, record: { ...record } });
const shorten = (text: string): string => text.slice(0, 500);

/** What a decision is started from; everything may be left out. */
export type DecisionStart = Partial<
  Pick<Decision, 'subject' | 'findingKey' | 'initiativeId' | 'capabilityId'>
> & {
  readonly options?: readonly {
    readonly kind: DecisionOption['kind'];
    readonly name: string;
    readonly option?: OptionChanges;
    /** A scenario that does it already; else one is made of what the option changes. */
    readonly scenarioId?: string;
    readonly effects?: OptionEffects;
  }[];
  /** The item of the parking lot that it comes from. */
  readonly parkingId?: string;
};

/**
 * Writes down a question with its options, in one step; an option that knows what it would change becomes a scenario
 * that can be looked at. Answers the decision's id, or null when it was refused.
 */
export async function createDecision(name: string, start: DecisionStart = {}): Promise<string | null> {
  const { plan, looking } = usePortfolio.getState();
  if (!plan) return null;
  const { options = [], parkingId, ...subject } = start;
  const decision: Decision = {
    ...newDecision(newId(), name.trim(), authorName(), now()),
    ...subject,
    scenarioId: looking.kind === 'scenario' ? looking.id : null,
  };
  const changes: Change[] = [put('decision', decision)];
  let taken = plan;
  for (const [position, { kind, name: text, option, effects, ...given }] of options.entries()) {
    let scenarioId = given.scenarioId ?? null;
    if (scenarioId === null && option?.changes && option.changes.length > 0) {
      const scenario = {
        ...scenarioFor(taken, shorten(text), authorName(), now()),
        parentId: decision.scenarioId,
      };
      taken = { ...taken, scenario: { ...taken.scenario, [scenario.id]: scenario } };
      scenarioId = scenario.id;
      const step: ScenarioStep = {
        id: newId(),
        scenarioId,
        position: 0,
        label: { key: 'decision.option', params: { name: shorten(text) } },
        by: authorName(),
        at: now(),
        changes: option.changes as ScenarioStep['changes'],
      };
      changes.push(put('scenario', scenario), put('scenarioStep', step));
    }
    changes.push(
      put('decisionOption', {
        ...newDecisionOption(newId(), decision.id, position, kind, text),
        cost: option?.cost ?? null,
        effects: effects ? storedEffects(effects) : {},
        scenarioId,
      }),
    );
  }
  if (parkingId !== undefined)
    changes.push({
      op: 'patch',
      table: 'parkingItem',
      id: parkingId,
      values: { settled: true, decisionId: decision.id },
    });
  return (await change('decision.create', { name: shorten(decision.name) }, changes)) ? decision.id : null;
}

/** Changes fields of a decision. */
export function editDecision(decision: Decision, values: Partial<Decision>): Promise<boolean> {
  return change('decision.edit', { name: shorten(decision.name) }, [
    { op: 'patch', table: 'decision', id: decision.id, values },
  ]);
}

/** Takes a decision out with its options. */
export function removeDecision(decision: Decision): Promise<boolean> {
  return change('decision.delete', { name: shorten(decision.name) }, [
    { op: 'remove', table: 'decision', id: decision.id },
  ]);
}

/** Decides for an option, stamped with the state of the numbers and the day. */
export function decide(
  decision: Decision,
  option: DecisionOption,
  options: readonly DecisionOption[],
  figures: Stamp,
  today: string,
): Promise<boolean> {
  return change('decision.decide', { name: shorten(decision.name), option: shorten(option.name) }, [
    {
      op: 'patch',
      table: 'decision',
      id: decision.id,
      values: { state: 'decided', decidedOn: today, figures: { ...figures } },
    },
    ...options
      .filter(({ id, chosen }) => chosen !== (id === option.id))
      .map(
        ({ id }): Change => ({
          op: 'patch',
          table: 'decisionOption',
          id,
          values: { chosen: id === option.id },
        }),
      ),
  ]);
}

/** Opens a decision again: nothing is chosen, and the numbers it was stamped with are gone. */
export function reopen(decision: Decision, options: readonly DecisionOption[]): Promise<boolean> {
  return change('decision.reopen', { name: shorten(decision.name) }, [
    {
      op: 'patch',
      table: 'decision',
      id: decision.id,
      values: { state: 'open', decidedOn: null, figures: null, reviewedOn: null },
    },
    ...options
      .filter(({ chosen }) => chosen)
      .map(({ id }): Change => ({ op: 'patch', table: 'decisionOption', id, values: { chosen: false } })),
  ]);
}

/** Adds an option at the end. */
export function addOption(
  decision: Decision,
  options: readonly DecisionOption[],
  kind: DecisionOption['kind'],
  name: string,
): Promise<boolean> {
  const position = options.reduce((most, each) => Math.max(most, each.position + 1), 0);
  return change('decision.edit', { name: shorten(decision.name) }, [
    put('decisionOption', newDecisionOption(newId(), decision.id, position, kind, name.trim())),
  ]);
}

/** Changes fields of an option. */
export function editOption(
  decision: Decision,
  option: DecisionOption,
  values: Partial<DecisionOption>,
): Promise<boolean> {
  return change('decision.edit', { name: shorten(decision.name) }, [
    { op: 'patch', table: 'decisionOption', id: option.id, values },
  ]);
}

/** Takes an option out. */
export function removeOption(decision: Decision, option: DecisionOption): Promise<boolean> {
  return change('decision.edit', { name: shorten(decision.name) }, [
    { op: 'remove', table: 'decisionOption', id: option.id },
  ]);
}

/** Says why a finding is as it should be; one reason a finding. Empty takes the reason away. */
export function setIntention(findingKey: string, reason: string): Promise<boolean> {
  const { records } = usePortfolio.getState();
  const own = Object.values(records?.intention ?? {}).find((each) => each.findingKey === findingKey);
  const text = reason.trim();
  if (text === '')
    return own
      ? change('intention.remove', {}, [{ op: 'remove', table: 'intention', id: own.id }])
      : Promise.resolve(true);
  if (own) {
    return change('intention.edit', { reason: shorten(text) }, [
      { op: 'patch', table: 'intention', id: own.id, values: { reason: text } },
    ]);
  }
  const record = { id: newId(), findingKey, reason: text, by: authorName(), at: now(), reviewOn: null };
  return change('intention.create', { reason: shorten(text) }, [put('intention', record)]);
}

/** Keeps something for later. */
export function parkItem(name: string): Promise<boolean> {
  const item: ParkingItem = {
    id: newId(),
    name: name.trim(),
    by: authorName(),
    at: now(),
    settled: false,
    decisionId: null,
  };
  return change('parking.add', { name: shorten(item.name) }, [put('parkingItem', item)]);
}

/** Changes an item of the parking lot, or takes it out. */
export function editParking(item: ParkingItem, values: Partial<ParkingItem> | null): Promise<boolean> {
  return values === null
    ? change('parking.remove', { name: shorten(item.name) }, [
        { op: 'remove', table: 'parkingItem', id: item.id },
      ])
    : change('parking.edit', { name: shorten(item.name) }, [
        { op: 'patch', table: 'parkingItem', id: item.id, values },
      ]);
}

/** Writes down something to do. */
export function addAction(name: string, decisionId: string | null = null): Promise<boolean> {
  const item = { ...newActionItem(newId(), name.trim(), now()), decisionId };
  return change('action.add', { name: shorten(item.name) }, [put('actionItem', item)]);
}

/** Changes something to do, or takes it out. */
export function editAction(item: ActionItem, values: Partial<ActionItem> | null): Promise<boolean> {
  return values === null
    ? change('action.remove', { name: shorten(item.name) }, [
        { op: 'remove', table: 'actionItem', id: item.id },
      ])
    : change('action.edit', { name: shorten(item.name) }, [
        { op: 'patch', table: 'actionItem', id: item.id, values },
      ]);
}

/** A sentence of the decisions, for questions that are proposed. */
export const decisionWords = () => i18next.getFixedT(null, 'decisions');

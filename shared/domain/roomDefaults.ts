import type {
  ActionItem,
  Decision,
  DecisionOption,
  PressRelease,
  Ranking,
  Scenario,
  StoryboardPage,
} from './records.ts';

/** A new scenario on top of the plan, without a step. */
export function newScenario(
  id: string,
  name: string,
  position: number,
  by: string,
  createdAt: string,
): Scenario {
  return { id, position, name, description: '', parentId: null, by, createdAt, appliedAt: null };
}

/** A new question that nobody answered yet. */
export function newDecision(id: string, name: string, by: string, createdAt: string): Decision {
  return {
    id,
    name,
    state: 'open',
    subject: 'free',
    findingKey: '',
    initiativeId: null,
    capabilityId: null,
    scenarioId: null,
    reason: '',
    owner: '',
    decidedOn: null,
    reviewOn: null,
    reviewedOn: null,
    happened: '',
    figures: null,
    by,
    createdAt,
  };
}

/** A new option of a decision, with nothing known about what it costs or changes. */
export function newDecisionOption(
  id: string,
  decisionId: string,
  position: number,
  kind: DecisionOption['kind'],
  name: string,
): DecisionOption {
  return {
    id,
    decisionId,
    position,
    kind,
    name,
    description: '',
    cost: null,
    months: null,
    effects: {},
    scenarioId: null,
    chosen: false,
  };
}

/** A new action that nobody took on yet. */
export function newActionItem(id: string, name: string, createdAt: string): ActionItem {
  return { id, name, owner: '', dueDate: null, doneOn: null, decisionId: null, createdAt };
}

/** A new ranking with nothing in it. */
export function newRanking(id: string, name: string, position: number, of: Ranking['of']): Ranking {
  return {
    id,
    position,
    name,
    of,
    method: 'drag',
    decisionId: null,
    items: [],
    pairs: [],
    dots: [],
    agreedBy: '',
    agreedOn: null,
    note: '',
  };
}

/** A new page of a storyboard; its title is proposed from the data until somebody writes one. */
export function newStoryboardPage(
  id: string,
  storyboardId: string,
  position: number,
  area: string,
): StoryboardPage {
  return {
    id,
    storyboardId,
    position,
    titleEn: '',
    titleZh: '',
    questionEn: '',
    questionZh: '',
    notes: '',
    minutes: null,
    area,
    state: {},
  };
}

/** An empty press release of an initiative. */
export function newPressRelease(id: string, initiativeId: string): PressRelease {
  return {
    id,
    initiativeId,
    title: '',
    subtitle: '',
    date: null,
    introduction: '',
    valueProposition: '',
    features: [],
    questions: [],
    userGuide: '',
    benefitEnsured: '',
    needChecked: '',
    valueMeasured: '',
    feedbackAnswered: '',
  };
}

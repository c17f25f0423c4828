import type { Handoff, Outcome, OverheadWork, SavedView, Segment, Tranche } from './records.ts';

/** A new customer segment with only a name known. */
export function newSegment(id: string, name: string): Segment {
  return { id, name, description: '', kind: null, importance: null, retired: false };
}

/** A new outcome with only a name known. */
export function newOutcome(id: string, name: string): Outcome {
  return {
    id,
    name,
    description: '',
    metric: '',
    unit: '',
    baseline: null,
    target: null,
    dueDate: null,
    direction: null,
    businessValue: null,
    segmentId: null,
    ownerTeamId: null,
    importance: null,
    currentMaturity: null,
    targetMaturity: null,
    neededMoney: null,
    retired: false,
  };
}

/** A new row of the handoff ledger with only its place and kind known. */
export function newHandoff(
  id: string,
  initiativeId: string,
  position: number,
  kind: Handoff['kind'] = 'team',
): Handoff {
  return {
    id,
    initiativeId,
    position,
    kind,
    fromName: '',
    toName: '',
    fromTeamId: null,
    toTeamId: null,
    passes: '',
    waitDays: null,
    keptLow: null,
    keptLikely: null,
    keptHigh: null,
    relearningDays: null,
    phaseId: null,
    fromPartnerId: null,
    toPartnerId: null,
  };
}

/** A new tranche that nobody decided on yet. */
export function newTranche(id: string, initiativeId: string, position: number, name: string): Tranche {
  return {
    id,
    initiativeId,
    position,
    name,
    startDate: null,
    endDate: null,
    amount: null,
    evidence: '',
    decision: 'pending',
    decidedOn: null,
  };
}

/** New overhead work with only a name known. */
export function newOverheadWork(id: string, name: string): OverheadWork {
  return {
    id,
    name,
    description: '',
    teamId: null,
    initiativeId: null,
    personDaysPerMonth: null,
    manual: false,
    stopBy: null,
    stopped: false,
  };
}

/** A new saved view of a page, with the page's own settings. */
export function newSavedView(
  id: string,
  name: string,
  area: string,
  settings: SavedView['settings'] = {},
): SavedView {
  return { id, name, area, settings };
}

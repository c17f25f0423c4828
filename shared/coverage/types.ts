import type { ModelInitiative } from '../model/types.ts';

/**
 * What the coverage analysis reads, in the wire names of the vectors (MODEL.md 3.1).
 * Months count from the same month 0 for the whole portfolio; money is in one currency; null or absent = not known.
 */

export type ElementKind = 'capability' | 'outcome' | 'segment';

/** Something the business needs: a capability, an outcome or a customer segment. */
export interface CoverageElement {
  readonly id: string;
  readonly name?: string | null;
  /** Capability when absent. */
  readonly kind?: ElementKind | null;
  /** Scales 1..5. */
  readonly importance?: number | null;
  readonly current?: number | null;
  readonly target?: number | null;
  /** Money this element needs; without it the need is its share of the kind's money, by demand. */
  readonly needed_money?: number | null;
  readonly owner_team?: string | null;
  /** Id of the element above it in the tree. */
  readonly parent?: string | null;
  /** Readiness to leave the vendor of this element, 0..1; goes before what vendors and initiatives say. */
  readonly exit_readiness?: number | null;
}

/** Which share of an initiative serves an element. */
export interface Contribution {
  /** Id of an element of any kind. */
  readonly capability: string;
  /** Share 0..1; 1 when absent. Shares of one kind that add to more than 1 are scaled down to 1. */
  readonly weight?: number | null;
}

/** An initiative with its money, its people and what it serves. */
export interface CoverageInitiative extends Omit<ModelInitiative, 'name' | 'description' | 'start_month'> {
  readonly name?: string | null;
  readonly description?: string | null;
  readonly start_month?: number | null;
  /** Month in which its team ends; without it a project ends when the model completes it, a product stays open. */
  readonly end_month?: number | null;
  /** Money; without it the modelled cost in the declared mode. */
  readonly budget?: number | null;
  /** False = no money yet; true when absent. */
  readonly funded?: boolean | null;
  readonly team?: string | null;
  /** External supplier; absent or "internal" = our own people, counted as one supplier. */
  readonly vendor?: string | null;
  /** Readiness to leave the vendor, 0..1. */
  readonly exit_readiness?: number | null;
  /** Initiatives with the same group build one thing together on purpose. */
  readonly collaboration_group?: string | null;
  /** Ids of initiatives that this one builds on. */
  readonly depends_on?: readonly string[] | null;
  readonly contributions?: readonly Contribution[] | null;
  /** Partners paid out of its money, with the month in which their contract ends; only coverage over time reads them. */
  readonly contracts?: readonly ContractFacts[] | null;
}

/** What a partner gets of an initiative's money, and until when. */
export interface ContractFacts {
  readonly vendor: string;
  readonly money: number | null;
  readonly end_month: number | null;
}

/** Readiness to leave a vendor, 0 (locked in) .. 1 (can leave at once). */
export interface VendorFacts {
  readonly id: string;
  readonly exit_readiness?: number | null;
}

export interface CoverageInput {
  readonly initiatives: readonly CoverageInitiative[];
  /** Elements of all kinds. */
  readonly capabilities: readonly CoverageElement[];
  readonly vendors?: readonly VendorFacts[] | null;
}

/** What the model says about an initiative in its declared mode, months from its own start (MODEL.md 2.7). */
export interface DeclaredRun {
  /** C(H). */
  readonly cost: number;
  /** Month of completion or of a stop at a gate; null when neither happens. */
  readonly end_month: number | null;
  /** K at the horizon, 0..1. */
  readonly knowledge: number;
}

/** Runs an initiative in its declared mode; null when it is not computable. Asked only where a plan leaves a hole. */
export type RunDeclared = (initiative: CoverageInitiative) => DeclaredRun | null;

export const INTERNAL_VENDOR = 'internal';
/** Stands for "nobody named a team"; such initiatives count as one team. */
export const NO_TEAM = 'unassigned';
/** Cosine from which two texts are likely duplicates (MODEL.md 3.4). */
export const DEFAULT_SIMILARITY_THRESHOLD = 0.5;

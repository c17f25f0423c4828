/**
 * Explanation of one figure, without words: ids and symbols that the interface translates.
 * For operation 'sum' the parts, added from 0 in their order, give `value` exactly.
 */
import type { ParameterStrength } from './parameterTable.ts';
import type { Mode } from './types.ts';

export type ReceiptUnit =
  | 'money'
  | 'pd'
  | 'month'
  | 'share'
  | 'factor'
  | 'count'
  | 'money_per_month'
  | 'money_per_month2';

/** How the parts make the value; 'given' has no parts beyond the formula's inputs. */
export type ReceiptOperation = 'sum' | 'ratio' | 'product' | 'max' | 'median' | 'mean' | 'root' | 'given';

export type InputSource = 'default' | 'portfolio' | 'initiative' | 'derived';

export interface ReceiptInput {
  /** Parameter id, or path of a field of the plan such as phases.0.rate. */
  readonly id: string;
  readonly value: number | boolean | string | readonly number[] | null;
  readonly unit: string;
  readonly source: InputSource;
  readonly set_by?: string;
  readonly set_at?: string;
  readonly evidence: ParameterStrength | null;
  readonly evidence_ids: readonly string[];
  /** Reason id; present when research disputes the default. */
  readonly disputed?: string;
  readonly range: readonly [number, number] | null;
}

/** What a part belongs to: a phase, period, change, release, month, category, mode or term of the formula. */
export interface PartOf {
  readonly kind:
    | 'phase'
    | 'handover'
    | 'run'
    | 'change'
    | 'period'
    | 'core'
    | 'release'
    | 'month'
    | 'category'
    | 'mode'
    | 'term';
  /** Counts from 0; for months the month itself. */
  readonly index?: number;
  /** Category, mode, term, or the phase's own name. */
  readonly id?: string;
}

export interface ReceiptPart {
  readonly label: string;
  readonly value: number;
  readonly of: PartOf;
}

export interface Receipt {
  /** Path of the figure, such as project.waste.handoffs.money. */
  readonly figure: string;
  readonly mode: Mode | null;
  readonly value: number | null;
  readonly unit: ReceiptUnit;
  /** In the symbols of MODEL.md section 2. */
  readonly formula: string;
  readonly operation: ReceiptOperation;
  readonly inputs: readonly ReceiptInput[];
  readonly parts: readonly ReceiptPart[];
  readonly range?: { readonly p10: number; readonly p50: number; readonly p90: number };
}

/** Who set a parameter or field, and when; the caller knows, the model only carries it. */
export interface Provenance {
  readonly source?: InputSource;
  /** Nobody entered it: the model went on with a stand-in, which a receipt must not show as a value. */
  readonly unknown?: true;
  readonly by?: string;
  readonly at?: string;
}
export type ProvenanceMap = Readonly<Record<string, Provenance>>;

import type { FieldTest, Rule } from '../../../shared/guardrails/rules.ts';

/** A rule that somebody wrote, beside those to start from. */
export type OwnRule = Extract<Rule, { readonly kind: 'own' }>;

/** A test as it is typed: its value is still a text where it is typed at all. */
export interface DraftTest {
  readonly field: string;
  readonly comparison: FieldTest['comparison'];
  readonly text: string;
}

import type { Opened, PartLine } from './receiptStore.ts';

/** A sum that a view makes of others; its parts are said in the unit of the sum, and add up to it in their order. */
export function madeSum({
  say,
  parts,
  ...of
}: {
  readonly title: string;
  readonly of: string;
  /** Its range in words, or why it has none of its own. */
  readonly range: string | null;
  readonly formula: string;
  readonly parts: readonly Omit<PartLine, 'text'>[];
  /** An amount in the unit of the sum. */
  readonly say: (value: number) => string;
}): Opened {
  const lines = parts.map((part): PartLine => ({ ...part, text: say(part.value) }));
  const value = lines.reduce((sum, part) => sum + part.value, 0);
  return { kind: 'made', made: { ...of, value, operation: 'sum', parts: lines, say } };
}

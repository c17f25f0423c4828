import type { MadeFigure, Opened, PartLine } from './receiptStore.ts';

/** A sum that a view makes of others; its parts are said in the unit of the sum, and add up to it in their order. */
export function madeSum({
  say,
  parts,
  ...of
}: Omit<MadeFigure, 'value' | 'text' | 'operation' | 'parts'> & {
  readonly parts: readonly Omit<PartLine, 'text'>[];
}): Extract<Opened, { readonly kind: 'made' }> {
  const lines = parts.map((part): PartLine => ({ ...part, text: say(part.value) }));
  const value = lines.reduce((sum, part) => sum + part.value, 0);
  return { kind: 'made', made: { ...of, value, operation: 'sum', parts: lines, say } };
}

/** A sentence of a catalogue with its `{{name}}`s filled in; one that has no value becomes nothing. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ''));

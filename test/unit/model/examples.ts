import { readFileSync } from 'node:fs';
import type { ModelInitiative } from '../../../shared/model/types.ts';

/** The one initiative of a vector of MODEL.md section 4. */
export function example(vector: string): ModelInitiative {
  const url = new URL(`../../fixtures/vectors/${vector}.json`, import.meta.url);
  const { input } = JSON.parse(readFileSync(url, 'utf8')) as { input: { initiatives: ModelInitiative[] } };
  return input.initiatives[0]!;
}

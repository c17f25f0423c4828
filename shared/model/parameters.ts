/** Parameter values of one computation: global defaults, replaced by the portfolio's, replaced by the initiative's. */
import { PARAMETERS, type ParameterId } from './parameterTable.ts';
import type { ModelParameterOverrides, ModelParameters } from './types.ts';

/** Mutable on purpose: a simulation writes its draws into one record instead of allocating one per iteration. */
export type Parameters = { -readonly [K in keyof ModelParameters]: ModelParameters[K] };

/** Global defaults of MODEL.md 2.2. */
export const DEFAULT_PARAMETERS: ModelParameters = Object.freeze(
  Object.fromEntries(PARAMETERS.map((p) => [p.id, p.default])),
) as unknown as ModelParameters;

const KNOWN: ReadonlySet<string> = new Set(PARAMETERS.map((p) => p.id));

export function isParameterId(id: string): id is ParameterId {
  return KNOWN.has(id);
}

/** Writes the known, present values of `from` into `into`; unknown names are other programs' business. */
function applyOverrides(into: Parameters, from: ModelParameterOverrides | null | undefined): void {
  if (!from) return;
  for (const [id, value] of Object.entries(from)) {
    if (value !== undefined && value !== null && isParameterId(id)) {
      (into as unknown as Record<string, unknown>)[id] = value;
    }
  }
}

/** A fresh record with the initiative's values over the portfolio's over the global defaults. */
export function resolveParameters(
  portfolio?: ModelParameterOverrides | null,
  initiative?: ModelParameterOverrides | null,
): Parameters {
  const p: Parameters = { ...DEFAULT_PARAMETERS };
  applyOverrides(p, portfolio);
  applyOverrides(p, initiative);
  return p;
}

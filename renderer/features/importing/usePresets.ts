import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import {
  changesPlan,
  type ImportPreset,
  planFromPreset,
  presetOf,
  type RecognisedPreset,
  recognisePresets,
} from '../../../shared/exchange/presets.ts';
import { readKeptReport } from '../../../shared/exchange/writing/keptReport.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { ask } from '../../state/service.ts';
import type { Choices } from './useImportPreview.ts';

export interface PresetsState {
  readonly presets: readonly ImportPreset[];
  /** Those that fit the list, the one most alike first. */
  readonly recognised: readonly (RecognisedPreset & {
    /** True for how an earlier list of this portfolio was read. */
    readonly past: boolean;
  })[];
  /** How many were found damaged and set aside. */
  readonly damaged: number;
  /** The name of the one that is in force. */
  readonly used: string | null;
  readonly use: (preset: ImportPreset) => void;
  readonly save: (name: string) => Promise<boolean>;
  readonly remove: (name: string) => Promise<void>;
}

/** Mappings kept under a name: offered for the list that is looked at, never taken by themselves. */
export function usePresets(preview: ImportPreview | null, takeAs: (choices: Choices) => void): PresetsState {
  const plan = preview?.plan ?? null;
  const [presets, setPresets] = useState<readonly ImportPreset[]>([]);
  const [damaged, setDamaged] = useState(0);
  const [taken, setTaken] = useState<{ readonly name: string; readonly tables: number } | null>(null);
  const load = useCallback(async () => {
    const list = await ask('preset.list', {});
    if (!list) return;
    setPresets(list.presets);
    setDamaged((count) => count + list.problems.length);
  }, []);
  useEffect(() => {
    void load();
  }, [load]);
  const further = preview?.tables;
  const count = further?.length ?? 0;
  // A table that came afterwards was not yet taken as the preset says: it is offered once more.
  const used = taken === null || (preview !== null && count > taken.tables) ? null : taken.name;
  const headers = useMemo(() => preview?.columns.map(({ header }) => header) ?? [], [preview?.columns]);
  const reports = usePortfolio((state) => state.records?.importReport);
  const past = useMemo(
    () =>
      Object.values(reports ?? {}).flatMap((kept) => {
        const mapping = readKeptReport(kept.report)?.mapping ?? null;
        return mapping === null ? [] : [mapping];
      }),
    [reports],
  );
  // A mapping that the person named comes before one that was only used, when both fit equally well.
  const recognised = useMemo(() => {
    const named = new Set(presets);
    return [...recognisePresets([...presets, ...past], headers)]
      .sort((a, b) => b.likeness - a.likeness || Number(named.has(b.preset)) - Number(named.has(a.preset)))
      .map((each) => ({ ...each, past: !named.has(each.preset) }))
      .filter(
        ({ preset, past: earlier }) =>
          !earlier || (plan !== null && changesPlan(preset, plan, headers, further)),
      );
  }, [presets, past, headers, plan, further]);
  return {
    presets,
    recognised,
    damaged,
    used,
    use(preset) {
      takeAs(planFromPreset(preset, headers, further));
      setTaken({ name: preset.name, tables: count });
    },
    async save(name) {
      if (!preview) return false;
      const { savedAt: _savedAt, ...preset } = presetOf(
        name,
        preview.plan,
        headers,
        new Date().toISOString(),
        further,
      );
      if (!(await ask('preset.save', preset))) return false;
      setTaken({ name, tables: count });
      await load();
      return true;
    },
    async remove(name) {
      if (!(await ask('preset.remove', { name }))) return;
      if (used === name) setTaken(null);
      await load();
    },
  };
}

import { createDecision, decisionWords } from '../../state/decisionActions.ts';
import { useView } from '../../state/viewStore.ts';
import type { Compared } from '../scenarios/comparisonData.ts';
import { useDecisionView } from './decisionStore.ts';

/** Writes down the question which of some compared states to take, with what each changes, and shows it. */
export async function decideBetween(baseName: string, compared: readonly Compared[]): Promise<void> {
  const t = decisionWords();
  const names = compared.map(({ name }) => name);
  const id = await createDecision(t('question.compare', { names: names.join(' / ') }), {
    subject: 'comparison',
    options: [
      ...compared.map(({ id: state, name, comparison }) => {
        const { coverage, futures, initiatives, sameCurrency } = comparison;
        const flips = initiatives.some(({ before, after }) => before && after && before.mode !== after.mode);
        const moved = ([before, after]: readonly [number, number]): number | null =>
          coverage.known && sameCurrency ? after - before : null;
        return {
          kind: flips ? ('convert' as const) : ('extend' as const),
          name,
          effects: {
            ownGapMoney: null,
            gapMoney: moved(coverage.gapMoney),
            overlapMoney: moved(coverage.overlapMoney),
            wasteMoney: futures?.wasteMoney ?? null,
            value: futures && futures.ahead !== null ? futures.value : null,
            cost: futures?.cost ?? null,
            ahead: futures?.ahead ?? null,
            closes: false,
          },
          ...(state.startsWith('scenario/') ? { scenarioId: state.slice('scenario/'.length) } : {}),
        };
      }),
      { kind: 'accept', name: t('propose.plan', { name: baseName }) },
    ],
  });
  if (id === null) return;
  useDecisionView.getState().set({ tab: 'decisions', filter: 'all', search: '', shown: id });
  useView.getState().lead('decisions');
}

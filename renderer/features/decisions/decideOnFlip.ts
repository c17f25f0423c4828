import type { OptionEffects } from '../../../shared/decisions/effects.ts';
import type { Initiative } from '../../../shared/domain/records.ts';
import { patch } from '../../../shared/planning/planned.ts';
import { optionEffectsInWorker } from '../../analysis/comparePlansInWorker.ts';
import { createDecision, decisionWords } from '../../state/decisionActions.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { useDecisionView } from './decisionStore.ts';

/** Writes down the question whether an initiative should be run the other way, with what that would change, and shows it. */
export async function decideOnFlip(initiative: Initiative): Promise<void> {
  const { records } = usePortfolio.getState();
  if (!records) return;
  const t = decisionWords();
  const mode = initiative.mode === 'project' ? 'product' : 'project';
  const changes = [patch('initiative', initiative.id, { mode })];
  const name = mode === 'product' ? 'propose.convert' : 'propose.toProject';
  const effects = await new Promise<OptionEffects | undefined>((resolve) => {
    optionEffectsInWorker(records, [changes], null, {
      onDone: ([first]) => resolve(first),
      onFailed: () => resolve(undefined),
    });
  });
  const id = await createDecision(
    t(mode === 'product' ? 'question.flip' : 'question.flipBack', { name: initiative.name }),
    {
      subject: 'flip',
      initiativeId: initiative.id,
      options: [
        {
          kind: 'convert',
          name: t(name, { about: initiative.name }),
          option: { kind: 'convert', changes, cost: null, about: [initiative.name] },
          ...(effects ? { effects: { ...effects, closes: false } } : {}),
        },
        { kind: 'accept', name: t('propose.accept') },
      ],
    },
  );
  if (id === null) return;
  useDecisionView.getState().set({ tab: 'decisions', filter: 'all', search: '', shown: id });
  useView.getState().lead('decisions');
}

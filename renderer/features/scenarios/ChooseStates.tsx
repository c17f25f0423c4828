import { Plus } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { COMPARED_AT_MOST } from '../../../shared/storyboard/pages.ts';
import { labelled } from '../../../shared/text/join.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionItem, MenuGroup, MenuPopover } from '../../ui/Menu.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { useSnapshots } from '../snapshots/snapshotStore.ts';
import { type StateRef, sameState, useCompared } from './compareStore.ts';
import css from './comparison.module.css';
import { useStateName } from './useStates.ts';

/** Which states are compared, and with which. */
export function ChooseStates() {
  const { t } = useTranslation('comparison');
  const { base, others, set } = useCompared();
  const nameOf = useStateName();
  const chosen = (state: StateRef): boolean =>
    sameState(state, base) || others.some((each) => sameState(each, state));
  return (
    <div className={css.choose}>
      <span className={css.chooseLabel}>{t('choose.base')}</span>
      <StateMenu
        label={t('choose.base')}
        text={nameOf(base)}
        isTaken={chosen}
        onPick={(state) => set({ base: state })}
      />
      <span className={css.chooseLabel}>{t('choose.others')}</span>
      {others.map((state, k) => {
        const name = nameOf(state);
        return (
          <span key={state.kind === 'plan' ? 'plan' : state.id} className={css.chip}>
            <b>{String.fromCharCode('A'.charCodeAt(0) + k)}</b>
            <span title={name}>{name}</span>
            <RemoveButton
              label={t('choose.remove', { name })}
              onPress={() => set({ others: others.filter((each) => each !== state) })}
            />
          </span>
        );
      })}
      {others.length < COMPARED_AT_MOST && (
        <StateMenu
          label={t('choose.add')}
          text={null}
          isTaken={chosen}
          onPick={(state) => set({ others: [...others, state] })}
        />
      )}
    </div>
  );
}

function StateMenu({
  label,
  text,
  isTaken,
  onPick,
}: {
  readonly label: string;
  /** What is chosen; null for a button that adds. */
  readonly text: string | null;
  readonly isTaken: (state: StateRef) => boolean;
  readonly onPick: (state: StateRef) => void;
}) {
  const { t } = useTranslation('comparison');
  const language = usePreferences((state) => state.language);
  const plan = usePortfolio((state) => state.plan);
  const snapshots = useSnapshots() ?? [];
  const scenarios = Object.values(plan?.scenario ?? {})
    .filter(({ appliedAt }) => appliedAt === null)
    .sort((a, b) => a.position - b.position);
  const item = (state: StateRef, name: string) => (
    <ActionItem
      key={state.kind === 'plan' ? 'plan' : state.id}
      id={state.kind === 'plan' ? 'plan' : `${state.kind}/${state.id}`}
      text={name}
      disabled={isTaken(state)}
      onAction={() => onPick(state)}
    />
  );
  return (
    <MenuTrigger>
      <Button aria-label={text === null ? label : labelled(label, text, language)}>
        {text === null ? (
          <>
            <Plus size={14} aria-hidden />
            {label}
          </>
        ) : (
          <span className={css.named} title={text}>
            {text}
          </span>
        )}
      </Button>
      <MenuPopover label={label}>
        {item({ kind: 'plan' }, t('state.plan'))}
        {scenarios.length > 0 && (
          <MenuGroup title={t('choose.scenarios')}>
            {scenarios.map(({ id, name }) => item({ kind: 'scenario', id }, name))}
          </MenuGroup>
        )}
        {snapshots.length > 0 && (
          <MenuGroup title={t('choose.snapshots')}>
            {snapshots.map(({ id, name }) => item({ kind: 'snapshot', id }, name))}
          </MenuGroup>
        )}
      </MenuPopover>
    </MenuTrigger>
  );
}

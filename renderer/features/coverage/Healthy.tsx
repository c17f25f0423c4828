import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/contract/changes.ts';
import type { Finding, HealthyWay } from '../../../shared/coverage/findings.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { flipMode, newId } from '../../state/initiativeActions.ts';
import { usePlanReadOnly, usePortfolio } from '../../state/portfolioStore.ts';
import { change } from '../../state/service.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { enterField } from '../flow/enterField.ts';
import { focusField } from '../flow/focusField.ts';
import css from './coverage.module.css';

/** The initiatives that a finding says do the same thing. */
function initiativesOf(finding: Finding): readonly string[] {
  if (finding.type === 'DUPLICATE_TEXT') return finding.detail.initiatives;
  if (finding.type === 'OVERLAP') {
    return [...new Set(finding.evidence.pairs.flatMap((pair) => [pair.lead, pair.other]))];
  }
  if (finding.type === 'ORPHAN') return finding.evidence.last_initiatives;
  return [];
}

/** The first pair that a finding is about: [lead, other]. */
function pairOf(finding: Finding): readonly [string, string] | null {
  if (finding.type === 'DUPLICATE_TEXT') return finding.detail.initiatives;
  const pair = finding.type === 'OVERLAP' ? finding.evidence.pairs[0] : undefined;
  return pair ? [pair.lead, pair.other] : null;
}

/** Puts the initiatives into one collaboration group: one that a member already has, else a new one by this name. */
function groupChanges(records: PortfolioRecords, ids: readonly string[], name: string): readonly Change[] {
  const known = ids.map((id) => records.initiative[id]?.collaborationGroup ?? null);
  const group = known.find((each) => each !== null) ?? name.slice(0, 200);
  return ids.flatMap((id, k): Change[] =>
    known[k] === group
      ? []
      : [{ op: 'patch', table: 'initiative', id, values: { collaborationGroup: group } }],
  );
}

/** Ways to say that a finding is as it should be; each is one undoable step, after which the finding is gone. */
export function Healthy({ finding, subject }: { readonly finding: Finding; readonly subject: string }) {
  const { t } = useTranslation('coverage');
  const records = usePortfolio((state) => state.records);
  const readOnly = usePlanReadOnly();
  if (!records) return null;
  return (
    <ul className={css.ways}>
      {finding.healthy.map((way) => (
        <li key={way}>
          <Way way={way} {...{ finding, subject, records }} disabled={readOnly} />
        </li>
      ))}
      {finding.healthy.length === 0 && <li className={css.note}>{t('healthy.nothing_to_do')}</li>}
    </ul>
  );
}

function Way({
  way,
  finding,
  subject,
  records,
  disabled,
}: {
  readonly way: HealthyWay;
  readonly finding: Finding;
  readonly subject: string;
  readonly records: PortfolioRecords;
  readonly disabled: boolean;
}) {
  const { t } = useTranslation('coverage');
  const select = useView((state) => state.select);
  const button = (text: string, onPress: () => void) => (
    <Button isDisabled={disabled} className={css.way ?? ''} onPress={onPress}>
      {text}
    </Button>
  );
  const editCapability = (field: string) => () => {
    if (records.capability[finding.subject]) select({ kind: 'capability', id: finding.subject });
    focusField(`capability.${field}`);
  };
  switch (way) {
    case 'set_collaboration_group': {
      const ids = initiativesOf(finding);
      if (ids.length < 2) return null;
      return button(t('healthy.set_collaboration_group'), () => {
        void change(
          'finding.group',
          { count: ids.length, name: subject },
          groupChanges(records, ids, subject),
        );
      });
    }
    case 'declare_dependency': {
      const pair = pairOf(finding);
      if (!pair) return null;
      const [to, from] = pair;
      const [name, other] = [records.initiative[from]?.name ?? from, records.initiative[to]?.name ?? to];
      return button(t('healthy.declare_dependency', { name, other }), () => {
        void change('finding.depends', { name, other }, [
          {
            op: 'put',
            table: 'dependency',
            record: { id: newId(), fromInitiativeId: from, toInitiativeId: to },
          },
        ]);
      });
    }
    case 'set_owner_team':
      return <OwnerPicker capabilityId={finding.subject} records={records} disabled={disabled} />;
    case 'keep_open_ended_team': {
      const last = initiativesOf(finding)
        .map((id) => records.initiative[id])
        .find((initiative) => initiative?.mode === 'project');
      if (!last) return null;
      return button(t('healthy.keep_open_ended_team', { name: last.name }), () => void flipMode(last));
    }
    case 'set_needed_money':
      return button(t('healthy.set_needed_money'), editCapability('neededMoney'));
    case 'lower_target':
      return button(t('healthy.lower_target'), editCapability('targetMaturity'));
    case 'raise_target':
      return button(t('healthy.raise_target'), editCapability('targetMaturity'));
    case 'add_contribution': {
      const initiative = records.initiative[finding.subject];
      return button(t('healthy.add_contribution'), () => {
        if (initiative) enterField(initiative.id, 'initiative.capabilities');
        else useView.getState().lead('initiatives');
      });
    }
    case 'set_exit_readiness':
    case 'add_second_vendor':
    case 'shift_vendor_share':
      return <p className={css.note}>{t(`healthy.${way}`)}</p>;
    case 'nothing_to_do':
      return <p className={css.note}>{t('healthy.nothing_to_do')}</p>;
  }
}

/** Gives a capability to a team. */
function OwnerPicker({
  capabilityId,
  records,
  disabled,
}: {
  readonly capabilityId: string;
  readonly records: PortfolioRecords;
  readonly disabled: boolean;
}) {
  const { t } = useTranslation('coverage');
  const capability = records.capability[capabilityId];
  const teams = Object.values(records.team);
  if (!capability) return null;
  if (teams.length === 0) return <p className={css.note}>{t('healthy.set_owner_team.none')}</p>;
  return (
    <SelectField
      label={t('healthy.set_owner_team')}
      value={capability.ownerTeamId ?? ''}
      disabled={disabled}
      choices={[
        { id: '', text: t('capability.nobody') },
        ...teams.map((team) => ({ id: team.id, text: team.name })),
      ]}
      onChange={(id) => {
        const team = records.team[id];
        void change('finding.owner', { name: capability.name, team: team?.name ?? t('capability.nobody') }, [
          {
            op: 'patch',
            table: 'capability',
            id: capability.id,
            values: { ownerTeamId: id === '' ? null : id },
          },
        ]);
      }}
    />
  );
}

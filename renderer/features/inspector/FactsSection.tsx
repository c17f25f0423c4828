import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Initiative, stages } from '../../../shared/domain/records.ts';
import { teamsOn } from '../../../shared/planning/inUse.ts';
import { editInitiative } from '../../state/initiativeActions.ts';
import { namedRecords } from '../../state/namedRecords.ts';
import { change } from '../../state/service.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { readText } from '../../ui/readers.ts';
import { planDay } from '../planning/today.ts';
import { Folding } from './Folding.tsx';
import type { SectionOf } from './sectionProps.ts';
import { useFieldRows } from './useFieldRows.tsx';
import { useWords } from './useWords.ts';

/** What it is, where it stands, who answers for it, and when. */
export function FactsSection({ initiative, records, readOnly }: SectionOf) {
  const { t } = useTranslation(['inspector', 'common']);
  const words = useWords();
  const team = initiative.teamId === null ? null : (records.team[initiative.teamId]?.name ?? null);
  const teamNames = useMemo(() => teamsOn(records.team, planDay(records)).map(({ name }) => name), [records]);
  const setTeam = (name: string | null): void => {
    const label = { name: initiative.name, field: 'teamId' };
    const names = namedRecords();
    const teamId = names.idOf('team', name ?? '');
    void change('initiative.edit', label, [
      ...names.changes(),
      { op: 'patch', table: 'initiative', id: initiative.id, values: { teamId } },
    ]);
  };
  const rows = useFieldRows<Initiative>(
    initiative,
    (values) => {
      const [field] = Object.keys(values) as (keyof Initiative)[];
      if (field) void editInitiative(initiative, field, values);
    },
    readOnly,
  );
  return (
    <Folding id="facts">
      <InlineSelect
        label={t('stage')}
        value={initiative.stage ?? ''}
        readOnly={readOnly}
        choices={[
          { id: '' as const, text: t('unknown') },
          ...stages.map((id) => ({ id, text: t(`stage.${id}`, { ns: 'common' }) })),
        ]}
        onCommit={(id) => void editInitiative(initiative, 'stage', { stage: id === '' ? null : id })}
      />
      {rows.text('status', t('status'))}
      {rows.text('owner', t('owner'))}
      <InlineField
        label={t('team')}
        value={team}
        show={words.text}
        read={readText()}
        suggestions={teamNames}
        readOnly={readOnly}
        onCommit={setTeam}
      />
      {rows.dates({ field: 'startDate', label: t('startDate') }, { field: 'endDate', label: t('endDate') })}
      {initiative.externalId !== null && rows.text('externalId', t('externalId'), { longest: 200 })}
      {rows.prose('description', t('description'), { placeholder: t('descriptionHint') })}
    </Folding>
  );
}

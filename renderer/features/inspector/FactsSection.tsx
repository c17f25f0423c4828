import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { stages } from '../../../shared/domain/records.ts';
import { editInitiative } from '../../state/initiativeActions.ts';
import { namedRecords } from '../../state/namedRecords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { change } from '../../state/service.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { type Parsed, parseDate } from '../../ui/parse.ts';
import { readProse, readText } from '../../ui/readers.ts';
import { Folding } from './Folding.tsx';
import type { SectionOf } from './sectionProps.ts';
import { useWords } from './useWords.ts';

/** What it is, where it stands, who answers for it, and when. */
export function FactsSection({ initiative, readOnly }: SectionOf) {
  const { t } = useTranslation(['inspector', 'common']);
  const words = useWords();
  const teams = usePortfolio((state) => state.records?.team);
  const team = initiative.teamId === null ? null : (teams?.[initiative.teamId]?.name ?? null);
  const teamNames = useMemo(() => Object.values(teams ?? {}).map(({ name }) => name), [teams]);
  const setTeam = (name: string | null): void => {
    const label = { name: initiative.name, field: 'teamId' };
    const names = namedRecords();
    const teamId = names.idOf('team', name ?? '');
    void change('initiative.edit', label, [
      ...names.changes(),
      { op: 'patch', table: 'initiative', id: initiative.id, values: { teamId } },
    ]);
  };
  const dateField = (field: 'startDate' | 'endDate') => (
    <InlineField
      label={t(field)}
      numeric
      value={initiative[field]}
      show={words.date}
      toText={words.dateText}
      read={(text): Parsed<string | null> => {
        const date = parseDate(text);
        if (!date.ok) return date;
        const start = field === 'startDate' ? date.value : initiative.startDate;
        const end = field === 'endDate' ? date.value : initiative.endDate;
        return start !== null && end !== null && end < start ? { ok: false, reason: 'invalid.order' } : date;
      }}
      readOnly={readOnly}
      onCommit={(value) => void editInitiative(initiative, field, { [field]: value })}
    />
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
      {(['status', 'owner'] as const).map((field) => (
        <InlineField
          key={field}
          label={t(field)}
          value={initiative[field]}
          show={words.text}
          read={readText()}
          readOnly={readOnly}
          onCommit={(value) => void editInitiative(initiative, field, { [field]: value })}
        />
      ))}
      <InlineField
        label={t('team')}
        value={team}
        show={words.text}
        read={readText()}
        suggestions={teamNames}
        readOnly={readOnly}
        onCommit={setTeam}
      />
      {dateField('startDate')}
      {dateField('endDate')}
      {initiative.externalId !== null && (
        <InlineField
          label={t('externalId')}
          value={initiative.externalId}
          show={words.text}
          read={readText(200)}
          readOnly={readOnly}
          onCommit={(externalId) => void editInitiative(initiative, 'externalId', { externalId })}
        />
      )}
      <InlineField
        label={t('description')}
        labelAt="above"
        lines={2}
        placeholder={t('descriptionHint')}
        value={initiative.description}
        show={(text) => text}
        read={readProse}
        readOnly={readOnly}
        onCommit={(description) => void editInitiative(initiative, 'description', { description })}
      />
    </Folding>
  );
}

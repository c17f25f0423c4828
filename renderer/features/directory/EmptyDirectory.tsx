import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { runCommand } from '../../commands/commandList.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Start } from '../../ui/Start.tsx';
import { LackingInitiatives } from '../inspector/LackingInitiatives.tsx';
import { EmptyStart } from '../planning/EmptyStart.tsx';
import { create, tableOf } from './directoryActions.ts';
import type { DirectoryTab } from './directoryStore.ts';

/** What stands where a list will be: what it is for, a line to type the first name, and the work that names no team. */
export function EmptyDirectory({
  tab,
  records,
  readOnly,
}: {
  readonly tab: DirectoryTab;
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('directory');
  const start = async (name: string): Promise<void> => {
    const id = await create(tab, name);
    if (id !== null) useView.getState().select({ kind: tableOf(tab), id });
  };
  const steps =
    tab === 'teams'
      ? [t('what.teams.handoffs'), t('what.teams.carries'), t('what.teams.load')]
      : [t('what.partners.work'), t('what.partners.share'), t('what.partners.without')];
  return (
    <Start title={t(`what.${tab}.title`)} steps={steps}>
      <EmptyStart
        title={t(`empty.${tab}.title`)}
        text={t(`empty.${tab}.sentence`)}
        label={t(tab === 'teams' ? 'field.newTeam' : 'field.newPartner')}
        example={t(tab === 'teams' ? 'entry.team' : 'entry.partner')}
        button={t(`empty.${tab}.button`)}
        readOnly={readOnly ? t('empty.readOnly') : null}
        onStart={(name) => void start(name)}
      >
        <Button look="quiet" onPress={() => runCommand('portfolio.import')}>
          {t('empty.import')}
        </Button>
      </EmptyStart>
      {tab === 'teams' && (
        <LackingInitiatives
          title={t('lacking.title')}
          say={(count) => t('lacking.text', { count })}
          records={records}
          lacks={({ teamId }) => teamId === null}
          field="teamId"
        />
      )}
    </Start>
  );
}

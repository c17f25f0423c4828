import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Team, TeamMember } from '../../../shared/domain/records.ts';
import { usePlanReadOnly, usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { ModeMark } from '../../ui/ModeMark.tsx';
import type { Parsed } from '../../ui/parse.ts';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { needed, readName, readPeople } from '../../ui/readers.ts';
import lines from '../inspector/Lines.module.css';
import { useFieldRows } from '../inspector/useFieldRows.tsx';
import { useWords } from '../inspector/useWords.ts';
import { planDay } from '../planning/today.ts';
import { AllocationGrid } from './AllocationGrid.tsx';
import css from './directory.module.css';
import { addRole, editRole, editTeam, removeRole } from './directoryActions.ts';

/** Everything about one team, each value changed where it stands. */
export function TeamInspector({ id }: { readonly id: string }) {
  const { t } = useTranslation('directory');
  const records = usePortfolio((state) => state.records);
  const readOnly = usePlanReadOnly();
  const team = records?.team[id];
  if (!records || !team) return <p className={css.summary}>{t('inspect.gone')}</p>;
  return <Inspected key={id} records={records} team={team} readOnly={readOnly} />;
}

interface TeamProps {
  readonly records: PortfolioRecords;
  readonly team: Team;
  readonly readOnly: boolean;
}

function Inspected({ records, team, readOnly }: TeamProps) {
  const { t } = useTranslation('directory');
  const rows = useFieldRows(team, (values) => editTeam(team, values), readOnly);
  const isGone = team.disbandsOn !== null && team.disbandsOn <= planDay(records);
  return (
    <div className={css.inspector}>
      <header>
        {rows.title('name', t('column.team'))}
        {isGone && <p className={css.state}>{t('state.gone')}</p>}
      </header>
      <section>
        <h2>{t('inspect.charter')}</h2>
        {rows.prose('mission', t('column.mission'), { placeholder: t('inspect.missionHint') })}
        {rows.prose('decidesAlone', t('inspect.decidesAlone'), {
          placeholder: t('inspect.decidesAloneHint'),
          lines: 3,
        })}
      </section>
      <section>
        <h2>{t('inspect.people')}</h2>
        <Roles records={records} team={team} readOnly={readOnly} />
        {rows.dates(
          { field: 'stableSince', label: t('column.stableSince') },
          { field: 'disbandsOn', label: t('column.disbandsOn'), open: t('inspect.stays') },
        )}
      </section>
      <section>
        <h2>{t('inspect.allocations')}</h2>
        <AllocationGrid records={records} team={team} readOnly={readOnly} />
      </section>
      <section>
        <h2>{t('inspect.platforms')}</h2>
        <Platforms records={records} team={team} readOnly={readOnly} />
      </section>
      <Work records={records} team={team} />
    </div>
  );
}

function Roles({ records, team, readOnly }: TeamProps) {
  const { t } = useTranslation('directory');
  const words = useWords();
  const roles = Object.values(records.teamMember).filter(({ teamId }) => teamId === team.id);
  const sum = roles.reduce((total, { people }) => total + people, 0);
  return (
    <>
      {roles.length === 0 && <p className={lines.none}>{t('inspect.noRoles')}</p>}
      <ul>
        {roles.map((role) => (
          <Role key={role.id} team={team} role={role} readOnly={readOnly} />
        ))}
      </ul>
      {roles.length > 1 && <p className={css.sum}>{t('inspect.peopleSum', { people: words.number(sum) })}</p>}
      {!readOnly && <NewRole team={team} />}
    </>
  );
}

function Role({
  team,
  role,
  readOnly,
}: {
  readonly team: Team;
  readonly role: TeamMember;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('directory');
  const words = useWords();
  return (
    <li className={css.role}>
      <InlineField
        label={t('inspect.role')}
        labelAt="hidden"
        value={role.name}
        show={(name) => name}
        read={readName}
        readOnly={readOnly}
        onCommit={(name) => editRole(team, role, { name })}
      />
      <InlineField
        label={t('inspect.rolePeople', { role: role.name })}
        labelAt="hidden"
        numeric
        value={role.people}
        show={words.number}
        toText={words.numberText}
        read={readSomePeople}
        readOnly={readOnly}
        onCommit={(people) => editRole(team, role, { people })}
      />
      {!readOnly && (
        <RemoveButton
          narrow
          label={t('inspect.removeRole', { role: role.name })}
          onPress={() => void removeRole(team, role)}
        />
      )}
    </li>
  );
}

/** People in a role: a role without a number is not entered. */
const readSomePeople = (text: string): Parsed<number> => needed(readPeople(text));

/** A role is typed with its people: `Developers 4`; without a number it is one. */
function NewRole({ team }: { readonly team: Team }) {
  const { t } = useTranslation(['directory', 'inspector']);
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const add = async (): Promise<void> => {
    const parts = /^(.*?)[\s,;×x:：，]+(\d+(?:[.,]\d+)?)$/u.exec(text.trim());
    const people = readSomePeople((parts?.[2] ?? '1').replace(',', '.'));
    const name = readName(parts?.[1] ?? text);
    setWrong(!name.ok || !people.ok);
    if (name.ok && people.ok && (await addRole(team, name.value, people.value))) setText('');
  };
  return (
    <form
      className={css.newRole}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <input
        aria-label={t('inspect.addRole')}
        aria-invalid={isWrong || undefined}
        placeholder={t('inspect.addRoleHint')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(false);
        }}
      />
      {isWrong && (
        <p className={css.wrong} role="alert">
          {t('inspect.roleWrong')}
        </p>
      )}
    </form>
  );
}

function Platforms({ records, team, readOnly }: TeamProps) {
  const { t } = useTranslation('directory');
  const [text, setText] = useState('');
  const others = new Map<string, string[]>();
  for (const each of Object.values(records.team))
    if (each.id !== team.id)
      for (const platform of each.platforms)
        others.set(platform, [...(others.get(platform) ?? []), each.name]);
  const add = (): void => {
    const name = text.trim().slice(0, 200);
    setText('');
    if (name !== '' && !team.platforms.includes(name))
      editTeam(team, { platforms: [...team.platforms, name] });
  };
  return (
    <>
      {team.platforms.length === 0 && <p className={lines.none}>{t('inspect.noPlatforms')}</p>}
      <ul>
        {team.platforms.map((platform) => (
          <li key={platform} className={css.platform}>
            <span>
              {platform}
              <small>
                {others.has(platform)
                  ? t('inspect.sharedWith', { teams: (others.get(platform) ?? []).join(' · ') })
                  : t('inspect.notShared')}
              </small>
            </span>
            {!readOnly && (
              <RemoveButton
                narrow
                label={t('inspect.removePlatform', { platform })}
                onPress={() =>
                  editTeam(team, { platforms: team.platforms.filter((each) => each !== platform) })
                }
              />
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <form
          className={css.newRole}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <input
            aria-label={t('inspect.addPlatform')}
            placeholder={t('inspect.addPlatform')}
            list="known-platforms"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <datalist id="known-platforms">
            {[...others.keys()].sort().map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        </form>
      )}
    </>
  );
}

const SHOWN = 12;

/** What the team works on and owns, each a way to go there. */
function Work({ records, team }: Pick<TeamProps, 'records' | 'team'>) {
  const { t } = useTranslation('directory');
  const { select, lead } = useView.getState();
  const initiatives = Object.values(records.initiative).filter(
    ({ teamId, retired }) => teamId === team.id && !retired,
  );
  const owned = Object.values(records.capability).filter(
    ({ ownerTeamId, retired }) => ownerTeamId === team.id && !retired,
  );
  return (
    <>
      {initiatives.length > 0 && (
        <section>
          <h2>{t('inspect.works', { count: initiatives.length })}</h2>
          <ul>
            {initiatives.slice(0, SHOWN).map(({ id, name, mode }) => (
              <li key={id} className={lines.pair}>
                <ModeMark mode={mode} bare />
                <button
                  type="button"
                  className={lines.link}
                  onClick={() => select({ kind: 'initiative', id })}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
          {initiatives.length > SHOWN && (
            <p className={lines.note}>{t('same.more', { count: initiatives.length - SHOWN })}</p>
          )}
        </section>
      )}
      {owned.length > 0 && (
        <section>
          <h2>{t('inspect.owns', { count: owned.length })}</h2>
          <ul>
            {owned.slice(0, SHOWN).map(({ id, name }) => (
              <li key={id} className={lines.pair}>
                <button
                  type="button"
                  className={lines.link}
                  onClick={() => {
                    lead('capabilities');
                    select({ kind: 'capability', id });
                  }}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
          {owned.length > SHOWN && (
            <p className={lines.note}>{t('same.more', { count: owned.length - SHOWN })}</p>
          )}
        </section>
      )}
    </>
  );
}

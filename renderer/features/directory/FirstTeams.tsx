import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Team } from '../../../shared/domain/records.ts';
import { inUse, teamsOn } from '../../../shared/planning/inUse.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useView } from '../../state/viewStore.ts';
import { FirstList } from '../../ui/FirstList.tsx';
import { planDay } from '../planning/today.ts';

const FIRST = 6;
/** So many of those that disband; the busiest fill up. */
const DISBANDING = 3;

/** Teams that disband next, then those with the most initiatives. */
function firstTeams(records: PortfolioRecords): readonly { readonly team: Team; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { teamId } of inUse(records.initiative))
    if (teamId !== null) counts.set(teamId, (counts.get(teamId) ?? 0) + 1);
  const teams = teamsOn(records.team, planDay(records)).map((team) => ({
    team,
    count: counts.get(team.id) ?? 0,
  }));
  const end = ({ team }: { readonly team: Team }): string => team.disbandsOn ?? '9999';
  const ending = teams
    .filter(({ team }) => team.disbandsOn !== null)
    .sort((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0))
    .slice(0, DISBANDING);
  const busiest = teams
    .filter((each) => each.count > 0 && !ending.includes(each))
    .sort((a, b) => b.count - a.count)
    .slice(0, FIRST - ending.length);
  return [...ending, ...busiest];
}

/** The teams to look at first, for an inspector in which none is selected yet. */
export function FirstTeams() {
  const { t } = useTranslation('inspector');
  const language = usePreferences((state) => state.language);
  const records = usePortfolio((state) => state.records);
  const select = useView((state) => state.select);
  const first = useMemo(() => (records ? firstTeams(records) : []), [records]);
  return (
    <FirstList
      items={first.map(({ team, count }) => ({
        id: team.id,
        note:
          team.disbandsOn === null
            ? t('first.busy', { count })
            : t('first.disbands', { date: formatDate(team.disbandsOn, language) }),
        name: team.name,
        onPress: () => select({ kind: 'team', id: team.id }),
      }))}
    />
  );
}

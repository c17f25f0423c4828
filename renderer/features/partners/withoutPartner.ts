import i18next from 'i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { Partner } from '../../../shared/domain/records.ts';
import { removePartner } from '../../../shared/planning/removePartner.ts';
import { formatMoneyShort, formatNumber } from '../../../shared/text/format.ts';
import { tell } from '../../state/noticeStore.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { createScenario } from '../../state/scenarioActions.ts';
import { change } from '../../state/service.ts';
import { useView } from '../../state/viewStore.ts';
import { compareWithPlan } from '../scenarios/compareStore.ts';

/** The partner that is selected and could be done without in a scenario, or null. */
export function selectedPartner(): Partner | null {
  const { selection } = useView.getState();
  const { records, looking } = usePortfolio.getState();
  if (selection?.kind !== 'partner' || looking.kind === 'snapshot') return null;
  const partner = records?.partner[selection.id];
  return partner && !partner.retired ? partner : null;
}

/**
 * Makes a scenario without the selected partner, on top of the one that is shown, and opens its comparison with the
 * plan; answers the scenario's id, or null when nothing was made.
 */
export async function tryWithoutPartner(): Promise<string | null> {
  const partner = selectedPartner();
  const { records, looking } = usePortfolio.getState();
  if (!partner || !records) return null;
  const { language } = usePreferences.getState();
  const name = i18next.t('remove.scenario', { ns: 'partners', partner: partner.name }).slice(0, 500);
  const id = await createScenario(looking.kind === 'scenario' ? looking.id : null, name);
  if (id === null) return null;
  // What is shown now is the new scenario: its records are those that the change is made of.
  const planned = removePartner(usePortfolio.getState().records ?? records, partner.id);
  if (!planned.ok) return null;
  if (!(await change('partner.without', { name: partner.name }, planned.changes))) return null;
  tell({
    kind: 'done',
    // Nothing known is not the same as nothing lost.
    key:
      planned.initiatives === 0 && planned.unknown > 0
        ? 'notice.withoutPartnerUnknown'
        : 'notice.withoutPartner',
    params: {
      name: partner.name,
      count: planned.engagements,
      money: formatMoneyShort(planned.money, settingsOf(records).currency, language),
      unknown: formatNumber(planned.unknown, language),
      all: formatNumber(planned.engagements, language),
    },
  });
  useView.getState().select(null);
  compareWithPlan({ kind: 'scenario', id });
  return id;
}

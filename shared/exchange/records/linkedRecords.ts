import { newCapability, newPartner, newTeam } from '../../domain/defaults.ts';
import type {
  Capability,
  Contribution,
  Engagement,
  Partner,
  PortfolioRecords,
  Team,
} from '../../domain/records.ts';
import { matchKey } from '../table/cellText.ts';
import { CODED_NAME } from '../values/codedName.ts';
import { splitNames, tidyName, withoutNumbers } from '../values/splitNames.ts';
import type { Aliases } from './aliases.ts';
import { byTarget, createSharedLinks, type SharedLinks, type Weighed } from './sharedLinks.ts';

/** Records that a list names in passing, each made once for a name (case, width and white space do not count). */
export interface LinkedRecords {
  readonly capability: readonly Capability[];
  readonly partner: readonly Partner[];
  readonly team: readonly Team[];
  readonly contribution: SharedLinks<Contribution>;
  readonly engagement: readonly Engagement[];
  /** Gives the initiative the capabilities of one cell, in equal shares; answers the ids of those that are new to it. */
  linkCapabilities(initiativeId: string, cell: string): readonly string[];
  /** Gives the capabilities of a cell an importance; false where an earlier row gave one of them another. */
  weighCapabilities(cell: string, importance: number): boolean;
  /** Capabilities of ours with another importance than they had. */
  weighed(): readonly Capability[];
  /** Gives the initiative capabilities in the shares that stand beside their names. */
  shareCapabilities(initiativeId: string, shares: ReadonlyMap<string, number>): Weighed;
  linkPartners(initiativeId: string, cell: string): readonly string[];
  /** What a capability or partner is called, by its id. */
  nameOf(id: string): string;
  /** Forgets what initiatives were tied to so far; what they are tied to stays known. */
  forget(): void;
  /** The id of the team that a cell names, or null when it names none. */
  teamOf(cell: string): string | null;
}

/** What stands between the names of a path from above. */
const PATH = /\s*[>»→\\/]\s*/;

const firstById = <T extends { readonly id: string }>(
  records: Readonly<Record<string, T>>,
  key: (record: T) => string,
) => {
  const map = new Map<string, string>();
  for (const record of Object.values(records)) {
    const name = key(record);
    if (!map.has(name)) map.set(name, record.id);
  }
  return map;
};

/**
 * Starts from what the portfolio holds already, so that a known capability, partner or team is not made again: found by
 * its name, a capability also by its code, and both by what another list of the same import calls them.
 */
export function createLinks(
  records: PortfolioRecords,
  separators: { readonly capabilities: string; readonly partners: string },
  newId: () => string,
  aliases: Aliases = {},
): LinkedRecords {
  const capability: Capability[] = [];
  const partner: Partner[] = [];
  const team: Team[] = [];
  const contribution = createSharedLinks(
    Object.values(records.contribution),
    (each) => each.capabilityId,
    (initiativeId, capabilityId, weight): Contribution => ({
      id: newId(),
      initiativeId,
      capabilityId,
      weight,
    }),
  );
  const engagement: Engagement[] = [];

  const byCode = firstById(records.capability, (c) => matchKey(c.code === null ? '' : `${c.code}-${c.name}`));
  const byName = firstById(records.capability, (c) => matchKey(c.name));
  const bareCodes = firstById(records.capability, (c) => matchKey(c.code ?? ''));
  bareCodes.delete('');
  const partners = firstById(records.partner, (p) => matchKey(p.name));
  const teams = firstById(records.team, (t) => matchKey(t.name));
  const engagedBefore = new Set(
    Object.values(records.engagement).map((e) => `${e.initiativeId}\n${e.partnerId}`),
  );
  /** Names of what this list made, by id. */
  const made = new Map<string, string>();
  const importances = new Map<string, number>();
  let position = Object.values(records.capability).reduce(
    (max, c) => (c.parentId === null ? Math.max(max, c.position + 1) : max),
    0,
  );
  const cells = {
    capability: new Map<string, readonly string[]>(),
    partner: new Map<string, readonly string[]>(),
  };

  /** One of this name whose code nobody knows yet. */
  const withoutCode = (name: string): string | undefined => {
    const id = byName.get(matchKey(name));
    return id !== undefined && records.capability[id]?.code === null ? id : undefined;
  };
  /** The last of `Finance > Billing` where all of it is known: the one that stands so, else any of its name. */
  const onPath = (text: string): string | undefined => {
    const path = text.split(PATH).map(matchKey);
    if (path.length < 2 || !path.every((name) => byName.has(name))) return undefined;
    const [above = '', last = ''] = path.slice(-2);
    const standsSo = Object.values(records.capability).find(
      ({ name, parentId }) =>
        parentId !== null &&
        matchKey(name) === last &&
        matchKey(records.capability[parentId]?.name ?? '') === above,
    );
    return standsSo?.id ?? byName.get(last);
  };
  const capabilityOf = (text: string): string => {
    const coded = CODED_NAME.exec(text);
    const code = coded?.[1] ?? null;
    const name = coded?.[2] ?? text;
    const key = matchKey(`${code}-${name}`);
    const known =
      code === null
        ? (byName.get(matchKey(name)) ??
          byCode.get(matchKey(name)) ??
          aliases.capabilities?.get(matchKey(name)) ??
          bareCodes.get(matchKey(name)))
        : (byCode.get(key) ?? withoutCode(name));
    const found = known ?? onPath(text);
    if (found !== undefined) return found;
    const id = newId();
    capability.push({ ...newCapability(id, name, null), position, code });
    made.set(id, name);
    position += 1;
    if (code !== null) byCode.set(key, id);
    if (!byName.has(matchKey(name))) byName.set(matchKey(name), id);
    return id;
  };

  const partnerOf = (name: string): string => {
    const known = partners.get(matchKey(name)) ?? aliases.partners?.get(matchKey(name));
    if (known !== undefined) return known;
    const id = newId();
    partner.push(newPartner(id, name));
    made.set(id, name);
    partners.set(matchKey(name), id);
    return id;
  };

  const idsOf = (
    kind: 'capability' | 'partner',
    cell: string,
    idOf: (name: string) => string,
  ): readonly string[] => {
    let ids = cells[kind].get(cell);
    if (!ids) {
      const separator = kind === 'capability' ? separators.capabilities : separators.partners;
      // A name that is known whole may hold the separator itself.
      const whole = (kind === 'capability' ? byName : partners).get(matchKey(cell));
      ids = whole === undefined ? [...new Set(splitNames(cell, separator).map(idOf))] : [whole];
      cells[kind].set(cell, ids);
    }
    return ids;
  };

  const withImportance = (each: Capability): Capability => {
    const importance = importances.get(each.id);
    return importance === undefined ? each : { ...each, importance };
  };

  return {
    get capability() {
      return importances.size === 0 ? capability : capability.map(withImportance);
    },
    partner,
    team,
    contribution,
    engagement,
    linkCapabilities: (initiativeId, cell) =>
      contribution.link(initiativeId, idsOf('capability', cell, capabilityOf)),
    shareCapabilities: (initiativeId, shares) =>
      contribution.weigh(
        initiativeId,
        byTarget(shares, (name) => idsOf('capability', name, capabilityOf)),
      ),
    weighCapabilities(cell, importance) {
      let agreed = true;
      for (const id of idsOf('capability', cell, capabilityOf)) {
        const said = importances.get(id);
        if (said === undefined) importances.set(id, importance);
        else if (said !== importance) agreed = false;
      }
      return agreed;
    },
    weighed: () =>
      [...importances.keys()].flatMap((id) => {
        const ours = records.capability[id];
        return ours && ours.importance !== importances.get(id) ? [withImportance(ours)] : [];
      }),
    linkPartners(initiativeId, cell) {
      const named = idsOf('partner', cell, partnerOf);
      const fresh =
        engagedBefore.size === 0
          ? named
          : named.filter((partnerId) => !engagedBefore.has(`${initiativeId}\n${partnerId}`));
      for (const partnerId of fresh)
        engagement.push({
          id: newId(),
          initiativeId,
          partnerId,
          description: '',
          amount: null,
          externalId: null,
        });
      return fresh;
    },
    nameOf: (id) => (records.capability[id] ?? records.partner[id])?.name ?? made.get(id) ?? id,
    forget() {
      contribution.forget();
      engagement.length = 0;
    },
    teamOf(cell) {
      const name = tidyName(withoutNumbers(cell));
      if (name === null) return null;
      const known = teams.get(matchKey(name));
      if (known !== undefined) return known;
      const id = newId();
      team.push(newTeam(id, name));
      teams.set(matchKey(name), id);
      return id;
    },
  };
}

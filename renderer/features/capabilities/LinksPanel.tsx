import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution, Initiative, PortfolioRecords } from '../../../shared/domain/records.ts';
import { capabilityOf } from '../../../shared/planning/capabilityTree.ts';
import { contributionsOf, freeShare, sumShares } from '../../../shared/planning/contributions.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { useView } from '../../state/viewStore.ts';
import { plain } from '../../ui/fuzzy.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { needed, readShare } from '../../ui/readers.ts';
import { useWords } from '../inspector/useWords.ts';
import css from './capabilities.module.css';
import { link, unlink } from './capabilityActions.ts';
import { InitiativeList } from './InitiativeList.tsx';

export interface LinksPanelProps {
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
}

/** Who serves the selected capability and with how much, above all initiatives, to be dragged onto capabilities. */
export function LinksPanel({ records, readOnly }: LinksPanelProps) {
  const { t } = useTranslation('capabilities');
  const [search, setSearch] = useState('');
  const [onlyUnlinked, setOnlyUnlinked] = useState(false);
  const wanted = useDeferredValue(search);
  const selection = useView((state) => state.selection);
  const selected = selection?.kind === 'capability' ? capabilityOf(records, selection.id) : undefined;
  const found = useMemo(() => find(records, wanted, onlyUnlinked), [records, wanted, onlyUnlinked]);
  return (
    <section className={css.links} aria-label={t('links.title')}>
      {selected ? (
        <Serving records={records} capabilityId={selected.id} name={selected.name} readOnly={readOnly} />
      ) : (
        <p className={css.note}>{t('links.choose')}</p>
      )}
      <div className={css.finder}>
        <h2 className={css.heading}>{t('links.title')}</h2>
        <input
          type="search"
          className={css.search}
          aria-label={t('links.search')}
          placeholder={t('links.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <label className={css.check}>
          <input
            type="checkbox"
            checked={onlyUnlinked}
            onChange={(event) => setOnlyUnlinked(event.target.checked)}
          />
          {t('links.unlinked')}
        </label>
      </div>
      <InitiativeList records={records} initiatives={found} readOnly={readOnly} />
    </section>
  );
}

function find(records: PortfolioRecords, search: string, onlyUnlinked: boolean): readonly Initiative[] {
  const wanted = plain(search.trim());
  return inUse(records.initiative).filter(
    ({ id, name, externalId }) =>
      (!onlyUnlinked || contributionsOf(records, id).length === 0) &&
      (wanted === '' ||
        plain(name).includes(wanted) ||
        (externalId !== null && plain(externalId).includes(wanted))),
  );
}

interface ServingProps extends LinksPanelProps {
  readonly capabilityId: string;
  readonly name: string;
}

function Serving({ records, capabilityId, name, readOnly }: ServingProps) {
  const { t } = useTranslation('capabilities');
  const own = useMemo(
    () =>
      Object.values(records.contribution)
        .filter((each) => each.capabilityId === capabilityId)
        .sort((a, b) => b.weight - a.weight),
    [records.contribution, capabilityId],
  );
  return (
    <div className={css.serving}>
      <h2 className={css.heading} title={name}>
        {t('links.of', { name })}
      </h2>
      {own.length === 0 && <p className={css.note}>{t('links.none')}</p>}
      <ul>
        {own.map((each) => (
          <Serves key={each.id} records={records} contribution={each} readOnly={readOnly} />
        ))}
      </ul>
    </div>
  );
}

interface ServesProps extends LinksPanelProps {
  readonly contribution: Contribution;
}

function Serves({ records, contribution, readOnly }: ServesProps) {
  const { t } = useTranslation('capabilities');
  const words = useWords();
  const { initiativeId, capabilityId, weight } = contribution;
  const initiative = records.initiative[initiativeId];
  if (!initiative) return null;
  const { name } = initiative;
  const sum = sumShares(contributionsOf(records, initiativeId).map((each) => each.weight));
  return (
    <li className={css.serves}>
      <button
        type="button"
        className={css.open}
        title={name}
        onClick={() => useView.getState().select({ kind: 'initiative', id: initiativeId })}
      >
        <ModeMark mode={initiative.mode} bare /> <span className={css.text}>{name}</span>
      </button>
      <span className={css.weight}>
        <InlineField
          label={t('links.weight', { name })}
          labelAt="hidden"
          numeric
          value={weight}
          show={words.share}
          toText={words.shareText}
          read={(text) => needed(readShare(text))}
          readOnly={readOnly}
          onCommit={(share) => void link(initiativeId, capabilityId, share)}
        />
      </span>
      {!readOnly && (
        <RemoveButton
          narrow
          label={t('links.remove', { name })}
          onPress={() => void unlink(initiativeId, capabilityId)}
        />
      )}
      <span className={sum > 1 ? css.over : css.free} title={t('links.sum', { sum: words.share(sum), name })}>
        {sum > 1
          ? t('links.over', { sum: words.share(sum) })
          : sum === 1
            ? t('links.full')
            : t('links.free', { share: words.share(freeShare(records, initiativeId)) })}
      </span>
    </li>
  );
}

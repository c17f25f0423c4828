import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import { newCapability } from '../../../shared/domain/defaults.ts';
import type { Capability, Contribution } from '../../../shared/domain/records.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { capabilityNames } from '../../state/capabilityNames.ts';
import { newId } from '../../state/initiativeActions.ts';
import { change } from '../../state/service.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import type { Parsed } from '../../ui/parse.ts';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { needed, readShare } from '../../ui/readers.ts';
import { Folding } from './Folding.tsx';
import css from './Lines.module.css';
import type { SectionOf } from './sectionProps.ts';
import { useWords } from './useWords.ts';

const none: readonly Contribution[] = [];
/** Adding shares such as a third three times may miss the whole by a hair. */
const HAIR = 1e-6;

/** Which capabilities it serves, and with how much of its effort. */
export function CapabilitiesSection({ initiative, records, readOnly }: SectionOf) {
  const { t } = useTranslation('inspector');
  const words = useWords();
  const { capability: capabilities } = records;
  const own = portfolioIndex(records).contributions.get(initiative.id) ?? none;
  const names = capabilityNames(capabilities);
  const free = useMemo(() => {
    const taken = new Set(own.map(({ capabilityId }) => capabilityId));
    return inUse(capabilities)
      .filter(({ id }) => !taken.has(id))
      .map(({ id, name }) => ({ id, name: names.get(id) ?? name }));
  }, [capabilities, names, own]);
  const sum = own.reduce((total, { weight }) => total + weight, 0);
  const link = (capability: Pick<Capability, 'id' | 'name'>, made?: Capability): void => {
    const label = { name: initiative.name, capability: capability.name };
    const weight = Math.max(0, Math.round((1 - sum) * 1e6) / 1e6);
    const record = { id: newId(), initiativeId: initiative.id, capabilityId: capability.id, weight };
    void change('capability.link', label, [
      ...(made ? [{ op: 'put' as const, table: 'capability' as const, record: { ...made } }] : []),
      { op: 'put', table: 'contribution', record },
    ]);
  };
  const create = (name: string): void => {
    const made: Capability = {
      ...newCapability(newId(), name, null),
      position: Object.keys(capabilities).length,
    };
    link(made, made);
  };
  const nameOf = (id: string): string => names.get(id) ?? id;
  return (
    <Folding id="capabilities" note={own.length > 0 ? own.length : undefined}>
      {own.length === 0 && <p className={css.none}>{t('capability.none')}</p>}
      <ul>
        {own.map((contribution) => {
          const name = nameOf(contribution.capabilityId);
          return (
            <li key={contribution.id} className={css.pair}>
              <span className={css.text} title={name}>
                {name}
              </span>
              <span className={css.value}>
                <InlineField
                  label={t('capability.weight', { name })}
                  labelAt="hidden"
                  numeric
                  value={contribution.weight}
                  show={words.share}
                  toText={words.shareText}
                  read={(text): Parsed<number> => {
                    const share = needed(readShare(text));
                    // The file refuses to give away more than the whole effort: say so where it is typed.
                    return share.ok && sum - contribution.weight + share.value > 1 + HAIR
                      ? { ok: false, reason: 'invalid.sum' }
                      : share;
                  }}
                  readOnly={readOnly}
                  onCommit={(weight) =>
                    void change('capability.weight', { name: initiative.name, capability: name }, [
                      { op: 'patch', table: 'contribution', id: contribution.id, values: { weight } },
                    ])
                  }
                />
              </span>
              {!readOnly && (
                <RemoveButton
                  narrow
                  label={t('capability.remove', { name })}
                  onPress={() =>
                    void change('capability.unlink', { name: initiative.name, capability: name }, [
                      { op: 'remove', table: 'contribution', id: contribution.id },
                    ])
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
      {own.length > 0 && (
        <p className={sum > 1 + HAIR ? css.wrong : css.note} role={sum > 1 + HAIR ? 'alert' : undefined}>
          {t(
            sum > 1 + HAIR ? 'capability.sumOver' : sum < 1 - HAIR ? 'capability.sumUnder' : 'capability.sum',
            { sum: words.share(sum) },
          )}
        </p>
      )}
      {!readOnly && (
        <RecordPicker
          label={t('capability.add')}
          records={free}
          onPick={(id) => link({ id, name: nameOf(id) })}
          onCreate={create}
          newLabel={(name) => t('capability.new', { name })}
        />
      )}
    </Folding>
  );
}

import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dependency } from '../../../shared/domain/records.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { editInitiative, newId } from '../../state/initiativeActions.ts';
import { change } from '../../state/service.ts';
import { useView } from '../../state/viewStore.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { readText } from '../../ui/readers.ts';
import { Folding } from './Folding.tsx';
import ownCss from './InitiativeInspector.module.css';
import css from './Lines.module.css';
import type { SectionOf } from './sectionProps.ts';
import { useWords } from './useWords.ts';

/** What it depends on, what depends on it, and with which others it is built on purpose. */
export function DependenciesSection({ initiative, records, readOnly }: SectionOf) {
  const { t } = useTranslation('inspector');
  const words = useWords();
  const { dependency: dependencies, initiative: initiatives } = records;
  const { needs, neededBy } = useMemo(() => {
    const all = Object.values(dependencies);
    return {
      needs: all.filter(({ fromInitiativeId }) => fromInitiativeId === initiative.id),
      neededBy: all.filter(({ toInitiativeId }) => toInitiativeId === initiative.id),
    };
  }, [dependencies, initiative.id]);
  const count = needs.length + neededBy.length;
  const line = (otherId: string, remove?: () => void) => {
    const other = initiatives[otherId];
    if (!other) return null;
    return (
      <li key={otherId} className={css.pair}>
        <ModeMark mode={other.mode} bare />
        <button
          type="button"
          className={css.link}
          onClick={() => useView.getState().select({ kind: 'initiative', id: other.id })}
        >
          {other.name}
        </button>
        {remove && !readOnly && (
          <RemoveButton narrow label={t('dependency.remove', { name: other.name })} onPress={remove} />
        )}
      </li>
    );
  };
  return (
    <Folding id="dependencies" note={count > 0 ? count : undefined}>
      {needs.length === 0 && <p className={css.none}>{t('dependency.none')}</p>}
      {needs.length > 0 && <h3 className={css.sub}>{t('dependency.title')}</h3>}
      <ul>
        {needs.map(({ id, toInitiativeId }) =>
          line(
            toInitiativeId,
            () =>
              void change(
                'dependency.remove',
                { name: initiative.name, other: initiatives[toInitiativeId]?.name ?? '' },
                [{ op: 'remove', table: 'dependency', id }],
              ),
          ),
        )}
      </ul>
      {!readOnly && <DependencyPicker initiative={initiative} records={records} needs={needs} />}
      {neededBy.length > 0 && <h3 className={css.sub}>{t('dependency.needed')}</h3>}
      <ul>{neededBy.map(({ fromInitiativeId }) => line(fromInitiativeId))}</ul>
      <InlineField
        label={t('collaborationGroup')}
        labelAt="above"
        value={initiative.collaborationGroup}
        show={words.text}
        read={readText(200)}
        readOnly={readOnly}
        onCommit={(collaborationGroup) =>
          void editInitiative(initiative, 'collaborationGroup', { collaborationGroup })
        }
      />
      <p className={ownCss.hint}>{t('collaborationHint')}</p>
    </Folding>
  );
}

/** Looks through all initiatives: only while the section is unfolded, and after what was changed is on the screen. */
function DependencyPicker({
  initiative,
  records,
  needs,
}: Pick<SectionOf, 'initiative' | 'records'> & { readonly needs: readonly Dependency[] }) {
  const { t } = useTranslation('inspector');
  const initiatives = useDeferredValue(records.initiative);
  const free = useMemo(() => {
    const taken = new Set([initiative.id, ...needs.map(({ toInitiativeId }) => toInitiativeId)]);
    return inUse(initiatives).filter(({ id }) => !taken.has(id));
  }, [initiatives, needs, initiative.id]);
  return (
    <RecordPicker
      label={t('dependency.add')}
      records={free}
      onPick={(id) =>
        void change('dependency.add', { name: initiative.name, other: initiatives[id]?.name ?? '' }, [
          {
            op: 'put',
            table: 'dependency',
            record: { id: newId(), fromInitiativeId: initiative.id, toInitiativeId: id },
          },
        ])
      }
    />
  );
}

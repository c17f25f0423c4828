import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Initiative, PortfolioRecords } from '../../../shared/domain/records.ts';
import {
  type ChoosableField,
  type MergeKind,
  mergeInitiatives,
} from '../../../shared/planning/initiativesMerge.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { change } from '../../state/service.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { RecordPicker } from '../../ui/RecordPicker.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { useTable } from '../initiatives/tableStore.ts';
import { MergeResult } from './MergeResult.tsx';
import css from './planning.module.css';
import { useFieldWords } from './useFieldWords.ts';

export interface MergeInitiativesDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** Merges initiatives: which one stays, whose values win, and what happens to everything that hangs on them. */
export function MergeInitiativesDialog(props: MergeInitiativesDialogProps) {
  const records = usePortfolio((state) => state.records);
  return records ? <Merging {...props} records={records} /> : null;
}

function Merging({
  ids: first,
  onClose,
  records,
}: MergeInitiativesDialogProps & { readonly records: PortfolioRecords }) {
  const { t } = useTranslation(['planning', 'common']);
  const fieldWords = useFieldWords();
  const [ids, setIds] = useState(first);
  const [stays, setStays] = useState(first[0] ?? '');
  const [busy, setBusy] = useState(false);
  const [choices, setChoices] = useState<{ readonly [F in ChoosableField]?: string }>({});
  const chosen = useMemo(() => ids.flatMap((id) => records.initiative[id] ?? []), [ids, records]);
  const names = new Set(chosen.map(({ name }) => name.trim().toLowerCase()));
  const [kind, setKind] = useState<MergeKind>(names.size < chosen.length ? 'same' : 'pieces');
  const others = useMemo(() => {
    const taken = new Set(ids);
    return inUse(records.initiative).filter(({ id }) => !taken.has(id));
  }, [ids, records]);
  const planned = useMemo(
    () =>
      mergeInitiatives(
        records,
        chosen.map(({ id }) => id).filter((id) => id !== stays),
        stays,
        kind,
        choices,
      ),
    [records, chosen, stays, kind, choices],
  );
  const nameOf = (id: string): string => records.initiative[id]?.name ?? id;
  const leave = (id: string): void => {
    const left = ids.filter((each) => each !== id);
    setIds(left);
    if (stays === id) setStays(left[0] ?? '');
  };
  const apply = (): void => {
    if (!planned.ok) return;
    setBusy(true);
    void change('initiative.merge', { count: chosen.length, name: nameOf(stays) }, planned.changes).then(
      (done) => {
        setBusy(false);
        if (!done) return;
        useTable.getState().untickAll();
        useView.getState().select({ kind: 'initiative', id: stays });
        onClose();
      },
    );
  };
  return (
    <Dialog
      title={t('merge.title')}
      width="medium"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button look="primary" isDisabled={busy || !planned.ok} onPress={apply}>
            {t('merge.apply')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <fieldset className={css.stays}>
          <legend>{t('merge.stays')}</legend>
          {chosen.map((each) => (
            <Candidate
              key={each.id}
              initiative={each}
              stays={stays === each.id}
              onStay={() => setStays(each.id)}
              onLeave={chosen.length > 1 ? () => leave(each.id) : null}
            />
          ))}
        </fieldset>
        <RecordPicker
          label={t('merge.add')}
          records={others}
          onPick={(id) => {
            setIds([...ids, id]);
            if (stays === '') setStays(id);
          }}
        />
        {!planned.ok ? (
          <p className={css.summary}>{t('merge.needTwo')}</p>
        ) : (
          <>
            <div className={css.kindChoice}>
              <Segmented
                label={t('merge.kind')}
                value={kind}
                choices={[
                  { id: 'pieces' as const, text: t('merge.pieces') },
                  { id: 'same' as const, text: t('merge.same') },
                ]}
                onChange={setKind}
              />
              <p className={css.small}>{t(kind === 'pieces' ? 'merge.piecesHint' : 'merge.sameHint')}</p>
            </div>
            {planned.conflicts.length > 0 && (
              <section>
                <h3 className={css.subhead}>{t('merge.conflicts')}</h3>
                <div className={css.conflicts}>
                  {planned.conflicts.map(({ field, winner, losers }) => (
                    <SelectField
                      key={field}
                      label={fieldWords.name(field)}
                      value={winner}
                      choices={[winner, ...losers]
                        .sort((a, b) => ids.indexOf(a) - ids.indexOf(b))
                        .map((id) => ({
                          id,
                          text: t('merge.value', {
                            value: fieldWords.value(records, records.initiative[id]!, field),
                            name: nameOf(id),
                          }),
                        }))}
                      onChange={(id) => setChoices({ ...choices, [field]: id })}
                    />
                  ))}
                </div>
              </section>
            )}
            <MergeResult
              records={records}
              merged={planned}
              staysId={stays}
              gone={chosen.filter(({ id }) => id !== stays).map(({ name }) => name)}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

interface CandidateProps {
  readonly initiative: Initiative;
  readonly stays: boolean;
  readonly onStay: () => void;
  readonly onLeave: (() => void) | null;
}

function Candidate({ initiative, stays, onStay, onLeave }: CandidateProps) {
  const { t } = useTranslation('planning');
  return (
    <div className={css.candidate}>
      <label>
        <input type="radio" name="merge-stays" checked={stays} onChange={onStay} />
        <ModeMark mode={initiative.mode} bare />
        <span className={css.text}>{initiative.name}</span>
      </label>
      {onLeave && <RemoveButton label={t('merge.leaveOut', { name: initiative.name })} onPress={onLeave} />}
    </div>
  );
}

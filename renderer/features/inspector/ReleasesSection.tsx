import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRelease } from '../../../shared/domain/defaults.ts';
import type { Release } from '../../../shared/domain/records.ts';
import { newId } from '../../state/initiativeActions.ts';
import { releasesByInitiative } from '../../state/selectors.ts';
import { change } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { Folding } from './Folding.tsx';
import css from './Lines.module.css';
import type { SectionOf } from './sectionProps.ts';
import { useFieldRows } from './useFieldRows.tsx';
import { useWords } from './useWords.ts';

const none: readonly Release[] = [];

/** What customers got and will get: when, what it should be worth, what it turned out to be worth. */
export function ReleasesSection({ initiative, records, readOnly }: SectionOf) {
  const { t } = useTranslation('inspector');
  const words = useWords();
  const releases = releasesByInitiative(records).get(initiative.id) ?? none;
  const [open, setOpen] = useState<string | null>(null);
  const add = (): void => {
    const name = t('release.newName', { number: releases.length + 1 });
    const record = newRelease(newId(), initiative.id, name);
    void change('release.add', { name: initiative.name, release: record.name }, [
      { op: 'put', table: 'release', record: { ...record } },
    ]).then((done) => {
      if (done) setOpen(record.id);
    });
  };
  const when = (release: Release): string =>
    release.actualDate !== null
      ? t('release.out', { date: words.date(release.actualDate) })
      : release.plannedDate !== null
        ? t('release.due', { date: words.date(release.plannedDate) })
        : t('release.undated');
  return (
    <Folding id="releases" note={releases.length > 0 ? releases.length : undefined}>
      {releases.length === 0 && <p className={css.none}>{t('release.none')}</p>}
      <ol>
        {releases.map((release) => (
          <li key={release.id} className={css.item} data-open={open === release.id}>
            <div className={css.head}>
              <span className={css.out} data-out={release.actualDate !== null} aria-hidden />
              <button
                type="button"
                className={css.toggle}
                aria-expanded={open === release.id}
                aria-label={t('release.open', { name: release.name })}
                onClick={() => setOpen(open === release.id ? null : release.id)}
              >
                <span>{release.name}</span>
                <span className={css.aside}>{when(release)}</span>
              </button>
            </div>
            {open === release.id && (
              <ReleaseFields release={release} initiativeName={initiative.name} readOnly={readOnly} />
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <div className={css.buttons}>
          <Button onPress={add}>{t('release.add')}</Button>
        </div>
      )}
    </Folding>
  );
}

interface ReleaseFieldsProps {
  readonly release: Release;
  readonly initiativeName: string;
  readonly readOnly: boolean;
}

function ReleaseFields({ release, initiativeName, readOnly }: ReleaseFieldsProps) {
  const { t } = useTranslation('inspector');
  const label = { name: initiativeName, release: release.name };
  const patch = (values: Partial<Release>): void =>
    void change('release.edit', label, [{ op: 'patch', table: 'release', id: release.id, values }]);
  const rows = useFieldRows(release, patch, readOnly);
  return (
    <div className={css.fields}>
      {rows.name('name', t('name'))}
      {rows.date('plannedDate', t('release.planned'))}
      {rows.date('actualDate', t('release.actual'))}
      {rows.share('scopeShare', t('release.scope'))}
      {rows.money('plannedValuePerMonth', t('release.plannedValue'))}
      {rows.money('measuredValuePerMonth', t('release.measuredValue'))}
      {rows.prose('hypothesis', t('release.hypothesis'))}
      {rows.prose('learned', t('release.learned'))}
      {!readOnly && (
        <div className={css.buttons}>
          <Button
            look="danger"
            onPress={() =>
              void change('release.remove', label, [{ op: 'remove', table: 'release', id: release.id }])
            }
          >
            {t('release.remove')}
          </Button>
        </div>
      )}
    </div>
  );
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import type { RowSubject } from '../../../shared/exchange/importFields.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { KnownRows } from './KnownRows.tsx';
import css from './KnownTab.module.css';
import type { PreviewState } from './useImportPreview.ts';

export interface KnownTabProps {
  readonly preview: ImportPreview;
  readonly decide: PreviewState['decide'];
  readonly retire: PreviewState['retire'];
  readonly takeAs: PreviewState['takeAs'];
}

const kinds = ['doubtful', 'sure', 'new', 'vanished'] as const;
type Kind = (typeof kinds)[number];

/** How the list lies on the portfolio: what each row is taken for and why, to be decided; and what vanished. */
export function KnownTab({ preview, decide, retire, takeAs }: KnownTabProps) {
  const { t } = useTranslation(['importMapping', 'importSubjects']);
  const language = usePreferences((state) => state.language);
  const { refresh, plan } = preview;
  const subject = plan.rows ?? 'initiatives';
  const [kind, setKind] = useState<Kind>(
    () => kinds.find((each) => (refresh?.counts[each] ?? 0) > 0) ?? 'sure',
  );
  const rows = useMemo(
    () => ({
      // A row that the person decided stays where it was looked for, in its place.
      doubtful: (refresh?.rows ?? [])
        .filter((row) => row.sure === 'doubtful' || row.chosen)
        .sort((a, b) => a.row - b.row),
      sure: (refresh?.rows ?? []).filter((row) => row.sure === 'sure' && !row.chosen),
      new: (refresh?.rows ?? []).filter((row) => row.sure === 'new' && !row.chosen),
    }),
    [refresh],
  );
  if (!refresh) return <p className={css.none}>{t(`empty.${subject}`, { ns: 'importSubjects' })}</p>;
  const { counts } = refresh;
  const shown = {
    doubtful: rows.doubtful.length,
    sure: rows.sure.length,
    new: rows.new.length,
    vanished: counts.vanished,
  };
  const undecided = rows.doubtful.filter(({ chosen }) => !chosen);
  return (
    <div className={css.known}>
      <div className={css.bar}>
        <Segmented
          label={t('known.label')}
          value={kind}
          choices={kinds.map((id) => ({ id, text: t(`known.${id}`), count: shown[id] }))}
          onChange={setKind}
        />
        {kind === 'doubtful' && undecided.length > 0 && (
          <>
            <Button
              onPress={() =>
                decide(
                  undecided.flatMap(({ row, candidates: [best] }) => (best ? [{ row, id: best.id }] : [])),
                )
              }
            >
              {t('known.acceptAll')}
            </Button>
            <Button onPress={() => decide(undecided.map(({ row }) => ({ row, id: null })))}>
              {t('known.newAll')}
            </Button>
          </>
        )}
        {kind === 'vanished' && refresh.vanished.length > 0 && (
          <>
            <Button
              onPress={() =>
                retire(
                  refresh.vanished.map(({ id }) => id),
                  true,
                )
              }
            >
              {t('known.retireAll')}
            </Button>
            <Button
              onPress={() =>
                retire(
                  refresh.vanished.map(({ id }) => id),
                  false,
                )
              }
            >
              {t('known.retireNone')}
            </Button>
          </>
        )}
        <label className={css.clears} title={t('known.emptyClearsHelp')}>
          <input
            type="checkbox"
            checked={plan.emptyClears ?? false}
            onChange={(event) => takeAs({ emptyClears: event.target.checked })}
          />
          {t('known.emptyClears')}
        </label>
      </div>
      {!refresh.compared && <p className={css.notice}>{t('known.notCompared')}</p>}
      {kind === 'vanished' ? (
        <Vanished subject={subject} refresh={refresh} retired={new Set(plan.retire ?? [])} retire={retire} />
      ) : (
        <>
          {kind === 'doubtful' && rows.doubtful.length > 0 && <p className={css.keys}>{t('known.keys')}</p>}
          <KnownRows
            key={kind}
            subject={subject}
            rows={rows[kind]}
            none={t(`known.none.${kind}`)}
            decide={decide}
          />
          {kind === 'new' && counts.new > rows.new.length && rows.new.length > 0 && (
            <p className={css.keys}>
              {t('known.more', {
                shown: formatNumber(rows.new.length, language),
                total: formatNumber(counts.new, language),
              })}
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** What the portfolio has and the list has not; each can be archived, none goes by itself. */
function Vanished({
  subject,
  refresh,
  retired,
  retire,
}: {
  readonly subject: RowSubject;
  readonly refresh: NonNullable<ImportPreview['refresh']>;
  readonly retired: ReadonlySet<string>;
  readonly retire: PreviewState['retire'];
}) {
  const { t } = useTranslation(['importMapping', 'importSubjects']);
  if (refresh.vanished.length === 0)
    return <p className={css.none}>{t(`nothingVanished.${subject}`, { ns: 'importSubjects' })}</p>;
  return (
    <>
      <p className={css.keys}>{t(`vanishedHelp.${subject}`, { ns: 'importSubjects' })}</p>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        tabIndex={0}
        className={css.scroll}
        aria-label={t('known.vanished')}
      >
        <ul className={css.vanished}>
          {refresh.vanished.map(({ id, name, owner }) => (
            <li key={id} data-retired={retired.has(id)}>
              <label>
                <input
                  type="checkbox"
                  checked={retired.has(id)}
                  aria-label={t('known.retireOf', { name })}
                  onChange={(event) => retire([id], event.target.checked)}
                />
                {t('known.retire')}
              </label>
              <span>{name}</span>
              {owner !== null && <small>{owner}</small>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Ranking } from '../../../shared/domain/records.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { useInitiativeFigures } from '../../analysis/useInitiativeFigures.ts';
import { createRanking } from '../../state/rankingActions.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { chooseRows, filterRows } from '../initiatives/filterRows.ts';
import { initiativeRows } from '../initiatives/rows.ts';
import { useTable } from '../initiatives/tableStore.ts';
import css from './rankings.module.css';

/** More than this nobody can rank in a room. */
const MOST = 200;

interface Source {
  readonly id: string;
  readonly of: Ranking['of'];
  readonly text: string;
  readonly items: readonly string[];
  readonly decisionId: string | null;
}

/** Asks what is ranked: what is ticked or filtered, the outcomes, or the options of a decision. */
export function NewRankingDialog({
  records,
  onClose,
}: {
  readonly records: PortfolioRecords;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('rankings');
  const { t: common } = useTranslation();
  const sources = useSources(records);
  const [sourceId, setSourceId] = useState(sources[0]?.id ?? 'none');
  const [typed, setTyped] = useState<string | null>(null);
  const source = sources.find(({ id }) => id === sourceId) ?? sources[0];
  if (!source) return null;
  const name = typed ?? t(`name.${source.of}`);
  const many = source.items.length > MOST;
  const make = (): void => {
    if (many || name.trim() === '') return;
    void createRanking(name, source.of, source.items, source.decisionId).then(onClose);
  };
  return (
    <Dialog
      title={t('new.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('action.cancel')}</Button>
          <Button look="primary" type="submit" form="new-ranking" isDisabled={many || name.trim() === ''}>
            {t('new.make')}
          </Button>
        </>
      }
    >
      <form
        id="new-ranking"
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <SelectField
          label={t('new.what')}
          value={source.id}
          choices={sources}
          error={many ? t('new.many', { most: String(MOST) }) : null}
          onChange={setSourceId}
        />
        <TextField autoFocus label={t('new.name')} value={name} onChange={setTyped} />
      </form>
    </Dialog>
  );
}

function useSources(records: PortfolioRecords): readonly Source[] {
  const { t } = useTranslation('rankings');
  const figures = useFigureWords();
  const figuresOf = useInitiativeFigures();
  const ticked = useTable((state) => state.ticked);
  const search = useTable((state) => state.search);
  const filters = useTable((state) => state.filters);
  const overhead = useTable((state) => state.overhead);
  const isFiltered = search.trim() !== '' || Object.keys(filters).length > 0 || overhead !== 'shown';
  return useMemo(() => {
    const rows = initiativeRows(records).filter(({ initiative }) => !initiative.retired);
    const said = (items: readonly string[]): { readonly number: string } => ({
      number: figures.number(items.length),
    });
    const chosen = rows.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
    const shown = isFiltered
      ? filterRows(chooseRows(rows, { retired: 'shown', overhead }), search, filters, figuresOf).map(
          ({ id }) => id,
        )
      : [];
    const live = rows
      .filter(({ initiative: { stage } }) => stage !== 'done' && stage !== 'stopped')
      .map(({ id }) => id);
    const outcomes = Object.values(records.outcome)
      .filter(({ retired }) => !retired)
      .map(({ id }) => id);
    const initiatives = (id: string, items: readonly string[], text: string): readonly Source[] =>
      items.length === 0 && id !== 'none' ? [] : [{ id, of: 'initiative', text, items, decisionId: null }];
    const options = Object.values(records.decision).flatMap((decision): readonly Source[] => {
      const items = Object.values(records.decisionOption)
        .filter(({ decisionId }) => decisionId === decision.id)
        .sort((a, b) => a.position - b.position)
        .map(({ id }) => id);
      return items.length < 2
        ? []
        : [
            {
              id: `decision ${decision.id}`,
              of: 'option',
              text: t('new.options', { name: decision.name, ...said(items) }),
              items,
              decisionId: decision.id,
            },
          ];
    });
    const all = [
      ...initiatives('ticked', chosen, t('new.ticked', said(chosen))),
      ...initiatives('shown', shown, t('new.shown', said(shown))),
      ...initiatives('live', live, t('new.live', said(live))),
      ...initiatives('none', [], t('new.none')),
      ...(outcomes.length === 0
        ? []
        : [
            {
              id: 'outcomes',
              of: 'outcome' as const,
              text: t('new.outcomes', said(outcomes)),
              items: outcomes,
              decisionId: null,
            },
            {
              id: 'noOutcomes',
              of: 'outcome' as const,
              text: t('new.noneOutcomes'),
              items: [],
              decisionId: null,
            },
          ]),
      ...options,
    ];
    // What can be begun with comes first; more than a room can rank is still said.
    return [
      ...all.filter(({ items }) => items.length <= MOST),
      ...all.filter(({ items }) => items.length > MOST),
    ];
  }, [records, ticked, isFiltered, search, filters, overhead, figuresOf, figures, t]);
}

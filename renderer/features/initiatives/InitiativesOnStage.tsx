import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/text/format.ts';
import { StageContext } from '../../charts/frame/stage.ts';
import { shownText } from './cellValues.ts';
import { type FiguresOf, isNumeric } from './columns.ts';
import { useGridWords } from './gridWords.ts';
import type { Item } from './groupRows.ts';
import type { InitiativeRow } from './rows.ts';
import { useGridLayout } from './useGridLayout.ts';

/** The table of initiatives for a room: the shown columns, and the rows in the order and under the filter of the desk. */
export function InitiativesOnStage({
  items,
  shown,
  figuresOf,
}: {
  readonly items: readonly Item[];
  readonly shown: readonly InitiativeRow[];
  readonly figuresOf: FiguresOf;
}) {
  const { t } = useTranslation('present');
  const { t: say } = useTranslation('initiatives');
  const stage = useContext(StageContext);
  const words = useGridWords();
  const { columns } = useGridLayout();
  const heads = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        label: say(column.label),
        kind: isNumeric(column) ? ('number' as const) : ('text' as const),
      })),
    [columns, say],
  );
  const rows = useMemo(
    () =>
      items.flatMap((item) => {
        if (item.kind === 'group') return [];
        const { initiative } = item.row;
        return [
          {
            id: item.row.id,
            cells: columns.map((column) => {
              if (column.kind === 'mode') return words.mode[initiative.mode];
              if (column.kind === 'stage')
                return initiative.stage === null ? '–' : words.stage[initiative.stage];
              return (
                shownText(column, item.row, figuresOf(item.row.id), words.currency, words.language) ?? '–'
              );
            }),
          },
        ];
      }),
    [items, columns, words, figuresOf],
  );
  if (!stage) return null;
  const products = shown.filter(({ initiative }) => initiative.mode === 'product').length;
  const said = (value: number): string => formatNumber(value, words.language);
  return (
    <stage.Table
      title={t('stage.initiatives', {
        number: said(shown.length),
        projects: said(shown.length - products),
        products: said(products),
        count: shown.length,
      })}
      columns={heads}
      rows={rows}
    />
  );
}

import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/text/format.ts';
import { StageContext } from '../../charts/frame/stage.ts';
import { currentLanguage } from '../../i18n.ts';
import type { EditGridProps } from './editGridProps.ts';

/** The grid as a table for a room: the same rows, in the same order, with the same columns. */
export function GridOnStage<Row>({ label, columns, lines }: EditGridProps<Row>) {
  const { t } = useTranslation('present');
  const stage = useContext(StageContext);
  const rows = useMemo(
    () =>
      lines.flatMap((line) =>
        line.kind === 'row' ? [{ id: line.key, cells: columns.map((column) => column.cell(line.row)) }] : [],
      ),
    [lines, columns],
  );
  const heads = useMemo(
    () =>
      columns.map(({ id, title, numeric }) => ({
        id,
        label: title,
        kind: numeric ? ('number' as const) : ('text' as const),
      })),
    [columns],
  );
  if (!stage) return null;
  const number = formatNumber(rows.length, currentLanguage());
  return (
    <stage.Table
      title={t('stage.table', { view: label, number, count: rows.length })}
      columns={heads}
      rows={rows}
    />
  );
}

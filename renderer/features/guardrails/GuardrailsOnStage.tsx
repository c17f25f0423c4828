import { useContext, useMemo } from 'react';
import { StageContext } from '../../charts/frame/stage.ts';
import type { TwinTableData } from '../../charts/frame/twinTable.ts';

/** The guardrails for a room; nothing at the desk. */
export function GuardrailsOnStage({ table }: { readonly table: TwinTableData }) {
  const stage = useContext(StageContext);
  const rows = useMemo(
    () => table.rows.map(({ id, cells }) => ({ id, cells: cells.map(({ text }) => text) })),
    [table],
  );
  if (!stage) return null;
  return <stage.Table title={table.caption} columns={table.columns} rows={rows} />;
}

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PlanDialog } from '../../ui/editGrid/PlanDialog.tsx';
import { columnOf } from './columns.ts';
import { useRefusals, writePlan } from './writeCells.ts';

/** Names every cell that cannot take what was meant for it and every record that would be made, before anything is written. */
export function RefusedDialog() {
  const { t } = useTranslation('initiatives');
  const asked = useRefusals((state) => state.asked);
  // What was asked on a table that is gone is no question any more.
  useEffect(() => () => useRefusals.setState({ asked: null }), []);
  if (!asked) return null;
  const { plan, kind, label } = asked;
  const refused = plan.refused.map((cell) => ({
    ...cell,
    column: cell.column && t(columnOf(cell.column).label),
  }));
  return (
    <PlanDialog
      plan={{ ...plan, refused }}
      onWrite={() => void writePlan(plan, kind, label)}
      onClose={() => useRefusals.setState({ asked: null })}
    />
  );
}

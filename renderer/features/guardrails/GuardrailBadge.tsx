import { OctagonX, Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import css from './guardrails.module.css';
import { useGuardrailLines } from './useGuardrailLines.ts';

/** How many guardrails what is shown breaks or mends beside the plan; nothing where there is no guardrail. */
export function GuardrailBadge() {
  const some = usePortfolio(({ records, plan }) =>
    records !== plan && records ? Object.values(records.guardrail).some(({ active }) => active) : false,
  );
  return some ? <Badge /> : null;
}

function Badge() {
  const { t } = useTranslation('guardrails');
  const lines = useGuardrailLines();
  if (!lines) return null;
  const breaks = lines.filter(({ change }) => change?.breaks).length;
  const mends = lines.filter(({ change }) => change?.mends).length;
  const newly = lines.reduce((sum, { change }) => sum + (change?.newly.length ?? 0), 0);
  const said = [
    ...(breaks > 0 ? [t('badge.breaks', { count: breaks })] : []),
    ...(breaks === 0 && newly > 0 ? [t('badge.newly', { count: newly })] : []),
    ...(mends > 0 ? [t('badge.mends', { count: mends })] : []),
  ];
  if (said.length === 0) return null;
  const worse = breaks > 0 || newly > 0;
  const Shape = worse ? OctagonX : Wrench;
  return (
    <button
      type="button"
      className={css.badge}
      data-tone={worse ? 'worse' : 'better'}
      title={t('badge.open')}
      onClick={() => useView.getState().lead('guardrails')}
    >
      <Shape size={14} aria-hidden />
      {said.join(' · ')}
    </button>
  );
}

import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import { type FootBasis, footLine, footPlace } from '../../analysis/footPlace.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';

/**
 * The line at the foot of an exported picture: portfolio, scenario or snapshot, date of the data, and how its figures
 * were made. `'futures'` stands for as many as the portfolio's settings say.
 */
export function useFooter(basis: FootBasis | 'futures'): string {
  const { t: flow } = useTranslation('flow');
  const { t: reports } = useTranslation('reports');
  const figures = useFigureWords();
  const settings = usePortfolio((state) => (state.records === null ? null : settingsOf(state.records)));
  const kind = usePortfolio((state) => state.looking.kind);
  const name = usePortfolio(({ looking, plan }) =>
    looking.kind === 'snapshot'
      ? looking.snapshot.name
      : looking.kind === 'scenario'
        ? (plan?.scenario[looking.id]?.name ?? null)
        : null,
  );
  if (!settings) return '';
  const today = new Date().toISOString().slice(0, 10);
  const place = footPlace(
    settings,
    { kind, name, today },
    { flow, reports, language: figures.language },
    true,
  );
  return footLine(basis === 'futures' ? settings.draws : basis, place, settings.seed, {
    flow,
    language: figures.language,
  });
}

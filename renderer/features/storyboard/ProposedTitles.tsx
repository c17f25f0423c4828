import i18next from 'i18next';
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { type Language, languages } from '../../../shared/text/area.ts';
import { lackingProjects, mapItems } from '../../analysis/mapItems.ts';
import { matrixData } from '../../analysis/matrixData.ts';
import { useCoverage } from '../../analysis/useCoverage.ts';
import { useCurrency } from '../../analysis/useFigureWords.ts';
import { wasteBill } from '../../analysis/wasteBill.ts';
import { type BillSpeech, billFinding } from '../../charts/bill/describe.ts';
import { type FigureWords, figureWords } from '../../charts/frame/figureWords.ts';
import { mapFinding } from '../../charts/map/describe.ts';
import { rankProjects } from '../../charts/map/mapData.ts';
import { forgetWhenMasked } from '../../state/hiding.ts';
import { coverageFinding } from '../coverage/coverageTitle.ts';
import { useScope } from '../wastes/useScope.ts';

type Titles = Readonly<Record<Language, string>>;

const useTitles = create<{ readonly byArea: Readonly<Record<string, Titles>> }>()(() => ({ byArea: {} }));

forgetWhenMasked(() => useTitles.setState({ byArea: {} }));

/** What the picture of a view finds now, in that language; null for a view whose title is only known once it is shown. */
export const useProposedTitle = (area: string, language: Language): string | null =>
  useTitles((state) => state.byArea[area]?.[language] ?? null);

/** The areas whose title is computed without showing them. */
const sources = { map: MapTitle, wastes: WastesTitle, coverage: CoverageTitle } as const;

/** Computes the titles of these views from the data, with the same sentences as the pictures; draws nothing. */
export function ProposedTitles({
  records,
  areas,
}: {
  readonly records: PortfolioRecords;
  readonly areas: readonly string[];
}) {
  return Object.entries(sources)
    .filter(([area]) => areas.includes(area))
    .map(([area, Source]) => <Source key={area} records={records} />);
}

interface SourceProps {
  readonly records: PortfolioRecords;
}

/** Says a title in both languages, and says it anew when the data change. */
function useSaid(area: string, say: ((language: Language, figures: FigureWords) => string) | null): void {
  const currency = useCurrency();
  useEffect(() => {
    if (!say) return;
    const said = languages.map((language) => [language, say(language, figureWords(language, currency))]);
    useTitles.setState(({ byArea }) => ({
      byArea: { ...byArea, [area]: Object.fromEntries(said) as Titles },
    }));
  }, [area, say, currency]);
}

function MapTitle({ records }: SourceProps) {
  const { initiatives } = useScope(records);
  const say = useMemo(() => {
    const items = mapItems(initiatives);
    const ranking = rankProjects(items, 'gain');
    return (language: Language, figures: FigureWords): string =>
      mapFinding(items, ranking, lackingProjects(initiatives), {
        say: i18next.getFixedT(language, 'map'),
        figures,
        mode: (mode) => i18next.getFixedT(language, 'common')(`mode.${mode}`),
      });
  }, [initiatives]);
  useSaid('map', say);
  return null;
}

function WastesTitle({ records }: SourceProps) {
  const { initiatives } = useScope(records);
  const say = useMemo(() => {
    const bill = wasteBill(initiatives, [], () => undefined);
    return (language: Language, figures: FigureWords): string => {
      const speech: BillSpeech = {
        say: i18next.getFixedT(language, 'wastes'),
        figures,
        waste: (category) => i18next.getFixedT(language, 'common')(`waste.${category}`),
      };
      return billFinding(bill, speech);
    };
  }, [initiatives]);
  useSaid('wastes', say);
  return null;
}

function CoverageTitle({ records }: SourceProps) {
  const { value } = useCoverage();
  const say = useMemo(() => {
    if (!value || Object.keys(records.capability).length === 0) return null;
    const data = matrixData(records, value);
    return (language: Language, figures: FigureWords): string =>
      coverageFinding(data, value.analysis.totals.redundant_money, {
        say: i18next.getFixedT(language, 'coverage'),
        figures,
      });
  }, [records, value]);
  useSaid('coverage', say);
  return null;
}

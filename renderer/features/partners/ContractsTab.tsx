import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { MOST_EXPORTED, useExportedCut } from '../../charts/frame/exportedRows.ts';
import { naming } from '../../charts/frame/naming.ts';
import { wholePicture } from '../../charts/frame/pictureProps.ts';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import { ContractsChart } from '../../charts/partners/ContractsChart.tsx';
import { byContractEnd, LEAST_CONTRACTS, layoutContracts } from '../../charts/partners/contractLayout.ts';
import { type PartnersSpeech, partnerCard } from '../../charts/partners/describe.ts';
import {
  contractFinding,
  contractLegend,
  contractTable,
  contractWords,
  describeContracts,
  endingSoon,
} from '../../charts/partners/describeContracts.ts';
import { atWork, type PartnersData } from '../../charts/partners/partnersData.ts';
import { isFlag, useKept } from '../../state/kept.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { PictureHead } from '../../ui/PictureHead.tsx';
import { useTick } from '../carry/useTick.ts';
import { useFooter } from '../flow/useFooter.ts';
import { drawFigures, FigureText } from '../receipts/FigureText.tsx';
import css from './partners.module.css';
import { contractFigures } from './titleFigures.ts';

const FIRST_ROWS = 20;
const MOST_HEIGHT = 720;

/** Contracts by their end, with the money and the capabilities that hang on each. */
export function ContractsTab({
  records,
  data,
  speech,
  controls,
}: {
  readonly records: PortfolioRecords;
  readonly data: PartnersData;
  readonly speech: PartnersSpeech;
  readonly controls: ReactNode;
}) {
  const { say } = speech;
  const footer = useFooter('records');
  const measure = useMeasure();
  const { ref, width, scale } = useChartSpace(undefined, LEAST_CONTRACTS);
  const select = useView((state) => state.select);
  const selected = useView((state) => (state.selection?.kind === 'partner' ? state.selection.id : null));
  const [all, setAll] = useKept('contracts.all', false, isFlag);
  const { fiscalYearStartMonth } = settingsOf(records);
  const tick = useTick(fiscalYearStartMonth);
  const partners = useMemo(() => byContractEnd(atWork(data), data.now), [data]);
  const words = useMemo(() => contractWords(data, speech, tick), [data, speech, tick]);
  const draw = useCallback(
    (list: typeof partners) => layoutContracts(list, data.now, width, fiscalYearStartMonth, words, measure),
    [data.now, width, fiscalYearStartMonth, words, measure],
  );
  const shown = useMemo(() => (all ? partners : partners.slice(0, FIRST_ROWS)), [all, partners]);
  const layout = useMemo(() => draw(shown), [draw, shown]);
  const table = useCallback(() => contractTable(partners, data, speech), [partners, data, speech]);
  const legend = useMemo(() => contractLegend(layout, speech), [layout, speech]);
  const { t: receipts } = useTranslation('receipts');
  const known = endingSoon(partners, data.now).filter(({ money }) => money !== null);
  const written = contractFigures(known, { data, speech, receipts });
  const title = contractFinding(partners, data.now, { ...speech, say: naming(say) });
  const cut = useExportedCut(shown.length);
  const subtitle = joinSentences([say('subtitle.contracts'), cut]);
  const firstUnknown = partners.find(({ partner }) => partner.contractEnd === null);
  const pick = (id: string): void => select({ kind: 'partner', id });
  return (
    <>
      <PictureHead title={<FigureText text={title} figures={written} />} subtitle={subtitle}>
        {controls}
      </PictureHead>
      <div ref={ref} className={css.picture}>
        <ChartFrame
          name="contracts"
          words={{
            title,
            subtitle,
            draw: drawFigures(written),
            footer,
            description: describeContracts(partners, data.now, speech),
          }}
          legend={legend}
          table={table}
          marks={layout.marks}
          cardOf={(id) => {
            const total = partners.find(({ partner }) => `contract:${partner.id}` === id);
            if (!total) throw new Error(`this picture has no mark ${id}`);
            return partnerCard(total, data, speech);
          }}
          onActivate={(id) => pick(id.slice(id.indexOf(':') + 1))}
          size={layout}
          measure={measure}
          scale={scale}
          maxHeight={MOST_HEIGHT}
          head={layout.headBottom}
          selectedMark={selected === null ? null : `contract:${selected}`}
          drawing={(_, active, viewport) => <ContractsChart {...{ layout, active, selected, viewport }} />}
          picture={() =>
            wholePicture(draw(shown.slice(0, MOST_EXPORTED)), (drawn) => (
              <ContractsChart {...drawn} selected={null} />
            ))
          }
          toolbar={
            <>
              {partners.length > FIRST_ROWS && (
                <Button look="quiet" onPress={() => setAll(!all)}>
                  {all
                    ? say('rows.first', { count: FIRST_ROWS })
                    : say('rows.all', { count: partners.length })}
                </Button>
              )}
              {firstUnknown && (
                <Button
                  look="quiet"
                  onPress={() => {
                    useView.getState().set({ inspectorOpen: true });
                    pick(firstUnknown.partner.id);
                  }}
                >
                  {say('enter.ends')}
                </Button>
              )}
            </>
          }
        />
      </div>
    </>
  );
}

import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { joinSentences } from '../../../shared/text/join.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { MOST_EXPORTED, useExportedCut } from '../../charts/frame/exportedRows.ts';
import { naming } from '../../charts/frame/naming.ts';
import { wholePicture } from '../../charts/frame/pictureProps.ts';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import {
  describePartners,
  type PartnersSpeech,
  partnersCard,
  partnersFinding,
  partnersLegend,
  partnersSubtitle,
  partnersTable,
  partnersWords,
} from '../../charts/partners/describe.ts';
import { layoutPartners } from '../../charts/partners/layout.ts';
import { PartnersChart } from '../../charts/partners/PartnersChart.tsx';
import type { PartnersData } from '../../charts/partners/partnersData.ts';
import { isFlag, useKept } from '../../state/kept.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { PictureHead } from '../../ui/PictureHead.tsx';
import { useFooter } from '../flow/useFooter.ts';
import { drawFigures, FigureText } from '../receipts/FigureText.tsx';
import css from './partners.module.css';
import { RowFigures } from './RowFigures.tsx';
import { partnersFigures } from './titleFigures.ts';

/** Rows that are drawn until somebody asks for all of them: those held most by one partner. */
const FIRST_ROWS = 24;
const MOST_HEIGHT = 900;

/** Capabilities by partner: who gets which share of the money. */
export function MoneyTab({
  data,
  speech,
  controls,
}: {
  readonly data: PartnersData;
  readonly speech: PartnersSpeech;
  readonly controls: ReactNode;
}) {
  const { say } = speech;
  const footer = useFooter('records');
  const measure = useMeasure();
  const { ref, width, scale } = useChartSpace();
  const select = useView((state) => state.select);
  const lead = useView((state) => state.lead);
  const selection = useView((state) => state.selection);
  const [all, setAll] = useKept('partners.all', false, isFlag);
  const words = useMemo(() => partnersWords(data, speech), [data, speech]);
  const draw = useCallback(
    (rows: typeof data.rows) => layoutPartners(data, rows, width, words, measure),
    [data, width, words, measure],
  );
  const rows = useMemo(() => (all ? data.rows : data.rows.slice(0, FIRST_ROWS)), [all, data]);
  const layout = useMemo(() => draw(rows), [draw, rows]);
  const table = useCallback(() => partnersTable(data, speech), [data, speech]);
  const legend = useMemo(() => partnersLegend(layout, speech), [layout, speech]);
  const { t: receipts } = useTranslation('receipts');
  const written = partnersFigures({ data, speech, receipts });
  const title = partnersFinding(data, { ...speech, say: naming(say) });
  const cut = useExportedCut(rows.length);
  const subtitle = joinSentences([partnersSubtitle(data, speech), cut]);
  const selectedPartner = selection?.kind === 'partner' ? selection.id : null;
  const selectedCapability = selection?.kind === 'capability' ? selection.id : null;
  const selectedRow = data.rows.find(({ capabilityId }) => capabilityId === selectedCapability);
  // Several partners in one column: the one with the most money of them is the one that is meant.
  const partnerIn = (columnKey: string, capabilityId: string | null): string | undefined => {
    const ids = layout.columns.find(({ key }) => key === columnKey)?.partnerIds ?? [];
    const row = data.rows.find((each) => each.capabilityId === capabilityId);
    return row?.cells.find(({ partnerId }) => ids.includes(partnerId))?.partnerId ?? ids[0];
  };
  const activate = (mark: string): void => {
    const [first = '', columnKey] = mark.slice(mark.indexOf(':') + 1).split('\n');
    if (mark.startsWith('row:')) {
      select({ kind: 'capability', id: first });
      return;
    }
    const id = mark.startsWith('partner:') ? partnerIn(first, null) : partnerIn(columnKey ?? '', first);
    if (id !== undefined) select({ kind: 'partner', id });
  };
  const head = (
    <PictureHead title={<FigureText text={title} figures={written} />} subtitle={subtitle}>
      {controls}
    </PictureHead>
  );
  if (data.rows.length === 0) {
    return (
      <>
        {head}
        <EmptyState text={say('noCapabilities.text')}>
          <Button onPress={() => lead('capabilities')}>{say('noCapabilities.button')}</Button>
        </EmptyState>
      </>
    );
  }
  const firstUnknown = data.partners.find(({ unknown }) => unknown > 0);
  const shown = { ...data, rows };
  return (
    <>
      {head}
      <div ref={ref} className={css.picture}>
        <ChartFrame
          name="partners"
          words={{
            title,
            subtitle,
            draw: drawFigures(written),
            footer,
            description: describePartners(data, speech),
          }}
          legend={legend}
          table={table}
          marks={layout.marks}
          cardOf={(id) => partnersCard(id, shown, layout, speech)}
          onActivate={activate}
          size={layout}
          measure={measure}
          scale={scale}
          maxHeight={MOST_HEIGHT}
          selectedMark={
            selectedPartner !== null
              ? `partner:${selectedPartner}`
              : selectedCapability === null
                ? null
                : `row:${selectedCapability}`
          }
          drawing={(_, active, viewport) => (
            <PartnersChart {...{ layout, active, selectedPartner, selectedCapability, viewport }} />
          )}
          picture={() =>
            wholePicture(draw(rows.slice(0, MOST_EXPORTED)), (drawn) => (
              <PartnersChart {...drawn} selectedPartner={null} selectedCapability={null} />
            ))
          }
          toolbar={
            <>
              {data.rows.length > FIRST_ROWS && (
                <Button look="quiet" onPress={() => setAll(!all)}>
                  {all
                    ? say('rows.first', { count: FIRST_ROWS })
                    : say('rows.all', { count: data.rows.length })}
                </Button>
              )}
              {firstUnknown && (
                <Button
                  look="quiet"
                  onPress={() => {
                    useView.getState().set({ inspectorOpen: true });
                    select({ kind: 'partner', id: firstUnknown.partner.id });
                  }}
                >
                  {say('enter.amounts')}
                </Button>
              )}
            </>
          }
        />
        {selectedRow && <RowFigures row={selectedRow} data={data} speech={speech} />}
      </div>
    </>
  );
}

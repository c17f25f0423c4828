import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import { useCarryData } from '../../analysis/carryPicture.ts';
import { FUTURES } from '../../analysis/useFutures.ts';
import { CarryChart } from '../../charts/carry/CarryChart.tsx';
import { isKeptDay, isUnknown } from '../../charts/carry/carryData.ts';
import {
  type CarrySpeech,
  carryCard,
  carryFinding,
  carryLegend,
  carrySubtitle,
  carryTable,
  carryWords,
  describeCarry,
} from '../../charts/carry/describe.ts';
import { LEAST_CARRY, layoutCarry } from '../../charts/carry/layout.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { MOST_EXPORTED, useExportedCut } from '../../charts/frame/exportedRows.ts';
import { naming } from '../../charts/frame/naming.ts';
import { wholePicture } from '../../charts/frame/pictureProps.ts';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import { isFlag, useKept } from '../../state/kept.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { PictureHead } from '../../ui/PictureHead.tsx';
import { useFooter } from '../flow/useFooter.ts';
import { drawFigures, FigureText } from '../receipts/FigureText.tsx';
import css from './carry.module.css';
import { carryFigures } from './carryFigures.ts';
import { ScatterAside } from './ScatterAside.tsx';
import { showTeams } from './showTeams.ts';
import { useTick } from './useTick.ts';

/** Rows that are drawn until somebody asks for all of them: those that rest on the fewest teams. */
const FIRST_ROWS = 24;
const MOST_HEIGHT = 900;

/** Teams by capability, with what scatters over time above; picking a quarter shows what is left after it. */
export function CarryTab({
  records,
  speech,
  tabs,
}: {
  readonly records: PortfolioRecords;
  readonly speech: CarrySpeech;
  readonly tabs: ReactNode;
}) {
  const { say } = speech;
  const footer = useFooter(FUTURES);
  const measure = useMeasure();
  const { ref, width, scale } = useChartSpace(undefined, LEAST_CARRY);
  const lead = useView((state) => state.lead);
  const select = useView((state) => state.select);
  const selected = useView((state) => (state.selection?.kind === 'capability' ? state.selection.id : null));
  const [day, setDay] = useKept<number | null>('carry.day', null, isKeptDay);
  const [all, setAll] = useKept('carry.all', false, isFlag);
  const { fiscalYearStartMonth } = settingsOf(records);
  const tick = useTick(fiscalYearStartMonth);
  const data = useCarryData(records, day, speech.currency);
  const shown = useMemo(
    () => (all || data.rows.length <= FIRST_ROWS ? data : { ...data, rows: data.rows.slice(0, FIRST_ROWS) }),
    [data, all],
  );
  const words = useMemo(() => carryWords(data, speech, tick), [data, speech, tick]);
  const draw = useCallback(
    (rows: typeof data.rows) => layoutCarry({ ...data, rows }, width, fiscalYearStartMonth, words, measure),
    [data, width, fiscalYearStartMonth, words, measure],
  );
  const layout = useMemo(() => draw(shown.rows), [draw, shown]);
  const together = useMemo(() => [layout.opening], [layout]);
  const table = useCallback(() => carryTable(data, data.rows, speech), [data, speech]);
  const legend = useMemo(() => carryLegend(layout, speech), [layout, speech]);
  const { t: receipts } = useTranslation('receipts');
  const written = carryFigures(data, { speech, receipts });
  const withNames = { ...speech, say: naming(say) };
  const title = carryFinding(data, data.rows, withNames);
  const cut = useExportedCut(shown.rows.length);
  const subtitle = joinSentences([...carrySubtitle(data, withNames, day !== null), cut]);
  const activate = (mark: string): void => {
    const rest = mark.slice(mark.indexOf(':') + 1);
    if (mark.startsWith('scatter:')) {
      const bar = layout.strip?.bars.find(({ id }) => id === mark);
      if (bar) setDay(day === bar.quarter.to ? null : bar.quarter.to);
    } else select({ kind: 'capability', id: rest.split('\n')[0]! });
  };
  if (data.rows.length === 0) {
    return (
      <>
        <PictureHead>{tabs}</PictureHead>
        <EmptyState title={say('empty.title')} text={say('empty.text')}>
          <Button look="primary" onPress={() => lead('capabilities')}>
            {say('empty.button')}
          </Button>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PictureHead
        title={<FigureText text={title} figures={written} />}
        subtitle={<FigureText text={subtitle} figures={written} />}
      >
        <div className={css.choices}>
          {data.rows.some(isUnknown) && (
            <Button look="primary" onPress={showTeams}>
              {say('enter.teams')}
            </Button>
          )}
          {tabs}
        </div>
      </PictureHead>
      <div className={css.columns}>
        <div ref={ref} className={css.picture}>
          <ChartFrame
            name="carry"
            words={{
              title,
              subtitle,
              draw: drawFigures(written),
              footer,
              description: describeCarry(data, data.rows, speech),
            }}
            legend={legend}
            table={table}
            marks={layout.marks}
            cardOf={(id) => carryCard(id, shown, layout, speech)}
            onActivate={activate}
            size={layout}
            measure={measure}
            scale={scale}
            maxHeight={MOST_HEIGHT}
            together={together}
            selectedMark={selected === null ? null : `row:${selected}`}
            drawing={(patterns, active, viewport) => (
              <CarryChart {...{ layout, patterns, active, selected, viewport }} />
            )}
            picture={() =>
              wholePicture(draw(shown.rows.slice(0, MOST_EXPORTED)), (drawn) => (
                <CarryChart {...drawn} selected={null} />
              ))
            }
            toolbar={
              data.rows.length > FIRST_ROWS && (
                <Button look="quiet" onPress={() => setAll(!all)}>
                  {all
                    ? say('rows.first', { count: FIRST_ROWS })
                    : say('rows.all', { count: data.rows.length })}
                </Button>
              )
            }
          />
        </div>
        <ScatterAside data={data} day={day} onDay={setDay} speech={speech} />
      </div>
    </>
  );
}

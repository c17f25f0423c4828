import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import { cadenceText, stripCard, stripLegend, stripTable } from '../../charts/cadenceStrip/describe.ts';
import { layoutStrip, type StripWords, WALK_ALL } from '../../charts/cadenceStrip/layout.ts';
import { StripChart } from '../../charts/cadenceStrip/StripChart.tsx';
import { isUnmeasured, type StripRow, stripExtent } from '../../charts/cadenceStrip/stripData.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import type { DrawNamed } from '../../charts/frame/NamedText.tsx';
import { wholePicture } from '../../charts/frame/pictureProps.ts';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import type { MapSpeech } from '../../charts/map/describe.ts';
import { timePart } from '../../charts/stringline/describe.ts';
import { timelineSpeech, timelineWords } from '../../charts/timeline/speech.ts';
import { useView } from '../../state/viewStore.ts';
import { CadenceFigures } from '../flow/CadenceFigures.tsx';
import { enterField } from '../flow/enterField.ts';
import { useFooter } from '../flow/useFooter.ts';
import { useWindowOver } from '../handoffs/useTimeWindow.ts';
import { WindowTools } from '../handoffs/WindowTools.tsx';
import { ScopeChoice } from '../wastes/ScopeChoice.tsx';
import type { Scope } from '../wastes/useScope.ts';
import css from './map.module.css';
import { useStripHand } from './useStripHand.ts';

const MOST_HEIGHT = 620;
/** Rows in an exported picture at most: a longer one opens in no viewer. */
const MOST_EXPORTED = WALK_ALL;

/** The cadence strip: a row an initiative, a mark a release. */
export function CadencePicture({
  records,
  rows,
  scope,
  speech,
  title,
  subtitle,
  draw,
}: {
  readonly records: PortfolioRecords;
  readonly rows: readonly StripRow[];
  readonly scope: Scope;
  readonly speech: MapSpeech;
  readonly title: string;
  readonly subtitle: string;
  readonly draw: DrawNamed;
}) {
  const { t } = useTranslation('map');
  const { t: timeline } = useTranslation('timeline');
  const { t: handoffs } = useTranslation('handoffs');
  const footer = useFooter('expected');
  const measure = useMeasure();
  const { ref, width, scale } = useChartSpace();
  const select = useView((state) => state.select);
  const selected = useView((state) => (state.selection?.kind === 'initiative' ? state.selection.id : null));
  const { fiscalYearStartMonth } = settingsOf(records);
  const words = useMemo<StripWords>(() => {
    const said = timelineWords(timelineSpeech(timeline, speech.mode, speech.figures.language), {
      fiscal: fiscalYearStartMonth !== 1,
      writable: false,
      dataDate: null,
    });
    return { tick: said.tick, cadence: (row) => cadenceText(row, speech) };
  }, [timeline, speech, fiscalYearStartMonth]);
  const extent = useMemo(() => stripExtent(rows), [rows]);
  const hand = useWindowOver('cadence.window', extent);
  const { focus } = hand;
  const laidOut = useCallback(
    (shown: typeof rows) => layoutStrip(shown, width, fiscalYearStartMonth, words, measure, focus),
    [width, fiscalYearStartMonth, words, measure, focus],
  );
  const layout = useMemo(() => laidOut(rows), [laidOut, rows]);
  const drag = useStripHand({ layout, shown: focus ?? extent, scale, onShow: hand.show });
  const table = useCallback(() => stripTable(rows, speech), [rows, speech]);
  const legend = useMemo(() => stripLegend(rows, speech), [rows, speech]);
  return (
    <div ref={ref} className={css.picture}>
      <div ref={drag}>
        <ChartFrame
          name="cadence"
          words={{
            title,
            subtitle: joinSentences([
              focus ? timePart(focus, { say: handoffs, figures: speech.figures }) : '',
              subtitle,
            ]),
            draw,
            footer,
            description: t('cadence.rows', { count: rows.length }),
          }}
          legend={legend}
          table={table}
          marks={layout.marks}
          cardOf={(id) => stripCard(id, rows, speech)}
          onActivate={(id) => {
            const [key = '', at] = id.slice(id.indexOf(':') + 1).split('\n');
            if (id.startsWith('press:')) return enterField(key, 'initiative.pressRelease');
            const release =
              at === undefined ? undefined : rows.find((row) => row.id === key)?.releases[Number(at)];
            if (release && isUnmeasured(release)) return enterField(key, 'initiative.releases');
            return select({ kind: 'initiative', id: key });
          }}
          size={layout}
          measure={measure}
          scale={scale}
          maxHeight={MOST_HEIGHT}
          head={layout.headBottom}
          selectedMark={selected === null ? null : `row:${selected}`}
          drawing={(_, active, viewport) => (
            <StripChart {...{ layout, words, measure, active, selected, viewport }} />
          )}
          picture={() =>
            wholePicture(laidOut(rows.slice(0, MOST_EXPORTED)), (drawn) => (
              <StripChart {...drawn} words={words} measure={measure} selected={null} />
            ))
          }
          toolbar={
            <>
              <ScopeChoice scope={scope} />
              <span title={t('cadence.zoomHelp')}>
                <WindowTools hand={hand} />
              </span>
            </>
          }
        />
      </div>
      {selected !== null && rows.some(({ id }) => id === selected) && (
        <div className={css.cadence}>
          <CadenceFigures initiativeId={selected} />
        </div>
      )}
    </div>
  );
}

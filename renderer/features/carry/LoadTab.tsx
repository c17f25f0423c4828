import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { RolesSwitching } from '../../../shared/analysis/roleSwitching.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import { useLoads } from '../../analysis/carryPicture.ts';
import type { CarrySpeech } from '../../charts/carry/describe.ts';
import {
  describeLoad,
  loadCard,
  loadFinding,
  loadGridWords,
  loadLegend,
  loadSubtitle,
  loadTable,
} from '../../charts/carry/describeLoad.ts';
import { LoadChart } from '../../charts/carry/LoadChart.tsx';
import { layoutLoad } from '../../charts/carry/loadLayout.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { MOST_EXPORTED, useExportedCut } from '../../charts/frame/exportedRows.ts';
import { naming } from '../../charts/frame/naming.ts';
import { wholePicture } from '../../charts/frame/pictureProps.ts';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import { Button } from '../../ui/Button.tsx';
import { PictureHead } from '../../ui/PictureHead.tsx';
import { useFooter } from '../flow/useFooter.ts';
import { Figure } from '../receipts/Figure.tsx';
import { drawFigures, FigureText } from '../receipts/FigureText.tsx';
import css from './carry.module.css';
import { loadFigures } from './carryFigures.ts';
import { showTeams } from './showTeams.ts';
import { roleName, switchedPeople, switchedShare } from './switchingFigures.ts';
import { useTick } from './useTick.ts';

const MOST_HEIGHT = 640;

/** How loaded each team is by quarter, and what task switching costs each role. */
export function LoadTab({
  records,
  speech,
  tabs,
}: {
  readonly records: PortfolioRecords;
  readonly speech: CarrySpeech;
  readonly tabs: ReactNode;
}) {
  const { say } = speech;
  const footer = useFooter('records');
  const measure = useMeasure();
  const { ref, width, scale } = useChartSpace();
  const { load, roles } = useLoads(records);
  const { fiscalYearStartMonth } = settingsOf(records);
  const tick = useTick(fiscalYearStartMonth);
  const words = useMemo(() => loadGridWords(speech, tick), [speech, tick]);
  const draw = useCallback(
    (teams: typeof load.teams) => layoutLoad({ ...load, teams }, width, fiscalYearStartMonth, words, measure),
    [load, width, fiscalYearStartMonth, words, measure],
  );
  const layout = useMemo(() => draw(load.teams), [draw, load]);
  const table = useCallback(() => loadTable(load, speech), [load, speech]);
  const { t: receipts } = useTranslation('receipts');
  const written = loadFigures(load, { speech, receipts });
  const title = loadFinding(load, { ...speech, say: naming(say) });
  const subtitle = joinSentences([loadSubtitle(load, speech), useExportedCut(load.teams.length)]);
  if (load.teams.length === 0) {
    return (
      <>
        <PictureHead>{tabs}</PictureHead>
        <EmptyState title={say('empty.load.title')} text={say('empty.load.text')}>
          <Button look="primary" onPress={showTeams}>
            {say('enter.teams')}
          </Button>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PictureHead title={<FigureText text={title} figures={written} />} subtitle={subtitle}>
        <div className={css.choices}>
          {load.teams.some(({ size }) => size === null) && (
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
            name="load"
            words={{
              title,
              subtitle,
              draw: drawFigures(written),
              footer,
              description: describeLoad(load, speech),
            }}
            legend={loadLegend(layout, speech)}
            table={table}
            marks={layout.marks}
            cardOf={(id) => loadCard(id, load, speech)}
            size={layout}
            measure={measure}
            scale={scale}
            maxHeight={MOST_HEIGHT}
            drawing={(_, active, viewport) => <LoadChart {...{ layout, active, viewport }} />}
            picture={() =>
              wholePicture(draw(load.teams.slice(0, MOST_EXPORTED)), (drawn) => <LoadChart {...drawn} />)
            }
          />
        </div>
        <Roles roles={roles} records={records} speech={speech} />
      </div>
    </>
  );
}

const columns = ['people', 'peak', 'loss', 'lostPeople'] as const;

/** What switching costs each role, its figures below its name: beside them a long name would find no room. */
function Roles({
  roles: { roles, unknown },
  records,
  speech,
}: {
  readonly roles: RolesSwitching;
  readonly records: PortfolioRecords;
  readonly speech: CarrySpeech;
}) {
  const { say, figures } = speech;
  const { t: receipts } = useTranslation('receipts');
  const words = { records, speech, receipts };
  return (
    <aside className={css.aside} aria-label={say('roles.title')}>
      <section className={css.card}>
        <h2>{say('roles.title')}</h2>
        <p className={css.note}>{say('roles.note')}</p>
        {roles.length === 0 ? (
          <p>{say('roles.none')}</p>
        ) : (
          <table className={css.roles}>
            <caption className="visuallyHidden">{say('roles.title')}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {say(`roles.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            {roles.map((role) => (
              <tbody key={role.role ?? ''}>
                <tr>
                  <th scope="rowgroup" colSpan={columns.length}>
                    {roleName(role, speech)}
                  </th>
                </tr>
                <tr>
                  <td>{role.people === null ? '?' : figures.number(role.people, 1)}</td>
                  <td>{figures.number(role.peak)}</td>
                  <td>
                    <Figure
                      opens={() => switchedShare(role, words)}
                      label={receipts('openOf', {
                        what: receipts('made.switching'),
                        name: roleName(role, speech),
                      })}
                      className={css.roleFigure}
                    >
                      {figures.percent(role.loss)}
                    </Figure>
                  </td>
                  <td>
                    {role.peopleLost === null ? (
                      '?'
                    ) : (
                      <Figure
                        opens={() => switchedPeople(role, words)}
                        label={receipts('openOf', {
                          what: receipts('made.switchedPeople'),
                          name: roleName(role, speech),
                        })}
                        className={css.roleFigure}
                      >
                        {figures.number(role.peopleLost, 1)}
                      </Figure>
                    )}
                  </td>
                </tr>
              </tbody>
            ))}
          </table>
        )}
        {unknown > 0 && <p className={css.note}>{say('roles.unknown', { count: unknown })}</p>}
      </section>
    </aside>
  );
}

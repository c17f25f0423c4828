import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countAs } from '../../../shared/text/format.ts';
import { labelled } from '../../../shared/text/join.ts';
import { type CarryData, restsOnOne } from '../../charts/carry/carryData.ts';
import {
  type CarrySpeech,
  carryDate,
  carryMoney,
  lossText,
  scatterName,
  someNames,
} from '../../charts/carry/describe.ts';
import { NO_LOSS, type ScatterLoss } from '../../charts/carry/scatterLoss.ts';
import { naming } from '../../charts/frame/naming.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { type FiguresOf, FigureText } from '../receipts/FigureText.tsx';
import css from './carry.module.css';
import { disbandingReceipt, lossFigures } from './carryFigures.ts';

const FIRST = 10;
const QUARTER_DAYS = 93;

/** What scatters next (or in the quarter that was picked) and what that leaves alone; and what rests on one team. */
export function ScatterAside({
  data,
  day,
  onDay,
  speech,
}: {
  readonly data: CarryData;
  readonly day: number | null;
  readonly onDay: (day: number | null) => void;
  readonly speech: CarrySpeech;
}) {
  const { say, figures } = speech;
  const select = useView((state) => state.select);
  const lead = useView((state) => state.lead);
  const { scatters, now, nameOf } = data;
  const ahead = useMemo(() => scatters.filter((each) => each.day > now), [scatters, now]);
  const past = ahead.length === 0 && scatters.length > 0;
  const listed = useMemo(() => {
    if (day !== null) return scatters.filter((each) => each.day <= day && each.day > day - QUARTER_DAYS);
    return past ? [...scatters].reverse() : ahead;
  }, [scatters, ahead, past, day]);
  const lone = useMemo(() => {
    const resting = data.rows.filter(restsOnOne).flatMap(({ capabilityId, cells, ownerTeamId }) => {
      const team = cells.find(({ teamId, real }) => teamId !== null && real)?.teamId ?? ownerTeamId;
      return team === null ? [] : [{ team, capabilityId }];
    });
    return [...Map.groupBy(resting, ({ team }) => team)]
      .map(([team, own]) => [team, own.map(({ capabilityId }) => capabilityId)] as const)
      .sort((a, b) => b[1].length - a[1].length);
  }, [data]);
  const names = (ids: readonly string[]): string =>
    someNames(
      ids.map((id) => nameOf('capability', id)),
      speech,
    );
  const title =
    day !== null
      ? say('aside.quarter', { quarter: speech.quarter(day - 1) })
      : say(past ? 'aside.past' : 'aside.title');
  return (
    <aside className={css.aside} aria-label={title}>
      <section className={css.card}>
        <h2>{title}</h2>
        {day !== null && (
          <Button onPress={() => onDay(null)}>{say('aside.back', { date: carryDate(now, speech) })}</Button>
        )}
        {listed.length === 0 && <p className={css.note}>{say('aside.none')}</p>}
        <ol className={css.list}>
          {listed.slice(0, FIRST).map((each) => (
            <li key={each.id}>
              <svg width="14" height="14" aria-hidden="true">
                {each.kind === 'project' ? (
                  <rect x={2} y={2} width={10} height={10} fill="var(--project)" />
                ) : (
                  <circle cx={7} cy={7} r={5.5} fill="none" stroke="var(--product)" strokeWidth={2} />
                )}
              </svg>
              <div>
                <button
                  type="button"
                  className={css.name}
                  title={scatterName(each, data)}
                  onClick={() => {
                    if (each.kind === 'team') lead('directory');
                    select({ kind: each.kind === 'project' ? 'initiative' : 'team', id: each.ofId });
                  }}
                >
                  {scatterName(each, data)}
                </button>
                <p className={css.note}>
                  {say(`aside.${each.kind}`)} · {carryDate(each.day - 1, speech)} · {carryMoney(each, speech)}
                </p>
                {each.projectIds.length > 0 && (
                  <Loss loss={data.losses.get(each.id) ?? NO_LOSS} data={data} speech={speech} />
                )}
                {each.leftAlone.length > 0 && (
                  <p className={css.alone}>
                    {say('aside.alone', { count: each.leftAlone.length, names: names(each.leftAlone) })}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ol>
        {listed.length > FIRST && (
          <p className={css.note}>{say('aside.more', { count: listed.length - FIRST })}</p>
        )}
      </section>
      {lone.length > 0 && (
        <section className={css.card}>
          <h2>{say('aside.only')}</h2>
          <ul className={css.list}>
            {lone.slice(0, FIRST).map(([team, ids]) => (
              <li key={team} className={css.plain}>
                {say('aside.when', { team: nameOf('team', team), names: names(ids) })}
              </li>
            ))}
          </ul>
          {lone.length > FIRST && (
            <p className={css.note}>
              {say('load.more', { count: lone.length - FIRST })}
              {figures.language === 'en' ? '.' : '。'}
            </p>
          )}
        </section>
      )}
    </aside>
  );
}

/** Projects of one scattering whose receipts are offered at most. */
const MOST_RECEIPTS = 3;

/** What handing over and learning again costs once they are gone, each part to be opened to its arithmetic. */
function Loss({
  loss,
  data,
  speech,
}: {
  readonly loss: ScatterLoss;
  readonly data: CarryData;
  readonly speech: CarrySpeech;
}) {
  const { say, figures } = speech;
  const { t: receipts } = useTranslation('receipts');
  const { t: wasteNames } = useTranslation('common');
  const words = { speech, receipts };
  const several = loss.projects.length > 1;
  const withNames = { ...speech, say: naming(say) };
  return (
    <>
      <p className={css.note}>
        <FigureText
          text={withNames.say('aside.loss', { loss: lossText(loss, withNames) })}
          figures={lossFigures(loss, data, words)}
        />
      </p>
      {loss.projects.slice(0, MOST_RECEIPTS).map((project) => {
        const name = data.nameOf('initiative', project.id);
        const handover = figures.days(project.handoverDays);
        const relearning = figures.days(project.relearningDays);
        const split = withNames.say('aside.split', {
          handover: say('aside.handover', { count: countAs(handover), days: handover }),
          relearning: say('aside.relearning', { count: countAs(relearning), days: relearning }),
          share: figures.percent(project.knowledge),
        });
        const receipt = (part: 'handoffs' | 'relearning') => ({
          label: receipts('openOf', { what: wasteNames(`waste.${part}`), name }),
          opens: () => disbandingReceipt(project, part, data, words),
        });
        return (
          <p key={project.id} className={css.note}>
            <FigureText
              text={several ? labelled(name, split, figures.language) : split}
              figures={
                {
                  'aside.split.handover': receipt('handoffs'),
                  'aside.split.relearning': receipt('relearning'),
                } satisfies FiguresOf<'carry'>
              }
            />
          </p>
        );
      })}
    </>
  );
}

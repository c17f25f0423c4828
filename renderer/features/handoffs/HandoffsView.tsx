import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import {
  type HandoffChoice,
  type HandoffPictureData,
  useHandoffChoice,
  useHandoffPicture,
} from '../../analysis/handoffPicture.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { naming } from '../../charts/frame/naming.ts';
import { shortName } from '../../charts/frame/shortName.ts';
import { useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import {
  type StringSpeech,
  stringFinding,
  stringSubtitle,
  stringWords,
} from '../../charts/stringline/describe.ts';
import { layoutStringline } from '../../charts/stringline/layout.ts';
import { timelineSpeech, timelineWords } from '../../charts/timeline/speech.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { PictureHead } from '../../ui/PictureHead.tsx';
import { enterField } from '../flow/enterField.ts';
import { InitiativePicker } from '../flow/InitiativePicker.tsx';
import { NoInitiatives } from '../initiatives/NoInitiatives.tsx';
import { drawFigures, FigureText } from '../receipts/FigureText.tsx';
import { HandoffAside } from './HandoffAside.tsx';
import { HandoffPicture } from './HandoffPicture.tsx';
import css from './handoffs.module.css';
import type { PickedHandoff } from './picked.ts';
import { type Chosen, useChosen } from './useChosen.ts';
import { useTimeWindow } from './useTimeWindow.ts';
import { WindowTools } from './WindowTools.tsx';
import { waitFigures } from './waitFigures.ts';

/** Work travelling from team to team: where it waits, and what each handoff keeps. */
export function HandoffsView() {
  const { t } = useTranslation('handoffs');
  const records = usePortfolio((state) => state.records);
  if (!records) return null;
  if (Object.keys(records.initiative).length === 0) {
    return <NoInitiatives title={t('empty.title')} text={t('empty.text')} button={t('empty.button')} />;
  }
  return <Shown records={records} />;
}

function Shown({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('handoffs');
  const chosen = useChosen(records);
  const data = useHandoffPicture(records, chosen.ids, chosen.choice === 'one');
  return data ? (
    <Lines {...{ records, chosen, data }} />
  ) : (
    <p className={css.waiting} role="status">
      {t('computing')}
    </p>
  );
}

function Lines({
  records,
  chosen,
  data,
}: {
  readonly records: PortfolioRecords;
  readonly chosen: Chosen;
  readonly data: HandoffPictureData;
}) {
  const { t } = useTranslation('handoffs');
  const { t: common } = useTranslation('common');
  const { t: receipts } = useTranslation('receipts');
  const { t: timeline } = useTranslation('timeline');
  const figures = useFigureWords();
  const select = useView((state) => state.select);
  const measure = useMeasure();
  const { ref, width, known, scale } = useChartSpace();
  const [picked, setPicked] = useState<PickedHandoff | null>(null);
  const hand = useTimeWindow(data);
  const speech = useMemo<StringSpeech>(
    () => ({ say: t, figures, phaseKind: (kind) => common(`phase.${kind}`) }),
    [t, common, figures],
  );
  const { fiscalYearStartMonth } = settingsOf(records);
  const layout = useMemo(() => {
    // Laid out for a guessed width, it would be laid out twice before anybody sees it.
    if (!known) return null;
    const said = timelineWords(
      timelineSpeech(timeline, (mode) => common(`mode.${mode}`), figures.language),
      { fiscal: fiscalYearStartMonth !== 1, writable: false, dataDate: null },
    );
    return layoutStringline(
      data,
      width,
      fiscalYearStartMonth,
      stringWords(speech, said.tick),
      measure,
      hand.focus,
    );
  }, [
    known,
    data,
    hand.focus,
    width,
    fiscalYearStartMonth,
    speech,
    measure,
    timeline,
    common,
    figures.language,
  ]);
  const pick = useCallback(
    (initiativeId: string, handoffId: string | null | undefined): void => {
      select({ kind: 'initiative', id: initiativeId });
      setPicked(handoffId === undefined ? null : { initiativeId, handoffId });
    },
    [select],
  );
  const one = chosen.choice === 'one' ? ([...chosen.ids][0] ?? null) : null;
  const written = waitFigures(data.lit, { speech, receipts });
  const words = {
    title: data.lit.length === 0 ? t('none.chosen') : stringFinding(data, { ...speech, say: naming(t) }),
    draw: drawFigures(written),
    subtitle:
      data.lit.length === 0 || layout === null ? '' : stringSubtitle(data, layout, data.undated, speech),
  };
  const undated =
    data.lit.length === 0 ? ([...chosen.ids].map((id) => records.initiative[id]!)[0] ?? null) : null;
  return (
    <div className={css.view}>
      <PictureHead title={<FigureText text={words.title} figures={written} />} subtitle={words.subtitle}>
        <div className={css.choices}>
          <SelectField<HandoffChoice>
            compact
            label={t('show.label')}
            value={chosen.choice}
            choices={chosen.choices.map((id) => ({ id, text: t(`show.${id}`) }))}
            onChange={(choice) => {
              setPicked(null);
              useHandoffChoice.setState({ choice });
            }}
          />
          {one !== null && <InitiativePicker value={one} onChoose={(id) => pick(id, undefined)} />}
        </div>
      </PictureHead>
      <div className={css.columns}>
        <div ref={ref} className={css.picture}>
          {data.lit.length > 0
            ? layout && (
                <HandoffPicture
                  {...{ data, layout, speech, measure, scale, words }}
                  onPick={pick}
                  toolbar={<WindowTools hand={hand} />}
                />
              )
            : undated && (
                <EmptyState title={t('undated.title')} text={t('undated.text')}>
                  <Button look="primary" onPress={() => enterField(undated.id, 'initiative.startDate')}>
                    {t('undated.button', { name: shortName(undated.name) })}
                  </Button>
                </EmptyState>
              )}
        </div>
        {data.lit.length > 0 && (
          <HandoffAside
            records={records}
            data={data}
            picked={picked}
            onPick={pick}
            onClose={() => setPicked(null)}
            speech={speech}
          />
        )}
      </div>
    </div>
  );
}

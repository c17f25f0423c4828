import { type ReactNode, useCallback, useMemo } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import type { MeasureText } from '../../charts/frame/measureText.ts';
import { wholePicture } from '../../charts/frame/pictureProps.ts';
import type { PictureWords } from '../../charts/frame/pictureWords.ts';
import { stringCard, stringTable } from '../../charts/stringline/cards.ts';
import {
  describeStringline,
  handoffLetters,
  type StringSpeech,
  stringLegend,
} from '../../charts/stringline/describe.ts';
import { StringlineChart } from '../../charts/stringline/StringlineChart.tsx';
import type { StringlineLayout } from '../../charts/stringline/scene.ts';
import type { StringlineData } from '../../charts/stringline/stringlineData.ts';
import { useView } from '../../state/viewStore.ts';
import { useFooter } from '../flow/useFooter.ts';

const MOST_HEIGHT = 760;

/** The stringline in its frame; picking a mark selects its initiative, and a handoff also its row of the ledger. */
export function HandoffPicture({
  data,
  layout,
  speech,
  measure,
  scale,
  words,
  onPick,
  toolbar,
}: {
  readonly data: StringlineData;
  readonly layout: StringlineLayout;
  readonly speech: StringSpeech;
  readonly measure: MeasureText;
  readonly scale: number;
  readonly words: Pick<PictureWords, 'title' | 'subtitle' | 'draw'>;
  /** `handoffId` undefined: no handoff was picked; null: one that the ledger has no row of. */
  readonly onPick: (initiativeId: string, handoffId: string | null | undefined) => void;
  readonly toolbar: ReactNode;
}) {
  const footer = useFooter('records');
  const { lit } = data;
  const chosen = useView((state) => (state.selection?.kind === 'initiative' ? state.selection.id : null));
  const selected = lit.length > 1 && chosen !== null ? lit.findIndex(({ id }) => id === chosen) : -1;
  const modes = useMemo(() => lit.map(({ mode }) => mode), [lit]);
  const letters = useMemo(() => handoffLetters(speech), [speech]);
  const table = useCallback(() => stringTable(data, speech), [data, speech]);
  const legend = useMemo(() => stringLegend(data, layout, speech), [data, layout, speech]);
  const activate = (mark: string): void => {
    const [kind, first = '', second = ''] = mark.split(':');
    const line = lit[Number(first)];
    if (kind === 'rest' || !line) return;
    const at = Number(second);
    onPick(
      line.id,
      kind === 'handoff'
        ? line.handoffs[at]!.handoffId
        : kind === 'wait'
          ? line.waits[at]!.handoffId
          : undefined,
    );
  };
  const shown = { layout, modes, letters, selected: selected < 0 ? null : selected };
  return (
    <ChartFrame
      name="handoffs"
      words={{ ...words, footer, description: describeStringline(data, layout, speech) }}
      legend={legend}
      table={table}
      marks={layout.marks}
      cardOf={(id) => stringCard(id, data, layout, speech)}
      onActivate={activate}
      size={layout}
      measure={measure}
      scale={scale}
      maxHeight={MOST_HEIGHT}
      toolbar={toolbar}
      selectedMark={selected < 0 ? null : `stay:${selected}:0`}
      drawing={(patterns, active, viewport) => (
        <StringlineChart {...shown} patterns={patterns} active={active} viewport={viewport} />
      )}
      picture={() =>
        wholePicture(layout, (drawn) => <StringlineChart {...shown} {...drawn} selected={null} />)
      }
    />
  );
}

import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { CarryChart } from '../../../renderer/charts/carry/CarryChart.tsx';
import { carryWords } from '../../../renderer/charts/carry/describe.ts';
import { layoutCarry } from '../../../renderer/charts/carry/layout.ts';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { handoffLetters, stringWords } from '../../../renderer/charts/stringline/describe.ts';
import { layoutStringline } from '../../../renderer/charts/stringline/layout.ts';
import { StringlineChart } from '../../../renderer/charts/stringline/StringlineChart.tsx';
import { carrySample } from '../../helpers/carrySample.ts';
import { product, project } from '../../helpers/handoffLines.ts';
import { sayOf } from '../../helpers/sayOf.ts';

const figures = figureWords('en', 'USD');

/** The drawing as a file that opens in a browser, with numbers to one decimal and an element a line. */
function drawn(
  { width, height }: { readonly width: number; readonly height: number },
  chart: ReactElement,
): string {
  const svg = renderToStaticMarkup(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`}>
      <title>picture</title>
      {chart}
    </svg>,
  );
  return `${svg
    .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replaceAll('><', '>\n<')}\n`;
}

it('draws the stringline as it did', async () => {
  const lit = [
    project('a', ['One', 'Two', 'Three']),
    product('p', 'Alone'),
    project('b', ['Two', 'Three'], 20_030, false),
  ];
  const speech = { say: sayOf('handoffs', 'en'), figures, phaseKind: (kind: string) => kind };
  const layout = layoutStringline(
    { lit, rest: [project('x', ['One', 'Two'])] },
    720,
    1,
    stringWords(speech, () => '2024'),
    estimateWidth,
  );
  const svg = drawn(
    layout,
    <StringlineChart
      layout={layout}
      modes={lit.map(({ mode }) => mode)}
      selected={null}
      letters={handoffLetters(speech)}
      patterns="p"
      active={null}
      viewport={{ top: 0, bottom: layout.height }}
    />,
  );
  await expect(svg).toMatchFileSnapshot('../../fixtures/pictures/stringline.svg');
});

it('draws who carries what as it did', async () => {
  const speech = {
    say: sayOf('carry', 'en'),
    figures,
    currency: 'USD',
    quarter: (day: number) => String(day),
  };
  const layout = layoutCarry(
    carrySample,
    720,
    1,
    carryWords(carrySample, speech, () => '2026'),
    estimateWidth,
  );
  const svg = drawn(
    layout,
    <CarryChart
      layout={layout}
      patterns="p"
      active={null}
      selected={null}
      viewport={{ top: 0, bottom: layout.height }}
    />,
  );
  await expect(svg).toMatchFileSnapshot('../../fixtures/pictures/carry.svg');
});

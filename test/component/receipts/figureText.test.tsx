import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { NamedText } from '../../../renderer/charts/frame/NamedText.tsx';
import { named, naming, plainText } from '../../../renderer/charts/frame/naming.ts';
import { FigureText, type OpenFigures } from '../../../renderer/features/receipts/FigureText.tsx';
import { shownFigure } from '../../../renderer/features/receipts/receiptStore.ts';
import { sayIn } from '../../../renderer/pictures/words.ts';
import { joinSentences } from '../../../shared/text/join.ts';

const figures = (...names: string[]): OpenFigures =>
  Object.fromEntries(names.map((name) => [name, { label: name, opens: shownFigure('a', name) }]));

/** The sentence with what opens in brackets, and what each of these is called. */
function shown(text: string, ...names: string[]): { readonly text: string; readonly opens: string[] } {
  const { container, unmount } = render(<FigureText text={text} figures={figures(...names)} />);
  const opens = screen.queryAllByRole('button').map((button) => button.title);
  for (const button of screen.queryAllByRole('button')) button.replaceWith(`[${button.textContent}]`);
  const { textContent } = container;
  unmount();
  return { text: textContent, opens };
}

describe('a sentence', () => {
  const english = naming(sayIn('en', 'map'));
  const chinese = naming(sayIn('zh-CN', 'map'));

  it('knows a figure by its name, where another number is written the same', () => {
    const values = { count: 4, days: '4 days', months: '4 months' };
    expect(shown(english('finding.both', values), 'finding.both.months')).toEqual({
      text: 'Converting 4 projects would save 4 days and bring first value [4 months] sooner',
      opens: ['finding.both.months'],
    });
    expect(shown(english('finding.both', { ...values, count: 1 }), 'finding.both.days').text).toBe(
      'Converting 1 project would save [4 days] and bring first value 4 months sooner',
    );
  });

  it('keeps the button that has the keyboard while other figures come into it', () => {
    const own = figures('days', 'money');
    const days = (number: string) => `${named('days', number)} days are booked`;
    const { rerender } = render(<FigureText text={days('9')} figures={own} />);
    const button = screen.getByRole('button', { name: '9' });
    button.focus();
    rerender(<FigureText text={`${named('money', '$5')} are lost; ${days('12')}`} figures={own} />);
    expect(screen.getByRole('button', { name: '12' })).toBe(button);
    expect(button).toHaveFocus();
  });

  it('opens in Chinese what it opens in English, wherever that stands', () => {
    const text = chinese('finding.both', { count: 4, days: '12 人天', months: '3 个月' });
    expect(shown(text, 'finding.both.days', 'finding.both.months')).toEqual({
      text: '转换 4 个项目可节省 [12 人天]，并使首个价值提前 [3 个月]',
      opens: ['finding.both.days', 'finding.both.months'],
    });
  });

  it('keeps its names within other sentences, in lists and after one another', () => {
    const why = new Intl.ListFormat('en').format([
      english('stay.idle', { count: 9, days: '9' }),
      english('stay.release', { count: 9, days: '9' }),
    ]);
    const text = joinSentences([english('stay.wins', { money: '$9', why }), 'Nothing else.']);
    expect(shown(text, 'stay.release.days', 'stay.wins.money')).toEqual({
      text: 'The project is [$9] better: a standing team would have 9 idle days and releasing often would cost [9] more days. Nothing else.',
      opens: ['stay.wins.money', 'stay.release.days'],
    });
    expect(plainText(text)).toBe(
      joinSentences([
        sayIn('en', 'map')('stay.wins', {
          money: '$9',
          why: 'a standing team would have 9 idle days and releasing often would cost 9 more days',
        }),
        'Nothing else.',
      ]),
    );
  });

  it('opens the larger of two figures that lie within each other', () => {
    const range = `${named('low', '20%')}–${named('high', '40%')}`;
    expect(shown(`holds ${named('share', range)} of it`, 'share', 'high').text).toBe('holds [20%–40%] of it');
    expect(shown(`holds ${named('share', range)} of it`, 'high').text).toBe('holds 20%–[40%] of it');
  });

  it('loses no letter where somebody wrote the signs of a name', () => {
    const text = english('finding.both', { count: 2, days: 'a\ufff9b', months: '\ufffac' });
    expect(plainText(text).replace(/[\ufff9-\ufffb]/g, '')).toContain('save ab and');
    expect(plainText('no signs')).toBe('no signs');
    expect(shown('no figure', 'x')).toEqual({ text: 'no figure', opens: [] });
  });
});

it('keeps the keyboard on a figure while sentences come before it and other figures after it', () => {
  const days = `${named('days', '12')} days are lost.`;
  const money = `${named('money', '$9')} is paid.`;
  const written = figures('days', 'money', 'share');
  const { rerender } = render(<FigureText text={days} figures={written} />);
  const opened = screen.getByRole('button', { name: '12' });
  opened.focus();
  for (const text of [
    `${named('share', '40%')} is waste. ${days}`,
    `${money} ${days}`,
    `${days} ${money} ${days}`,
  ]) {
    rerender(<FigureText text={text} figures={written} />);
    expect(screen.getAllByRole('button', { name: '12' })).toContain(opened);
    expect(opened).toHaveFocus();
  }
});

it('is shown as far as there is room, and in the spaces that hold it together', () => {
  const text = `Loses ${named('days', '1,204')} days. Then ${named('days', '7')} more.`;
  const draw = (name: string, part: string) => (name === 'days' ? <b>{part}</b> : null);
  const { container, rerender } = render(<NamedText text={text} draw={draw} as={'Loses 1,204\u00a0days.'} />);
  const marked = () => container.innerHTML.replace(/<\/?span[^>]*>/g, '');
  expect(marked()).toBe('Loses <b>1,204</b>&nbsp;days.');
  rerender(<NamedText text={text} draw={draw} />);
  expect(marked()).toBe('Loses <b>1,204</b> days. Then <b>7</b> more.');
});

it.each([
  ['可节省（[12 人天]），并提前 [3 个月]。', ['（12 人天），', '3 个月。']],
  ['浪费“[40%]”（[¥9]）（见下文）', ['“40%”', '（¥9）']],
  ['saves ([12 days]), then [3] more', ['(12 days),', '3']],
  ['[12]', ['12']],
])('lets no line begin or end with a sign that belongs to a figure: %s', (sentence, together) => {
  const text = sentence.replace(/\[(.*?)\]/g, (_, figure: string) => named('figure', figure));
  const { container } = render(<FigureText text={text} figures={figures('figure')} />);
  expect(Array.from(container.querySelectorAll('.held'), (held) => held.textContent)).toEqual(together);
  expect(container).toHaveTextContent(sentence.replace(/[[\]]/g, ''));
  for (const held of container.querySelectorAll('.held')) expect(held.querySelector('button')).not.toBeNull();
});

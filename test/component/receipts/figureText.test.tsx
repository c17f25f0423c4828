import { expect, it } from 'vitest';
import { piecesOf, type WrittenFigure } from '../../../renderer/features/receipts/FigureText.tsx';
import { shownFigure } from '../../../renderer/features/receipts/receiptStore.ts';

const figure = (text: string): WrittenFigure => ({ text, label: text, opens: shownFigure('a', text) });
/** The sentence with its figures in brackets. */
const cut = (text: string, ...figures: string[]): string =>
  piecesOf(text, figures.map(figure))
    .map((piece) => (piece.figure ? `[${piece.text}]` : piece.text))
    .join('');

it('cuts a sentence at its figures, each where it is written whole', () => {
  expect(cut('4 of 14 lose 1.4 days', '4', '14')).toBe('[4] of [14] lose 1.4 days');
  expect(cut('saves 1,204 days, 204 of them soon', '204')).toBe('saves 1,204 days, [204] of them soon');
  expect(cut('作为团队领先 37 种，共 50 种', '37', '50')).toBe('作为团队领先 [37] 种，共 [50] 种');
});

it('takes a figure that is written twice from its next place, and leaves out one that is not there', () => {
  expect(cut('$1M of it, and $1M more', '$1M', '$1M')).toBe('[$1M] of it, and [$1M] more');
  expect(cut('nothing is lost', '38%', '')).toBe('nothing is lost');
  expect(cut('38%', '38%')).toBe('[38%]');
});

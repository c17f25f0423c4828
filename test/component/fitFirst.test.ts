import { describe, expect, it } from 'vitest';
import { fitFirst } from '../../renderer/ui/fitFirst.ts';

const ends = (widths: readonly number[], room: number): readonly number[] => {
  let end = 0;
  return [fitFirst(widths, room), ...widths.slice(1)].map((width) => {
    end += width;
    return end;
  });
};

describe('the width of the first column', () => {
  const widths = [200, 100, 80, 120];
  it('stays where all columns find room', () => {
    expect(fitFirst(widths, 500)).toBe(200);
    expect(fitFirst(widths, 900)).toBe(200);
  });
  it('gives up to a quarter for one more whole column', () => {
    expect(fitFirst(widths, 480)).toBe(180);
    expect(fitFirst(widths, 450)).toBe(150);
  });
  it('takes the room of a column that would be cut further in', () => {
    expect(fitFirst(widths, 440)).toBe(260);
  });
  it('leaves no column cut at the edge, at any width that shows two', () => {
    for (let room = 260; room <= 700; room += 1) {
      const all = ends(widths, room);
      expect(all.some((end) => end === room) || all.every((end) => end <= room), `${room} px`).toBe(true);
    }
  });
  it('stays where not even the second column finds room, and where there is none', () => {
    expect(fitFirst(widths, 190)).toBe(200);
    expect(fitFirst([200], 100)).toBe(200);
    expect(fitFirst([], 100)).toBe(0);
  });
});

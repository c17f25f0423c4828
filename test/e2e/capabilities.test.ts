import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';

let machine: Machine;
let planner: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  planner = new Planner((await machine.start()).page);
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

const keys = async (...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await planner.page.keyboard.press(key);
};
const type = (text: string): Promise<void> => planner.page.keyboard.insertText(text);
const tree = (): Locator =>
  planner.page.getByRole('treegrid', { name: planner.say('capabilities', 'title') });
const rows = (): Locator => tree().locator('[data-key]:not([data-entry])');
const row = (name: string): Locator => rows().filter({ hasText: name });

/** The tree as it stands: each name with its level. */
async function outline(): Promise<readonly string[]> {
  return rows().evaluateAll((elements) =>
    elements
      .map((element) => ({
        top: element.getBoundingClientRect().top,
        text: `${element.getAttribute('aria-level')} ${element.querySelector('[data-column="0"]')?.textContent?.trim()}`,
      }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text),
  );
}
const expectOutline = (...lines: readonly string[]) =>
  expect.poll(outline, { timeout: 10_000 }).toEqual([...lines]);

async function noPageScrollBars(): Promise<void> {
  const overflow = await planner.page.evaluate(
    `(() => { const e = document.scrollingElement; return [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight]; })()`,
  );
  expect(overflow).toEqual([0, 0]);
}

describe('from an empty portfolio, with the keyboard alone', () => {
  test('the empty tree teaches, and the first names are typed one after the other', async () => {
    await planner.page
      .getByRole('button', { name: new RegExp(`^${planner.say('shell', 'welcome.new')}`) })
      .focus();
    await keys('Enter');
    const name = planner.page.getByRole('dialog').getByRole('textbox').first();
    await name.fill('Empty');
    await keys('Enter');
    await planner.grid.waitFor();
    await planner.run('command.goCapabilities');
    await planner.page.getByRole('heading', { name: planner.say('capabilities', 'empty.title') }).waitFor();
    await planner.page.getByLabel(planner.say('capabilities', 'empty.type')).focus();
    await type('Claims');
    await keys('Enter');
    await row('Claims').waitFor();
    const field = planner.page.getByLabel(planner.say('capabilities', 'field.new'));
    for (const next of ['First notice of loss', 'Payments']) {
      await field.waitFor();
      await type(next);
      await keys('Enter');
      await row(next).waitFor();
    }
    await field.waitFor();
    await keys('Escape');
    await expectOutline('1 Claims', '1 First notice of loss', '1 Payments');
  });

  test('keys move into and out of, up and down, and undo takes each step back', async () => {
    await row('First notice of loss').locator('[data-column="0"]').focus();
    await keys('Alt+ArrowRight');
    await expectOutline('1 Claims', '2 First notice of loss', '1 Payments');
    await row('Payments').locator('[data-column="0"]').focus();
    await keys('Alt+ArrowUp');
    await expectOutline('1 Payments', '1 Claims', '2 First notice of loss');
    await planner.run('command.undo');
    await expectOutline('1 Claims', '2 First notice of loss', '1 Payments');
  });

  test('a capability is put elsewhere by taking it up', async () => {
    await row('Payments').locator('[data-column="0"]').focus();
    await keys('ControlOrMeta+x', 'ArrowUp', 'ControlOrMeta+v');
    await expectOutline('1 Claims', '2 First notice of loss', '3 Payments');
  });

  test('closing hides what is below, and the arrow at the left goes to the parent', async () => {
    await row('First notice of loss').locator('[data-column="0"]').focus();
    await keys('ArrowLeft');
    await expectOutline('1 Claims', '2 First notice of loss');
    await keys('ArrowRight');
    await expectOutline('1 Claims', '2 First notice of loss', '3 Payments');
    await keys('ArrowLeft', 'ArrowLeft');
    await expect
      .poll(() => planner.page.evaluate(`document.activeElement?.textContent?.trim()`))
      .toBe('Claims');
    await keys('ArrowDown', 'ArrowRight');
    await expectOutline('1 Claims', '2 First notice of loss', '3 Payments');
  });

  test('a digit rates, a name is changed in place, a copy is made', async () => {
    await row('Payments').locator('[data-column="0"]').focus();
    await keys('ArrowRight', 'ArrowRight', '4');
    await expect.poll(() => row('Payments').locator('[data-column="2"]').textContent()).toBe('4');
    await keys('Home', 'F2');
    await type('Pay-out');
    await keys('Enter');
    await row('Pay-out').waitFor();
    await row('Pay-out').locator('[data-column="0"]').focus();
    await keys('ControlOrMeta+Shift+d');
    await expectOutline('1 Claims', '2 First notice of loss', '3 Pay-out', '3 Pay-out (copy)');
  });

  test('deleting shows what goes along first; a single one goes at once', async () => {
    await row('Pay-out (copy)').locator('[data-column="0"]').focus();
    await keys('Delete');
    await expectOutline('1 Claims', '2 First notice of loss', '3 Pay-out');
    await row('Claims').locator('[data-column="0"]').focus();
    await keys('Delete');
    await planner.page
      .getByRole('dialog')
      .getByText(planner.say('capabilities', 'delete.below_other', { count: 2 }))
      .waitFor();
    await keys('Escape');
    await expectOutline('1 Claims', '2 First notice of loss', '3 Pay-out');
  });

  test('a template comes in one step, and goes in one', async () => {
    await planner.button(planner.say('capabilities', 'template')).focus();
    await keys('Enter');
    await planner
      .button(
        `${planner.say('capabilities', 'template.add')}: ${planner.say('capabilities', 'template.generic')}`,
      )
      .waitFor();
    await keys('Enter');
    await planner.page.getByText(planner.say('capabilities', 'summary.count_other', { count: 51 })).waitFor();
    await planner.run('command.undo');
    await expectOutline('1 Claims', '2 First notice of loss', '3 Pay-out');
  });

  test('two spellings of a team are offered for merging, and merged', async () => {
    await planner.run('command.goDirectory');
    await planner.page.getByLabel(planner.say('directory', 'field.newTeam')).focus();
    await type('Payments team');
    await keys('Enter');
    const list = planner.page.getByRole('grid', { name: planner.say('directory', 'tab.teams') });
    await list.getByText('Payments team').waitFor();
    await list.locator('[data-entry] [data-column="0"]').focus();
    await keys('Enter');
    await type('PAYMENTS TEAM.');
    await keys('Enter', 'Escape');
    await planner
      .button(planner.say('directory', 'same.merge', { names: 'Payments team · PAYMENTS TEAM.' }))
      .focus();
    await keys('Enter');
    const dialog = planner.page.getByRole('dialog');
    await dialog.getByText(planner.say('directory', 'merge.gone')).waitFor();
    await dialog.getByRole('button', { name: planner.say('directory', 'merge.do'), exact: true }).focus();
    await keys('Enter');
    await expect.poll(() => list.locator('[data-key]:not([data-entry])').count()).toBe(1);
  });
});

describe('with the pointer', () => {
  test('a row is dragged into another and back out', async () => {
    await planner.go('capabilities');
    await drag(row('Pay-out'), row('Claims'), 0.95);
    // After an open row means: beside it, behind all that lies below it.
    await expectOutline('1 Claims', '2 First notice of loss', '1 Pay-out');
    await drag(row('Pay-out'), row('First notice of loss'), 0.5);
    await expectOutline('1 Claims', '2 First notice of loss', '3 Pay-out');
  });

  test('rows that are marked go together, in one step', async () => {
    const before = await planner.nextUndo();
    await row('First notice of loss').locator('[data-column="0"]').click();
    await planner.page.keyboard.down('Shift');
    await row('Pay-out').locator('[data-column="0"]').click();
    await planner.page.keyboard.up('Shift');
    // The second one lies within the first: the two go as they are, out to the top.
    await drag(row('First notice of loss'), row('Claims'), 0.05);
    await expectOutline('1 First notice of loss', '2 Pay-out', '1 Claims');
    await keys('ControlOrMeta+z');
    await expectOutline('1 Claims', '2 First notice of loss', '3 Pay-out');
    expect(await planner.nextUndo()).toBe(before);
  });

  test('Escape ends a drag without a change', async () => {
    const before = await planner.nextUndo();
    const [from, to] = [await row('Pay-out').boundingBox(), await row('Claims').boundingBox()];
    if (!from || !to) throw new Error('the rows are not on the screen');
    await planner.page.mouse.move(from.x + 90, from.y + 10);
    await planner.page.mouse.down();
    await planner.page.mouse.move(to.x + 90, to.y + 10, { steps: 6 });
    await keys('Escape');
    await planner.page.mouse.up();
    await expectOutline('1 Claims', '2 First notice of loss', '3 Pay-out');
    expect(await planner.nextUndo()).toBe(before);
  });

  test('an initiative dragged onto a capability serves it with all that is free', async () => {
    await planner.go('initiatives');
    await planner.run('command.newInitiative');
    await type('Payment hub');
    await keys('Enter', 'Escape');
    await planner.go('capabilities');
    const list = planner.page.getByRole('listbox', { name: planner.say('capabilities', 'links.title') });
    if (!(await list.isVisible())) await planner.button(planner.say('capabilities', 'links.show')).click();
    await drag(list.getByRole('option').first(), row('Pay-out'), 0.5);
    const weight = planner.page.getByLabel(
      planner.say('capabilities', 'links.weight', { name: 'Payment hub' }),
    );
    await expect.poll(() => weight.inputValue()).toBe('100%');
    await weight.focus();
    await keys('ControlOrMeta+a');
    await type('40');
    await keys('Enter');
    await expect.poll(() => weight.inputValue()).toBe('40%');
    await list.focus();
    await keys('Home', 'Enter');
    await planner.page
      .getByRole('combobox', { name: planner.say('capabilities', 'link.capability') })
      .fill('Claims');
    await keys('ArrowDown', 'Enter');
    await planner.page.getByText(planner.say('capabilities', 'link.chosen', { name: 'Claims' })).waitFor();
    await planner.page.getByLabel(planner.say('capabilities', 'link.share')).fill('90');
    await keys('Enter');
    // 40 % are given already: 90 do not fit, and the line says so.
    await planner.page
      .getByText(
        planner.say('capabilities', 'said.capped', {
          initiative: 'Payment hub',
          capability: 'Claims',
          given: '60%',
          asked: '90%',
        }),
      )
      .waitFor();
  });

  test('scrolled sideways, its lines are as long as it is and nothing shows beside their names', async () => {
    await planner.page.setViewportSize({ width: 900, height: 800 });
    await planner.go('capabilities');
    const seen = await tree().evaluate((grid) => {
      grid.scrollTo(grid.scrollWidth, grid.scrollHeight);
      const { left } = grid.getBoundingClientRect();
      const ends = [...grid.querySelectorAll('[role="row"]:not([data-key])')];
      const entry = grid.querySelector('[data-entry] [data-column] > :last-child');
      return {
        scrolled: grid.scrollLeft,
        missing: [...grid.querySelectorAll('[data-key]')].map(
          (line) => grid.scrollWidth - line.getBoundingClientRect().width,
        ),
        // Titles and totals have nothing in the column of the ticks.
        corners: ends.map((line) => {
          const { y, height } = line.getBoundingClientRect();
          return document.elementFromPoint(left + 20, y + height / 2)?.textContent ?? null;
        }),
        entry: entry === null ? null : entry.getBoundingClientRect().left - left,
      };
    });
    expect(seen.scrolled).toBeGreaterThan(0);
    expect(new Set(seen.missing)).toEqual(new Set([0]));
    expect(seen.corners).toEqual(['', '']);
    expect(seen.entry).toBeGreaterThan(0);
  });

  test.each([
    [1280, 800],
    [1440, 900],
    [1920, 1080],
  ])('no scroll bars of the page at %i × %i', async (width, height) => {
    await planner.page.setViewportSize({ width, height });
    for (const view of ['capabilities', 'directory'] as const) {
      await planner.go(view);
      await noPageScrollBars();
    }
  });
});

/** Drags by the middle of the name to a height within the target. */
async function drag(from: Locator, to: Locator, share: number): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('what is dragged is not on the screen');
  const { mouse } = planner.page;
  await mouse.move(start.x + 90, start.y + start.height / 2);
  await mouse.down();
  await mouse.move(end.x + 90, end.y + end.height * share, { steps: 8 });
  await mouse.up();
}

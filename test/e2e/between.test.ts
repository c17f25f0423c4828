import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';

// What lies between a list that came in and slides that go out: what its views show before anything is in them.

let machine: Machine;
let planner: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  planner = new Planner((await machine.start()).page);
  await planner.openSample();
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

const main = () => planner.page.getByRole('main');

test('conversions that gain most are proposed, and one press makes a scenario of those that are ticked', async () => {
  await planner.go('scenarios');
  const proposed = main().getByRole('list', { name: planner.say('scenarios', 'first.title') });
  await proposed.getByRole('checkbox').nth(5).waitFor({ timeout: 30_000 });
  expect(await proposed.getByRole('checkbox', { checked: true }).count()).toBe(4);
  // Each says what it gains; how sure that is comes from a simulation.
  await expect
    .poll(() => proposed.getByText(/more in value less cost.*ahead in \d+ of 50 futures\.$/).count(), {
      timeout: 30_000,
    })
    .toBe(6);
  await proposed.getByRole('checkbox').first().uncheck();
  await main()
    .getByRole('button', { name: planner.say('scenarios', 'first.do_other', { count: 3 }) })
    .click();
  const name = planner.say('scenarios', 'first.name_other', { count: 3 });
  await main()
    .getByRole('button', { name: planner.say('comparison', 'choose.remove', { name }) })
    .waitFor();
  await main()
    .getByText(new RegExp(`“${name}” changes 3 records\\.`))
    .waitFor({ timeout: 30_000 });
  await planner.undo();
  await proposed.waitFor();
});

test('a first snapshot is offered with what it would keep, decisions with findings, rankings with what to rank', async () => {
  await planner.go('snapshots');
  await main()
    .getByRole('heading', { name: planner.say('snapshots', 'empty.title') })
    .waitFor();
  const kept = main()
    .locator('dl > div')
    .filter({ hasText: planner.say('exporting', 'table.initiative') });
  expect(await kept.locator('dd').textContent()).toBe('283');
  await planner.go('rankings');
  await main()
    .getByText(planner.say('rankings', 'new.largest', { number: 12 }))
    .waitFor();
  await planner.go('decisions');
  await main()
    .getByRole('listitem')
    .filter({ hasText: planner.say('coverage', 'type.GAP_UNDER') })
    .first()
    .getByRole('button', { name: planner.say('coverage', 'type.GAP_UNDER') })
    .click();
  await planner.page.getByRole('main', { name: planner.say('shell', 'view.coverage') }).waitFor();
  await planner.page
    .getByRole('complementary', { name: planner.say('shell', 'inspector.label') })
    .getByRole('button', { name: planner.say('decisions', 'finding.decide') })
    .waitFor();
});

test('the ways out of a picture stay together where its choices fill the line', async () => {
  await planner.page.setViewportSize({ width: 1600, height: 1000 });
  await planner.go('coverage');
  await main().getByText(planner.say('coverage', 'tab.matrix'), { exact: true }).click();
  const middles = (['chart.asTable', 'chart.exportLabel'] as const).map(async (key) => {
    const button = main().getByRole('button', { name: planner.say('flow', key), exact: true });
    await button.waitFor();
    const box = await button.boundingBox();
    return box && [Math.round(box.y + box.height / 2), box.x > 900];
  });
  const [table, exports] = await Promise.all(middles);
  expect(table).toEqual(exports);
  expect(table?.[1]).toBe(true);
});

test('states of findings stand in one line in Chinese, too, where there is little room', async () => {
  await planner.page.setViewportSize({ width: 1280, height: 800 });
  await planner.speak('zh-CN');
  await main().getByText(planner.say('coverage', 'tab.findings')).click();
  const state = main()
    .getByRole('gridcell', { name: planner.say('decisions', 'finding.status.open'), exact: true })
    .first();
  await state.waitFor();
  // The text alone, not the cell, which is as high as its row.
  const lines = await planner.page.evaluate(`(() => {
    const text = document.createRange();
    text.selectNodeContents(document.querySelector('main td:last-child'));
    return text.getClientRects().length;
  })()`);
  expect(lines).toBe(1);
});

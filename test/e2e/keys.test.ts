import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { complaints } from './axe.ts';
import { freshMachine, type Machine } from './driver.ts';
import { handsOn } from './keyboard.ts';
import { Planner } from './planner.ts';

// From an empty portfolio to one with a gap that was answered, without ever touching the pointer: everything below
// goes through `page.keyboard`, and looks at the page only to see what came of it.

const initiatives = [
  'Claims portal',
  'Broker desk',
  'Data hub',
  'Pricing engine',
  'Document archive',
] as const;
const capabilities = [
  'Claims handling',
  'Fraud detection',
  'Payments',
  'Policy service',
  'Broker care',
  'Pricing',
  'Underwriting',
  'Reporting',
  'Archiving',
  'Customer contact',
] as const;

let machine: Machine;
let planner: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  planner = new Planner((await machine.start()).page);
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

const { press, type, focused, tabTo, toPane, given } = handsOn(() => planner);
const times = (count: number, key: string): readonly string[] => Array.from({ length: count }, () => key);
const isClean = async (): Promise<void> => expect(await complaints(planner.page)).toEqual([]);
const rowCount = (): Promise<number> => planner.grid.locator('[data-key] input[type=checkbox]').count();

test('an empty portfolio is made', async () => {
  await planner.page.getByRole('heading', { level: 1 }).waitFor();
  await press('Alt+Shift+N');
  await given(planner.page.getByRole('dialog'));
  await isClean();
  await press('ControlOrMeta+a');
  await type('By hand');
  await press('Enter');
  await planner.page.getByRole('heading', { name: planner.say('initiatives', 'empty.title') }).waitFor();
  await isClean();
});

test('five initiatives are typed one below the other, then their columns as in a spreadsheet', async () => {
  await press('Alt+N');
  for (const name of initiatives) {
    await type(name);
    await press('Enter');
  }
  await press('Escape');
  await expect.poll(rowCount, { timeout: 10_000 }).toBe(initiatives.length + 1);
  // The first budget is typed, the others filled from it; the last one has its own.
  await press('ControlOrMeta+Home', ...times(5, 'ArrowRight'));
  await type('2M');
  await press('Enter', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'ControlOrMeta+d');
  await planner.expectCell('Pricing engine', 'budget', '$2M');
  await press('Escape', ...times(4, 'ArrowDown'));
  await type('500k');
  await press('Enter');
  await planner.expectCell('Document archive', 'budget', '$500K');
  // Dates and owners along one line, by Tab; Enter comes back to where the line began.
  await press('ControlOrMeta+Home', ...times(7, 'ArrowRight'));
  await type('Ada');
  await press('Tab');
  await type('2026-01-01');
  await press('Tab');
  await type('2027-12-31');
  await press('Enter');
  await type('Ben');
  await press('Enter');
  await planner.expectCell('Claims portal', 'owner', 'Ada');
  await planner.expectCell('Claims portal', 'endDate', '31 Dec 2027');
  await planner.expectCell('Broker desk', 'owner', 'Ben');
  await isClean();
});

test('one is turned into a product team, and the step taken back and done again', async () => {
  await press('ControlOrMeta+Home', 'ArrowDown', 'Alt+M');
  await planner.expectCell('Broker desk', 'mode', 'Product team');
  await press('ControlOrMeta+z');
  await planner.expectCell('Broker desk', 'mode', 'Project');
  await press('ControlOrMeta+y');
  await planner.expectCell('Broker desk', 'mode', 'Product team');
});

test('ten capabilities are typed, and one of them is rated', async () => {
  await press('Alt+7');
  await planner.page.getByRole('heading', { name: planner.say('capabilities', 'empty.title') }).waitFor();
  await isClean();
  await toPane('main');
  await tabTo(planner.say('capabilities', 'empty.type'));
  await type(capabilities[0]);
  await press('Enter');
  const tree = planner.page.getByRole('treegrid', { name: planner.say('capabilities', 'title') });
  const row = (name: string) => tree.locator('[data-key]').filter({ hasText: name });
  await row(capabilities[0]).waitFor();
  const field = planner.page.getByLabel(planner.say('capabilities', 'field.new'));
  for (const name of capabilities.slice(1)) {
    await field.waitFor();
    await type(name);
    await press('Enter');
    await row(name).waitFor();
  }
  await field.waitFor();
  await press('Escape', 'ControlOrMeta+Home');
  // Fraud detection: important, weak today, and meant to be strong.
  await press('ArrowDown', 'ArrowRight');
  for (const grade of ['5', '1', '5']) await press('ArrowRight', grade);
  const cells = row('Fraud detection').getByRole('gridcell');
  await expect
    .poll(async () => (await cells.allTextContents()).join('|').replace(/[^\d|]/g, ''), { timeout: 10_000 })
    .toMatch(/\|5?\|1\|5\|/);
  await isClean();
});

test('initiatives are linked to capabilities with their shares', async () => {
  await press('Alt+1');
  await planner.grid.waitFor();
  for (const [down, links] of [
    [
      0,
      [
        ['Claims handling', '60'],
        ['Payments', '40'],
      ],
    ],
    [1, [['Broker care', '100']]],
  ] as const) {
    await toPane('main');
    await press('ControlOrMeta+Home', ...times(down, 'ArrowDown'));
    await toPane('aside');
    for (const [capability, share] of links) {
      await tabTo(planner.say('inspector', 'capability.add'));
      await type(capability);
      await planner.page.getByRole('option', { name: capability }).waitFor();
      await press('ArrowDown', 'Enter');
      const weight = planner.say('inspector', 'capability.weight', { name: capability });
      await planner.page.getByLabel(weight).waitFor();
      await toPane('main');
      await toPane('aside');
      await tabTo(weight);
      await press('ControlOrMeta+a');
      await type(share);
      await press('Enter');
      await expect
        .poll(() => planner.page.getByLabel(weight).inputValue(), { timeout: 10_000 })
        .toMatch(/^\d+\s?%?$/);
      await toPane('main');
      await toPane('aside');
    }
  }
  await planner.page.getByText(planner.say('inspector', 'capability.sum', { sum: '100%' })).waitFor();
  await isClean();
});

const gapOf = (capability: string): RegExp =>
  new RegExp(`^${planner.say('coverage', 'type.GAP_NONE')}.*${capability}`);

/** Goes to the gap of a capability among the findings, and to the inspector that shows it. */
async function openGap(capability: string): Promise<void> {
  await press('Alt+3');
  const gap = planner.page.getByRole('button', { name: gapOf(capability) });
  const findings = planner.page
    .getByRole('main', { name: planner.say('shell', 'view.coverage') })
    .getByRole('radio', { name: new RegExp(`^${planner.say('coverage', 'tab.findings')}`) });
  await findings.waitFor({ state: 'attached' });
  if (!(await findings.isChecked())) {
    await toPane('main');
    await tabTo(planner.say('coverage', 'tab.matrix'));
    await press('ArrowRight');
  }
  await gap.waitFor();
  await isClean();
  await toPane('main');
  await tabTo(gapOf(capability));
  await press('Enter');
  await toPane('aside');
  await isClean();
}

test('a gap is found, and what is done about it is decided, with its reason and owner', async () => {
  const { page } = planner;
  await openGap('Fraud detection');
  await tabTo(planner.say('decisions', 'finding.decide'));
  await press('Enter');
  await page.getByRole('main', { name: planner.say('shell', 'view.decisions') }).waitFor();
  const detail = page.getByRole('article', { name: /Fraud detection/ });
  await detail.waitFor();
  await isClean();
  const [before, after] = planner.say('decisions', 'option.chooseOf', { name: '|' }).split('|');
  await toPane('main');
  await tabTo(new RegExp(`^${before}.+${after}$`));
  await press('Enter');
  await detail.getByText(planner.say('decisions', 'option.chosen')).first().waitFor();
  await tabTo(planner.say('decisions', 'reason'));
  await type('Fraud grows faster than claims');
  await press('Tab');
  await tabTo(planner.say('decisions', 'owner'));
  await type('Ada');
  await press('Enter');
  await expect
    .poll(() => detail.getByRole('textbox', { name: planner.say('decisions', 'reason') }).inputValue())
    .toBe('Fraud grows faster than claims');
  await isClean();
  // The finding says what was decided.
  await openGap('Fraud detection');
  const decided = planner.say('decisions', 'finding.decided', { option: '' }).trim();
  await page.getByRole('complementary').getByRole('button', { name: decided }).waitFor();
});

test('a gap is opened, and answered', async () => {
  await openGap('Fraud detection');
  const gap = gapOf('Fraud detection');
  await tabTo(planner.say('coverage', 'healthy.lower_target'));
  await press('Enter');
  // The keyboard is nowhere for a moment, between the finding and the field that mends it.
  await expect.poll(focused, { timeout: 10_000 }).toContain(planner.say('coverage', 'capability.target'));
  await type('1');
  await planner.page.getByRole('button', { name: gap }).waitFor({ state: 'detached' });
  await isClean();
});

test('everything that was done is in the history, and the way back is a key', async () => {
  await press('Alt+6');
  await planner.page.getByRole('main', { name: planner.say('shell', 'view.history') }).waitFor();
  await planner.page.getByRole('heading', { level: 1 }).waitFor();
  await isClean();
  await press('ControlOrMeta+z', 'Alt+3');
  await planner.page.getByRole('button', { name: gapOf('Fraud detection') }).waitFor();
});

test('a command is given another key, which then works and stands in the palette', async () => {
  await press('F1');
  const dialog = planner.page.getByRole('dialog', { name: planner.say('shell', 'keys.title') });
  await dialog.waitFor();
  const name = planner.say('shell', 'command.goTimeline');
  await tabTo(planner.say('shell', 'keys.changeOf', { command: name }));
  await press('Enter', 'Alt+1');
  await dialog.getByRole('alert').waitFor();
  await press('Alt+j', 'Escape');
  await dialog.waitFor({ state: 'detached' });
  await press('Alt+j');
  await planner.page.getByRole('main', { name: planner.say('shell', 'view.timeline') }).waitFor();
  await press('ControlOrMeta+k');
  await type(planner.say('shell', 'view.timeline'));
  await planner.page.getByRole('option', { name: /Alt J/ }).waitFor();
  await isClean();
  await press('Escape');
});

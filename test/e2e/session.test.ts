import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readMinutes } from '../../shared/storyboard/pageTimes.ts';
import { freshMachine, type Machine } from './driver.ts';
import { handsOn } from './keyboard.ts';
import { Planner } from './planner.ts';
import type { Running } from './running.ts';

// Two hours in front of a board, by keyboard alone: what is pressed goes through `page.keyboard`, and the page is only
// looked at. Each test goes on where the one before it ended.

const PACK_MS = 240_000;
const ranked = 'What first next year?';
const reasons = ['Steady work, ten releases behind it', 'Nobody serves it; the partner can'] as const;
const leave = 'Ends with the old contract';

let machine: Machine;
let running: Running;
let planner: Planner;
const { press, type, over, focused, tabTo, toPane, given } = handsOn(() => planner);

beforeAll(async () => {
  machine = await freshMachine();
  await start();
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

async function start(): Promise<void> {
  running = await machine.start();
  planner = new Planner(running.page);
}

/** The newest steps of the file, the last one first, as the service has them. */
async function steps() {
  const answer = await planner.ask('history.list', { limit: 100 });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.entries;
}
const keys = async (): Promise<readonly unknown[]> =>
  (await steps()).map(({ label, undone }) => [label.params.stepKey ?? label.key, undone]);

const stage = () => planner.page.locator('[data-stage]');
const card = () => stage().getByRole('status').locator('strong');
const room = () => planner.say('scenarios', 'name.room');
const foot = (text: string) => stage().locator('footer').getByText(text, { exact: true });
const looking = () => planner.page.getByRole('region', { name: planner.say('scenarios', 'bar.label') });
const main = (view: 'storyboard' | 'rankings' | 'decisions' | 'guardrails' | 'scenarios' | 'snapshots') =>
  planner.page.getByRole('main', { name: planner.say('shell', `view.${view}`), exact: true });
/** A sentence whose names may be anything. */
const saying = (sentence: string): RegExp =>
  new RegExp(`^${sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('§', '.+')}$`);

async function leaveStage(): Promise<void> {
  await press('Escape');
  await stage().waitFor({ state: 'detached' });
}

/** Points at the next mark of the shown picture; answers what it is called. */
async function pointOn(): Promise<string> {
  const before = (await card().count()) > 0 ? await card().textContent() : null;
  await press('ArrowDown');
  await expect.poll(() => card().textContent(), { timeout: 20_000 }).not.toBe(before);
  return (await card().textContent()) ?? '';
}

type Rows = readonly Readonly<Record<string, unknown>>[];

const flipped: string[] = [];

test('the sample is opened, and a ready-made storyboard presented', async () => {
  await planner.page.getByRole('heading', { level: 1 }).waitFor();
  await tabTo(planner.say('shell', 'welcome.sample'));
  await press('Enter');
  await planner.grid.waitFor({ timeout: 60_000 });
  await press('Alt+Shift+B');
  await main('storyboard').waitFor();
  await toPane('main');
  await tabTo(new RegExp(planner.say('storyboard', 'template.productTeams').replace('?', '\\?')));
  await press('Enter');
  const name = planner.say('storyboard', 'template.productTeams');
  await planner.page
    .getByRole('region', { name: planner.say('storyboard', 'pages.label', { name }) })
    .waitFor();
  await tabTo(planner.say('storyboard', 'run'));
  await press('Enter');
  await stage().locator('[data-stage-sheet] h1').waitFor({ timeout: 60_000 });
  await foot('1 / 5').waitFor();
});

test('two are flipped, and a third by a slip that is taken back: all in a scenario, none in the plan', async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    flipped.push(await pointOn());
    const { length } = await steps();
    await press('f');
    await expect.poll(async () => (await steps()).length, { timeout: 20_000 }).toBe(length + 1);
    await foot(planner.say('present', 'stage.scenario', { name: room() })).waitFor();
  }
  expect(new Set(flipped).size).toBe(3);
  // What that moves against the plan stands in a corner.
  await stage().locator('footer [data-moved]').getByText(/[+−±]/).waitFor();
  const [last] = await steps();
  expect(last?.label).toMatchObject({ key: 'scenario.step', params: { name: flipped[2] } });
  await press('u');
  await expect.poll(async () => (await steps())[0]?.undone, { timeout: 20_000 }).toBe(true);
  expect((await keys()).slice(0, 3)).toEqual([
    [expect.stringMatching(/^initiative\.to/), true],
    [expect.stringMatching(/^initiative\.to/), false],
    [expect.stringMatching(/^initiative\.to/), false],
  ]);
  // Turning the page leaves what the room changed on the screen, and so does going to the desk.
  await press('ArrowRight');
  await foot('2 / 5').waitFor();
  await foot(planner.say('present', 'stage.scenario', { name: room() })).waitFor();
  await leaveStage();
  await looking().getByText(room(), { exact: true }).waitFor();
  await looking()
    .getByText(planner.say('scenarios', 'bar.steps_other', { count: 2 }))
    .waitFor();
});

let order: readonly string[] = [];
const orderShown = (): Promise<readonly string[]> =>
  planner.page
    .getByRole('grid', { name: planner.say('rankings', 'order.label') })
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));

test('five are ranked, before the room and at the desk, and the room agrees', async () => {
  await press('Alt+1');
  await planner.grid.waitFor();
  await toPane('main');
  await press('ControlOrMeta+Home');
  for (let turn = 0; turn < 5; turn += 1) await press('Space', 'ArrowDown');
  await press('Alt+r');
  await main('rankings').waitFor();
  await toPane('main');
  await tabTo(planner.say('rankings', 'empty.start'));
  await press('Enter');
  const asked = planner.page.getByRole('dialog', { name: planner.say('rankings', 'new.title') });
  await expect.poll(() => asked.getByRole('combobox').inputValue()).toBe('ticked');
  await given(asked);
  await over(ranked);
  await press('Enter');
  await asked.waitFor({ state: 'detached' });
  await expect.poll(async () => (await orderShown()).length, { timeout: 10_000 }).toBe(5);
  const [first, second, third, ...rest] = await orderShown();
  // Before the room: the second one is pointed at, and moved to the top.
  await press('F5');
  await stage().locator('[data-stage-sheet] h1').waitFor();
  await press('ArrowDown', 'ArrowDown', 'Alt+ArrowUp');
  await expect.poll(async () => (await steps())[0]?.label.key, { timeout: 10_000 }).toBe('ranking.order');
  await leaveStage();
  await expect.poll(orderShown).toEqual([second, first, third, ...rest]);
  // At the desk: the first line is moved down by two.
  await toPane('main');
  await tabTo(second ?? '');
  await press('Alt+ArrowDown');
  await expect.poll(orderShown).toEqual([first, second, third, ...rest]);
  await tabTo(second ?? '');
  await press('Alt+ArrowDown');
  await expect.poll(orderShown).toEqual([first, third, second, ...rest]);
  order = await orderShown();
  await toPane('main');
  await tabTo(planner.say('rankings', 'agree.do'));
  await press('Enter');
  await given(planner.page.getByRole('dialog', { name: planner.say('rankings', 'agree.title') }));
  await over('The board');
  await press('Enter');
  await planner.page.getByText(/agreed by The board/).waitFor();
});

/** Chooses the first option of the shown decision, with its reason, and waits until both are written. */
async function decide(reason: string): Promise<string> {
  await main('decisions').waitFor({ timeout: 60_000 });
  const detail = main('decisions').getByRole('article');
  await detail.waitFor();
  await toPane('main');
  await tabTo(saying(planner.say('decisions', 'option.chooseOf', { name: '§' })));
  await press('Enter');
  await detail.getByText(planner.say('decisions', 'option.chosen')).first().waitFor();
  await tabTo(planner.say('decisions', 'reason'));
  await type(reason);
  await press('Tab');
  await tabTo(planner.say('decisions', 'owner'));
  await type('Ada');
  await press('Enter');
  await detail.getByRole('heading', { name: planner.say('decisions', 'held.title') }).waitFor();
  await expect
    .poll(() => detail.getByLabel(planner.say('decisions', 'owner'), { exact: true }).inputValue())
    .toBe('Ada');
  return (await detail.getAttribute('aria-label')) ?? '';
}

const questions: string[] = [];

test('two are decided, one on a flip and one on a finding, with reason, owner and the numbers as they stand', async () => {
  await press('Alt+1');
  await planner.grid.waitFor();
  await toPane('main');
  await press('ControlOrMeta+Home', 'ArrowDown');
  await press('Alt+Shift+d');
  questions.push(await decide(reasons[0]));
  await press('Alt+3');
  await planner.page.getByRole('main', { name: planner.say('shell', 'view.coverage') }).waitFor();
  await toPane('main');
  // F6 comes to the figure in the title, Tab to the choice that is made; the findings are the last one.
  const tabs = (['tab.map', 'tab.matrix', 'tab.findings'] as const).map((key) =>
    planner.say('coverage', key),
  );
  for (let turn = 0; turn < 8; turn += 1) {
    const now = await focused();
    if (now.startsWith(planner.say('coverage', 'tab.findings'))) break;
    await press(tabs.some((tab) => now.startsWith(tab)) ? 'ArrowRight' : 'Tab');
  }
  await planner.page.locator('main th button').first().waitFor({ timeout: 60_000 });
  const finding = await planner.page.locator('main th button').first().textContent();
  await tabTo(finding ?? '');
  await press('Enter');
  // The pane beside the list follows it: whoever goes there has seen what it shows.
  await planner.page
    .getByRole('complementary', { name: planner.say('shell', 'inspector.label') })
    .getByRole('button', { name: planner.say('decisions', 'finding.decide') })
    .waitFor();
  await toPane('aside');
  await tabTo(planner.say('decisions', 'finding.decide'));
  await press('Enter');
  await expect.poll(() => main('decisions').getByRole('article').count(), { timeout: 60_000 }).toBe(1);
  questions.push(await decide(reasons[1]));
  expect(new Set(questions).size).toBe(2);
});

test('a rule is waived for one that breaks it, by whom, why and until when', async () => {
  await press('Alt+g');
  await main('guardrails').waitFor();
  await toPane('main');
  await tabTo(planner.say('guardrails', 'empty.start'));
  await press('Enter');
  const broken = main('guardrails').locator('li[data-state="breaks"]').first();
  await broken.waitFor({ timeout: 60_000 });
  const opener = await broken.getByRole('button').first().getAttribute('aria-label');
  await toPane('main');
  await tabTo(opener ?? '');
  await press('Enter');
  await tabTo(saying(planner.say('guardrails', 'waive.of', { name: '§' })));
  await press('Enter');
  const asked = planner.page.getByRole('dialog');
  await given(asked);
  await over('Grace');
  await press('Tab');
  await type(leave);
  await press('Tab');
  await type('2099-12-31');
  await press('Enter');
  await asked.waitFor({ state: 'detached' });
  await main('guardrails').locator('[data-waiver="inForce"]').waitFor();
});

test(
  'the pack leaves in one action: minutes, slides, tables, the portfolio; a snapshot stays',
  async () => {
    await press('ControlOrMeta+Shift+e');
    const asked = planner.page.getByRole('dialog', { name: planner.say('reports', 'pack.title') });
    await given(asked);
    await tabTo(planner.say('reports', 'pack.do'));
    const path = await running.save(() => press('Enter'), PACK_MS);
    await asked.waitFor({ state: 'detached' });
    const files = unzipSync(new Uint8Array(await readFile(path)));
    const ending = (end: string): Uint8Array => {
      const found = Object.entries(files).find(([file]) => file.endsWith(end));
      if (!found) throw new Error(`No ${end} among ${Object.keys(files).join(', ')}`);
      return found[1];
    };
    expect(strFromU8(ending('.pdf').slice(0, 5))).toBe('%PDF-');
    expect(Object.keys(unzipSync(ending('.xlsx')))).toContain('xl/workbook.xml');
    expect(Object.keys(unzipSync(ending('CSV.zip'))).length).toBeGreaterThan(5);
    // Slides and the page say what was decided and why, and what was ranked.
    const slides = Object.entries(unzipSync(ending('.pptx')))
      .filter(([file]) => /^ppt\/slides\/slide\d+\.xml$/.test(file))
      .map(([, xml]) => strFromU8(xml))
      .join('');
    const html = strFromU8(ending('.html'));
    for (const said of [...reasons, ranked]) {
      expect(slides).toContain(said);
      expect(html).toContain(said);
    }
    const written = JSON.parse(strFromU8(ending('.json'))) as Readonly<Record<string, Rows>>;
    const now = (table: string): Rows => written[table] ?? [];
    // The options of the decisions are scenarios too.
    const own = now('scenario').find(({ name }) => name === room());
    expect(now('scenarioStep').filter(({ scenarioId }) => scenarioId === own?.id)).toHaveLength(2);
    const nameOf = (id: unknown): unknown => now('initiative').find((each) => each.id === id)?.name;
    expect(now('ranking').flatMap(({ items }) => (items as readonly string[]).map(nameOf))).toEqual(order);
    expect(
      now('decision')
        .map(({ reason, state }) => [reason, state])
        .sort(),
    ).toEqual(reasons.map((reason) => [reason, 'decided']).sort());
    expect(now('waiver')).toMatchObject([{ owner: 'Grace', reason: leave, until: '2099-12-31' }]);
    expect(now('meeting')).toHaveLength(1);
    // Which pages were on the screen, and for how long, although the room was left before.
    const { used } = readMinutes(String(now('meeting')[0]?.notes));
    expect(used.length).toBeGreaterThanOrEqual(2);
    expect(used.every(({ title }) => title !== '')).toBe(true);
    expect(slides).toContain(planner.say('reports', 'agenda.used'));
    // What was flipped in the room is in the scenario; the plan is as the sample has it.
    const before = await sampleModes();
    expect(Object.fromEntries(now('initiative').map(({ name, mode }) => [name, mode]))).toEqual(before);
  },
  PACK_MS + 60_000,
);

async function sampleModes(): Promise<Readonly<Record<string, unknown>>> {
  const sample = JSON.parse(
    await readFile(new URL('../../assets/samples/hhs-2012.json', import.meta.url), 'utf8'),
  ) as { readonly initiative: readonly { readonly name: string; readonly mode: string }[] };
  return Object.fromEntries(sample.initiative.map(({ name, mode }) => [name, mode]));
}

test('closed and opened again, all of it is there', async () => {
  const before = await keys();
  await running.quit();
  machine.takeProblems();
  await start();
  await planner.page.getByRole('navigation', { name: planner.say('shell', 'nav.label') }).waitFor();
  expect(await keys()).toEqual(before);
  await press('Alt+s');
  await main('scenarios').waitFor();
  const name = main('scenarios').getByLabel(planner.say('scenarios', 'rename'));
  await expect.poll(() => name.first().inputValue(), { timeout: 20_000 }).toBe(room());
  await toPane('main');
  await tabTo(planner.say('scenarios', 'bar.steps_other', { count: 2 }));
  await press('Enter');
  for (const each of flipped.slice(0, 2)) await main('scenarios').getByText(each).first().waitFor();
  expect(
    await main('scenarios')
      .getByText(flipped[2] ?? '')
      .count(),
  ).toBe(0);
  await press('Alt+r');
  await expect.poll(orderShown, { timeout: 20_000 }).toEqual(order);
  await planner.page.getByText(/agreed by The board/).waitFor();
  await press('Alt+d');
  await main('decisions').waitFor();
  const log = main('decisions').getByRole('list', { name: planner.say('decisions', 'list.label') });
  for (const [at, question] of questions.entries()) {
    await toPane('main');
    await tabTo(new RegExp(question.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    await press('Enter');
    const detail = main('decisions').getByRole('article', { name: question });
    const reason = detail.getByLabel(planner.say('decisions', 'reason'), { exact: true });
    await expect.poll(() => reason.inputValue()).toBe(reasons[at]);
    await detail.getByRole('heading', { name: planner.say('decisions', 'held.title') }).waitFor();
  }
  expect(await log.getByText(planner.say('decisions', 'state.decided'), { exact: true }).count()).toBe(2);
  await press('Alt+g');
  const waiver = main('guardrails').locator('[data-waiver="inForce"]');
  await waiver.waitFor({ timeout: 60_000 });
  expect(
    await waiver
      .locator('input, textarea')
      .evaluateAll((fields) => fields.map((each) => (each as HTMLInputElement).value)),
  ).toEqual(expect.arrayContaining(['Grace', leave]));
  await press('Alt+5');
  await main('snapshots').waitFor();
  const pack = saying(planner.say('reports', 'pack.snapshot', { at: '§' }));
  await main('snapshots').getByRole('heading', { name: pack }).waitFor();
});

test('a crash in the middle of a session loses nothing that was on the screen', async () => {
  // Where the desk remembers the scenario, this room is to begin with the plan.
  await press('Alt+Shift+x');
  await press('Alt+Shift+B');
  await main('storyboard').waitFor();
  await press('F5');
  await foot('1 / 5').waitFor({ timeout: 60_000 });
  await stage().locator('[data-stage-sheet] h1').waitFor({ timeout: 60_000 });
  const name = await pointOn();
  await press('f');
  const second = `${room()} 2`;
  await foot(planner.say('present', 'stage.scenario', { name: second })).waitFor({ timeout: 20_000 });
  await press('ArrowRight');
  await foot('2 / 5').waitFor();
  await press('n');
  await foot(planner.say('present', 'stage.namesHidden')).waitFor();
  // What is on the screen is on the disk before anybody has said a word.
  await expect.poll(() => machine.keptRoom()).toMatchObject({ hidden: { names: true } });
  await running.kill();
  machine.takeProblems();
  await start();
  await foot('2 / 5').waitFor({ timeout: 60_000 });
  await foot(planner.say('present', 'stage.namesHidden')).waitFor();
  // What a room called its scenario may name somebody: it has a number until names are shown again.
  const numbered = planner.say('present', 'alias.scenario', { nth: '§' });
  await stage()
    .locator('footer')
    .getByText(saying(planner.say('present', 'stage.scenario', { name: numbered })))
    .waitFor();
  const everything = String(
    await planner.page.evaluate('document.title + document.documentElement.outerHTML'),
  );
  expect(everything).not.toContain(name);
  // The room goes on: the flip is taken back with the same key, and the desk has its names again.
  await press('u');
  await expect.poll(async () => (await steps())[0]?.undone, { timeout: 20_000 }).toBe(true);
  await leaveStage();
  await planner.page.getByRole('navigation', { name: planner.say('shell', 'nav.label') }).waitFor();
  await press('Alt+6');
  await planner.page.getByText(name).first().waitFor();
});

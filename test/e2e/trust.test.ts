import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { complaints } from './axe.ts';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';
import type { Running } from './running.ts';

const name = 'Debt Inquiry Enhancements';
let machine: Machine;
let running: Running;
let planner: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  running = await machine.start();
  planner = new Planner(running.page);
  await planner.openSample();
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

const dialog = (page: Page) => page.getByRole('dialog').last();

/** With TRUST_PICTURES naming a folder, each place that this suite visits is photographed into it. */
async function picture(page: Page, what: string): Promise<void> {
  const folder = process.env.TRUST_PICTURES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${what}.png`) });
}

/** The one portfolio file of the machine. */
async function portfolioPath(): Promise<string> {
  const folder = join(machine.home, 'Portfolios');
  const [file] = (await readdir(folder)).filter(
    (each) => each.endsWith('.throughline') && !each.includes('(damaged '),
  );
  return join(folder, file ?? '');
}

describe('the history', () => {
  test('says each step in words, opens it field by field, and is searched', async () => {
    await planner.search(name);
    await planner.edit(name, 'owner', 'Ada');
    await planner.edit(name, 'owner', 'Grace');
    await planner.edit(name, 'budget', '1234');
    await planner.go('history');
    const list = planner.page.getByRole('region', { name: planner.say('backups', 'history.list') });
    await list.getByRole('listitem').nth(3).waitFor();
    await list
      .getByRole('button', { name: new RegExp(name) })
      .nth(1)
      .click();
    const detail = planner.page.getByRole('complementary', {
      name: planner.say('backups', 'history.detail'),
    });
    await detail.getByText('Grace').waitFor();
    expect(await detail.locator('del').textContent()).toBe('Ada');
    await picture(planner.page, 'history');
    expect(await complaints(planner.page)).toEqual([]);
    const search = planner.page.getByRole('searchbox', { name: planner.say('backups', 'history.search') });
    await search.fill('budget');
    await planner.page.getByText(planner.say('backups', 'history.shownOf', { count: 1, total: 3 })).waitFor();
    await search.fill('');
  });

  test('jumps back many steps at once after saying how many, and forward again', async () => {
    const list = planner.page.getByRole('region', { name: planner.say('backups', 'history.list') });
    const lines = list.getByRole('listitem');
    const back = planner.say('backups', 'history.back');
    await lines.nth(2).getByRole('button', { name: back }).click();
    await dialog(planner.page)
      .getByText(planner.say('backups', 'history.backBody_other', { count: 2 }))
      .waitFor();
    await picture(planner.page, 'history-ask');
    await dialog(planner.page).getByRole('button', { name: back }).click();
    await planner.page
      .getByRole('status')
      .filter({ hasText: planner.say('backups', 'history.undoneSteps_other', { count: 2 }) })
      .waitFor();
    await planner.go('initiatives');
    await planner.expectCell(name, 'owner', 'Ada');
    await planner.go('history');
    const forward = planner.say('backups', 'history.forward');
    await lines.nth(0).getByRole('button', { name: forward }).click();
    await dialog(planner.page).getByRole('button', { name: forward }).click();
    await planner.page
      .getByRole('status')
      .filter({ hasText: planner.say('backups', 'history.redoneSteps_other', { count: 2 }) })
      .waitFor();
    await planner.go('initiatives');
    await planner.expectCell(name, 'owner', 'Grace');
  });
});

describe('backups', () => {
  test('are listed with what is in them, compared, and come back in one step', async () => {
    const { page } = planner;
    await planner.run('command.backups');
    await dialog(page)
      .getByRole('button', { name: planner.say('backups', 'make') })
      .click();
    const line = dialog(page).getByRole('listitem').first();
    await line.getByText(/283 initiatives/).waitFor();
    await line.getByText(planner.say('backups', 'why.asked')).waitFor();
    await page.keyboard.press('Escape');
    await planner.edit(name, 'owner', 'Changed since');
    await planner.run('command.backups');
    await line.getByRole('button', { name: planner.say('backups', 'compare') }).click();
    await line
      .getByRole('row')
      .filter({ hasText: planner.say('exporting', 'table.initiative') })
      .waitFor();
    await picture(page, 'backups');
    expect(await complaints(page)).toEqual([]);
    await line.getByRole('button', { name: planner.say('backups', 'restore'), exact: true }).click();
    await dialog(page).getByText(planner.say('backups', 'restore.body')).waitFor();
    await dialog(page)
      .getByRole('button', { name: planner.say('backups', 'restore'), exact: true })
      .click();
    await page.getByRole('dialog').first().waitFor({ state: 'detached' });
    await planner.expectCell(name, 'owner', 'Grace');
    await planner.undo();
    await planner.expectCell(name, 'owner', 'Changed since');
  });

  test('can be looked into, for reading only, and left again', async () => {
    const { page } = planner;
    await planner.run('command.backups');
    const line = dialog(page)
      .getByRole('listitem')
      .filter({ hasText: planner.say('backups', 'why.asked') });
    await line.getByRole('button', { name: planner.say('backups', 'look') }).click();
    await page.getByRole('button', { name: planner.say('backups', 'banner.back') }).waitFor();
    await planner.search(name);
    await planner.expectCell(name, 'owner', 'Grace');
    await picture(page, 'backup-shown');
    expect(await complaints(page)).toEqual([]);
    await page.getByRole('button', { name: planner.say('backups', 'banner.back') }).click();
    await planner.search(name);
    await planner.expectCell(name, 'owner', 'Changed since');
  });
});

describe('a second window', () => {
  test('takes over when the first has closed the portfolio', async () => {
    const second = new Planner(await running.openSecond());
    const retry = second.page.getByRole('button', { name: second.say('backups', 'banner.retry') });
    await retry.waitFor({ timeout: 30_000 });
    await retry.click();
    await second.page.getByText(second.say('backups', 'banner.stillOpen')).waitFor();
    await picture(second.page, 'second-window');
    await planner.search(name);
    await planner.edit(name, 'owner', 'From the first');
    await planner.run('command.closePortfolio');
    await planner.button(planner.say('shell', 'welcome.sample')).waitFor();
    await retry.click();
    await retry.waitFor({ state: 'detached' });
    await second.search(name);
    await second.expectCell(name, 'owner', 'From the first');
    await second.edit(name, 'owner', 'From the second');
    await second.expectCell(name, 'owner', 'From the second');
  });
});

describe('after a crash', () => {
  test('everything is there, and a notice says what was found, once', async () => {
    await running.kill();
    machine.takeProblems();
    running = await machine.start();
    planner = new Planner(running.page);
    const notice = running.page
      .getByRole('status')
      .filter({ hasText: planner.say('backups', 'recovered.title', { at: '' }) });
    await notice.waitFor({ timeout: 30_000 });
    expect(await notice.textContent()).toContain(name);
    await picture(running.page, 'recovered');
    expect(await complaints(running.page)).toEqual([]);
    await planner.search(name);
    await planner.expectCell(name, 'owner', 'From the second');
    await notice.getByRole('button', { name: planner.say('backups', 'recovered.close') }).click();
    await notice.waitFor({ state: 'detached' });
    await running.page.reload();
    await planner.grid.waitFor();
    expect(await notice.count()).toBe(0);
    await planner.search(name);
    await planner.undo();
    await planner.expectCell(name, 'owner', 'From the first');
  });

  test('a damaged file is never written: its newest good backup goes on in its place', async () => {
    await running.quit();
    machine.takeProblems();
    const path = await portfolioPath();
    const bytes = await readFile(path);
    bytes.fill(0x5a, 4096 * 2, 4096 * 40);
    await writeFile(path, bytes);
    running = await machine.start();
    planner = new Planner(running.page);
    const lost = dialog(running.page);
    await lost
      .getByText(/283 initiatives/)
      .first()
      .waitFor({ timeout: 30_000 });
    await picture(running.page, 'damaged');
    expect(await complaints(running.page)).toEqual([]);
    await lost
      .getByRole('button', { name: new RegExp(planner.say('backups', 'lost.useOf', { at: '' }).trim()) })
      .first()
      .click();
    await planner.expectInitiatives(283);
    await planner.search(name);
    await planner.expectCell(name, 'owner', 'From the first');
    const aside = (await readdir(join(machine.home, 'Portfolios'))).find((each) =>
      each.includes('(damaged '),
    );
    expect((await readFile(join(machine.home, 'Portfolios', aside ?? ''))).equals(bytes)).toBe(true);
  });
});

describe('a file that another program replaces while it is open', () => {
  test('is not written; what was typed waits, and is saved or given up', async () => {
    const path = await portfolioPath();
    const put = await readFile(path);
    await rename(path, `${path}.away`);
    await planner.search(name);
    await planner.edit(name, 'owner', 'Typed meanwhile');
    const { page } = planner;
    const banner = page.getByRole('alert').filter({ hasText: planner.say('errors', 'file_gone') });
    const waiting = banner.filter({ hasText: planner.say('backups', 'banner.first', { what: '' }) });
    await waiting.waitFor();
    await page.getByRole('contentinfo').getByText(planner.say('backups', 'status.notSaved')).waitFor();
    await picture(page, 'not-saved');
    expect(await complaints(page)).toEqual([]);
    await rename(`${path}.away`, path);
    expect((await readFile(path)).equals(put)).toBe(true);
    await waiting.getByRole('button', { name: planner.say('backups', 'banner.saveAgain') }).click();
    await waiting.waitFor({ state: 'detached' });
    await planner.expectCell(name, 'owner', 'Typed meanwhile');
    await page
      .getByRole('contentinfo')
      .getByText(planner.say('shell', 'status.saved'), { exact: true })
      .waitFor();
  });

  test('is told to be missing at the next start, with its backups', async () => {
    await running.quit();
    machine.takeProblems();
    const path = await portfolioPath();
    await rename(path, join(machine.home, 'elsewhere'));
    running = await machine.start();
    planner = new Planner(running.page);
    const lost = dialog(running.page);
    await lost.getByText(join(machine.home, 'Portfolios')).waitFor({ timeout: 30_000 });
    await picture(running.page, 'missing');
    await lost
      .getByRole('button', { name: planner.say('backups', 'lost.use') })
      .first()
      .click();
    await planner.search(name);
    await planner.expectCell(name, 'owner', 'Typed meanwhile');
  });
});

describe('in both languages and every theme', () => {
  test('axe finds nothing on history and backups', async () => {
    const { page } = planner;
    for (const language of ['en', 'zh-CN'] as const) {
      planner.language = language;
      for (let theme = 0; theme < 4; theme += 1) {
        await planner.go('history');
        const list = page.getByRole('region', { name: planner.say('backups', 'history.list') });
        await list.getByRole('listitem').first().getByRole('button').first().click();
        await page.getByRole('complementary').getByRole('definition').first().waitFor();
        await picture(page, `history-${language}-${theme}`);
        expect(await complaints(page), `history ${language} ${theme}`).toEqual([]);
        await planner.run('command.backups');
        await dialog(page).getByRole('listitem').first().waitFor();
        await picture(page, `backups-${language}-${theme}`);
        expect(await complaints(page), `backups ${language} ${theme}`).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await planner.run('command.theme');
      }
      if (language === 'en') await planner.run('command.language');
    }
  });
});

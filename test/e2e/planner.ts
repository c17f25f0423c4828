import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ViewId } from '../../renderer/state/viewStore.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { Language } from '../../shared/text/area.ts';
import { type Area, catalogue } from '../../shared/text/catalogue.ts';
import { hostKind } from './driver.ts';

type Column = 'name' | 'mode' | 'stage' | 'owner' | 'startDate' | 'endDate' | 'budget' | 'spent';

/** The planner as a person meets it: by what things are called, in the language that is shown. */
export class Planner {
  readonly page: Page;
  language: Language;

  constructor(page: Page, language: Language = 'en') {
    this.page = page;
    this.language = language;
  }

  /** A sentence of the catalogue, its values filled in. */
  say<A extends Area>(
    area: A,
    key: keyof (typeof catalogue)[A]['en'] & string,
    values: Readonly<Record<string, string | number>> = {},
  ): string {
    const sentences: Readonly<Record<string, string>> = catalogue[area][this.language];
    const sentence = sentences[key];
    if (sentence === undefined) throw new Error(`No sentence ${area}:${key}`);
    return sentence.replace(/\{\{(\w+)(, number)?\}\}/g, (_whole, name: string, asNumber?: string) => {
      const value = values[name] ?? '';
      return asNumber ? Number(value).toLocaleString(this.language) : String(value);
    });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: this.say('initiatives', 'title') });
  }

  /** Opens the sample from the welcome screen and waits until its table is there. */
  async openSample(): Promise<void> {
    await this.button(this.say('shell', 'welcome.sample')).click();
    await this.grid.waitFor();
  }

  /** Has the page speak a language. */
  async speak(language: Language): Promise<void> {
    const html = this.page.locator('html');
    if ((await html.getAttribute('lang')) !== language) await this.page.keyboard.press('ControlOrMeta+Alt+l');
    await this.page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
    this.language = language;
  }

  /** Has the page wear a theme. */
  async wear(theme: 'light' | 'dark' | 'projector'): Promise<void> {
    const shown = this.page.locator(`html[data-theme="${theme}"]`);
    for (let turn = 0; turn < 4 && (await shown.count()) === 0; turn += 1)
      await this.page.keyboard.press('ControlOrMeta+Alt+t');
    await shown.waitFor({ state: 'attached' });
  }

  /** Asks the service, as the page does in either host; answers what it answered. */
  ask<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Result<MethodOutput<M>>> {
    const body = JSON.stringify(input);
    return this.page.evaluate(
      hostKind() === 'electron'
        ? `window.throughline.methods['${method}'](${body})`
        : `fetch('/rpc/${method}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)} }).then((answer) => answer.json())`,
    );
  }

  async go(view: ViewId): Promise<void> {
    const name = this.say('shell', `view.${view}`);
    const nav = this.page.getByRole('navigation', { name: this.say('shell', 'nav.label') });
    await nav.getByRole('button', { name: new RegExp(`^${name}( [\\d.,]+)?$`) }).click();
    await this.page.getByRole('main', { name }).waitFor();
  }

  /** Runs a command by its name, from the keyboard alone. */
  async run(command: Extract<keyof (typeof catalogue.shell)['en'], `command.${string}`>): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    const field = this.page.getByRole('combobox', { name: this.say('shell', 'palette.label') });
    await field.fill(this.say('shell', command));
    // The best match is the chosen one; the list may still show what fitted before.
    const chosen = this.page.getByRole('option', { selected: true });
    await chosen.filter({ hasText: this.say('shell', command) }).waitFor();
    await this.page.keyboard.press('Enter');
    await field.waitFor({ state: 'detached' });
  }

  /** Narrows the table to what contains `text`. */
  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: this.say('initiatives', 'search') }).fill(text);
  }

  row(name: string): Locator {
    const tick = this.page.getByRole('checkbox', {
      name: this.say('initiatives', 'tickRow', { name }),
      exact: true,
    });
    return this.grid.getByRole('row').filter({ has: tick });
  }

  async cell(name: string, column: Column): Promise<Locator> {
    const title = this.say('initiatives', `column.${column}`);
    const headers = await this.grid.getByRole('columnheader').allTextContents();
    const index = headers.findIndex((header) => header.startsWith(title));
    expect(index, `column ${title} among ${headers.join(', ')}`).toBeGreaterThan(0);
    return this.row(name).getByRole('gridcell').nth(index);
  }

  /** Types over a cell, as in a spreadsheet. */
  async edit(name: string, column: Column, text: string): Promise<void> {
    await (await this.cell(name, column)).click();
    await this.page.keyboard.press('Enter');
    const label = this.say('initiatives', 'editor.label', {
      column: this.say('initiatives', `column.${column}`),
      name,
    });
    const field = this.page.getByLabel(label, { exact: true });
    await field.fill(text);
    await this.page.keyboard.press('Enter');
    await field.waitFor({ state: 'detached' });
  }

  async expectCell(name: string, column: Column, text: string): Promise<void> {
    await expect
      .poll(async () => (await this.cell(name, column)).textContent(), { timeout: 10_000 })
      .toBe(text);
  }

  /** What the next undo would take back, as the button says it; null when there is nothing. */
  async nextUndo(): Promise<string | null> {
    const nothing = this.button(this.say('shell', 'bar.nothingToUndo'));
    if (await nothing.isVisible()) return null;
    const name = new RegExp(`^${this.say('shell', 'bar.undo', { what: '' }).trim()}`);
    return this.page.getByRole('button', { name }).getAttribute('aria-label');
  }

  async undo(): Promise<void> {
    await this.page
      .getByRole('main')
      .focus()
      .catch(() => undefined);
    await this.run('command.undo');
  }

  async redo(): Promise<void> {
    await this.run('command.redo');
  }

  /** The line of the initiatives view that counts them. */
  async expectInitiatives(count: number): Promise<void> {
    const nav = this.page.getByRole('navigation', { name: this.say('shell', 'nav.label') });
    const shown = count.toLocaleString(this.language);
    const name = `${this.say('shell', 'view.initiatives')} ${shown}`;
    await nav.getByRole('button', { name, exact: true }).waitFor({ timeout: 30_000 });
  }

  /** One figure of an import's report. */
  async reported(report: Locator, kind: 'created' | 'refused' | 'unreadable'): Promise<string | null> {
    const term = this.page.getByText(this.say('importing', `report.${kind}`), { exact: true });
    return report.locator('dl > div').filter({ has: term }).locator('dd').textContent();
  }

  message(text: string | RegExp): Locator {
    return this.page.getByRole('region', { name: this.say('shell', 'notices.label') }).getByText(text);
  }
}

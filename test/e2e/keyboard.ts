import type { Locator } from 'playwright-core';
import type { Planner } from './planner.ts';

/** What a person does who works by keyboard alone: all of it goes through `page.keyboard`; the page is only looked at. */
export interface Hands {
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Types into the field that has the keyboard, over what it holds. */
  readonly over: (text: string) => Promise<void>;
  /** What has the keyboard, as a screen reader says it. */
  readonly focused: () => Promise<string>;
  /** Presses Tab until what is called like this has the keyboard. */
  readonly tabTo: (wanted: string | RegExp) => Promise<void>;
  /** Takes the keyboard to another pane: the navigation, the view, the inspector. */
  readonly toPane: (selector: 'nav' | 'main' | 'aside') => Promise<void>;
  /** Waits until something in here has the keyboard: a dialog takes it by itself. */
  readonly given: (where: Locator) => Promise<void>;
}

/** The planner is asked for anew each time: the program may have been started again meanwhile. */
export function handsOn(planner: () => Planner): Hands {
  const press: Hands['press'] = async (...keys) => {
    for (const key of keys) await planner().page.keyboard.press(key);
  };
  const type: Hands['type'] = (text) => planner().page.keyboard.type(text);
  const focused: Hands['focused'] = () =>
    planner().page.evaluate(`(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return '';
      const labels = at.labels ? Array.from(at.labels, (each) => each.textContent).join(' ') : '';
      return (at.getAttribute('aria-label') ?? (labels || at.textContent) ?? '').trim();
    })()`);
  return {
    press,
    type,
    focused,
    async over(text) {
      await press('ControlOrMeta+a');
      await type(text);
    },
    async tabTo(wanted) {
      const passed: string[] = [];
      const fits = (name: string): boolean =>
        typeof wanted === 'string' ? name === wanted : wanted.test(name);
      for (let step = 0; step < 150; step += 1) {
        const name = await focused();
        if (fits(name)) return;
        passed.push(name);
        await press('Tab');
      }
      throw new Error(`Tab never came to ${wanted}; it passed ${[...new Set(passed)].join(' | ')}`);
    },
    async toPane(selector) {
      // A view that is only being loaded has nothing yet that could take the keyboard.
      for (let turn = 0; turn < 40; turn += 1) {
        await press('F6');
        if (await planner().page.evaluate(`Boolean(document.activeElement?.closest('${selector}'))`)) return;
        if (turn > 2) await planner().page.waitForTimeout(250);
      }
      throw new Error(`F6 never came to ${selector}`);
    },
    async given(where) {
      await where.waitFor();
      for (let turn = 0; turn < 50; turn += 1) {
        if (await where.evaluate((element) => element.contains(document.activeElement))) return;
        await planner().page.waitForTimeout(100);
      }
      throw new Error(`the keyboard is not given to ${where}; "${await focused()}" has it`);
    },
  };
}

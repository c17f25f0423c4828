import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ViewId, viewIds } from '../../renderer/state/viewStore.ts';
import { projectRoot } from '../helpers/projectRoot.ts';
import { freshMachine, hostKind, type Machine } from './driver.ts';
import { type GreyPicture, greyPicture, lostInGrey } from './greyProbe.ts';
import { Planner } from './planner.ts';
import { settledTexts } from './stageProbe.ts';

// A projector that shows no colours: whatever the legend tells apart is told apart by shape, pattern, letter or lightness.
// The sample has the real texts; the made-up portfolio has the marks that the sample lacks, such as teams and releases.

const MADE_UP = 'made-up';
const COMPUTED = { timeout: 60_000 };
/** The views whose pictures tell things apart by a legend; one that does not come up is a failure. */
const withLegend = [
  'timeline',
  'flow',
  'handoffs',
  'wastes',
  'map',
  'coverage',
  'carry',
  'partners',
  'parameters',
  'scenarios',
] as const satisfies readonly ViewId[];

describe.skipIf(hostKind() === 'electron').each(['sample', MADE_UP])(
  'without colours, of the %s',
  (which) => {
    let machine: Machine;
    let planner: Planner;

    beforeAll(async () => {
      machine = await freshMachine();
      if (which === MADE_UP) {
        const folder = join(machine.home, 'Portfolios');
        mkdirSync(folder, { recursive: true });
        const cli = join(projectRoot, 'electron', 'cli', 'throughline.mjs');
        const size = ['--initiatives', '60', '--capabilities', '24', '--seed', '7'];
        execFileSync(process.execPath, [
          cli,
          'sample',
          ...size,
          '--out',
          join(folder, `${MADE_UP}.throughline`),
        ]);
      }
      planner = new Planner((await machine.start()).page);
      await planner.page.setViewportSize({ width: 1920, height: 1080 });
      if (which === MADE_UP) {
        await planner.page
          .getByRole('button', { name: new RegExp(MADE_UP) })
          .first()
          .click();
        await planner.grid.waitFor(COMPUTED);
      } else await planner.openSample();
      // A flip before the room makes a scenario, which the comparison then shows beside the plan.
      await planner.go('map');
      await planner.page.keyboard.press('F5');
      const card = planner.page.locator('[data-stage] [role="status"] strong');
      await planner.page.locator('[data-stage-body] svg').waitFor(COMPUTED);
      // While its figures are still computed, the map has no mark to walk to.
      await vi.waitFor(async () => {
        await planner.page.keyboard.press('ArrowDown');
        await card.waitFor({ timeout: 1_000 });
      }, COMPUTED);
      await planner.page.keyboard.press('f');
      await planner.page.locator('[data-stage] footer [data-moved]').waitFor({ timeout: 30_000 });
      await planner.page.keyboard.press('Escape');
    }, 120_000);
    afterAll(async () => {
      const problems = machine.takeProblems();
      await machine.dispose();
      expect(problems).toEqual([]);
    });

    const told = new Set<string>();
    const pictures: ViewId[] = [];

    /** What is lost of the shown view's picture. */
    async function lost(view: ViewId): Promise<readonly string[]> {
      const { page } = planner;
      await page.keyboard.press('F5');
      await page.locator('[data-stage-sheet], [data-stage-plain]').first().waitFor(COMPUTED);
      const texts = await settledTexts(page);
      const picture = (await page.evaluate(greyPicture)) as GreyPicture;
      for (const { label } of picture.signs) told.add(label);
      if (picture.signs.length > 0) pictures.push(view);
      const isSheet = (await page.locator('[data-stage-sheet]').count()) > 0;
      await page.keyboard.press('Escape');
      await page.locator('[data-stage]').waitFor({ state: 'detached' });
      const faint = texts.filter(({ greyContrast }) => isSheet && greyContrast < 7);
      return [
        ...lostInGrey(picture),
        ...faint.map(({ text, greyContrast }) => `“${text}” has a contrast of ${greyContrast.toFixed(1)}`),
      ];
    }

    // Made-up records have no real texts: only the marks of its pictures are new.
    test.each(which === 'sample' ? viewIds : withLegend)(
      '%s',
      async (view: ViewId) => {
        await planner.go(view);
        // The room's scenario stands beside the plan without being asked for.
        if (view === 'scenarios') await planner.page.locator('main [role="application"]').waitFor(COMPUTED);
        const choices = planner.page.locator('main [role="radiogroup"]').first().locator('label');
        // Shown once, the view is there with all that it lets a person choose.
        expect(await lost(view), view).toEqual([]);
        const count = await choices.count();
        for (let at = 0; at < count; at += 1) {
          if (await choices.nth(at).locator('input').isChecked()) continue;
          const name = await choices.nth(at).textContent();
          await choices.nth(at).click();
          expect(await lost(view), `${view}, ${name}`).toEqual([]);
        }
      },
      120_000,
    );

    test('every picture with a legend was looked at', () => {
      expect(pictures).toEqual(expect.arrayContaining([...withLegend]));
      expect(told.size).toBeGreaterThan(50);
    });
  },
);

import { describe, expect, it } from 'vitest';
import { writeHtml } from '../../../electron/core/exporting/writeHtml.ts';
import { sampleRecords } from '../../helpers/listedSample.ts';
import { reportOf } from '../../helpers/reportOf.ts';

describe('a web page', () => {
  it('scrolls wide drawings and tables by themselves, with a name for the keyboard to find them by', () => {
    const page = writeHtml(reportOf(sampleRecords(), { pages: ['capabilities', 'findings'] }));
    const wide = [...page.matchAll(/<(?:figure|div) class="scroll"([^>]*)>/g)].map(([, rest]) => rest);
    expect(wide.length).toBeGreaterThanOrEqual(3);
    for (const rest of wide) expect(rest).toMatch(/^ tabindex="0" (?:role="region" )?aria-label="[^"]+"$/);
    // Every table stands in one of them.
    expect(page.match(/<table[ >]/g)).toHaveLength(wide.filter((rest) => rest?.includes('region')).length);
  });

  it('is printed in light colours, whatever theme it is read in', () => {
    for (const theme of ['light', 'dark', 'projector'] as const) {
      const report = reportOf(sampleRecords(), { theme, pages: ['overview'] });
      const page = writeHtml(report);
      const light = theme === 'light' ? report.colors : report.other.colors;
      expect(page.slice(page.indexOf('@media print'))).toContain(
        `:root[data-theme]{--paper:${light['--paper']}`,
      );
    }
  });
});

import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { calibrate, featureReleaseDays, spread } from '../../../assets/calibration/calibrate.ts';
import { calibrationFiles } from '../../../assets/calibration/make.ts';

const folder = new URL('../../../assets/calibration/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe('calibration', () => {
  it('is up to date with its data', () => {
    const { json, readme } = calibrationFiles();
    expect(read('calibration.json')).toBe(json);
    expect(read('README.md')).toBe(readme);
  });

  it('finds the cadences that the source publishes, to the day', () => {
    const published = Papa.parse<Record<string, string>>(read('release-cadence/derived_cadence.csv'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const ours = JSON.parse(read('calibration.json')).releaseCadence.products as {
      product: string;
      medianMonths: number;
    }[];
    expect(published).toHaveLength(19);
    for (const row of published) {
      const own = ours.find(({ product }) => product === row.product);
      const days = (own?.medianMonths ?? Number.NaN) * 30.436875;
      expect(
        Math.abs(days - Number(row.median_days_between_feature_releases)),
        row.product,
      ).toBeLessThanOrEqual(1.5);
    }
  });

  it('counts the first version of a new number, on its earliest day, and no pre-releases', () => {
    const versions = {
      '2.0.1': { date: '2024-03-01' },
      '2.0.0': { date: '2024-02-01' },
      '2.1.0-rc1': { date: '2024-02-15' },
      '2.1.0': { date: '2024-05-01' },
      '1.9.0': { date: '2020-01-01' },
    };
    expect(featureReleaseDays('any', versions, '2021-01-01')).toEqual(['2024-02-01', '2024-05-01']);
    expect(featureReleaseDays('debian', versions, '2021-01-01')).toEqual(['2024-02-01']);
  });

  it('gives type-7 quantiles, and refuses a spread of nothing', () => {
    expect(spread([4, 1, 3, 2])).toEqual({
      n: 4,
      mean: 2.5,
      p10: 1.3,
      p50: 2.5,
      p90: expect.closeTo(3.7, 12),
    });
    expect(() => spread([])).toThrow(RangeError);
  });

  it('leaves out what cannot be compared: open activities, no plan, no outcome', () => {
    const activity = (values: Record<string, string>) => ({
      project_id: 'p',
      status: 'Completed - Closed',
      planned_days: '10',
      actual_days: '15',
      start_delay_days: '0',
      planned_end: '2024-01-01',
      output_type: 'Usable Functionality',
      ...values,
    });
    const { hhs } = calibrate(
      { a: { '1.0.0': { date: '2024-01-01' }, '2.0.0': { date: '2024-02-01' } } },
      [
        activity({}),
        activity({ status: 'In-progress', planned_end: '2024-03-01' }),
        activity({ planned_days: '0', output_type: '' }),
        activity({ actual_days: '', output_type: 'Key Deliverable' }),
      ],
      [
        { project_id: 'p', uii: 'u', planned_cost_usd_m: '2', projected_or_actual_cost_usd_m: '4' },
        { project_id: 'q', uii: 'u', planned_cost_usd_m: '0', projected_or_actual_cost_usd_m: '4' },
        { project_id: 'r', uii: 'u', planned_cost_usd_m: '2', projected_or_actual_cost_usd_m: '' },
      ],
    );
    expect(hhs.durationRatio).toMatchObject({ n: 1, mean: 1.5 });
    expect(hhs.durationAboveHalf).toBe(0);
    expect(hhs.costRatio).toMatchObject({ n: 1, mean: 2 });
    expect(hhs.costAboveHalf).toBe(1);
    expect(hhs.usableFunctionalityShare).toBe(2 / 3);
    expect(hhs.monthsBetweenUsableOutputs.n).toBe(1);
  });
});

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { overrun } from '../../shared/model/distributions.ts';
import { DEFAULT_PARAMETERS } from '../../shared/model/parameters.ts';
import { type Calibration, calibrate, type Spread } from './calibrate.ts';

/** Writes calibration.json and the figures into README.md: `node assets/calibration/make.ts`. */

const here = new URL('.', import.meta.url);
const START = '<!-- figures: written by make.ts -->';
const END = '<!-- end of figures -->';

function readCalibration(): Calibration {
  const folder = new URL('release-cadence/releases/', here);
  const histories = Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [
        file.replace(/\.json$/, ''),
        JSON.parse(readFileSync(new URL(file, folder), 'utf8')).versions,
      ]),
  );
  const rows = (name: string): Record<string, string>[] =>
    Papa.parse<Record<string, string>>(
      readFileSync(new URL(`../samples/hhs-2012/source/${name}`, here), 'utf8'),
      {
        header: true,
        skipEmptyLines: true,
      },
    ).data;
  return calibrate(histories, rows('hhs_project_activities.csv'), rows('hhs_projects.csv'));
}

const number = (value: number, digits = 2): string => value.toFixed(digits);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const row = (what: string, { n, mean, p10, p50, p90 }: Spread): string =>
  `| ${what} | ${n} | ${number(mean)} | ${number(p10)} | ${number(p50)} | ${number(p90)} |`;

/** The part of the README that holds figures, in Markdown. */
export function figures(calibration: Calibration): string {
  const { releaseCadence, hhs } = calibration;
  const cadence = DEFAULT_PARAMETERS.cadence_months;
  const slower = releaseCadence.products.filter((product) => product.medianMonths > cadence * 1.1).length;
  return [
    START,
    '',
    '| observed | n | mean | P10 | P50 | P90 |',
    '| --- | --- | --- | --- | --- | --- |',
    row('months between feature releases, over 19 products', releaseCadence.overProducts),
    row('actual / planned days of closed activities (HHS)', hhs.durationRatio),
    row('start delay of activities in days (HHS)', hhs.startDelayDays),
    row('projected or actual / planned cost of projects (HHS)', hhs.costRatio),
    row('months between usable outputs of one investment (HHS)', hhs.monthsBetweenUsableOutputs),
    '',
    '| parameter | default | what the data says |',
    '| --- | --- | --- |',
    `| cadence_months | ${cadence} | ${releaseCadence.products.length - slower} of ${releaseCadence.products.length} products release features about monthly or faster, the median product every ${number(releaseCadence.overProducts.p50, 1)} months: the default is what the fastest do, so set your own |`,
    `| effort_factor (overrun X) | P50 ${number(overrun(0.5))}, P90 ${number(overrun(0.9))} | HHS reports P50 ${number(hhs.costRatio.p50)}, P90 ${number(hhs.costRatio.p90)}, and ${percent(hhs.costAboveHalf)} of projects above 1.5 where the model draws 18 %: self-reported against plans that were moved, so the default keeps the independent studies F1 to F3 |`,
    `| release (usable output) | every phase plan has one | ${percent(hhs.usableFunctionalityShare)} of the outputs are usable functionality, half of them within ${number(hhs.monthsBetweenUsableOutputs.p50, 1)} months of the one before: projects too can release often |`,
    `| start of activities | on plan | ${percent(hhs.startedLateShare)} start late, ${percent(hhs.startedOnPlanShare)} exactly on the planned day, which is how plans are kept rather than how work flows: waits between phases are not visible in this data |`,
    '',
    '| product | feature releases since 2021 | median months between them |',
    '| --- | --- | --- |',
    ...releaseCadence.products.map(
      (p) => `| ${p.product} | ${p.featureReleases} | ${number(p.medianMonths, 1)} |`,
    ),
    '',
    END,
  ].join('\n');
}

/** What the two files should hold now. */
export function calibrationFiles(): { json: string; readme: string } {
  const calibration = readCalibration();
  const readme = readFileSync(new URL('README.md', here), 'utf8');
  const [before, after] = [readme.indexOf(START), readme.indexOf(END)];
  if (before < 0 || after < 0) throw new Error('README.md has lost the marks around its figures');
  return {
    json: `${JSON.stringify(calibration, null, 2)}\n`,
    readme: readme.slice(0, before) + figures(calibration) + readme.slice(after + END.length),
  };
}

if (import.meta.main) {
  const { json, readme } = calibrationFiles();
  writeFileSync(new URL('calibration.json', here), json);
  writeFileSync(new URL('README.md', here), readme);
}

import { writeFileSync } from 'node:fs';
import { readExchange, writeExchange } from '../../shared/exchange/json.ts';
import { phaseKindOf } from '../../shared/exchange/projects/phaseWords.ts';
import { makeSample } from './hhs/sample.ts';
import { readSource } from './hhs/source.ts';

/** Writes the sample portfolio from its source tables: `npm run sample:hhs`. */
const target = new URL('hhs-2012.json', import.meta.url);
const source = readSource(new URL('hhs-2012/source/', import.meta.url));
const text = writeExchange(makeSample(source));
readExchange(text, 'hhs-2012.json');
writeFileSync(target, text);
const fallback = source.activities.filter((row) => !phaseKindOf(row.activity_name ?? '').byRule).length;
console.log(
  `${target.pathname}: ${text.length} characters; ${fallback} of ${source.activities.length} phases have a name that no rule knows and count as build`,
);

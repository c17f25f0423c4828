// node test/bench/run.ts [NAME…]: runs the benchmarks (or those named) one after the other and prints one JSON.
// Timings are figures, never tests: the program ends with 0 whatever they are, unless a benchmark cannot run.
import { runCoverageBench } from './coverage.bench.ts';
import { runDbBench } from './db.bench.ts';
import { runExportBench } from './export.bench.ts';
import { runImportBench } from './import.bench.ts';
import { runModelBench } from './model.bench.ts';
import { runPageBench } from './page.bench.ts';
import { runPicturesBench } from './pictures.bench.ts';
import { runRoomBench } from './room.bench.ts';

const benches = {
  model: runModelBench,
  coverage: runCoverageBench,
  import: runImportBench,
  export: runExportBench,
  db: runDbBench,
  page: runPageBench,
  pictures: runPicturesBench,
  room: runRoomBench,
} as const;
type Name = keyof typeof benches;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}

const results: Record<string, unknown> = {
  node: process.version,
  platform: `${process.platform}-${process.arch}`,
  at: new Date().toISOString(),
};
for (const name of Object.keys(benches) as Name[]) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`benchmark ${name} …`);
  results[name] = await benches[name]();
}
console.log(JSON.stringify(results, null, 2));

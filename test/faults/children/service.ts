/**
 * The desktop's service in a process of its own. Reads calls from standard input, one JSON array [method, input] a
 * line, and answers each with its result on a line. The data folder is the first argument.
 */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createService } from '../../../electron/core/service.ts';

const service = createService({
  version: '0.0.0-test',
  host: 'desktop',
  platform: process.platform,
  systemLocale: 'en',
  dataFolder: process.argv[2] ?? '',
  sampleFile: '',
  emit: () => undefined,
});
for await (const line of createInterface({ input: process.stdin })) {
  const [method, input] = JSON.parse(line) as [string, unknown];
  // Written without a buffer of ours in between: what the parent reads has happened.
  writeSync(1, `${JSON.stringify(await service.dispatch(method, input))}\n`);
}
await service.close();

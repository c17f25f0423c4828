import { join } from 'node:path';
import { projectRoot } from './projectRoot.ts';

/** The parts of a host that exports are made with. */
export const exportParts = {
  pictures: join(projectRoot, '.build', 'pictures'),
  receiptsThread: join(projectRoot, 'electron', 'core', 'exporting', 'receipts.worker.ts'),
};

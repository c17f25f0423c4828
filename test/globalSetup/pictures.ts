import { buildPart, isStale } from '../../electron/launch/build.ts';
import { projectRoot } from '../helpers/projectRoot.ts';

/** Builds the drawings that exports are made from, once for all tests: two of them must not build at the same time. */
export default async function setup(): Promise<void> {
  if (await isStale(projectRoot, 'pictures')) await buildPart(projectRoot, 'pictures');
}

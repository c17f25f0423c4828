import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { tell } from '../../state/noticeStore.ts';
import { describeLabel } from '../history/describeLabel.ts';

/** Steps that are named in the notice; the first ones stand for very many. */
const NAMED = 3;

/** Says which steps of scenarios an export had to do without; nothing where it holds all of them. */
export function tellLeftOut(leftOut: MethodOutput<'export.write'>['leftOut']): void {
  if (leftOut.length === 0) return;
  const named = leftOut.slice(0, NAMED).map(({ scenario, label }) => `${scenario}: ${describeLabel(label)}`);
  tell({
    kind: 'done',
    key: 'notice.exportedWithout',
    params: {
      count: leftOut.length,
      steps: named.join('; ') + (leftOut.length > NAMED ? '; …' : ''),
    },
  });
}

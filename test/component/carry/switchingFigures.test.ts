import { expect, it } from 'vitest';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { switchedShare } from '../../../renderer/features/carry/switchingFigures.ts';
import { roleSwitching } from '../../../shared/analysis/roleSwitching.ts';
import { newTeam } from '../../../shared/domain/defaults.ts';
import { madeOf } from '../../helpers/madeOf.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';
import { sayOf } from '../../helpers/sayOf.ts';

it('the share of a team opens with its range, as far as the disputed table of losses may be turned', () => {
  const year = { teamId: 't', startDate: '2026-01-01', endDate: '2026-12-31' };
  const records = recordsOf({
    team: [newTeam('t', 'Core')],
    teamMember: [{ id: 'm', teamId: 't', name: 'Developer', people: 4 }],
    initiative: [initiative('a', year), initiative('b', year)],
  });
  const words = {
    records,
    speech: {
      say: sayOf('carry', 'en'),
      figures: figureWords('en', 'USD'),
      currency: 'USD',
      quarter: String,
    },
    receipts: sayOf('receipts', 'en'),
  };
  const [role] = roleSwitching(records).roles;
  const people = madeOf(madeOf(switchedShare(role!, words)).parts[0]!.opens);
  const share = madeOf(people.parts[0]!.opens);
  // Two at once all the time: 0.17 of it (MODEL.md 2.2), from none to 1.6 times that.
  expect(share.value).toBeCloseTo(0.17, 9);
  expect(share.range).toContain(': 0% to 27.2%');
  const [lost, busy] = share.parts.map(({ opens }) => madeOf(opens));
  expect(lost!.value / busy!.value).toBeCloseTo(0.17, 9);
  const most = (1.6 * lost!.value).toFixed(2);
  expect(lost!.range).toContain(`: 0 to ${most}`);
  expect(busy!.range).toMatch(/^No range: dates/);
});

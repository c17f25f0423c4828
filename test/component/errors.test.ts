import { describe, expect, it } from 'vitest';
import { sayError } from '../../renderer/features/shell/sayError.ts';
import { speak } from '../../renderer/i18n.ts';
import { errorCodes } from '../../shared/contract/result.ts';

describe('errors', () => {
  it.each(errorCodes)('says what %s means in both languages, and names the place', (code) => {
    const error = {
      code,
      message: 'for the log',
      place: { file: 'plan.csv', row: 7, column: 'Start', field: 'startDate' },
    };
    const english = sayError(error);
    expect(english).not.toContain('for the log');
    expect(english).toMatch(/\(plan\.csv, row 7, column “Start”, startDate\)$/);
    speak('zh-CN');
    const chinese = sayError(error);
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(chinese).toMatch(/（plan\.csv，第 7 行，[^（）,:]*Start[^（）,:]*，startDate）$/);
  });
});

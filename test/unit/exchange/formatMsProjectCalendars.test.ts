import { describe, expect, test } from 'vitest';
import { readMsProject } from '../../../electron/core/importing/readers/msProjectXml.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import { readPlan } from '../../../shared/exchange/projects/msProject.ts';
import { planSchedule } from '../../../shared/exchange/projects/planSchedule.ts';
import { type Imported, importPath, recordsWith, tempFile } from './helpers.ts';

const times = (...spans: readonly (readonly [string, string])[]): string =>
  `<WorkingTimes>${spans.map(([from, to]) => `<WorkingTime><FromTime>${from}:00</FromTime><ToTime>${to}:00</ToTime></WorkingTime>`).join('')}</WorkingTimes>`;
const eight = times(['08:00', '12:00'], ['13:00', '17:00']);
/** A day of the week as the program writes it: 1 is Sunday. */
const weekDay = (type: number, working: boolean, worked = eight): string =>
  `<WeekDay><DayType>${type}</DayType><DayWorking>${working ? 1 : 0}</DayWorking>${working ? worked : ''}</WeekDay>`;
const usualWeek = [1, 2, 3, 4, 5, 6, 7].map((type) => weekDay(type, type !== 1 && type !== 7)).join('');
const period = (from: string, to: string): string =>
  `<TimePeriod><FromDate>${from}T00:00:00</FromDate><ToDate>${to}T23:59:00</ToDate></TimePeriod>`;
const exception = (name: string, from: string, to: string, more: string, working = ''): string =>
  `<Exception><EnteredByOccurrences>0</EnteredByOccurrences>${period(from, to)}<Occurrences>1</Occurrences><Name>${name}</Name>${more}<DayWorking>${working ? 1 : 0}</DayWorking>${working}</Exception>`;

const calendar = (uid: number, name: string, base: number | null, body: string): string =>
  `<Calendar><UID>${uid}</UID><Name>${name}</Name><IsBaseCalendar>${base === null ? 1 : 0}</IsBaseCalendar><BaseCalendarUID>${base ?? -1}</BaseCalendarUID>${body}</Calendar>`;

const holidays = [
  exception('New Year', '2026-01-01', '2045-01-01', '<Type>2</Type><Month>0</Month><MonthDay>1</MonthDay>'),
  exception(
    'Thanksgiving',
    '2026-11-26',
    '2045-11-23',
    '<Type>3</Type><MonthItem>7</MonthItem><MonthPosition>3</MonthPosition><Month>10</Month>',
  ),
  exception('Plant closed', '2026-07-27', '2026-08-07', '<Type>1</Type>'),
  // A Saturday that is worked, half a day.
  exception('Stocktaking', '2026-03-07', '2026-03-07', '<Type>1</Type>', times(['08:00', '12:00'])),
  exception(
    'Every other Friday',
    '2026-01-02',
    '2026-12-31',
    '<Type>6</Type><Period>2</Period><DaysOfWeek>32</DaysOfWeek>',
  ),
].join('');

const standard = calendar(
  1,
  'Standard',
  null,
  `<WeekDays>${usualWeek}</WeekDays><Exceptions>${holidays}</Exceptions>`,
);
const roundTheClock = calendar(
  2,
  '24 Hours',
  null,
  `<WeekDays>${[1, 2, 3, 4, 5, 6, 7].map((type) => weekDay(type, true, times(['00:00', '00:00']))).join('')}</WeekDays>`,
);
/** Ann is away in May, has a week of four days in June, and else works as the company does. */
const ann = calendar(
  5,
  'Ann Lee',
  1,
  `<Exceptions>${exception('Ann Lee in Rome', '2026-05-04', '2026-05-08', '<Type>1</Type>')}</Exceptions><WorkWeeks><WorkWeek>${period('2026-06-01', '2026-06-30')}<Name>Part time</Name><WeekDays>${weekDay(6, false)}</WeekDays></WorkWeek></WorkWeeks>`,
);
const silentOne = calendar(6, 'Bo Ek', 1, '');

const planOf = (calendars: string, tasks = '', more = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Project xmlns="http://schemas.microsoft.com/project"><Name>Plan</Name><StartDate>2026-01-01T08:00:00</StartDate><CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek><DaysPerMonth>20</DaysPerMonth><Calendars>${calendars}</Calendars><Tasks>${tasks}</Tasks>${more}</Project>`;

const read = async (xml: string) => readPlan(await readMsProject(xml, 'plan.xml'));
const minutesOn = async (
  calendars: string,
  uid: number,
  days: readonly string[],
): Promise<readonly number[]> => {
  const { calendars: found } = await read(planOf(calendars));
  const resolved = found.resolve(uid);
  if (resolved === null) throw new Error(`no calendar ${uid}`);
  const minutes = found.minutesOf(resolved);
  return days.map((day) => minutes(dayNumber(day)));
};
const importXml = (xml: string): Promise<Imported> =>
  importPath(tempFile('plan.xml', xml), 'plan.xml', {}, recordsWith());

describe('the calendars of a project plan', () => {
  test('have working times, week-ends, and exceptions that are single, long, yearly or of a position', async () => {
    const days = [
      '2026-03-06',
      '2026-03-07',
      '2026-03-08',
      '2026-01-01',
      '2027-01-01',
      '2026-07-27',
      '2026-08-07',
      '2026-08-10',
    ];
    expect(await minutesOn(standard, 1, days)).toEqual([480, 240, 0, 0, 0, 0, 0, 480]);
    // The fourth Thursdays of November, and the Thursdays beside them.
    const thursdays = ['2026-11-19', '2026-11-26', '2027-11-18', '2027-11-25', '2026-10-22'];
    expect(await minutesOn(standard, 1, thursdays)).toEqual([480, 0, 480, 0, 480]);
    expect(await minutesOn(standard + roundTheClock, 2, ['2026-03-07', '2026-01-01'])).toEqual([1440, 1440]);
  });

  test('of people stand on that of the plan and say what differs', async () => {
    const days = [
      '2026-05-01',
      '2026-05-04',
      '2026-05-08',
      '2026-06-05',
      '2026-06-04',
      '2026-07-03',
      '2026-01-01',
    ];
    expect(await minutesOn(standard + ann, 5, days)).toEqual([480, 0, 0, 0, 480, 480, 0]);
    const { calendars } = await read(planOf(standard + ann + silentOne));
    expect([calendars.resolve(5), calendars.resolve(6), calendars.resolve(9), calendars.own]).toEqual([
      5,
      1,
      null,
      1,
    ]);
  });

  test('of weeks with the last of a weekday, and of Fridays off, and those of 2003', async () => {
    const last = exception(
      'Bank holiday',
      '2026-01-01',
      '2030-12-31',
      '<Type>3</Type><MonthItem>4</MonthItem><MonthPosition>4</MonthPosition><Month>7</Month>',
    );
    const fridays = exception(
      'Summer Fridays',
      '2026-07-01',
      '2026-08-31',
      '<Type>6</Type><Period>1</Period><DaysOfWeek>32</DaysOfWeek>',
    );
    const body = `<WeekDays>${usualWeek}</WeekDays><Exceptions>${last}${fridays}</Exceptions>`;
    const days = ['2026-08-31', '2026-08-24', '2026-07-03', '2026-06-26', '2026-07-02'];
    expect(await minutesOn(calendar(1, 'Standard', null, body), 1, days)).toEqual([0, 480, 0, 480, 480]);
    const old = `<WeekDays><WeekDay><DayType>0</DayType><DayWorking>0</DayWorking>${period('2026-12-24', '2026-12-26')}</WeekDay>${usualWeek}</WeekDays>`;
    expect(
      await minutesOn(calendar(1, 'Standard', null, old), 1, ['2026-12-23', '2026-12-24', '2026-12-28']),
    ).toEqual([480, 0, 480]);
  });

  test('that stand on one another in a circle, or on none, end', async () => {
    const circle = calendar(1, 'A', 2, '') + calendar(2, 'B', 1, '');
    const { calendars } = await read(planOf(circle));
    expect([calendars.resolve(1), calendars.own]).toEqual([null, null]);
    const lost = calendar(3, 'C', 77, `<WeekDays>${weekDay(2, false)}</WeekDays>`);
    expect(await minutesOn(lost, 3, ['2026-03-02', '2026-03-03', '2026-03-07'])).toEqual([0, 480, 0]);
  });
});

describe('what calendars make of a plan', () => {
  const task = { calendar: null };
  const working = (minutes: number) => ({ minutes, elapsed: false, inMonths: false });
  const scheduleOf = async (calendars: string) => planSchedule(await read(planOf(calendars)));

  test('waiting over a week-end or a holiday is none; over a worked Saturday it is', async () => {
    const schedule = await scheduleOf(standard + roundTheClock);
    expect(schedule.waitBetween(task, '2026-02-27', '2026-03-02')).toBe(0);
    expect(schedule.waitBetween(task, '2026-03-06', '2026-03-09')).toBe(2);
    expect(schedule.waitBetween(task, '2026-07-24', '2026-08-10')).toBe(0);
    expect(schedule.waitBetween(task, '2026-07-23', '2026-08-10')).toBe(17);
    expect(schedule.waitBetween({ calendar: 2 }, '2026-02-27', '2026-03-02')).toBe(2);
    expect(schedule.waitBetween(task, '2026-03-02', '2026-03-02')).toBe(0);
  });

  test('a duration ends over holidays, in minutes of the clock where it was said so', async () => {
    const schedule = await scheduleOf(standard + roundTheClock);
    expect(schedule.finishOf(task, '2026-03-02', working(5 * 480))).toBe('2026-03-06');
    // Half of the sixth day is the Saturday of stocktaking.
    expect(schedule.finishOf(task, '2026-03-02', working(6 * 480))).toBe('2026-03-09');
    expect(schedule.finishOf(task, '2026-07-24', working(2 * 480))).toBe('2026-08-10');
    expect(schedule.finishOf({ calendar: 2 }, '2026-03-02', working(2 * 1440))).toBe('2026-03-03');
    const elapsed = { minutes: 3 * 1440, elapsed: true, inMonths: false };
    expect(schedule.finishOf(task, '2026-03-06', elapsed)).toBe('2026-03-08');
    expect(schedule.finishOf(task, '2026-03-06', working(1e9))).toBeNull();
    expect(schedule.monthsOf({ minutes: 9600, elapsed: false, inMonths: true })).toBe(1);
    expect(schedule.monthsOf(working(2400))).toBeCloseTo(7 / 30.436875, 12);
  });

  test('without calendars stays what the week makes of it', async () => {
    const schedule = await scheduleOf('');
    expect(schedule.waitBetween(task, '2026-02-27', '2026-03-02')).toBe(0);
    expect(schedule.waitBetween(task, '2026-02-26', '2026-03-02')).toBe(3);
    expect(schedule.finishOf(task, '2026-03-06', working(960))).toBe('2026-03-09');
    expect(schedule.available(task, null, '2026-03-02', '2026-03-08')).toBe(5 * 480);
  });
});

describe('a project plan with calendars', () => {
  const step = (uid: number, name: string, more: string): string =>
    `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>${name}</Name><OutlineLevel>1</OutlineLevel><Summary>0</Summary>${more}</Task>`;
  const dates = (start: string, finish: string): string =>
    `<Start>${start}T08:00:00</Start><Finish>${finish}T17:00:00</Finish>`;
  const linkedTo = (uid: number, lag: number, format: number): string =>
    `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>1</Type><LinkLag>${lag}</LinkLag><LagFormat>${format}</LagFormat></PredecessorLink>`;
  const people =
    '<Resources><Resource><UID>1</UID><Name>Ann Lee</Name><Type>1</Type><Group>Builders</Group><MaxUnits>1</MaxUnits><CalendarUID>5</CalendarUID></Resource></Resources>';
  const work = (task: number, hours: number): string =>
    `<Assignment><UID>${task}</UID><TaskUID>${task}</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units><Work>PT${hours}H0M0S</Work></Assignment>`;
  const tasks = [
    step(1, 'Design', dates('2026-05-04', '2026-05-15')),
    step(2, 'Build', `${dates('2026-07-20', '2026-07-24')}${linkedTo(1, 0, 7)}`),
    step(3, 'Test', `${dates('2026-08-10', '2026-08-14')}${linkedTo(2, 0, 7)}`),
    step(
      4,
      'Roll-out',
      '<Start>2026-08-17T08:00:00</Start><Duration>PT48H0M0S</Duration><DurationFormat>7</DurationFormat>',
    ),
    step(
      5,
      'Support',
      `<Duration>PT320H0M0S</Duration><DurationFormat>11</DurationFormat>${linkedTo(4, 24000, 9)}`,
    ),
  ].join('');
  const xml = (calendars: string): string =>
    planOf(calendars, tasks, `${people}<Assignments>${work(1, 40)}${work(2, 20)}</Assignments>`);

  test('waits, ends, allocations and durations are those of its calendars', async () => {
    const { changes, report } = await importXml(xml(standard + ann));
    const [design, build, check, rollOut, support] = changes.add.phase ?? [];
    // Ann is away in one of two weeks, and works forty hours in the other: all that she has.
    expect(design?.allocation).toBe(1);
    expect(build?.allocation).toBe(0.5);
    // The plant is closed between the build and the test: nobody waits for anybody.
    expect(check?.waitMonths).toBe(0);
    expect(rollOut).toMatchObject({ startDate: '2026-08-17', endDate: '2026-08-24', months: null });
    expect(support).toMatchObject({ startDate: null, endDate: null, months: 2 });
    // A week's lag that no dates replace is seven days of the calendar, not five.
    expect(support?.waitMonths).toBeCloseTo(7 / 30.436875, 12);
    const said = Object.fromEntries((report.notes ?? []).map(({ what, ...note }) => [what, note]));
    expect(said.calendarRead).toEqual({
      count: 5,
      examples: ['New Year', 'Thanksgiving', 'Plant closed', 'Stocktaking'],
    });
    expect(said.calendarLeft).toEqual({ count: 1, examples: ['Every other Friday'] });
    expect(JSON.stringify([changes, report])).not.toMatch(/Ann|Rome/);
  });

  test('differs where its calendars differ, and is as the week has it without any', async () => {
    const { changes, report } = await importXml(xml(''));
    const [design, , check] = changes.add.phase ?? [];
    expect(design?.allocation).toBeCloseTo(40 / ((12 * 5 * 8) / 7), 12);
    expect(check?.waitMonths).toBeCloseTo(16 / 30.436875, 12);
    expect(report.notes?.map(({ what }) => what)).not.toContain('calendarRead');
  });

  test('of absurd size comes to an end: more calendars and exceptions than any has, over centuries', async () => {
    const many = Array.from({ length: 700 }, (_, at) =>
      calendar(
        100 + at,
        `R${at}`,
        1,
        `<Exceptions>${exception('x', '1900-01-01', '2199-12-31', '<Type>6</Type><DaysOfWeek>127</DaysOfWeek>')}</Exceptions>`,
      ),
    ).join('');
    const resources = Array.from(
      { length: 700 },
      (_, at) =>
        `<Resource><UID>${at + 1}</UID><Name>R${at}</Name><Type>1</Type><CalendarUID>${100 + at}</CalendarUID></Resource>`,
    ).join('');
    const assigned = Array.from(
      { length: 700 },
      (_, at) =>
        `<Assignment><TaskUID>1</TaskUID><ResourceUID>${at + 1}</ResourceUID><Units>1</Units><Work>PT8H0M0S</Work></Assignment>`,
    ).join('');
    const huge = planOf(
      standard + many,
      step(1, 'Long', dates('1950-01-01', '2150-01-01')) + step(2, 'Next', dates('2026-03-02', '2026-03-06')),
      `<Resources>${resources}</Resources><Assignments>${assigned}</Assignments>`,
    );
    const { changes } = await importXml(huge);
    expect(changes.add.phase?.map(({ people }) => people)).toEqual([700, null]);
  });
});

import { describe, test } from 'vitest';
import { expectList, type ListCase, lines } from './listCases.ts';

const cases: readonly ListCase[] = [
  {
    list: 'of a board: the names of its columns again above each group',
    text: lines(
      'IT Portfolio,,,,',
      ',,,,',
      'Running,,,,',
      'Name,Owner,Status,Budget,Item ID',
      'Portal relaunch,Ann Lee,Working on it,120000,4567001',
      'Data lake,Bob Ray,Stuck,800000,4567002',
      ',,,,',
      'Ideas,,,,',
      'Name,Owner,Status,Budget,Item ID',
      'AI assistant,,,,4567010',
      'Paperless office,Cy Fox,,30000,4567011',
    ),
    fields: ['externalId', 'name', 'stage', 'budget', 'collaborationGroup'],
    rows: [
      ['4567001', 'Portal relaunch', 'active', 120_000, 'Running'],
      ['4567002', 'Data lake', 'paused', 800_000, 'Running'],
      ['4567010', 'AI assistant', null, null, 'Ideas'],
      ['4567011', 'Paperless office', null, 30_000, 'Ideas'],
    ],
    skipped: ['blank', 'group', 'header'],
  },
  {
    list: 'of tasks, with the day of the week before each date',
    text: lines(
      'ID,Active,Task Mode,Name,Duration,Start,Finish,Outline Level,Cost',
      '2,Yes,Auto Scheduled,   Billing migration,180 days,Mon 1/8/24,Fri 9/13/24,2,"$750,000.00"',
      '3,Yes,Auto Scheduled,   CRM migration,140 days,Mon 9/16/24,Fri 3/28/25,2,"$500,000.00"',
    ),
    fields: ['name', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Billing migration', '2024-01-08', '2024-09-13', 750_000],
      ['CRM migration', '2024-09-16', '2025-03-28', 500_000],
    ],
  },
  {
    list: 'of cost centres: their numbers are no costs',
    text: lines(
      'Cost Ctr;Description;Person Responsible;Valid From;Valid To;Actual 2024;Crcy',
      '0000410010;IT Workplace;MUELLER;01.02.2010;31.12.9999;1.198.334,12;EUR',
      '0000410020;IT Applications;SCHMIDT;01.03.2012;31.12.9999;3.511.020,77;EUR',
      '*;Total;;;;4.709.354,89;EUR',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'owner', 'startDate', 'budget', 'spent'],
    rows: [
      ['0000410010', 'IT Workplace', 'MUELLER', '2010-02-01', null, 1_198_334.12],
      ['0000410020', 'IT Applications', 'SCHMIDT', '2012-03-01', null, 3_511_020.77],
    ],
    skipped: ['total'],
    stated: [4_709_354.89],
  },
  {
    list: 'of product teams: called by the team',
    text: lines(
      'Team,Mission,Product Owner,Members (FTE),Release cadence',
      'Blue Whales,Make paying easy,Ida Keller,8.5,every 2 weeks',
      'Red Pandas,Lending in minutes,Ola Berg,7,monthly',
    ),
    fields: ['name', 'mode', 'owner', 'description', 'teamPeople'],
    rows: [
      ['Blue Whales', 'product', 'Ida Keller', 'Make paying easy', 8.5],
      ['Red Pandas', 'product', 'Ola Berg', 'Lending in minutes', 7],
    ],
  },
  {
    list: 'of work packages: called by their subjects, grouped by the names of those whose ids they give',
    text: lines(
      'ID,Subject,Type,Status,Accountable,Start date,Finish date,Project,Parent issue,Budget,Overall costs',
      'P-36,Portal relaunch,Epic,In progress,Bob Ray,2024-02-01,2024-12-20,Digital,,120000.00 EUR,36000.50 EUR',
      'P-37,Search,Feature,New,Bob Ray,2024-05-01,2024-09-30,Digital,P-36,,',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'stage', 'status', 'budget', 'collaborationGroup'],
    rows: [
      ['P-36', 'Portal relaunch', 'active', null, 120_000, null],
      ['P-37', 'Search', null, 'New', null, 'Portal relaunch'],
    ],
  },
  {
    list: 'of what a run costs in a year, which is no budget, and capabilities with commas between them',
    text: lines(
      'Name,Number,Business owner,Business capabilities,Vendors,Annual run cost',
      'Workday,APM0001,HR,"Payroll, Time tracking, Recruiting","Workday, Inc.","$1,200,000.00"',
      'Oracle EBS,APM0002,Finance,General ledger,Oracle Corporation,"$3,400,000.00"',
    ),
    fields: ['externalId', 'name', 'budget'],
    rows: [
      ['APM0001', 'Workday', null],
      ['APM0002', 'Oracle EBS', null],
    ],
    // A comma before the form of a company separates nothing.
    partners: ['Workday, Inc.', 'Oracle Corporation'],
    capabilities: ['Payroll', 'Time tracking', 'Recruiting', 'General ledger'],
  },
  {
    list: 'of a board whose timelines have arrows',
    text: lines(
      'Initiative,Status,Timeline,Budget (k USD)',
      'Unified search,On hold,2024-02-01 → 2024-11-30,250',
      'Billing 2.0,Done,2023-09-01 → 2025-03-31,"1,900"',
      'Analytics,Backlog,,75',
    ),
    fields: ['name', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Unified search', 'paused', '2024-02-01', '2024-11-30', 250_000],
      ['Billing 2.0', 'done', '2023-09-01', '2025-03-31', 1_900_000],
      ['Analytics', 'candidate', null, null, 75_000],
    ],
  },
  {
    list: 'of cards, whose list says how far they are',
    text: lines(
      'Card ID,Card Name,Card Description,Due Date,List Name,Board Name,Archived,Start Date',
      '64a1,Replace HR system,"Vendor selection, then rollout",2025-06-30T12:00:00.000Z,Doing,IT roadmap,false,2024-04-01T12:00:00.000Z',
      '64a2,Retire fax,,,Backlog,IT roadmap,false,',
      '64a3,VPN upgrade,,2024-01-31T12:00:00.000Z,Done,IT roadmap,true,',
    ),
    fields: ['externalId', 'name', 'stage', 'startDate', 'endDate', 'retired'],
    rows: [
      ['64a1', 'Replace HR system', 'active', '2024-04-01', '2025-06-30', false],
      ['64a2', 'Retire fax', 'candidate', null, null, false],
      ['64a3', 'VPN upgrade', 'done', null, '2024-01-31', true],
    ],
  },
  {
    list: 'of years beside their total',
    text: lines(
      'Cost object,Project name,FY2024 Budget,FY2025 Budget,Total,Sponsor',
      'CC-100,ERP,"1,000,000","2,000,000","3,000,000",CFO',
      'CC-101,CRM,"200,000","300,000","500,000",CMO',
      'Grand total,,"1,200,000","2,300,000","3,500,000",',
    ),
    fields: ['name', 'owner', 'budget'],
    rows: [
      ['ERP', 'CFO', 3_000_000],
      ['CRM', 'CMO', 500_000],
    ],
    skipped: ['total'],
    stated: [3_500_000],
  },
];

describe('a list that a program exports', () => {
  test.each(cases)('$list', expectList);
});

import { describe, test } from 'vitest';
import { expectList, type ListCase, lines } from './listCases.ts';

const cases: readonly ListCase[] = [
  {
    list: 'of federal projects: days planned and not only reached, a total for each agency, sixteen columns that are neither',
    text: lines(
      'Unique Investment Identifier,Agency Code,Agency Name,Investment Title,Project ID,Project Name,Start Date,Completion Date (B1),Planned Project Completion Date (B2),Schedule Variance (in days),Cost Variance ($ M),Planned Cost ($ M),Projected/Actual Cost ($ M)',
      '005-000000042,005,Department of Agriculture,Loans,2101,Guaranteed Loans,2012-10-01,2014-09-30,2014-09-30,-76,-0.2,4.1,4.3',
      '005-000000042,005,Department of Agriculture,Loans,2102,Direct Loans,2013-11-15,,2015-06-30,0,0.1,1.5,1.4',
      'Total,,,,,,,,,,,5.6,5.7',
      '007-000000111,007,Department of Defense,Supply,3001,Supply I,2012-02-29,,2016-12-31,-365,-10.75,110,120.75',
      'Total,,,,,,,,,,,110,120.75',
    ),
    fields: ['externalId', 'name', 'owner', 'endDate', 'budget', 'collaborationGroup'],
    rows: [
      ['2101', 'Guaranteed Loans', 'Department of Agriculture', '2014-09-30', 4_100_000, 'Loans'],
      ['2102', 'Direct Loans', 'Department of Agriculture', '2015-06-30', 1_500_000, 'Loans'],
      ['3001', 'Supply I', 'Department of Defense', '2016-12-31', 110_000_000, 'Supply'],
    ],
    skipped: ['total', 'total'],
    stated: [115_600_000],
  },
  {
    list: 'of investments: called by their titles, not by their bureaus, rated in colours rather than in numbers',
    text: lines(
      'Agency Name,Bureau Name,Unique Investment Identifier (UII),Investment Title,CIO Rating,CIO Rating Color',
      'Agriculture,Farm Service Agency,005-000001493,MIDAS,3,Yellow',
      'Health,CMS,009-000004257,Healthcare.gov,4,Green',
      'Health,NIH,009-000001371,Business Intelligence,5,Green',
    ),
    fields: ['externalId', 'name', 'owner', 'status'],
    rows: [
      ['005-000001493', 'MIDAS', 'Agriculture', 'Yellow'],
      ['009-000004257', 'Healthcare.gov', 'Health', 'Green'],
      ['009-000001371', 'Business Intelligence', 'Health', 'Green'],
    ],
  },
  {
    list: 'of a state: what is approved now rather than what was at first, and what it has cost to date',
    text: lines(
      'IT Project Tracking,,,,,',
      'Data as of: 06/30/2023,,,,,',
      'Department,Project Name,Overall Health,Original Approved Finish Date,Current Approved Finish Date,Original Approved Cost,Current Approved Cost,Cost to Date',
      'Social Services,CARES,Yellow,6/30/2020,6/30/2026,"$392,738,443","$908,721,108","$412,224,560"',
      'Motor Vehicles,DXP,Green,4/9/2026,4/9/2027,"$773,400,000","$773,400,001","$88,000,123"',
    ),
    fields: ['name', 'status', 'endDate', 'budget', 'spent'],
    rows: [
      ['CARES', 'Yellow', '2026-06-30', 908_721_108, 412_224_560],
      ['DXP', 'Green', '2027-04-09', 773_400_001, 88_000_123],
    ],
  },
  {
    list: 'of a city: no change of a budget is the budget',
    text: lines(
      'PID,Project_Name,Managing_Agency,Current_Phase,Budget_Forecast,Latest_Budget_Changes,Total_Budget_Changes,Forecast_Completion',
      '1001,311 CRM,DoITT,Construction,"$ 25,830,114.00",0.00,11250000,06/2020',
      '1003,Radio,DoITT,Completed,"$ 134,000,000.00",0,0,02/2019',
    ),
    fields: ['name', 'stage', 'endDate', 'budget'],
    rows: [
      ['311 CRM', 'active', '2020-06-30', 25_830_114],
      ['Radio', 'done', '2019-02-28', 134_000_000],
    ],
  },
  {
    list: 'of health in words: "on track" beside "off track" is no stage',
    text: lines(
      'Agency,Project Title,Current Status,Total Planned Budget,Spent to Date',
      'DES,One,At Risk,"249,380,000","98,004,221"',
      'DSHS,ACES,On Track,"34,200,000","9,004,221"',
      'LNI,Modernization,Off Track,Not yet baselined,"57,921,000"',
    ),
    fields: ['name', 'stage', 'status', 'budget', 'spent'],
    rows: [
      ['One', null, 'At Risk', 249_380_000, 98_004_221],
      ['ACES', null, 'On Track', 34_200_000, 9_004_221],
      ['Modernization', null, 'Off Track', null, 57_921_000],
    ],
  },
  {
    list: 'of major projects side by side: all of their life rather than one year, and definitions inside the names of rows',
    text: lines(
      'Department,MOJ,MOJ,MOJ',
      'Project Name,Crime,Monitoring,Sourcing',
      '"MPA RAG rating (A Delivery Confidence Assessment of the project at a fixed point in time, using a five-point scale)",Amber,Amber/Red,Amber/Green',
      'Project - Start Date (Latest approved start date),01/04/2012,14/06/2011,01/10/2010',
      'Project - End Date (Latest approved end date),31/03/2016,30/06/2015,01/12/2016',
      '2013/2014 Budget (£million),31.50,9.79,48.80',
      '2013/2014 Variance (£million),-2.40,-0.29,-3.80',
      'Total budgeted whole life costs (£million) (including non-government costs),375.65,"1,106.00",Exempt under Section 43',
    ),
    currency: 'GBP',
    fields: ['name', 'status', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Crime', 'Amber', '2012-04-01', '2016-03-31', 375_650_000],
      ['Monitoring', 'Amber/Red', '2011-06-14', '2015-06-30', 1_106_000_000],
      ['Sourcing', 'Amber/Green', '2010-10-01', '2016-12-01', null],
    ],
  },
  {
    list: 'of major projects ten years later: benefits are no budget',
    text: lines(
      'GMPP ID Number,Project Name,Department,IPA Delivery Confidence Assessment,SRO Delivery Confidence Assessment,Financial Year Baseline (£m) (including Non-Government Costs),TOTAL Baseline Whole Life Costs (£m) (including Non-Government Costs),Departmental Narrative on Budgeted Whole Life Costs,TOTAL Baseline Benefits (£m)',
      'HMRC_0010_1415-Q2,Tax,HMRC,Amber,Green,£84.93,"£1,322.50",up,£6500.00',
      'HO_0022_1213-Q1,Radio,HO,Red,Red,£512.40,"£11,255.10",up,Exempt under Section 43',
    ),
    currency: 'GBP',
    fields: ['externalId', 'name', 'status', 'budget'],
    rows: [
      ['HMRC_0010_1415-Q2', 'Tax', 'Amber', 1_322_500_000],
      ['HO_0022_1213-Q1', 'Radio', 'Red', 11_255_100_000],
    ],
  },
  {
    list: 'whose only certain costs are those to date: they are no budget',
    text: lines(
      'Organisation,Project,Estimated Whole Life Cost (£m),Total Cost to Date £m',
      'Security,Benefits,651,312.4',
      'Registers,Land,c. 43.2,38.9',
      'Disclosure,PASS,£77.8m - £82.1m,£73.3m',
    ),
    currency: 'GBP',
    fields: ['name', 'budget', 'spent'],
    rows: [
      ['Benefits', 651_000_000, 312_400_000],
      ['Land', 43_200_000, 38_900_000],
      ['PASS', null, 73_300_000],
    ],
  },
  {
    list: 'with names of columns in two languages',
    text: lines(
      'Department / Ministère,Project name / Nom du projet,Original project budget / Budget initial du projet,Current project budget / Budget actuel du projet,Current estimated date of completion / Date d’achèvement prévue actuelle',
      'Border Services,CARM,"$370,800,000 ","$526,193,000 ",2024-10',
      'Agriculture,AgriInvest,"$ 950,400.50","$ 950,400.50",31/03/2020',
    ),
    fields: ['name', 'owner', 'endDate', 'budget'],
    rows: [
      ['CARM', 'Border Services', '2024-10-31', 526_193_000],
      ['AgriInvest', 'Agriculture', '2020-03-31', 950_400.5],
    ],
  },
  {
    list: 'of an Australian state: what is spent up to a day',
    text: lines(
      'Cluster,Agency,Program/Project,Status (RAG),ETC ($m),Actual to 30 June 2022 ($m),Est Completion',
      'Health,eHealth,Patient Record,G,969.0,46.3,FY2028',
      'Total,,,,969,46.3,',
    ),
    fields: ['name', 'status', 'endDate', 'budget', 'spent'],
    rows: [['Patient Record', 'G', '2028-12-31', 969_000_000, 46_300_000]],
    skipped: ['total'],
    stated: [969_000_000, 46_300_000],
  },
  {
    list: 'of Indian missions: lakhs, a row that numbers the columns, headings with letters',
    text: lines(
      'Status of Mission Mode Projects as on 31.12.2018,,,,',
      'Sl. No.,Name of the MMP / Project,Line Ministry/ Department,Total Outlay (₹ in lakh),Expenditure Incurred (Rs. Lakhs)',
      '(1),(2),(3),(4),(5)',
      'A,Central MMPs,,,',
      '1,MCA21,Corporate Affairs,"34,500.00","30,110"',
      '2,Passport Seva,External Affairs,"1,01,500","97,111.25"',
      'B,State MMPs,,,',
      '3,e-District,MeitY,"1,66,300.35","1,02,004.10"',
      ',Grand Total,,"3,02,300.35","2,29,225.35"',
    ),
    currency: 'INR',
    fields: ['externalId', 'name', 'budget', 'spent', 'collaborationGroup'],
    rows: [
      [null, 'MCA21', 3_450_000_000, 3_011_000_000, 'Central MMPs'],
      [null, 'Passport Seva', 10_150_000_000, 9_711_125_000, 'Central MMPs'],
      [null, 'e-District', 16_630_035_000, 10_200_410_000, 'State MMPs'],
    ],
    skipped: ['header', 'group', 'group', 'total'],
    stated: [30_230_035_000, 22_922_535_000],
  },
  {
    list: 'of go-lives: the day aimed at rather than the first one, proved by it to be month first',
    text: lines(
      'Agency,Project Name,Project Status,Phase,Estimated Cost,FY24 Spend,Total Spend to Date,Original Go-Live,Target Go-Live',
      'MDHHS,CHAMPS,Green,Execution,"$125,000,000.00","$22,100,000.00","$45,000,000.00",10/1/2025,3/31/2026',
      'Treasury,SUITE,Yellow,Planning,"$60,500,000.00","$5,000,000.00","$8,000,000.00",1/1/2026,1/1/2026',
    ),
    fields: ['name', 'status', 'stage', 'endDate', 'budget', 'spent'],
    rows: [
      ['CHAMPS', 'Green', 'active', '2026-03-31', 125_000_000, 45_000_000],
      ['SUITE', 'Yellow', 'planned', '2026-01-01', 60_500_000, 8_000_000],
    ],
  },
  {
    list: 'in which only some plans were revised: what was agreed first holds for the others',
    text: lines(
      'Project Name,Project Stage,RAG Status,Scheduled Completion Date,Total Initial Estimated Cost ($M),Total Revised Cost ($M)',
      'Clinical systems,Delivery,Amber,30/06/2018,12.4,13.9',
      'Pathology portal,Initiated,Green,30/11/2017,2.1,',
      'Licensing,Completed,Closed,30/06/2015,52.8,',
    ),
    fields: ['name', 'stage', 'status', 'endDate', 'budget'],
    rows: [
      ['Clinical systems', 'active', 'Amber', '2018-06-30', 13_900_000],
      ['Pathology portal', 'planned', 'Green', '2017-11-30', 2_100_000],
      ['Licensing', 'done', 'Closed', '2015-06-30', 52_800_000],
    ],
  },
  {
    list: 'whose one status is a colour until it is a stage',
    text: lines(
      'Project,Status,Budget',
      'Alpha,Green,$1',
      'Beta,Amber,$2',
      'Gamma,Completed,$3',
      'Delta,Red,$4',
    ),
    fields: ['name', 'stage', 'status'],
    rows: [
      ['Alpha', null, 'Green'],
      ['Beta', null, 'Amber'],
      ['Gamma', 'done', null],
      ['Delta', null, 'Red'],
    ],
  },
];

describe('a published list in English', () => {
  test.each(cases)('$list', expectList);
});

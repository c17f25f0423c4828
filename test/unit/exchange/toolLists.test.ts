import { describe, test } from 'vitest';
import { expectList, type ListCase, lines } from './listCases.ts';

const cases: readonly ListCase[] = [
  {
    list: 'of a planner, with lines about the plan above and words for progress',
    text: lines(
      'Plan Name,Digital Workplace 2026,,,,,,,,,,,,,,,,',
      'Plan ID,xyzABC,,,,,,,,,,,,,,,,',
      'Date of export,11/20/2025,,,,,,,,,,,,,,,,',
      ',,,,,,,,,,,,,,,,,',
      'Task ID,Task Name,Bucket Name,Progress,Priority,Assigned To,Created By,Created Date,Start date,Due date,Is Recurring,Late,Completed Date,Completed By,Completed Checklist Items,Checklist Items,Labels,Description',
      'AAA1,Teams Rooms,Collaboration,In progress,Important,Ann Lee;Bob Ray,Cy Dee,10/01/2025,10/06/2025,03/31/2026,false,false,,,1/3,"Order;Install;Test",Red;Infra,Install rooms',
      'AAA2,Intranet refresh,Collaboration,Completed,Medium,Eve Foe,Cy Dee,09/01/2025,,10/31/2025,false,true,11/04/2025,Eve Foe,,,,',
      'AAA3,Device swap,Devices,Not started,Urgent,,Cy Dee,10/12/2025,01/13/2026,,false,false,,,,,,',
    ),
    fields: ['externalId', 'name', 'stage', 'owner', 'startDate', 'endDate'],
    rows: [
      ['AAA1', 'Teams Rooms', 'active', 'Ann Lee;Bob Ray', '2025-10-06', '2026-03-31'],
      ['AAA2', 'Intranet refresh', 'done', 'Eve Foe', null, '2025-10-31'],
      ['AAA3', 'Device swap', 'planned', null, '2026-01-13', null],
    ],
  },
  {
    list: 'of a project server: a budget that nobody filled in is not zero',
    text: lines(
      'ProjectId,EnterpriseProjectTypeName,ProjectName,ProjectOwnerName,ProjectStartDate,ProjectFinishDate,ProjectBaseline0FinishDate,ProjectPercentCompleted,ProjectWork,ProjectActualWork,ProjectCost,ProjectActualCost,ProjectBudgetCost,ProjectWorkspaceInternalUrl,ProjectStatusDate,ProjectDescription,ProjectPhaseName,ProjectStageName',
      '4b1c1f6e-0000-4000-8000-000000000001,Enterprise Project,ERP Wave 2,Ann Lee,2025-01-06T08:00:00,2026-06-30T17:00:00,2026-03-31T17:00:00,35,12400.000000,4100.500000,1250000.000000,430000.000000,0.000000,https://x,2025-10-31T17:00:00,,Execute,Build',
      '4b1c1f6e-0000-4000-8000-000000000002,Enterprise Project,HR Portal,Bob Ray,2025-03-03T08:00:00,2025-12-19T17:00:00,,100,800.000000,800.000000,88000.500000,90100.250000,0.000000,https://y,,Portal,Close,Closed',
    ),
    fields: ['name', 'stage', 'startDate', 'budget', 'spent'],
    rows: [
      ['ERP Wave 2', 'active', '2025-01-06', 1_250_000, 430_000],
      ['HR Portal', 'done', '2025-03-03', 88_000.5, 90_100.25],
    ],
  },
  {
    list: 'of a scheduler: codes above the names of columns, and marks behind days',
    text: lines(
      'task_code,status_code,wbs_id,task_name,start_date,end_date,target_cost,act_cost,user_field_23,delete_record_flag',
      'Activity ID,Activity Status,WBS Code,Activity Name,(*)Start,(*)Finish,Budgeted Total Cost($),Actual Total Cost($),IT Owner,Delete This Row',
      'A1000,In Progress,DC.01,Data centre move,06-Jan-25 08:00 A,30-Jun-26 17:00,1250000,400000,Ann Lee,',
      'A1010,Completed,DC.01,Cabling,03-Feb-25 08:00 A,30-May-25 17:00 A,90000,91250.5,Bob Ray,',
      'A1020,Not Started,DC.02,Migration wave 1,01-Sep-25 08:00*,19-Dec-25 17:00,300000,0,,',
    ),
    fields: ['externalId', 'name', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['A1000', 'Data centre move', 'active', '2025-01-06', '2026-06-30', 1_250_000, 400_000],
      ['A1010', 'Cabling', 'done', '2025-02-03', '2025-05-30', 90_000, 91_250.5],
      ['A1020', 'Migration wave 1', 'planned', '2025-09-01', '2025-12-19', 300_000, 0],
    ],
  },
  {
    list: 'of a business suite, whose total has stars for a name',
    text: lines(
      '		Project Overview										',
      '												',
      '	Project definition	Description	System status	Person responsible	Start	Finish	Overall plan	Actual	Commitment	Assigned	Available	Crcy',
      '	P-2025-001	S/4 Finance	REL  BUDG SETC	Mueller, J.	01.02.2025	31.12.2026	2.450.000,00	1.200.345,67	310.000,00	1.510.345,67	939.654,33	EUR',
      '	P-2025-002	MES Rollout Lyon	CRTD	Dupont, A.	01.06.2025	30.09.2027	880.000,00	0,00	0,00	0,00	880.000,00	EUR',
      '	P-2024-011	DWH Abbau	TECO CNF	Kim, S.	01.01.2024	30.06.2025	120.000,00	118.400,50	0,00	118.400,50	1.599,50-	EUR',
      '	**						3.450.000,00	1.318.746,17	310.000,00	1.628.746,17	1.821.253,83	EUR',
    ),
    currency: 'EUR',
    skipped: ['total'],
    stated: [3_450_000, 1_318_746.17],
    fields: ['externalId', 'name', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['P-2025-001', 'S/4 Finance', '2025-02-01', '2026-12-31', 2_450_000, 1_200_345.67],
      ['P-2025-002', 'MES Rollout Lyon', '2025-06-01', '2027-09-30', 880_000, 0],
      ['P-2024-011', 'DWH Abbau', '2024-01-01', '2025-06-30', 120_000, 118_400.5],
    ],
  },
  {
    list: 'of tasks, with times and zones behind days, and brackets round names',
    text: lines(
      'Task Type,Task ID,Task Custom ID,Task Name,Task Content,Status,Date Created,Date Created Text,Due Date,Due Date Text,Start Date,Start Date Text,Parent ID,Attachments,Assignees,Tags,Priority,List Name,Folder Name/Path,Space Name,Time Estimated,Time Estimated Text,Checklists,Comments,Time Spent,Time Spent Text,Rolled Up Time,Rolled Up Time Text,Budget (currency)',
      'Task,86c1abc,,Customer portal,Rebuild,in progress,1735689600000,"1/1/2025, 12:00:00 AM GMT+1",1767135600000,"12/31/2025, 12:00:00 AM GMT+1",1738364400000,"2/1/2025, 12:00:00 AM GMT+1",null,[],"[Ann Lee,Bob Ray]",[],2,Portfolio,hidden,IT,,,{},[],,,,,250000',
      'Task,86c1abd,,Data lake,,to do,1735689600000,"1/1/2025, 12:00:00 AM GMT+1",,,,,null,[],[],[],,Portfolio,hidden,IT,,,{},[],,,,,',
    ),
    fields: ['name', 'stage', 'owner', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Customer portal', 'active', 'Ann Lee,Bob Ray', '2025-02-01', '2025-12-31', 250_000],
      ['Data lake', 'planned', null, null, null, null],
    ],
  },
  {
    list: 'of pages, whose relations have links behind them',
    text: lines(
      'Name,Status,Owner,Dates,Budget,Team,Capabilities,Blocked By,Completion',
      'Billing revamp,In progress,Ann Lee,"January 6, 2025 → June 30, 2025","$120,000","Payments (https://www.notion.so/Payments-0f1e2d3c4b5a69788796a5b4c3d2e1f0?pvs=21)","Billing (https://www.notion.so/Billing-11112222333344445555666677778888?pvs=21), Invoicing (https://www.notion.so/Invoicing-21112222333344445555666677778888?pvs=21)",,0.4',
      'Fraud rules,Not started,,"September 1, 2025","$80,000.00",,,,0',
    ),
    capabilities: ['Billing', 'Invoicing'],
    fields: ['name', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Billing revamp', 'active', '2025-01-06', '2025-06-30', 120_000],
      ['Fraud rules', 'planned', '2025-09-01', null, 80_000],
    ],
  },
  {
    list: 'of a base, with linked records and a comma inside the name of a company',
    text: lines(
      'Project,Status,Owner (collab),Kickoff,Target launch,Budget (USD),Actuals (rollup),Vendor (linked),Capability (linked),Attachments,Created',
      '"CRM, phase 2",🟡 In progress,ann@x.com,2025-01-06,2025-09-30,"$640,000.00","$310,250.50","Acme, Inc.,Globex","Sales mgmt,Service mgmt","spec.pdf (https://v5.airtableusercontent.com/v3/u/x)",1/3/2025 11:00am',
      'Data hub,🟢 Complete,bob@x.com,2024-03-01,2024-12-20,"$95,000.00","$97,000.00",Globex,Sales mgmt,,1/4/2025 9:00am',
      'SSO,⚪️ Backlog,,,,,"$0.00",,,,1/4/2025 9:00am',
    ),
    partners: ['Acme, Inc.', 'Globex'],
    capabilities: ['Sales mgmt', 'Service mgmt'],
    fields: ['name', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['CRM, phase 2', 'active', '2025-01-06', '2025-09-30', 640_000, 310_250.5],
      ['Data hub', 'done', '2024-03-01', '2024-12-20', 95_000, 97_000],
      ['SSO', 'candidate', null, null, null, 0],
    ],
  },
  {
    list: 'of issues: known by their own ids, with days as a browser writes them',
    text: lines(
      '"ID","Team","Title","Description","Status","Estimate","Priority","Project ID","Project","Creator","Assignee","Labels","Cycle Number","Cycle Name","Cycle Start","Cycle End","Created","Updated","Started","Triaged","Completed","Canceled","Archived","Due Date","Parent issue","Initiatives","Project Milestone ID","Project Milestone","SLA Status","UUID","Time in status (minutes)","Related to","Blocked by","Duplicate of"',
      '"ENG-12","Engineering","Checkout rewrite","","In Progress","5","High","p1","Checkout 2.0","ann@x.com","bob@x.com","Feature","","","","","Mon Jan 06 2025 10:00:00 GMT+0000 (GMT)","Mon Jan 13 2025 10:00:00 GMT+0000 (GMT)","Tue Jan 07 2025 09:00:00 GMT+0000 (GMT)","","","","","2025-06-30","","Grow","","","","u1","","","",""',
      '"ENG-13","Engineering","Wallet","","Done","3","Low","p1","Checkout 2.0","ann@x.com","","","","","","","Mon Jan 06 2025 10:00:00 GMT+0000 (GMT)","","Tue Jan 07 2025 09:00:00 GMT+0000 (GMT)","","Fri Feb 07 2025 09:00:00 GMT+0000 (GMT)","","","","ENG-12","","","","","u2","","","",""',
    ),
    fields: ['externalId', 'name', 'stage', 'startDate', 'endDate'],
    rows: [
      ['ENG-12', 'Checkout rewrite', 'active', '2025-01-07', '2025-06-30'],
      ['ENG-13', 'Wallet', 'done', '2025-01-07', null],
    ],
  },
  {
    list: 'of a tracker, in which spent time is no money',
    text: lines(
      '#,Project,Tracker,Parent task,Status,Priority,Subject,Author,Assignee,Updated,Category,Target version,Start date,Due date,Estimated time,Total estimated time,Spent time,Total spent time,% Done,Created,Closed,Related issues,Private,Budget',
      '1203,IT Portfolio,Epic,,In Progress,High,Replace LIMS,ann,Bob Ray,2025-02-01 10:22,,,2025-01-06,2025-11-28,400.00,400.00,120.50,120.50,30,2024-12-01 09:11,,,No,300000.0',
      '1204,IT Portfolio,Epic,1203,Closed,Normal,LIMS vendor choice,ann,Cy Dee,2025-02-01 10:22,,,2025-01-06,2025-02-14,80.00,80.00,75.00,75.00,100,2024-12-01 09:11,2025-02-13 17:00,,No,',
    ),
    fields: ['externalId', 'name', 'stage', 'budget', 'spent'],
    rows: [
      ['1203', 'Replace LIMS', 'active', 300_000, null],
      ['1204', 'LIMS vendor choice', 'done', null, null],
    ],
  },
  {
    list: 'of a Chinese workspace, with a time that has not ended',
    text: lines(
      '项目名称,项目阶段,优先级,项目负责人,项目成员,起止时间,预算(元),实际花费(元),进度,风险等级,关联产品,附件,最后更新时间',
      '会员中台,开发中,P0,张三,"张三,李四",2025/01/06 - 2025/09/30,"¥1,200,000.00","¥430,000.00",35%,🟡 中,会员App,方案.pdf,2025/03/01 10:22',
      '数据治理,立项中,P1,李四,,2025/07/01 - ,¥0.00,,0%,🟢 低,,,2025/03/01 10:22',
      '客服机器人,已上线,P2,王五,王五,2024/03/01 - 2024/12/20,"¥350,000.00","¥341,200.50",100%,,客服系统,,2025/03/01 10:22',
    ),
    currency: 'CNY',
    fields: ['name', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['会员中台', 'active', '2025-01-06', '2025-09-30', 1_200_000, 430_000],
      ['数据治理', 'candidate', '2025-07-01', null, 0, null],
      ['客服机器人', 'done', '2024-03-01', '2024-12-20', 350_000, 341_200.5],
    ],
  },
  {
    list: 'of a Chinese tracker, with numbers behind the names of programmes',
    text: lines(
      '编号,项目名称,项目代号,所属项目集,负责人,状态,计划开始,计划完成,实际开始,实际完成,预算,投入人员,可用工时,预计,消耗,进度',
      '12,核心系统升级(#12),CORE,科技项目集(#1),admin:管理员,进行中,2025-01-06,长期,2025-01-06,0000-00-00,￥120万,8,4000h,3000h,1200h,40%',
      '13,手机银行7.0,MB7,科技项目集(#1),lisi:李四,未开始,2025-04-01,2025-12-31,0000-00-00,0000-00-00,待定,5,2000h,,0h,0%',
      '14,报表平台,RPT,,wangwu:王五,已挂起,2024-04-01,2025-03-31,2024-04-01,0000-00-00,$80000,3,2000h,,500h,30%',
    ),
    currency: 'CNY',
    fields: ['externalId', 'name', 'stage', 'collaborationGroup', 'endDate', 'budget'],
    rows: [
      ['12', '核心系统升级(#12)', 'active', '科技项目集', null, 1_200_000],
      ['13', '手机银行7.0', 'planned', '科技项目集', '2025-12-31', null],
      ['14', '报表平台', 'paused', null, '2025-03-31', null],
    ],
  },
  {
    list: 'of Chinese requirements, below one another, due rather than completed',
    text: lines(
      'ID,标题,状态,优先级,迭代,处理人,预计开始,预计结束,父需求,需求分类,规模,创建时间,完成时间,业务价值',
      '1010101010001000123,统一登录,实现中,高,Sprint 12,zhangsan;lisi;,2025-01-06,2025-03-31,,平台,8,2024-12-01 10:00:00,,5',
      '1010101010001000124,扫码登录,规划中,中,,zhangsan;,,,统一登录,平台,3,2024-12-01 10:00:00,,3',
      '1010101010001000125,短信登录,已实现,低,Sprint 11,lisi;,2024-11-01,2024-12-20,统一登录,平台,2,2024-10-01 10:00:00,2024-12-19 18:00:00,2',
    ),
    fields: ['name', 'stage', 'collaborationGroup', 'startDate', 'endDate'],
    rows: [
      ['统一登录', 'active', null, '2025-01-06', '2025-03-31'],
      ['扫码登录', 'planned', '统一登录', null, null],
      ['短信登录', 'done', '统一登录', '2024-11-01', '2024-12-20'],
    ],
  },
  {
    list: 'of tasks that are done on the day on which they were completed',
    text: lines(
      'Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task,Blocked By (Dependencies),Blocking (Dependencies),Budget',
      '1200,2025-01-02,,2025-02-01,Data catalogue,Q1,Ann Lee,ann@x.com,2025-01-06,2025-06-30,,,IT Portfolio,,,,50000',
      '1201,2025-01-02,2025-02-14,2025-02-14,Printer refresh,Q1,Bob Ray,bob@x.com,2025-01-06,2025-02-14,,,IT Portfolio,,,,12000',
    ),
    fields: ['name', 'stage', 'endDate', 'budget'],
    rows: [
      ['Data catalogue', null, '2025-06-30', 50_000],
      ['Printer refresh', 'done', '2025-02-14', 12_000],
    ],
  },
  {
    list: 'of a product tool: what stands above a feature is no mode',
    text: lines(
      'name,description,owner,status,parent,parent type,type,timeframe start,timeframe end,effort,health status,health comment,teams,objectives,user impact score',
      'Unified inbox,<p>One place</p>,ann@x.com,In progress,Messaging,component,feature,2025-01-01,2025-06-30,8,On track,,Team A,Retention,12',
      'Read receipts,,,Candidate,Messaging,component,feature,,,3,,,Team A;Team B,,4',
      'Messaging,,,New idea,App,product,component,,,,,,,,',
    ),
    fields: ['name', 'mode', 'stage', 'status', 'collaborationGroup'],
    rows: [
      ['Unified inbox', 'project', 'active', 'On track', 'Messaging'],
      ['Read receipts', 'project', 'candidate', null, 'Messaging'],
      ['Messaging', 'project', 'idea', null, 'App'],
    ],
  },
  {
    list: 'of a base: a name in quotes has a comma of its own',
    text: lines(
      'Initiative,Status,Lead,Capabilities,Vendors,Budget',
      'Self-service claims,In progress,Ann Lee,"Claims,Customer portal","Guidewire,Acme, Ltd,""Accenture, Inc.""",$1200000.00',
      'Broker API,Planning,Bob Ray,"Distribution,Claims",Guidewire,$450000.00',
      'Paperless,Done,Unassigned,Customer portal,,$80000.00',
    ),
    fields: ['name', 'owner', 'budget', 'stage'],
    rows: [
      ['Self-service claims', 'Ann Lee', 1_200_000, 'active'],
      ['Broker API', 'Bob Ray', 450_000, 'planned'],
      ['Paperless', null, 80_000, 'done'],
    ],
    capabilities: ['Claims', 'Customer portal', 'Distribution'],
    partners: ['Guidewire', 'Acme, Ltd', 'Accenture, Inc.'],
  },
  {
    list: 'of a product tool: epics are called by their names, planned at their baseline and due when they are forecast',
    text: lines(
      'Epic reference #,Epic name,Epic status,Project name,Baseline $,Forecast $,Actual $,Baseline end,Forecast end',
      'E-11,Fast quote,In development,Retail platform,400000,450000,120000,2025-06-30,2025-09-30',
      'E-12,Instant claims,Shipped,Retail platform,250000,240000,240000,2025-03-31,2025-03-20',
      'E-13,Broker desk,Unapproved,Broker platform,300000,300000,0,2026-03-31,2026-03-31',
    ),
    fields: ['externalId', 'name', 'budget', 'spent', 'endDate', 'stage'],
    rows: [
      ['E-11', 'Fast quote', 400_000, 120_000, '2025-09-30', 'active'],
      ['E-12', 'Instant claims', 250_000, 240_000, '2025-03-20', 'done'],
      ['E-13', 'Broker desk', 300_000, 0, '2026-03-31', 'candidate'],
    ],
  },
  {
    list: 'of issues: a project that several share is what they belong to',
    text: lines(
      'Project,Summary,Status,Assignee',
      'Claims,Photo upload,In Progress,Ann',
      'Claims,Payout in a day,To Do,Bob',
      'Policies,Quote on the phone,Resolved,Cy',
      'Policies,Renewal reminder,Developing,Cy',
    ),
    fields: ['name', 'collaborationGroup', 'stage'],
    rows: [
      ['Photo upload', 'Claims', 'active'],
      ['Payout in a day', 'Claims', 'planned'],
      ['Quote on the phone', 'Policies', 'done'],
      ['Renewal reminder', 'Policies', 'active'],
    ],
  },
  {
    list: 'of operations of a fund: what is eligible is planned, and who benefits runs it',
    text: lines(
      'Operation unique identifier,Operation name,Beneficiary name,Operation start date,Operation end date,Total eligible expenditure (EUR)',
      'ESF-01-001,Digital skills,Health Service,01/03/2022,31/12/2025,"2,450,000.00"',
      'ESF-01-014,Open data academy,Local Government,15/09/2023,14/09/2026,"1,105,320.55"',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['ESF-01-001', 'Digital skills', 'Health Service', '2022-03-01', '2025-12-31', 2_450_000, null],
      ['ESF-01-014', 'Open data academy', 'Local Government', '2023-09-15', '2026-09-14', 1_105_320.55, null],
    ],
  },
  {
    list: 'of a Chinese workspace: people behind an @, names between commas, a currency for each row',
    text: lines(
      '项目名称,负责人,供应商,预算,已发生费用,Budget currency,状态',
      '数据中台,"@李娜,@王芳","华为,东软",1200000,300000,CNY,进行中',
      '门户升级,未分配,用友,450000,0,CNY,未开始',
    ),
    currency: 'CNY',
    fields: ['name', 'owner', 'budget', 'spent', 'stage'],
    rows: [
      ['数据中台', '李娜,王芳', 1_200_000, 300_000, 'active'],
      ['门户升级', null, 450_000, 0, 'planned'],
    ],
    partners: ['华为', '东软', '用友'],
  },
];

describe('a list that a program exports', () => {
  test.each(cases)('$list', expectList);
});

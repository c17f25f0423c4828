import type { ImportField } from '../importFields.ts';
import { wordList } from '../values/wordList.ts';

/**
 * Words that people put over a column, best first. A header that equals a phrase beats one that only contains it;
 * earlier phrases beat later ones. Long because it is one table, in both languages: nothing but words stands in it.
 */
export const fieldWords: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  capabilityImportance: wordList(
    'capability importance|importance of the capability|importance of capability',
    'business capability importance|能力重要性|业务能力重要性|能力重要程度',
  ),
  externalId: wordList(
    'project id|initiative id|project number|project no|initiative no|unique id|id|project code|external id|identifier',
    'reference|ref|key|issue key|contract no|contract number|contract id|code|number|no|编号|项目编号|项目编码|举措编号|项目代码|合同编号|合同号|序号|代码',
    'unique investment identifier|uii|uuid|guid|project definition|project def|cost center|cost centre|cost ctr|cost centre code|operation id|operation unique identifier',
    '任务id|任务编号|工作项id|需求编号',
  ),
  name: wordList(
    'project name|initiative name|initiative|name|project title|title|programme name|program name',
    'operation name|operation title|title of operation|name of operation|subject|project|summary name|investment name|product name|work item|epic|summary|名称|项目名称|举措名称',
    '举措|产品名称|项目|标题|任务名称|task name|activity name|short description|product|product title|项目名|系统名称|产品',
    'application name|application|system name|system|solution|应用名称|应用系统|应用',
    '需求名称|acquisition',
  ),
  description: wordList(
    'project description|description|description aims|summary|aims|objective|objectives|purpose|scope',
    'short description|details|what it does|development objective|hypothesis|mission|描述|说明|项目描述|简介|概述|内容|目标|项目说明|项目内容|建设内容',
    '主要建设内容|项目概况|主要内容|业务描述|合同内容|服务内容|采购内容|task content|description of services|services|subject matter|subject of contract',
  ),
  mode: wordList(
    'mode|delivery mode|project or product|operating mode|work mode|initiative type|模式|交付模式',
    '运作模式|类型|delivery type|type',
  ),
  stage: wordList(
    'stage|project stage|lifecycle stage|delivery status|project status|status|state|phase|current phase|section column|list name|progress status|progress|阶段',
    '项目阶段|项目状态|状态|进展|项目进展|进展情况|进度|建设进展|形象进度|执行情形|办理情形|执行状态|执行情况',
    '任务状态|当前节点',
  ),
  status: wordList(
    'delivery confidence|delivery confidence assessment|dca|rag|rag status|colour rating|color rating|健康状况|健康状态',
    'confidence|health|overall health|overall status|overall rag|rag rating|overall|ryg|rating color|rating colour|traffic light|rating|rating this quarter|cio evaluation rating|cio rating|evaluation color|delivery status|project status|status',
    '健康度|交付信心|红绿灯|灯号|评级|状态|项目状态',
    'overall project health|project health|project health status',
  ),
  owner: wordList(
    'owner|project owner|initiative owner|responsible|accountable|sponsor|senior responsible owner',
    'sro|lead|project manager|manager|assignee|department|agency|bureau|ministry|organisation',
    'organization|business unit|business owner|division|负责人|责任人|项目负责人|项目经理|发起人|部门',
    '负责部门|责任部门|主管部门|归属部门|单位|机构|product owner|product manager|assigned to',
    'exec lead|executive lead|project lead|executive sponsor|exec sponsor|delivery manager|lead agency|lead department',
    'implementing agency|managing agency|person responsible|epic owner|建设单位|主办单位|主办机关|主管机关|执行机关|处理人|当前处理人|归口部门|牵头单位|承办单位|业主单位|申报单位|需求部门|采购人|采购单位|招标人|项目单位|person|pm|assignees|custodian|coordinator|nodal officer|pm name|person resp|dri|project leader|programme manager|program manager|beneficiary|beneficiary name',
    'dept|entity|执行者|节点负责人|owners|task team leader|team leader',
  ),
  startDate: wordList(
    'start date|project start date|planned start date|planned start|start|begin date|begin',
    'commencement date|commencement|from|kick off|kickoff|award date|date of award|board approval date|boardapprovaldate|approval date|actual start date|schedule start|started|开始日期|开始时间|计划开始|计划开始日期',
    '启动日期|启动时间|起始日期|开工日期|开始|立项时间|立项日期|开工时间|建设开始时间|合同开始|生效日期|签订日期|签订时间|签约日期|effective date|lifecycle active|预计开始|期程 起|起始年月|开始年月|起始时间|开展日期',
  ),
  endDate: wordList(
    'end date|project end date|planned end date|planned end|planned completion date|预计结束',
    'planned project completion date|completion date',
    'estimated completion date|finish date|target date|due date|planned completion|go live date',
    'go live|delivery|current forecast|latest forecast|end|finish|completion|deadline|until|delivery date|结束日期|结束时间|计划结束',
    '计划结束日期|完成日期|完成时间|计划完成|计划完成日期|截止日期|上线日期|交付日期|竣工日期|结束|to',
    'project completion date|closing date|closingdate|project closing date|schedule finish|date of completion|estimated completion|completion quarter',
    'date of commissioning|commissioning date|commissioning|rfs date|ready for service|finish by|计划完成时间|计划上线时间|预计完成时间|建设结束时间|竣工时间|验收时间|建成时间|到期日期|到期日|到期时间|合同结束|expiry date|expiration date|expires|lifecycle end of life|due|完成',
    'target quarter|delivery quarter|target end date|target completion|target end|target finish|target launch|launch date|launch|planned service|service date|target landing|operational closure date|closure date|target|期程 迄|结束年月|终止时间|终止日期',
    '截止时间|计划截止时间|预计上线时间|预计上线日期|计划上线时间',
    'complete|投产日期|计划投产日期|投产时间|计划投产时间',
  ),
  budget: wordList(
    'whole life cost|whole life costs|whole of life cost|total whole life costs|total budgeted whole life costs',
    'total baseline whole life costs|estimated whole life cost|wlc baseline|wlc baseline incl ncg|wlc|total budget|approved budget|budget',
    'budget cost|budgeted cost|lifecycle cost|life cycle cost|total lifecycle cost|planned cost|planned costs|project budget',
    'total cost|total baseline|baseline cost|planned budget|estimated cost|total project cost',
    'total commitment|curr total commitment|commitment amount|lendprojectcost|totalamt|estimated total cost|etc|total outlay|outlay|sanctioned cost|approved estimate|total funding|approved funding|financing|total financing|核准承担额|承担额|核准拨款',
    'investment|funding|cost|costs|total costs|contract value|contract amount|contract size|amount',
    'total eligible expenditure|total eligible cost|eligible expenditure|bac|budget at completion|eac|estimate at completion|value of project|预算|总预算|项目预算|批准预算|预算金额|计划成本|总投资|投资额|投资金额|总成本',
    '项目金额|金额|经费|费用|approved amount|approved|capex|capital cost|capital expenditure|capital|批复金额|合同金额|中标金额|总投资额|概算总投资|投资估算|项目总投资|计划总投资|核准预算|估算总投资|total estimated investment|tei|authorized|authorised|auth|approved project estimate|lifetime expenditure|lifetime cost|overall plan',
    'contract sum|commitment',
  ),
  spent: wordList(
    'spent|actual cost|actual spend|spend to date|spent to date|spending to date|expenditure',
    'amount utilised|utilised|utilized|funds released|total disbursement|expenditure to date|cost to date|actuals|actual expenditure|已花费|已支出|实际成本|实际支出',
    '已用预算|累计支出|已使用金额|支出|expended|total cost to date|actual to date|expenditure incurred|cumulative expenditure|paid to date|已支付|已付款|已执行|执行金额|已完成投资',
    'total cost actual|total actual cost|actual total cost|cost actual|act|spend|累计完成投资|累计支付|累计开支|累计完成|累计执行|实际花费|实际费用|实际投入|actual|invoiced|paid|actual ytd|ytd actual|year to date actual|actual year to date|expenditure till date|acwp|已发生费用|已使用|已发生金额|cost expended to date|expended to date|itd|inception to date|cost itd|exp todate|exp to date',
    'expenditures to date|expenditures|total expenses|expenses|total expense|expense|expend|est expend|incurred|amount paid to date|disbursements|disbursed|disbursements to date',
  ),
  valuePerMonth: wordList(
    'value per month|monthly value|monthly benefit|benefit per month|每月价值|月价值|月收益|每月收益',
  ),
  capabilities: wordList(
    'capabilities|capability|business capability|business capabilities|business function',
    'business functions|function|service area|业务能力|能力|业务功能|支撑能力|职能',
  ),
  partners: wordList(
    'partners|partner|suppliers|supplier|vendors|vendor|contractor|contractors|integrator',
    'prime contractor|合作伙伴|供应商|厂商|承包商|服务商|集成商|实施方|承建单位|承建商|中标单位',
    '实施单位|开发单位|建设厂商|中标人|成交供应商|乙方|合同对方|签约单位|承包单位|service provider|provider|initiative to provider|awarded to|contracted party|counterparty',
  ),
  team: wordList('team|team name|delivery team|squad|product team|团队|团队名称|交付团队|小组|产品团队'),
  parent: wordList(
    'programme|program|parent programme|parent|investment title|parent initiative|initiative group',
    'epic link|epic title|epic name|portfolio item|workstream|work stream|pillar|项目群|计划群|上级项目|所属项目|父级|上级|所属项目群|所属计划',
    '父项目|父记录|父任务|父编号|父需求|所属项目集|project group|part of|rolls up to',
  ),
  teamPeople: wordList(
    'members|team members|team people|team size|people|fte|ftes|full time equivalents|headcount|number of people|团队人数',
    '人数|投入人数|全职人数',
  ),
  funded: wordList(
    'funded|is funded|funding approved|funding secured|funding status|已拨款|是否拨款|资金已落实',
    '资金状态|拨款状态',
  ),
  overhead: wordList('overhead|is overhead|客户不在意|是否内耗|管理开销'),
  retired: wordList('retired|is retired|archived|is archived|已归档|是否归档|已退役|已停用'),
  outcomes: wordList(
    'outcomes|outcome|business outcomes|business outcome|expected outcome|expected outcomes',
    'strategic outcome|业务成果|成果|预期成果',
  ),
  segments: wordList(
    'customer segments|customer segment|segments|segment|customer group|customer groups',
    'target customers|客户群体|客户细分|客户群|目标客户|用户群体',
  ),
};
